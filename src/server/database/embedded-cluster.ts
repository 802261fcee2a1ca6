import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../refusal.ts';
import { RefusalError } from '../refusal.ts';
import { syncPath, writeOnce } from '../secret-file.ts';
import type { Binaries } from './embedded-binaries.ts';
import type { Place } from './embedded-place.ts';
import { nameLocation, own } from './embedded-place.ts';

/** The passwords of the cluster's two makers: the bootstrap superuser and the owner of the database. */
export type ClusterPasswords = { readonly superuser: string; readonly owner: string };

export const superuserName = 'postgres';

/** Environment of every PostgreSQL process: nothing of ours leaks in, and messages come in English. */
export const postgresEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/**
 * Makes the cluster if there is none. initdb works in a folder of another name that is renamed when all of it is
 * written, so that a kill at any moment leaves either no cluster or a whole one.
 */
export async function ensureCluster(
  place: Place,
  binaries: Binaries,
  options: { durable: boolean; log: Log },
): Promise<ClusterPasswords> {
  const isNew = !existsSync(place.cluster);
  const passwords = isNew ? makePasswords(place) : readPasswords(place.dataDir);
  if (isNew) await makeCluster(place, binaries, passwords, options);
  checkVersion(place, binaries);
  nameLocation(place);
  return passwords;
}

/** The passwords of an existing cluster. */
export function readPasswords(dataDir: string): ClusterPasswords {
  const file = passwordFile(dataDir);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ClusterPasswords;
  } catch (error) {
    throw new RefusalError(
      'passwords',
      `Cannot read the database passwords in ${file} (${(error as NodeJS.ErrnoException).code ?? 'not JSON'}): restore the file from a backup, or run as its owner.`,
    );
  }
}

async function makeCluster(
  place: Place,
  binaries: Binaries,
  passwords: ClusterPasswords,
  options: { durable: boolean; log: Log },
): Promise<void> {
  options.log.info(`Making the database in ${place.cluster}`);
  await removeDrafts(place);
  const name = `postgres.new-${process.pid}-${randomBytes(4).toString('hex')}`;
  const draft = join(place.home, name);
  const passwordFileForInitdb = `${draft}.password`;
  await mkdir(draft, { mode: 0o700 });
  own(draft, place.account);
  writeFileSync(passwordFileForInitdb, passwords.superuser, { mode: 0o600, flag: 'wx' });
  own(passwordFileForInitdb, place.account);
  try {
    await runInitdb(place, binaries, draft, passwordFileForInitdb, options.durable);
    writeFileSync(
      join(draft, 'pg_hba.conf'),
      '# The unix socket only, always with a password.\nlocal all all scram-sha-256\n',
    );
    if (options.durable) syncPath(join(draft, 'pg_hba.conf'));
    await rename(draft, place.cluster);
    if (options.durable) syncPath(place.home);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(passwordFileForInitdb, { force: true });
  }
}

function runInitdb(
  place: Place,
  binaries: Binaries,
  draft: string,
  pwfile: string,
  durable: boolean,
): Promise<void> {
  const flags = [
    '-D',
    draft,
    '-U',
    superuserName,
    `--pwfile=${pwfile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
  ];
  flags.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--data-checksums');
  if (!durable) flags.push('--no-sync');
  return new Promise((resolve, reject) => {
    const child = spawn(join(binaries.folder, 'bin/initdb'), flags, {
      cwd: draft,
      env: postgresEnvironment,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(place.account && { uid: place.account.uid, gid: place.account.gid }),
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(`initdb failed (${signal ?? code}): ${said.trim().split('\n').slice(-6).join(' ')}`),
        );
    });
  });
}

/** Drafts of a run that was killed. Their initdb may still be dying, so what cannot be removed now stays. */
async function removeDrafts(place: Place): Promise<void> {
  for (const name of await readdir(place.home)) {
    if (!name.startsWith('postgres.new-')) continue;
    await rm(join(place.home, name), { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
  }
}

function checkVersion(place: Place, binaries: Binaries): void {
  const found = Number.parseInt(readFileSync(join(place.cluster, 'PG_VERSION'), 'utf8'), 10);
  if (found === binaries.major) return;
  throw new RefusalError(
    'cluster-version',
    `The database in ${place.cluster} was made by PostgreSQL ${found} and this Tandem ships ${binaries.major}: start the old version of Tandem on it; this one cannot read it.`,
  );
}

function makePasswords(place: Place): ClusterPasswords {
  const file = passwordFile(place.dataDir);
  if (existsSync(file)) return readPasswords(place.dataDir);
  const made = {
    superuser: randomBytes(24).toString('base64url'),
    owner: randomBytes(24).toString('base64url'),
  };
  writeOnce(file, `${JSON.stringify(made, null, 2)}\n`);
  return readPasswords(place.dataDir);
}

function passwordFile(dataDir: string): string {
  return join(dataDir, 'postgres-passwords.json');
}
