import { randomUUID } from 'node:crypto';
import {
  linkSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../data-folder.ts';
import { RefusalError } from '../refusal.ts';
import type { ProcessIdentity } from './lock-process.ts';
import { isRunning, thisMachine, thisProcess } from './lock-process.ts';

/** Who holds a data folder. */
export type LockHolder = ProcessIdentity & {
  readonly nonce: string;
  /** What it runs, as a person would type it: `tandem start`. */
  readonly command: string;
  /** ISO instant of the acquisition. */
  readonly since: string;
  /** The address it serves; null while it starts, and for commands that serve none. */
  readonly address: string | null;
};

/** A lock that this process holds. */
export type DataLock = {
  readonly holder: LockHolder;
  /** Tells later comers which address is served. */
  announce(address: string): void;
  /** Gives the folder free; a second call does nothing. */
  release(): void;
};

/** The data folder belongs to another living process. */
export class DataFolderHeldError extends RefusalError {
  readonly holder: LockHolder;

  constructor(dataDir: string, holder: LockHolder) {
    const serves = holder.address ? `, serving ${holder.address}` : '';
    super(
      'data-folder-held',
      `The data folder ${dataDir} is in use by \`${holder.command}\` (process ${holder.pid}, since ${holder.since}${serves}). Stop it first, or set TANDEM_DATA to another folder.`,
    );
    this.name = 'DataFolderHeldError';
    this.holder = holder;
  }
}

const beatMs = 10_000;
/** A holder on another machine or in another container is judged by its heartbeat alone. */
const silenceMs = 30_000;

/**
 * Takes the one lock of a data folder, or throws DataFolderHeldError. A lock whose holder is dead (kill -9, power
 * cut) is taken over. Of any number of processes that try at once, exactly one succeeds.
 *
 * The lock appears complete by link(2). A dead one is replaced only by the process that holds a second lock named
 * after the dead one's nonce: a nonce never comes back, so nobody can replace a lock other than the one it judged.
 */
export function acquireDataLock(dataDir: string, command: string): DataLock {
  makeFolder(dataDir);
  const path = lockPath(dataDir);
  const held = take(path, command);
  if ('by' in held) throw new DataFolderHeldError(dataDir, held.by);
  let holder = held.mine;
  const beat = setInterval(() => touch(path, holder.nonce), beatMs);
  beat.unref();
  return {
    get holder() {
      return holder;
    },
    announce(address) {
      if (read(path)?.nonce !== holder.nonce) return;
      holder = { ...holder, address };
      renameSync(writeDraft(path, holder), path);
    },
    release() {
      clearInterval(beat);
      removeOwn(path, holder.nonce);
    },
  };
}

/** Who holds the data folder now; null when nobody living does. */
export function readDataLock(dataDir: string): LockHolder | null {
  const path = lockPath(dataDir);
  const holder = read(path);
  return holder !== null && isAlive(path, holder) ? holder : null;
}

function lockPath(dataDir: string): string {
  return join(dataDir, 'tandem.lock');
}

function take(path: string, command: string): { mine: LockHolder } | { by: LockHolder } {
  const mine: LockHolder = {
    ...thisProcess(),
    nonce: randomUUID(),
    command,
    since: new Date().toISOString(),
    address: null,
  };
  const draft = writeDraft(path, mine);
  try {
    for (;;) {
      if (linked(draft, path)) return { mine };
      const other = read(path);
      if (other === null) continue;
      if (isAlive(path, other)) return { by: other };
      const guardPath = `${path}.${other.nonce.slice(-12)}`;
      const guard = take(guardPath, command);
      if ('by' in guard) {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
        continue;
      }
      try {
        if (read(path)?.nonce !== other.nonce) continue;
        renameSync(draft, path);
        return { mine };
      } finally {
        removeOwn(guardPath, guard.mine.nonce);
      }
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

function writeDraft(path: string, holder: LockHolder): string {
  const draft = `${path}.${process.pid}.${randomUUID().slice(0, 8)}.new`;
  writeFileSync(draft, `${JSON.stringify(holder)}\n`, { flag: 'wx', mode: 0o644 });
  return draft;
}

function linked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function read(path: string): LockHolder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as LockHolder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new RefusalError('data-lock-unreadable', `Cannot read ${path}: ${(error as Error).message}`);
  }
}

function isAlive(path: string, holder: LockHolder): boolean {
  if (holder.machine === thisMachine()) return isRunning(holder);
  try {
    return Math.abs(Date.now() - statSync(path).mtimeMs) < silenceMs;
  } catch {
    return false;
  }
}

function touch(path: string, nonce: string): void {
  try {
    if (read(path)?.nonce === nonce) utimesSync(path, new Date(), new Date());
  } catch {
    // A folder removed under us is found out by whoever next writes to it.
  }
}

function removeOwn(path: string, nonce: string): void {
  try {
    if (read(path)?.nonce === nonce) unlinkSync(path);
  } catch {
    // Gone already.
  }
}
