import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { access, constants, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashWebSources } from './web-sources.ts';

export type WebBuildOptions = {
  /** Told once when a build begins and once when it ends; a start that finds its build says nothing. */
  readonly log: (line: string) => void;
  /** Where to build if the package folder is read-only; by default the person's cache folder. */
  readonly fallback?: string;
  readonly packageRoot?: string;
};

/** A build is abandoned, and its folder may go, after this long. */
const abandonedAfterMs = 15 * 60_000;

/**
 * Returns the folder of the built web, building it first if its sources changed since the last build.
 *
 * The build runs in a child process (a bundler in our own would keep hundreds of megabytes), into a folder of
 * its own that is renamed when complete: two starts at once both end with a whole build. The last two builds are
 * kept. A package without web sources returns its prebuilt `dist/web`. Throws Error with the builder's own last
 * lines when the build fails.
 */
export async function buildWeb(options: WebBuildOptions): Promise<string> {
  const packageRoot = options.packageRoot ?? fileURLToPath(new URL('../../..', import.meta.url));
  const prebuilt = join(packageRoot, 'dist', 'web');
  if (!(await exists(join(packageRoot, 'src', 'web', 'index.html')))) {
    if (await exists(join(prebuilt, 'index.html'))) return prebuilt;
    throw new Error(`no web sources and no built web in ${packageRoot}: install the package again`);
  }

  const hash = await hashWebSources(packageRoot);
  const inPackage = join(packageRoot, '.cache', 'web');
  if (await exists(join(inPackage, hash, 'index.html'))) return join(inPackage, hash);
  const cache = await firstWritable([inPackage, options.fallback ?? personalCache()]);
  const target = join(cache, hash);
  if (await exists(join(target, 'index.html'))) return target;

  const began = performance.now();
  options.log('building the web (only after a change) …');
  const work = join(cache, `building-${randomUUID()}`);
  try {
    await runChild(packageRoot, work);
    await moveIntoPlace(work, target);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  await removeOldBuilds(cache, hash);
  options.log(`web built in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return target;
}

function runChild(packageRoot: string, outDir: string): Promise<void> {
  const script = join(packageRoot, 'src', 'server', 'http', 'web-build-child.ts');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, outDir], {
      cwd: packageRoot,
      env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const keepTail = (chunk: Buffer): void => {
      said = (said + chunk.toString()).slice(-4000);
    };
    child.stdout.on('data', keepTail);
    child.stderr.on('data', keepTail);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`the web could not be built (${signal ?? `exit ${code}`}):\n${said.trim()}`));
    });
  });
}

async function moveIntoPlace(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    // Another start finished the same build first; theirs is as good as ours.
    if (!(await exists(join(to, 'index.html')))) throw error;
  }
}

async function removeOldBuilds(cache: string, current: string): Promise<void> {
  const others: { path: string; changedAt: number }[] = [];
  for (const name of await readdir(cache)) {
    if (name === current) continue;
    const path = join(cache, name);
    const found = await stat(path).catch(() => null);
    if (found === null) continue;
    if (!name.startsWith('building-')) others.push({ path, changedAt: found.mtimeMs });
    else if (Date.now() - found.mtimeMs > abandonedAfterMs) await rm(path, { recursive: true, force: true });
  }
  others.sort((a, b) => b.changedAt - a.changedAt);
  for (const { path } of others.slice(1)) await rm(path, { recursive: true, force: true });
}

async function firstWritable(folders: readonly string[]): Promise<string> {
  const refusals: string[] = [];
  for (const folder of folders) {
    try {
      await mkdir(folder, { recursive: true });
      await access(folder, constants.W_OK);
      return folder;
    } catch (error) {
      refusals.push(`${folder}: ${(error as Error).message}`);
    }
  }
  throw new Error(`no folder to build the web into:\n${refusals.join('\n')}`);
}

function personalCache(): string {
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'tandem', 'web');
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
