import { spawn } from 'node:child_process';
import { closeSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../refusal.ts';
import type { Binaries } from './embedded-binaries.ts';
import { postgresEnvironment, superuserName } from './embedded-cluster.ts';
import { probe, readPostmasterFile, socketUrl } from './embedded-connection.ts';
import { openPostgresLog, tailOfPostgresLog, trimPostgresLog } from './embedded-log.ts';
import type { Place } from './embedded-place.ts';
import { makeSocketDir } from './embedded-place.ts';
import { pidExists } from './lock-process.ts';

/** A PostgreSQL server that is kept running until `stop`. */
export type Postmaster = {
  /** True when it was already running, left over from a killed process. */
  readonly adopted: boolean;
  readonly socketDir: string;
  pid(): number;
  stop(): Promise<void>;
};

type Settings = {
  place: Place;
  binaries: Binaries;
  superuserPassword: string;
  durable: boolean;
  log: Log;
};

type Running = { pid: number; socketDir: string; adopted: boolean; gone: Promise<string> };

/** After a crash the dead server's shared memory may linger for a moment, and a start is refused. */
const retryMs = 8_000;
const readyMs = 120_000;
const stopMs = 30_000;

/** Starts PostgreSQL on the cluster, or adopts the server that runs there, and starts it again whenever it dies. */
export async function keepPostmaster(settings: Settings): Promise<Postmaster> {
  const { place, log } = settings;
  let running = await startOrAdopt(settings);
  const adopted = running.adopted;
  const socketDir = running.socketDir;
  let stopping = false;
  const stopped = new AbortController();

  const watch = async () => {
    while (!stopping) {
      const why = await running.gone;
      if (stopping) return;
      log.error(`PostgreSQL stopped by itself (${why}); starting it again. Its log: ${place.logFile}`);
      await restart();
    }
  };
  const restart = async () => {
    for (let wait = 250; !stopping; wait = Math.min(wait * 2, 10_000)) {
      try {
        running = await startOrAdopt(settings);
        log.info(`PostgreSQL runs again (process ${running.pid})`);
        return;
      } catch (error) {
        log.error(`PostgreSQL does not start: ${(error as Error).message}`);
        await sleep(wait, undefined, { signal: stopped.signal }).catch(() => {});
      }
    }
  };
  const watching = watch();
  const trimming = setInterval(() => trimPostgresLog(place.logFile), 60_000);
  trimming.unref();

  return {
    adopted,
    socketDir,
    pid: () => running.pid,
    async stop() {
      if (stopping) return;
      stopping = true;
      stopped.abort();
      clearInterval(trimming);
      await shutDown(running, log);
      await watching;
      // A restart that was under way when we were asked to stop may just have succeeded.
      const left = readPostmasterFile(place.cluster);
      if (left && left.pid === running.pid && pidExists(left.pid)) await shutDown(running, log);
    },
  };
}

async function startOrAdopt(settings: Settings): Promise<Running> {
  const { place, log } = settings;
  const deadline = Date.now() + retryMs;
  for (;;) {
    const found = await adopt(settings);
    if (found) return found;
    const { running, failure } = await start(settings);
    if (running) return running;
    if (Date.now() > deadline) {
      throw new Error(`PostgreSQL does not start: ${failure}\n${tailOfPostgresLog(place.logFile)}`);
    }
    log.warn(`PostgreSQL did not start (${failure}), trying again`);
    await sleep(250);
  }
}

async function adopt({ place, superuserPassword, log }: Settings): Promise<Running | null> {
  const file = readPostmasterFile(place.cluster);
  if (!file || !pidExists(file.pid)) return null;
  if (!isPostgres(file.pid)) {
    disownPid(place.cluster);
    return null;
  }
  const url = socketUrl(file.socketDir, superuserName, superuserPassword, 'postgres');
  const deadline = Date.now() + readyMs;
  while (pidExists(file.pid)) {
    if ((await probe(url)) === 'ready') {
      log.info(`Adopting the PostgreSQL that already runs here (process ${file.pid})`);
      return { ...file, adopted: true, gone: disappearance(file.pid) };
    }
    if (Date.now() > deadline) {
      throw new Error(`PostgreSQL (process ${file.pid}) runs on ${place.cluster} but does not answer`);
    }
    await sleep(100);
  }
  return null;
}

async function start({ place, binaries, superuserPassword, durable, log }: Settings) {
  const socketDir = makeSocketDir(place);
  const logFd = openPostgresLog(place.logFile);
  const child = spawn(join(binaries.folder, 'bin/postgres'), serverFlags(place.cluster, socketDir, durable), {
    cwd: place.cluster,
    env: postgresEnvironment,
    // Its own process group: Ctrl-C must reach PostgreSQL through us, in order.
    detached: true,
    stdio: ['ignore', logFd, logFd],
    ...(place.account && { uid: place.account.uid, gid: place.account.gid }),
  });
  closeSync(logFd);
  const gone = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
  });
  let failure: string | null = null;
  void gone.then((why) => {
    failure = why;
  });
  const url = socketUrl(socketDir, superuserName, superuserPassword, 'postgres');
  const deadline = Date.now() + readyMs;
  while (failure === null) {
    if ((await probe(url)) === 'ready' && readPostmasterFile(place.cluster)?.pid === child.pid) {
      return { running: { pid: child.pid ?? 0, socketDir, adopted: false, gone }, failure };
    }
    if (Date.now() > deadline) {
      child.kill('SIGQUIT');
      failure = await gone;
      log.error(`PostgreSQL took longer than ${readyMs / 1000} s to get ready`);
    }
    await sleep(30);
  }
  return { running: null, failure };
}

function serverFlags(cluster: string, socketDir: string, durable: boolean): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: socketDir.replaceAll(',', '\\,'),
    unix_socket_permissions: '0700',
    port: '5432',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_duration_statement: '5s',
    jit: 'off',
    fsync: durable ? 'on' : 'off',
    ...(durable ? {} : { full_page_writes: 'off', synchronous_commit: 'off' }),
  };
  return ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

async function shutDown(running: Running, log: Log): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', stopMs],
    ['SIGQUIT', 5_000],
  ] as const) {
    try {
      process.kill(running.pid, signal);
    } catch {
      return;
    }
    // This timer also keeps the process alive: for an adopted server nothing else would.
    const patienceOver = new AbortController();
    const tired = sleep(patience, false, { signal: patienceOver.signal }).catch(() => false);
    const inTime = await Promise.race([running.gone.then(() => true), tired]);
    patienceOver.abort();
    if (inTime) return;
    log.warn(`PostgreSQL did not stop within ${patience / 1000} s of ${signal}`);
  }
}

async function disappearance(pid: number): Promise<string> {
  while (pidExists(pid)) await sleep(200, undefined, { ref: false });
  return 'gone';
}

/** Whether that number is PostgreSQL's, where the system can tell; a reused number belongs to a stranger. */
function isPostgres(pid: number): boolean {
  try {
    const program = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0] ?? '';
    return program === '' || basename(program).startsWith('postgres');
  } catch {
    return true;
  }
}

/**
 * A crash in a container leaves postmaster.pid with a number that a stranger may have now, and PostgreSQL would
 * refuse to start. It ignores its own parent's number, so that goes in its place; the rest of the file stays,
 * because from it PostgreSQL finds out whether orphaned backends still use the shared memory.
 */
function disownPid(cluster: string): void {
  const file = join(cluster, 'postmaster.pid');
  const rest = readFileSync(file, 'utf8').split('\n').slice(1);
  writeFileSync(file, [String(process.pid), ...rest].join('\n'));
}
