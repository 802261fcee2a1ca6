import { statfs } from 'node:fs/promises';
import type { Config } from '../config.ts';
import { effectiveConfig } from '../config.ts';
import { openUntouched } from '../database/embedded-or-server.ts';
import { migrationStatus } from '../database/migrate.ts';
import { openPool } from '../database/pool.ts';
import type { Log } from '../refusal.ts';
import { checkMailIn } from './check-mail-in.ts';
import { doctorChecks } from './checks.ts';
import { organizationChecks } from './organization-checks.ts';
import { readServerFacts, type ServerFacts } from './queries.ts';

/** One check and what it found. */
export type Finding = { readonly name: string; readonly ok: boolean; readonly detail: string };

/** What `tandem doctor` reports. */
export type Examination = {
  readonly ok: boolean;
  /** The settings in force, secrets masked. */
  readonly configuration: Readonly<Record<string, string>>;
  readonly database: ServerFacts;
  readonly checks: readonly Finding[];
};

const leastFreeBytes = 1024 ** 3;

/** Examines an installation and changes nothing: neither migrations nor roles. */
export async function examine(config: Config, log: Log): Promise<Examination> {
  const database = await openUntouched(config, log, 'tandem doctor');
  const pool = openPool({ connectionString: database.ownerUrl }, { max: 2, name: 'tandem doctor' });
  try {
    const facts = await readServerFacts(pool);
    const checks = [await checkMigrations(database.ownerUrl)];
    if (config.database.kind === 'embedded') checks.push(await checkDisk(config.dataDir));
    const { mailIn } = config;
    if (mailIn) checks.push(await finding('mail comes in', () => checkMailIn(mailIn)));
    for (const check of [...doctorChecks, ...organizationChecks])
      checks.push(await finding(check.name, () => check.run(pool)));
    return {
      ok: checks.every(({ ok }) => ok),
      configuration: effectiveConfig(config),
      database: facts,
      checks,
    };
  } finally {
    await pool.end();
    await database.close();
  }
}

function checkMigrations(ownerUrl: string): Promise<Finding> {
  return finding('the schema is that of this version', async () => {
    const { applied, pending } = await migrationStatus(ownerUrl);
    if (pending.length === 0) return { ok: true, detail: `${applied} migrations applied` };
    return { ok: false, detail: `${pending.join(', ')} still to apply: run \`tandem start\`` };
  });
}

function checkDisk(dataDir: string): Promise<Finding> {
  return finding('the data folder has room', async () => {
    const { bavail, bsize } = await statfs(dataDir);
    const free = bavail * bsize;
    const detail = `${(free / 1024 ** 3).toFixed(1)} GB free`;
    return { ok: free >= leastFreeBytes, detail: free >= leastFreeBytes ? detail : `${detail}: make room` };
  });
}

/** A check that cannot run has failed, and the others still run. */
async function finding(name: string, run: () => Promise<{ ok: boolean; detail: string }>): Promise<Finding> {
  try {
    return { name, ...(await run()) };
  } catch (error) {
    return { name, ok: false, detail: (error as Error).message };
  }
}
