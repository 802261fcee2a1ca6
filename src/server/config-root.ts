import { existsSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/**
 * The folder that holds Tandem's package.json, wherever the code runs from (a checkout, a packed tarball, a
 * link in another project's node_modules/.bin).
 */
export function packageRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error(`expected a package.json above ${import.meta.dirname}, found none`);
    folder = parent;
  }
  return folder;
}

/**
 * The data folder when TANDEM_DATA is not set: `data` beside package.json, so that every command finds the
 * same one from any directory. A package installed under node_modules is replaced by the next update, so there
 * it is `data` in the current directory.
 */
export function defaultDataDir(root = packageRoot(), cwd = process.cwd()): string {
  return join(root.split(sep).includes('node_modules') ? cwd : root, 'data');
}
