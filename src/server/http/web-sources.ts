import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** What the built web depends on besides its own folder: the shared rules, the build and the libraries. */
const alsoHashed = ['vite.config.ts', 'package.json', 'package-lock.json', 'src/core'];

/**
 * One hash over everything that the built web is made of, so that a start builds only after a change.
 * Tests are left out. A path that does not exist counts as empty.
 */
export async function hashWebSources(packageRoot: string): Promise<string> {
  const hash = createHash('sha256');
  for (const path of ['src/web', ...alsoHashed]) {
    for (const file of await listFiles(join(packageRoot, path))) {
      if (/\.test\.tsx?$/.test(file)) continue;
      hash.update(`${relative(packageRoot, file)}\0`);
      hash.update(await readFile(file));
      hash.update('\0');
    }
  }
  return hash.digest('hex').slice(0, 16);
}

async function listFiles(path: string): Promise<string[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true, recursive: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOTDIR') return [path];
    if (code === 'ENOENT') return [];
    throw error;
  }
}
