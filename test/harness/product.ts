import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const READY_WITHIN_MS = 120_000;
const STOPPED_WITHIN_MS = 60_000;

export type CommandResult = { readonly code: number | null; readonly out: string; readonly err: string };

/** The product as a person runs it: `bin/tandem start` with a data folder, a port and a web of its own. */
export type Product = {
  readonly address: string;
  /** Where the first administrator is made; printed at each start until somebody was. */
  readonly setUpUrl: string;
  /** Where mail comes in, as host:port; empty unless the environment turns that on. */
  readonly mailIn: string;
  /** Mail lands in its folder `mail`. */
  readonly dataDir: string;
  /** Runs bin/tandem on the same data folder. */
  readonly cli: (args: readonly string[]) => Promise<CommandResult>;
  readonly stop: () => Promise<void>;
};

/** Starts the product on an empty data folder and stops it after the file’s last test. */
export async function startProduct(environment: Record<string, string> = {}): Promise<Product> {
  const dataDir = join(temporaryFolder(), 'data');
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '/',
    TANDEM_DATA: dataDir,
    ...environment,
  };
  const child = spawn(join(root, 'bin/tandem'), ['start'], {
    cwd: root,
    env: { ...env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = (): Promise<void> => stopped(child);
  afterAll(stop, STOPPED_WITHIN_MS);
  const printed = await ready(child);
  const address = /Tandem is ready: (\S+)/.exec(printed)?.[1] ?? '';
  const setUpUrl = /Set Tandem up at ([^\s"]+)/.exec(printed)?.[1] ?? '';
  const mailIn = /comes in at ([^\s"]+)/.exec(printed)?.[1] ?? '';
  return { address, setUpUrl, mailIn, dataDir, stop, cli: (args) => command(args, env) };
}

function ready(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const give = (reason: string): void => reject(new Error(`${reason}. It printed:\n${printed}`));
    const late = setTimeout(
      () => give(`bin/tandem start was not ready in ${READY_WITHIN_MS} ms`),
      READY_WITHIN_MS,
    );
    const read = (chunk: Buffer): void => {
      printed += chunk.toString('utf8');
      if (!printed.includes('Tandem is ready: ')) return;
      clearTimeout(late);
      resolve(printed);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('close', (code) => {
      clearTimeout(late);
      give(`bin/tandem start ended with ${code}`);
    });
  });
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'close');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS - 5_000);
  await ended;
  clearTimeout(late);
}

async function command(args: readonly string[], env: Record<string, string>): Promise<CommandResult> {
  const child = spawn(join(root, 'bin/tandem'), args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString('utf8');
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString('utf8');
  });
  await once(child, 'close');
  return { code: child.exitCode, out, err };
}
