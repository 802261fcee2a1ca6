import { tmpdir } from 'node:os';
import { describe, expect, inject, it } from 'vitest';
import { freshDatabase } from '#test/harness/database.ts';
import { runAt } from '#test/harness/test-server.ts';
import type { Config } from '../config.ts';
import { RefusalError, silentLog } from '../refusal.ts';
import { openDatabase } from './embedded-or-server.ts';
import { migrationStatus } from './migrate.ts';
import { withUser } from './roles.ts';

describe('the database of DATABASE_URL', () => {
  it('that is not there is refused in one line with the remedy', async () => {
    const none = 'postgresql://owner:hunter2@127.0.0.1:1/tandem';
    const refusal = await refused(none);
    expect(refusal.message).toMatch(
      /^DATABASE_URL \(127\.0\.0\.1:1, database tandem\) cannot be used: .*Remedy: start/,
    );
    expect(refusal.message).not.toContain('hunter2');
  });

  it('with a wrong name is refused', async () => {
    const { ownerUrl } = await freshDatabase({ empty: true });
    const wrong = new URL(ownerUrl);
    wrong.pathname = '/not_there';
    expect((await refused(wrong.href)).message).toContain('create database "not_there"');
  });

  it('that belongs to somebody else is refused', async () => {
    const { ownerUrl, name } = await freshDatabase({ empty: true });
    const guest = `guest_${name}`;
    const { adminUrl } = inject('testServer');
    await runAt(adminUrl, `create role ${guest} login password 'guest'`);
    try {
      const refusal = await refused(withUser(ownerUrl, guest, 'guest'));
      expect(refusal.message).toMatch(
        /permission denied for database.*Remedy: make the user of DATABASE_URL the owner/,
      );
      expect(await migrationStatus(ownerUrl)).toMatchObject({ applied: 0 });
    } finally {
      await runAt(adminUrl, `drop role ${guest}`);
    }
  });
});

async function refused(url: string): Promise<Error> {
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    trustedProxies: ['loopback'],
    dataDir: tmpdir(),
    database: { kind: 'server', url },
    // That of the run: another would change the password of the role that all tests share.
    secret: inject('testServer').secret,
    isSecretGenerated: false,
    publicUrl: null,
    smtpUrl: null,
    mailIn: null,
  };
  const error = await openDatabase(config, silentLog).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(RefusalError);
  return error as Error;
}
