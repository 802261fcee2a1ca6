import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file that only its owner may read (0600), whole or not at all; of several writers the first wins. */
export function writeOnce(file: string, text: string): void {
  const draft = `${file}.${randomBytes(4).toString('hex')}.new`;
  writeFileSync(draft, text, { mode: 0o600, flag: 'wx' });
  syncPath(draft);
  try {
    linkSync(draft, file);
    syncPath(dirname(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Makes a file, or the names in a folder, survive a power cut. */
export function syncPath(path: string): void {
  const fd = openSync(path, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
