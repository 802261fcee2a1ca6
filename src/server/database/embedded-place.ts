import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from '../data-folder.ts';
import { RefusalError } from '../refusal.ts';
import type { Account } from './embedded-account.ts';
import { mayEnter, postgresAccount } from './embedded-account.ts';

/** Where one data folder keeps its PostgreSQL. */
export type Place = {
  /** The data folder, real path. */
  readonly dataDir: string;
  /** The folder around the cluster: the data folder itself, or /var/lib/tandem/<hash>. */
  readonly home: string;
  readonly cluster: string;
  /** Copied binaries go under here. */
  readonly binariesHome: string;
  readonly logFile: string;
  readonly account: Account | null;
};

/** A unix socket's path must fit sockaddr_un with its closing zero. */
const socketPathLimit = 107;
const farBase = '/var/lib/tandem';

/**
 * Decides where the cluster lives and makes the folders. Normally `<data>/postgres`. As root, when PostgreSQL's
 * account cannot enter the data folder (a clone under /root), `/var/lib/tandem/<hash>/postgres`; the data folder
 * names that place in the file `postgres-location`. An existing cluster stays where it is.
 */
export function choosePlace(dataDir: string, base = farBase): Place {
  makeDataDir(dataDir);
  const real = realpathSync(dataDir);
  mustBeWritable(real);
  const far = namedLocation(real);
  const near = join(real, 'postgres');
  const cluster = far ? join(far, 'postgres') : near;
  if (far && !existsSync(cluster)) {
    throw new RefusalError(
      'cluster-missing',
      `${join(real, 'postgres-location')} says that the database is in ${far}, but it is not there: restore that folder, or delete the file to begin with an empty database.`,
    );
  }
  if (far) mustBeOurs(far, real);
  const account = postgresAccount(existsSync(cluster) ? statSync(cluster).uid : null);
  const stays = far === null && (account === null || existsSync(near) || mayEnter(real, account));
  const home = stays ? real : (far ?? farHome(real, base));
  if (account && !mayEnter(home, account)) {
    throw new RefusalError(
      'closed-folder',
      `The account ${account.name} that PostgreSQL runs as cannot enter ${home}: open the folders above it (chmod a+x), or set TANDEM_DATA to a folder under /var/lib or /srv.`,
    );
  }
  return {
    dataDir: real,
    home,
    cluster: join(home, 'postgres'),
    binariesHome: home === real ? real : base,
    logFile: join(real, 'postgres.log'),
    account,
  };
}

/**
 * Makes the data folder if it is missing, closed to other people. Root's may be passed through (not read), since
 * PostgreSQL runs as another account and its cluster is inside.
 */
export function makeDataDir(dataDir: string): void {
  if (existsSync(dataDir)) return;
  makeFolder(dataDir);
  chmodSync(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
}

/** Whether a start has been made in this data folder. */
export function hasCluster(dataDir: string): boolean {
  return existsSync(join(namedLocation(dataDir) ?? dataDir, 'postgres'));
}

/** Remembers a cluster outside the data folder, once it is whole. */
export function nameLocation(place: Place): void {
  if (place.home === place.dataDir) return;
  writeFileSync(join(place.home, 'data-folder'), `${place.dataDir}\n`);
  writeFileSync(join(place.dataDir, 'postgres-location'), `${place.home}\n`);
}

/** The folder that `postgres-location` names, or null. */
export function namedLocation(dataDir: string): string | null {
  const file = join(dataDir, 'postgres-location');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

/**
 * Makes the folder of the unix socket: `run` beside the cluster, or a private folder of a short name under /tmp
 * where that path would be too long for a socket. Only PostgreSQL's account (and root) may enter it.
 */
export function makeSocketDir(place: Place): string {
  const near = join(place.home, 'run');
  if (Buffer.byteLength(join(near, '.s.PGSQL.5432')) <= socketPathLimit) {
    mkdirSync(near, { recursive: true, mode: 0o700 });
    own(near, place.account);
    return near;
  }
  const base = existsSync('/tmp') ? '/tmp' : tmpdir();
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const short = join(base, `tandem-${digest(place.cluster)}${attempt === 0 ? '' : `-${attempt}`}`);
    if (isPrivateFolder(short, place.account)) return short;
  }
  throw new RefusalError(
    'no-socket-folder',
    `The path of ${near} is too long for a socket and ${base}/tandem-… belongs to somebody else: set TANDEM_DATA to a shorter path.`,
  );
}

/** Gives a file or folder to PostgreSQL's account; does nothing for an ordinary user. */
export function own(path: string, account: Account | null): void {
  if (account) chownSync(path, account.uid, account.gid);
}

/** A data folder that was copied names the original's cluster; two servers on one cluster must not be. */
function mustBeOurs(home: string, dataDir: string): void {
  const back = join(home, 'data-folder');
  const other = existsSync(back) ? readFileSync(back, 'utf8').trim() : dataDir;
  if (other === dataDir || !existsSync(other) || namedLocation(other) !== home) return;
  throw new RefusalError(
    'copied-data-folder',
    `${dataDir} is a copy of ${other}, whose database in ${home} it must not share: use that folder.`,
  );
}

function isPrivateFolder(path: string, account: Account | null): boolean {
  try {
    mkdirSync(path, { mode: 0o700 });
    own(path, account);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const found = lstatSync(path);
  const owner = account?.uid ?? process.getuid?.();
  return found.isDirectory() && found.uid === owner && (found.mode & 0o077) === 0;
}

function farHome(dataDir: string, base: string): string {
  const home = join(base, digest(dataDir));
  makeFolder(home);
  for (const folder of [base, home]) chmodSync(folder, 0o755);
  return home;
}

function mustBeWritable(dataDir: string): void {
  try {
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw new RefusalError(
      'data-folder',
      `You may not write to the data folder ${dataDir}: run as its owner, or set TANDEM_DATA to a folder of your own.`,
    );
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
