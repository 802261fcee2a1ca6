import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../config-root.ts';
import { silentLog } from '../refusal.ts';
import { openEmbedded } from './embedded.ts';
import { withClient } from './embedded-connection.ts';
import { joinOrStart } from './embedded-join.ts';
import { DataFolderHeldError } from './lock.ts';
import { pidExists } from './lock-process.ts';

type Held = { process: ChildProcess; adopted: boolean; ownerUrl: string; cluster: string; pid: number };

const script = join(packageRoot(), 'test/long/hold-embedded.ts');
let folder: string;
let dataDir: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tandem embedded-'));
  // As root PostgreSQL's account has to pass; mkdtemp lets nobody.
  chmodSync(folder, 0o755);
  dataDir = join(folder, 'data');
  const first = await openEmbedded({ dataDir, log: silentLog });
  await withClient(first.ownerUrl, (owner) => owner.query('create table kept (n int)'));
  await first.stop();
}, 60_000);

afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null) await ended(child, 'SIGTERM');
  // A test that failed midway may leave a server without its process; the next start would adopt it.
  const left = await openEmbedded({ dataDir, log: silentLog }).catch(() => null);
  await left?.stop();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the embedded PostgreSQL', () => {
  it('is durable, checks its pages, sorts by code point, and listens on nothing but a socket', async () => {
    const database = await openEmbedded({ dataDir, log: silentLog });
    const settings = await withClient(database.ownerUrl, async (owner) => {
      const { rows } = await owner.query(`
        select current_setting('fsync') as fsync, current_setting('data_checksums') as checksums,
          current_setting('listen_addresses') as listens, current_setting('password_encryption') as passwords,
          pg_encoding_to_char(encoding) as encoding, datlocprovider::text as provider,
          (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as privileged
        from pg_database where datname = current_database()`);
      return rows[0];
    });
    await database.stop();
    expect(settings).toEqual({
      fsync: 'on',
      checksums: 'on',
      listens: '',
      passwords: 'scram-sha-256',
      encoding: 'UTF8',
      provider: 'b',
      privileged: false,
    });
  });

  it('asks for a password even on the socket', async () => {
    const database = await openEmbedded({ dataDir, log: silentLog });
    const wrong = database.superuserUrl.replace(/:[^:@]+@/, ':guess@');
    await expect(withClient(wrong, (client) => client.query('select 1'))).rejects.toThrow(/password/);
    await database.stop();
  });

  it('leaves no process and no lock behind after a stop', async () => {
    const database = await openEmbedded({ dataDir, log: silentLog });
    const pid = database.pid();
    await database.stop();
    expect(pidExists(pid)).toBe(false);
    expect(existsSync(join(dataDir, 'tandem.lock'))).toBe(false);
    expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).toMatch(/database system is shut down\n$/);
  });

  it('shows its passwords and its log to nobody else', () => {
    for (const name of ['postgres-passwords.json', 'postgres.log']) {
      expect(statSync(join(dataDir, name)).mode & 0o077).toBe(0);
    }
  });

  it('refuses a second start while another process has the folder', async () => {
    const held = await hold();
    await expect(openEmbedded({ dataDir, log: silentLog })).rejects.toThrow(DataFolderHeldError);
    await expect(openEmbedded({ dataDir, log: silentLog })).rejects.toThrow(`process ${held.process.pid}`);
  });

  it('outlives a kill -9 of its process and is adopted by the next', async () => {
    const held = await hold();
    await ended(held.process, 'SIGKILL');
    expect(pidExists(held.pid)).toBe(true);
    const next = await openEmbedded({ dataDir, log: silentLog });
    expect({ adopted: next.adopted, pid: next.pid() }).toEqual({ adopted: true, pid: held.pid });
    await next.stop();
    expect(pidExists(held.pid)).toBe(false);
  });

  it('is started again when it dies, adopted or not', async () => {
    const said: string[] = [];
    const log = { info() {}, warn() {}, error: (message: string) => said.push(message) };
    const held = await hold();
    await ended(held.process, 'SIGKILL');
    const database = await openEmbedded({ dataDir, log });
    for (let round = 0; round < 2; round += 1) {
      const before = database.pid();
      process.kill(before, 'SIGKILL');
      await until(() => database.pid() !== before);
      await withClient(database.ownerUrl, (owner) => owner.query('select n from kept'));
    }
    await database.stop();
    expect(said.filter((line) => line.startsWith('PostgreSQL stopped by itself'))).toHaveLength(2);
  });

  it('starts when both processes were killed and a stranger has the number of the old server', async () => {
    const held = await hold();
    await ended(held.process, 'SIGKILL');
    process.kill(held.pid, 'SIGKILL');
    await until(() => !pidExists(held.pid));
    const stranger = spawn('sleep', ['600']);
    const file = join(held.cluster, 'postmaster.pid');
    const [, ...rest] = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, [stranger.pid, ...rest].join('\n'));
    const database = await openEmbedded({ dataDir, log: silentLog });
    expect(database.adopted).toBe(false);
    await database.stop();
    expect(pidExists(stranger.pid ?? 0)).toBe(true);
    await ended(stranger, 'SIGKILL');
  });

  it('is joined by a command while a start has it, and run by the command otherwise', async () => {
    await hold();
    const joined = await joinOrStart({ dataDir, log: silentLog, command: 'tandem doctor' });
    expect(joined.joined).toBe(true);
    await withClient(joined.ownerUrl, (owner) => owner.query('select n from kept'));
    await joined.close();
    await ended(children[0] as ChildProcess, 'SIGTERM');
    const own = await joinOrStart({ dataDir, log: silentLog, command: 'tandem doctor' });
    expect(own.joined).toBe(false);
    await own.close();
  });

  it('is waited for while another command runs it', async () => {
    const one = await joinOrStart({ dataDir, log: silentLog, command: 'tandem import' });
    const said: string[] = [];
    const log = { ...silentLog, info: (message: string) => said.push(message) };
    const waiting = joinOrStart({ dataDir, log, command: 'tandem doctor' });
    await sleep(500);
    await one.close();
    const two = await waiting;
    expect(two.joined).toBe(false);
    expect(said).toContain(`Waiting for \`tandem import\` (process ${process.pid})`);
    await two.close();
  });

  it('lives under a path that is too long for a socket', async () => {
    const long = join(folder, 'a rather long name for a folder '.repeat(4).trim(), 'data');
    mkdirSync(join(long, '..'), { mode: 0o755 });
    const database = await openEmbedded({ dataDir: long, log: silentLog, durable: false });
    expect(database.isElsewhere).toBe(false);
    const { rows } = await withClient(database.ownerUrl, (owner) => owner.query('select 1 as one'));
    expect(rows).toEqual([{ one: 1 }]);
    await database.stop();
  });
});

async function hold(): Promise<Held> {
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { process: child, ...JSON.parse(line.toString()) };
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}

async function until(holds: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 15_000; !holds(); await sleep(50)) {
    if (Date.now() > deadline) throw new Error('waited fifteen seconds in vain');
  }
}
