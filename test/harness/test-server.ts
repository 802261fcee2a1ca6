import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openEmbedded } from '#server/database/embedded.ts';
import { migrate } from '#server/database/migrate.ts';
import { openPool } from '#server/database/pool.ts';
import { ensureAppRole } from '#server/database/roles.ts';
import { migrateJobs } from '#server/jobs/worker.ts';
import { silentLog } from '#server/refusal.ts';

/** What a worker needs to make databases of its own. Plain values: they cross a process border. */
export type TestServerFacts = {
  /** A role that may create databases, in the database `postgres`. */
  readonly adminUrl: string;
  /** The role that owns the test databases; `withDatabase` puts a name in. */
  readonly ownerUrl: string;
  readonly ownerName: string;
  /** Every database of this run begins with it. */
  readonly prefix: string;
  /** The migrated database that others are cloned from. */
  readonly template: string;
  readonly secret: string;
  /** True for the embedded server, false for the one of TEST_DATABASE_URL. */
  readonly isEmbedded: boolean;
};

export type TestServer = { readonly facts: TestServerFacts; stop(): Promise<void> };

type Opened = { adminUrl: string; ownerUrl: string; isEmbedded: boolean; stop(): Promise<void> };

/** The same URL for another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** Connects, runs one statement, disconnects. */
export async function runAt(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * Starts the embedded PostgreSQL in a temporary folder, or uses the server whose owner TEST_DATABASE_URL names
 * (a role with `createdb` and `createrole` that is no superuser), and migrates a template database there.
 */
export async function startTestServer(): Promise<TestServer> {
  const opened = await openServer(process.env.TEST_DATABASE_URL);
  const prefix = `tandem_test_${process.pid}`;
  const template = `${prefix}_template`;
  const ownerName = decodeURIComponent(new URL(opened.ownerUrl).username);
  const secret = 'kB7-for-tests-of-the-server-only-29fQ';
  const facts = { ...opened, ownerName, prefix, template, secret };
  const stop = async (): Promise<void> => {
    if (!opened.isEmbedded) await dropDatabases(opened.adminUrl, prefix);
    await opened.stop();
  };
  try {
    await runAt(opened.adminUrl, `create database ${template} owner ${pg.escapeIdentifier(ownerName)}`);
    const templateUrl = withDatabase(opened.ownerUrl, template);
    await ensureAppRole(templateUrl, secret);
    await migrate(templateUrl);
    const owner = openPool({ connectionString: templateUrl }, { max: 1, name: 'tandem test template' });
    await migrateJobs(owner).finally(() => owner.end());
    const { adminUrl, ownerUrl, isEmbedded } = facts;
    return { facts: { adminUrl, ownerUrl, ownerName, prefix, template, secret, isEmbedded }, stop };
  } catch (error) {
    await stop().catch(() => {});
    throw error;
  }
}

async function openServer(url: string | undefined): Promise<Opened> {
  if (url) {
    return {
      adminUrl: withDatabase(url, 'postgres'),
      ownerUrl: url,
      isEmbedded: false,
      stop: async () => {},
    };
  }
  const folder = mkdtempSync(join(tmpdir(), 'tandem-test-'));
  chmodSync(folder, 0o711);
  const dataDir = join(folder, 'data');
  const embedded = await openEmbedded({ dataDir, log: silentLog, command: 'npm test', durable: false });
  return {
    adminUrl: embedded.superuserUrl,
    ownerUrl: embedded.ownerUrl,
    isEmbedded: true,
    stop: async () => {
      await embedded.stop();
      if (embedded.isElsewhere) rmSync(join(embedded.cluster, '..'), { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function dropDatabases(adminUrl: string, prefix: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>(
      `select datname from pg_database where datname like $1`,
      [`${prefix.replaceAll('_', '\\_')}\\_%`],
    );
    for (const { datname } of rows)
      await client.query(`drop database if exists ${pg.escapeIdentifier(datname)} with (force)`);
  } finally {
    await client.end();
  }
}
