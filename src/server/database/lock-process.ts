import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** What tells one process from a later one that happens to get the same number. */
export type ProcessIdentity = {
  readonly pid: number;
  /** Start time as the system tells it (opaque text); null where it cannot be read. */
  readonly processStart: string | null;
  /** Where `pid` means something: one boot of one machine and one process namespace. */
  readonly machine: string;
};

/** The identity of this very process. */
export function thisProcess(): ProcessIdentity {
  return { pid: process.pid, processStart: processStart(process.pid), machine: thisMachine() };
}

/** The boot and the process namespace that this process runs in; the host's name where there is no /proc. */
export function thisMachine(): string {
  const boot = attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
  const namespace = attempt(() => readlinkSync('/proc/self/ns/pid'));
  return boot === null ? hostname() : `${boot} ${namespace ?? ''}`.trim();
}

/**
 * When a process started, as opaque text that stays the same for as long as it lives; null when it is gone, is
 * a zombie, or neither /proc nor ps can tell.
 */
export function processStart(pid: number, procDir = '/proc'): string | null {
  const stat = attempt(() => readFileSync(`${procDir}/${pid}/stat`, 'utf8'));
  if (stat !== null) {
    const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return afterName[0] === 'Z' ? null : (afterName[19] ?? null);
  }
  if (attempt(() => readFileSync(`${procDir}/self/stat`)) !== null) return null;
  const ps = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { LC_ALL: 'C' },
  });
  return ps.status === 0 && ps.stdout.trim() !== '' ? ps.stdout.trim() : null;
}

/**
 * Whether that same process still runs here. A process of another start time is a stranger that got the
 * number again. Without any start time the number alone decides, on the side of "alive".
 */
export function isRunning(one: ProcessIdentity, procDir = '/proc'): boolean {
  if (!pidExists(one.pid)) return false;
  const start = processStart(one.pid, procDir);
  if (start === null) return attempt(() => readFileSync(`${procDir}/self/stat`)) === null;
  return one.processStart === null || one.processStart === start;
}

/** Whether a process of that number exists, ours to signal or not; one that only waits to be reaped does not. */
export function pidExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  return stat === null || stat.charAt(stat.lastIndexOf(')') + 2) !== 'Z';
}

function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
