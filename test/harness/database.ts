import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, inject } from 'vitest';
import { openPool, type Pool } from '#server/database/pool.ts';
import { appPassword, appRole, withUser } from '#server/database/roles.ts';
import { runAt, type TestServerFacts, withDatabase } from './test-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServerFacts;
  }
}

/** A migrated database for tests. */
export type TestDatabase = {
  readonly name: string;
  /** URL of the role that owns it: for migrations, the catalogue and jobs. */
  readonly ownerUrl: string;
  /** URL of the role that serves requests; row-level security binds it. */
  readonly appUrl: string;
  /** Connections of the app’s role: what verbs are handed. Closed after the file’s last test. */
  readonly pool: Pool;
  /** Connections of the owner, for looking behind the walls. Closed likewise. */
  readonly ownerPool: Pool;
};

/**
 * The database of this worker, made once from the template and shared by the files that the worker runs one after
 * another. A suite makes an organization of its own in it and never counts rows of others.
 * Call it at the top of a file: `const database = await testDatabase();`
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { prefix } = inject('testServer');
  const name = `${prefix}_worker_${process.env.VITEST_POOL_ID ?? '0'}`;
  await cloneTemplate(name);
  return opened(name);
}

let freshCount = 0;

/**
 * A database that nobody else sees, for tests that change roles, settings or the schema, or that count all rows.
 * Costs about 0.15 s; `empty` gives one without any migration.
 */
export async function freshDatabase(options: { readonly empty?: boolean } = {}): Promise<TestDatabase> {
  const { prefix } = inject('testServer');
  freshCount += 1;
  const name = `${prefix}_fresh_${process.pid}_${freshCount}`;
  await cloneTemplate(name, options.empty);
  // Registered before the pools are opened, so that it runs after they are closed.
  afterAll(() => dropDatabase(name));
  return opened(name);
}

/** Makes a database from the template. One that exists is taken as it is; a busy template is waited for. */
async function cloneTemplate(name: string, empty = false): Promise<void> {
  const { adminUrl, ownerName, template } = inject('testServer');
  const source = empty ? '' : ` template ${template}`;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await runAt(adminUrl, `create database ${name} owner "${ownerName}"${source}`);
      return;
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === '42P04') return;
      if (code !== '55006' || attempt === 50) throw error;
      await sleep(100);
    }
  }
}

/** Drops a database. A role that is no superuser cannot send the server's own vacuum away, so it waits for it. */
async function dropDatabase(name: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await runAt(inject('testServer').adminUrl, `drop database if exists ${name} with (force)`);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== '42501' || attempt === 100) throw error;
      await sleep(100);
    }
  }
}

function opened(name: string): TestDatabase {
  const server = inject('testServer');
  const ownerUrl = withDatabase(server.ownerUrl, name);
  const appUrl = withUser(ownerUrl, appRole, appPassword(server.secret));
  const pool = openPool({ connectionString: appUrl }, { max: 8, name: 'tandem test' });
  const ownerPool = openPool({ connectionString: ownerUrl }, { max: 4, name: 'tandem test owner' });
  afterAll(async () => {
    await Promise.all([pool.end(), ownerPool.end()]);
  });
  return { name, ownerUrl, appUrl, pool, ownerPool };
}
