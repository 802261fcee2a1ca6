import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file's path from the root of the repository, with `/`, and its text. A test plants a violation here. */
export type SourceTree = ReadonlyMap<string, string>;

const SKIPPED_FOLDERS = new Set(['node_modules', '.git', 'dist', 'coverage', '.cache']);
const SKIPPED_AT_ROOT = new Set(['data']);
const TEXT = /\.(ts|tsx|mts|cts|js|mjs|cjs|json|md|sql|css|html|yml|yaml|txt|csv|tsv|svg|sh)$/;
const TEXT_WITHOUT_ENDING = /^(LICENSE|\.npmrc|\.gitignore|\.ci\/run|bin\/tandem)$/;

/** Reads every text file of the repository at `root`; large and binary files are not text here. */
export function readSourceTree(root: string): SourceTree {
  const tree = new Map<string, string>();
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!SKIPPED_FOLDERS.has(entry.name) && !(folder === '' && SKIPPED_AT_ROOT.has(entry.name)))
          walk(path);
      } else if (entry.isFile() && (TEXT.test(entry.name) || TEXT_WITHOUT_ENDING.test(path))) {
        tree.set(path, readFileSync(join(root, path), 'utf8'));
      }
    }
  };
  walk('');
  return tree;
}
