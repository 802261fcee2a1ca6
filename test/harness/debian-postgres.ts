import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const HOME = '/usr/lib/postgresql';
const LEAST = 15;
const READY_WITHIN_MS = 60_000;

export type PrivateServer = { readonly version: string; readonly ownerUrl: string; stop(): Promise<void> };

/** Runs a cluster of Debian’s PostgreSQL (the oldest here from 15 on) in a temporary folder, on a unix socket. */
export async function startDebianPostgres(tell: (line: string) => void): Promise<PrivateServer> {
  const binaries = findBinaries() ?? installBinaries(tell);
  const account = process.getuid?.() === 0 ? accountOf('postgres') : null;
  const folder = mkdtempSync(join(tmpdir(), 'tandem-pg-'));
  const [cluster, socket, passwordFile] = [
    join(folder, 'cluster'),
    join(folder, 'run'),
    join(folder, 'password'),
  ];
  const password = 'only for this run';
  for (const path of [cluster, socket]) mkdirSync(path, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account)
    for (const path of [folder, cluster, socket, passwordFile]) chownSync(path, account.uid, account.gid);
  chmodSync(folder, 0o755);

  const run = account ?? {};
  const initdb = [
    '-D',
    cluster,
    '-U',
    'postgres',
    '-A',
    'scram-sha-256',
    '--pwfile',
    passwordFile,
    '-E',
    'UTF8',
  ];
  execFileSync(join(binaries, 'initdb'), [...initdb, '--no-sync', '--locale', 'C.UTF-8'], {
    ...run,
    stdio: 'pipe',
  });
  const settings = ['listen_addresses=', 'fsync=off', 'max_connections=120', 'shared_buffers=256MB'];
  const args = ['-D', cluster, '-k', socket, ...settings.flatMap((setting) => ['-c', setting])];
  const server = spawn(join(binaries, 'postgres'), args, {
    ...run,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  server.stderr?.on('data', (chunk: Buffer) => {
    log = (log + chunk.toString('utf8')).slice(-4000);
  });
  const ended = new Promise<void>((resolve) => server.on('close', () => resolve()));
  const stop = async (): Promise<void> => {
    server.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const url = (user: string, database: string): string =>
    `postgresql://${user}:${encodeURIComponent(password)}@localhost/${database}?host=${encodeURIComponent(socket)}`;
  try {
    const version = await makeOwner(url('postgres', 'postgres'), password, () => server.exitCode !== null);
    return { version, ownerUrl: url('tandem_owner', 'postgres'), stop };
  } catch (error) {
    await stop();
    throw new Error(`${(error as Error).message}\n${log}`, { cause: error });
  }
}

/** The owner is no superuser: row-level security must hold against a role such as a real installation has. */
async function makeOwner(superuserUrl: string, password: string, isGone: () => boolean): Promise<string> {
  const deadline = performance.now() + READY_WITHIN_MS;
  for (;;) {
    const client = new pg.Client({ connectionString: superuserUrl });
    try {
      await client.connect();
      await client.query(
        `create role tandem_owner login createdb createrole password ${pg.escapeLiteral(password)}`,
      );
      const { rows } = await client.query<{ version: string }>(
        `select current_setting('server_version') as version`,
      );
      return rows[0]?.version ?? 'unknown';
    } catch (error) {
      if (isGone() || performance.now() > deadline) throw error;
      await sleep(200);
    } finally {
      await client.end().catch(() => {});
    }
  }
}

function findBinaries(): string | null {
  if (!existsSync(HOME)) return null;
  const versions = readdirSync(HOME)
    .map(Number)
    .filter((version) => version >= LEAST && existsSync(join(HOME, String(version), 'bin', 'postgres')))
    .sort((a, b) => a - b);
  return versions[0] === undefined ? null : join(HOME, String(versions[0]), 'bin');
}

function installBinaries(tell: (line: string) => void): string {
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    tell('No PostgreSQL found: installing Debian’s');
    const install = 'apt-get update -q && apt-get install -y -q --no-install-recommends postgresql';
    spawnSync('sh', ['-c', install], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 600_000,
    });
  }
  const found = findBinaries();
  if (found) return found;
  throw new Error(
    `No PostgreSQL ${LEAST} or newer in ${HOME}: install it (Debian: \`apt-get install postgresql\`), or set TEST_DATABASE_URL to a server of your own.`,
  );
}

function accountOf(name: string): { uid: number; gid: number } {
  const id = (flag: string): number => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }).trim());
  return { uid: id('-u'), gid: id('-g') };
}
