import { describe, expect, inject, it } from 'vitest';
import { freshDatabase } from '#test/harness/database.ts';
import { runAt } from '#test/harness/test-server.ts';
import { withClient } from './embedded-connection.ts';
import { appPassword, ensureAppRole, isOwnerPrivileged, withUser } from './roles.ts';

describe('the role of the app', () => {
  it('is refused to an owner who may not create it, with the SQL to run', async () => {
    const { ownerUrl, name } = await freshDatabase({ empty: true });
    const plain = `plain_${name}`;
    await runAt(inject('testServer').adminUrl, `create role ${plain} login password 'plain'`);
    try {
      // The role exists on this server, so a secret of another installation has to change its password.
      const asPlain = ensureAppRole(withUser(ownerUrl, plain, 'plain'), 'another secret');
      await expect(asPlain).rejects.toThrow(
        /may not create roles.*\n {2}alter role tandem_app login nosuperuser nobypassrls .*password '[\w-]{43}';/,
      );
    } finally {
      await runAt(inject('testServer').adminUrl, `drop role ${plain}`);
    }
  });

  it('gets its password from the secret, the same on every node', () => {
    expect(appPassword('one')).toBe(appPassword('one'));
    expect(appPassword('one')).not.toBe(appPassword('two'));
  });

  it('is made by an owner who does not bypass row-level security; one who does is noticed', async () => {
    const { ownerUrl } = await freshDatabase({ empty: true });
    expect(await isOwnerPrivileged(ownerUrl)).toBe(false);
    const { adminUrl } = inject('testServer');
    const admin = await withClient(adminUrl, (client) =>
      client.query(
        'select rolsuper or rolbypassrls as is_privileged from pg_roles where rolname = current_user',
      ),
    );
    expect(await isOwnerPrivileged(adminUrl)).toBe(admin.rows[0].is_privileged);
  });

  it('serves without any right to make or change tables', async () => {
    const { appUrl } = await freshDatabase();
    await expect(withClient(appUrl, (app) => app.query('create table tandem.mine (n int)'))).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe('the address of a database as another user', () => {
  it.each([
    [
      'postgresql://a:b@db.example.org:5433/tandem?sslmode=require',
      'postgresql://x:p%2Fw@db.example.org:5433/tandem?sslmode=require',
    ],
    [
      'postgresql://a:b@localhost/tandem?host=%2Frun%2Fpg',
      'postgresql://x:p%2Fw@localhost/tandem?host=%2Frun%2Fpg',
    ],
    [
      'postgresql:///tandem?host=/run/pg&user=a&password=b',
      'postgresql://x:p%2Fw@localhost/tandem?host=%2Frun%2Fpg',
    ],
  ])('changes nothing else in %s', (url, expected) => {
    expect(withUser(url, 'x', 'p/w')).toBe(expected);
  });
});
