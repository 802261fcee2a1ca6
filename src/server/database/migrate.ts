import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { packageRoot } from '../config-root.ts';
import type { Log } from '../refusal.ts';
import { RefusalError, silentLog } from '../refusal.ts';
import { withClient } from './embedded-connection.ts';
import { appRole } from './roles.ts';

/** One file of sql/, as it is and as the database remembers it. */
export type Migration = { readonly name: string; readonly sha256: string; readonly sql: string };

/** What `migrate` found and did. */
export type MigrationResult = { readonly applied: string[]; readonly total: number };

/** Any number that nothing else in this database locks. */
const lockKey = '7305808869231650130';
const lockWaitMs = 600_000;

/** Made and granted before the first file, since the files' own rows go here. */
const metaSql = `
create schema if not exists meta;
create table if not exists meta.migration (
  name text not null,
  sha256 text not null,
  applied_at timestamptz not null default now(),
  constraint a_migration_is_applied_once primary key (name)
);
grant usage on schema meta to ${appRole};
grant select on meta.migration to ${appRole};
`;

/**
 * Brings the database to the newest of the numbered files sql/NNNN_name.sql. Each file runs in a transaction of its
 * own, whose first statement is its row in meta.migration: a kill leaves a file either done or untouched. One
 * process migrates at a time; others wait. The role tandem_app must exist (ensureAppRole).
 * Throws RefusalError when an applied file was changed or is unknown here (the database is newer than the code).
 */
export async function migrate(
  ownerUrl: string,
  options: { dir?: string; log?: Log } = {},
): Promise<MigrationResult> {
  const { dir = migrationDir(), log = silentLog } = options;
  const files = readMigrations(dir);
  return await withClient(ownerUrl, async (owner) => {
    // Without it a killed migration's last statement runs to its end before the next start may go on.
    await owner.query('set client_connection_check_interval = 1000').catch(() => {});
    await takeLock(owner, log);
    await inTransaction(owner, metaSql);
    const pending = pendingMigrations(files, await readApplied(owner));
    for (const migration of pending) {
      log.info(`Migrating the database: ${migration.name}`);
      await apply(owner, migration);
    }
    return { applied: pending.map(({ name }) => name), total: files.length };
  });
}

/** Where the database stands against the files here, without changing anything. */
export async function migrationStatus(
  ownerUrl: string,
  dir = migrationDir(),
): Promise<{ applied: number; pending: string[] }> {
  const files = readMigrations(dir);
  return await withClient(ownerUrl, async (owner) => {
    const { rows } = await owner.query("select to_regclass('meta.migration') is not null as there");
    const applied = rows[0].there ? await readApplied(owner) : [];
    return { applied: applied.length, pending: pendingMigrations(files, applied).map(({ name }) => name) };
  });
}

/** The folder of the migration files. */
export function migrationDir(): string {
  return join(packageRoot(), 'sql');
}

/** The numbered files of a folder in order; line ends do not count in the hash. */
export function readMigrations(dir: string): Migration[] {
  const names = readdirSync(dir).filter((name) => /^\d{4}_.*\.sql$/.test(name));
  names.sort();
  names.forEach((name, index) => {
    if (Number(name.slice(0, 4)) === index + 1) return;
    throw new Error(`${name} in ${dir}: expected number ${String(index + 1).padStart(4, '0')}`);
  });
  return names.map((name) => {
    const sql = readFileSync(join(dir, name), 'utf8').replaceAll('\r\n', '\n');
    const control = /^\s*(begin|start transaction|commit|rollback)\s*;/im.exec(sql);
    if (control)
      throw new Error(`${name}: a migration is one transaction, yet it says \`${control[0].trim()}\``);
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
}

/** The files still to run; refuses when what the database remembers does not fit the files. */
export function pendingMigrations(
  files: readonly Migration[],
  applied: readonly { name: string; sha256: string }[],
): Migration[] {
  const known = new Map(files.map((file) => [file.name, file]));
  const stranger = applied.find(({ name }) => !known.has(name));
  if (stranger) {
    throw new RefusalError(
      'database-newer',
      `The database is newer than this Tandem: it has ${stranger.name}, which is unknown here. Install the version that made it, or restore the backup taken before the upgrade.`,
    );
  }
  const changed = applied.find(({ name, sha256 }) => known.get(name)?.sha256 !== sha256);
  if (changed) {
    throw new RefusalError(
      'migration-changed',
      `sql/${changed.name} was changed after it had been applied to this database: put the original back and write the change as a new file.`,
    );
  }
  return files.slice(applied.length);
}

async function takeLock(owner: pg.Client, log: Log): Promise<void> {
  const deadline = Date.now() + lockWaitMs;
  for (let tries = 0; ; tries += 1) {
    const { rows } = await owner.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [lockKey]);
    if (rows[0]?.got) return;
    if (Date.now() > deadline)
      throw new Error('another process has been migrating this database for ten minutes');
    if (tries === 10) log.info('Waiting for another process that migrates this database');
    await sleep(100);
  }
}

async function readApplied(owner: pg.Client): Promise<{ name: string; sha256: string }[]> {
  const { rows } = await owner.query('select name, sha256 from meta.migration order by name');
  return rows;
}

async function apply(owner: pg.Client, migration: Migration): Promise<void> {
  const row = `insert into meta.migration (name, sha256) values ('${migration.name}', '${migration.sha256}');\n`;
  try {
    await inTransaction(owner, row, migration.sql);
  } catch (error) {
    const { message, position } = error as { message: string; position?: string };
    const line = position ? ` at line ${migration.sql.slice(0, Number(position)).split('\n').length}` : '';
    throw new Error(`sql/${migration.name}${line}: ${message}`, { cause: error });
  }
}

async function inTransaction(owner: pg.Client, ...statements: string[]): Promise<void> {
  await owner.query('begin');
  try {
    for (const sql of statements) await owner.query(sql);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback').catch(() => {});
    throw error;
  }
}
