import { statfs } from 'node:fs/promises';
import { effectiveConfig, loadConfig } from '#server/config.ts';
import { openUntouched } from '#server/database/embedded-or-server.ts';
import { migrationStatus } from '#server/database/migrate.ts';
import type { Pool } from '#server/database/pool.ts';
import { openPool } from '#server/database/pool.ts';
import { doctorChecks } from '#server/doctor/checks.ts';
import { readServerFacts } from '#server/doctor/queries.ts';
import { defineCommand, jsonOption } from './command.ts';
import { commandLog } from './log.ts';

type Finding = { name: string; ok: boolean; detail: string };

const leastFreeBytes = 1024 ** 3;

/** `tandem doctor`: the effective configuration with secrets masked, the state of the database, the invariants. */
export const doctorCommand = defineCommand({
  usage: '[--json]',
  help: ['Changes nothing. Exits with 1 when a check fails.'],
  options: { ...jsonOption },
  async run({ values }, io) {
    const config = loadConfig();
    const database = await openUntouched(config, commandLog(io), 'tandem doctor');
    const pool = openPool({ connectionString: database.ownerUrl }, { max: 2, name: 'tandem doctor' });
    try {
      const facts = await readServerFacts(pool);
      const checks = [
        await checkMigrations(database.ownerUrl),
        await checkDisk(config.dataDir),
        ...(await runChecks(pool)),
      ];
      const report = {
        ok: checks.every(({ ok }) => ok),
        configuration: effectiveConfig(config),
        database: facts,
        checks,
      };
      if (values.json) io.json(report);
      else io.print(asText(report));
      return report.ok ? 0 : 1;
    } finally {
      await pool.end();
      await database.close();
    }
  },
});

async function runChecks(pool: Pool): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const check of doctorChecks) findings.push(await finding(check.name, () => check.run(pool)));
  return findings;
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

function asText(report: {
  configuration: Record<string, string>;
  database: { version: string; role: string; database: string; sizeBytes: number };
  checks: readonly Finding[];
}): string {
  const { version, role, database, sizeBytes } = report.database;
  const megabytes = Math.ceil(sizeBytes / 1024 ** 2);
  return [
    'Configuration',
    ...Object.entries(report.configuration).map(([name, value]) => `  ${name.padEnd(13)} ${value}`),
    '',
    `PostgreSQL ${version}, database ${database} as ${role}, ${megabytes} MB`,
    '',
    'Checks',
    ...report.checks.map(({ name, ok, detail }) => `  ${ok ? 'ok  ' : 'FAIL'} ${name}: ${detail}`),
  ].join('\n');
}
