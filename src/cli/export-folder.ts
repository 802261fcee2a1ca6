import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { WrittenFile } from '#server/crm/crm-files.ts';
import { exportMark } from '#server/crm/export-files.ts';
import { RefusalError } from '#server/refusal.ts';

/**
 * Writes the files as one folder: all of it is there or none. They are written beside it and moved into place as a
 * whole, so that whoever looks meanwhile sees the folder before or after. Throws RefusalError where the folder holds
 * anything that an export did not write.
 */
export function writeExportFolder(folder: string, files: readonly WrittenFile[]): void {
  const target = resolve(folder);
  requireOwnFolder(target);
  mkdirSync(dirname(target), { recursive: true });
  const beside = (word: string) => join(dirname(target), `.${basename(target)}.${word}-${randomUUID()}`);
  const fresh = beside('new');
  try {
    mkdirSync(fresh);
    for (const { path, text } of files) {
      mkdirSync(dirname(join(fresh, path)), { recursive: true });
      writeFileSync(join(fresh, path), text, { flush: true });
    }
    const old = beside('old');
    if (existsSync(target)) renameSync(target, old);
    renameSync(fresh, target);
    rmSync(old, { recursive: true, force: true });
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Refuses a folder before any work is done for it: it must be new, empty, or one that an export wrote. */
export function requireOwnFolder(folder: string): void {
  const target = resolve(folder);
  const found = statSync(target, { throwIfNoEntry: false });
  if (!found) return;
  if (!found.isDirectory()) throw refused(folder, 'a file');
  const there = filesIn(target);
  if (there.length === 0) return;
  const own = filesOfManifest(join(target, 'manifest.json'));
  if (own === null) throw refused(folder, `${there[0]} and no manifest of an export`);
  const foreign = there.find((path) => !own.has(path));
  if (foreign !== undefined) throw refused(folder, `${foreign}, which no export wrote`);
}

function refused(folder: string, found: string): RefusalError {
  return new RefusalError(
    'folder',
    `${folder}: expected a new or empty folder, or one that an export wrote; found ${found}. Nothing was written; name another folder.`,
  );
}

/** The paths below a folder, in order. Empty folders count as nothing. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

function filesOfManifest(path: string): ReadonlySet<string> | null {
  try {
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as { is?: unknown; files?: { path: string }[] };
    if (manifest.is !== exportMark || !Array.isArray(manifest.files)) return null;
    return new Set(['manifest.json', ...manifest.files.map((file) => file.path)]);
  } catch {
    return null;
  }
}
