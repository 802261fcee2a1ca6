import { closeSync, copyFileSync, ftruncateSync, openSync, readFileSync, statSync } from 'node:fs';

const capBytes = 10 * 1024 * 1024;

/**
 * Opens PostgreSQL's log for appending; the descriptor is handed to PostgreSQL, which goes on writing to it when
 * our process is gone. The caller closes it after the spawn.
 */
export function openPostgresLog(file: string): number {
  trimPostgresLog(file);
  return openSync(file, 'a', 0o600);
}

/** Keeps the log below 10 MB: its contents move to `<file>.1` and it goes on empty. */
export function trimPostgresLog(file: string, cap = capBytes): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= cap) return;
  copyFileSync(file, `${file}.1`);
  const fd = openSync(file, 'r+');
  try {
    // A rename would leave PostgreSQL writing to the old file; its descriptor appends, so truncating is safe.
    ftruncateSync(fd, 0);
  } finally {
    closeSync(fd);
  }
}

/** The last lines of the log, for an error message. */
export function tailOfPostgresLog(file: string, lines = 5): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  }
}
