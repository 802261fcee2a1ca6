import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { RefusalError } from './refusal.ts';

/**
 * Makes a folder and what is missing above it. Throws RefusalError where that cannot be. One folder at a time:
 * below a file system that takes none, such as /proc, Node's own recursive way never ends.
 */
export function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' && isFolder(folder)) return;
    throw new RefusalError(
      'data-folder',
      `Cannot make the folder ${folder} (${(error as NodeJS.ErrnoException).code}): make it yourself, or set TANDEM_DATA to a folder you may write to.`,
    );
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
