import { describe, expect, it } from 'vitest';
import { freshDatabase, testDatabase } from '#test/harness/database.ts';
import { identityFixture } from './identity-fixture.ts';
import { openIdentity } from './open-identity.ts';
import { signInWithPassword } from './sign-in-with-password.ts';
import { sweepIdentity } from './sweep.ts';

const database = await testDatabase();

describe('better-auth as Tandem uses it', () => {
  it('finds every column that it writes in the tables of sql/0001_identity.sql', async () => {
    const { identity } = identityFixture(database.pool);
    const context = await identity.auth().$context;
    for (const { modelName, fields } of Object.values(context.tables)) {
      const { rows } = await database.pool.query<{ column_name: string }>(
        `select column_name from information_schema.columns where table_schema = 'identity' and table_name = $1`,
        [modelName],
      );
      const columns = rows.map((row) => row.column_name);
      const written = Object.entries(fields).map(([name, field]) => field.fieldName ?? name);
      expect(columns, modelName).toEqual(expect.arrayContaining(['id', ...written]));
    }
  });

  it('signs nobody up', async () => {
    const { identity } = identityFixture(database.pool);
    const body = { email: 'walk-in@example.org', name: 'Walk In', password: 'seven quiet herons wade' };
    await expect(identity.auth().api.signUpEmail({ body })).rejects.toThrow();
  });

  it('follows the public address when set-up changes it', async () => {
    let address = 'http://localhost:3000';
    const first = identityFixture(database.pool);
    const { email } = await first.person('seven quiet herons wade');
    const identity = openIdentity({
      ...first.identity,
      pool: database.pool,
      secret: 'another secret, just as long as the first one',
      publicUrl: () => address,
    });
    const caller = { cookie: undefined, address: '10.9.9.9', userAgent: undefined };
    const credentials = { email, password: 'seven quiet herons wade' };
    const before = await signInWithPassword(identity, caller, credentials);
    address = 'https://partners.example.org';
    const after = await signInWithPassword(identity, caller, credentials);
    expect(before).toMatchObject({ cookies: [expect.stringMatching(/^tandem\./)] });
    expect(after).toMatchObject({ cookies: [expect.stringMatching(/^__Host-tandem\..*; Secure/)] });
  });
});

describe('the sweep', () => {
  it('removes what is over and keeps what is not', async () => {
    const own = await freshDatabase();
    const { identity, person, browser } = identityFixture(own.pool);
    const { email, userId } = await person('seven quiet herons wade');
    await signInWithPassword(identity, browser().caller(), { email, password: 'seven quiet herons wade' });
    await own.pool.query(
      `insert into identity.session (id, user_id, token, expires_at, created_at, updated_at) values
         ('old', $1, 'old', now() - interval '1 second', now() - interval '30 days', now()),
         ('idle', $1, 'idle', now() + interval '1 day', now() - interval '9 days', now() - interval '9 days')`,
      [userId],
    );
    await own.pool.query(
      `insert into identity.verification (id, identifier, value, expires_at, created_at, updated_at) values
         ('old', 'a', '', now() - interval '1 second', now(), now()),
         ('open', 'b', '', now() + interval '1 minute', now(), now())`,
    );
    await own.pool.query(
      `insert into identity.attempt values ('\\x00', now() - interval '1 hour', 3), ('\\x01', now(), 3)`,
    );
    await sweepIdentity(identity);
    const left = async (table: string) => (await own.pool.query(`select from identity.${table}`)).rowCount;
    expect(await left('session')).toBe(1);
    expect(await left('verification')).toBe(1);
    expect((await own.pool.query(`select from identity.attempt where key = '\\x00'`)).rowCount).toBe(0);
    expect((await own.pool.query(`select from identity.attempt where key = '\\x01'`)).rowCount).toBe(1);
  });
});
