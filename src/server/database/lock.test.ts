import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packageRoot } from '../config-root.ts';
import { acquireDataLock, DataFolderHeldError, readDataLock } from './lock.ts';
import { isRunning, processStart, thisProcess } from './lock-process.ts';

const holder = join(packageRoot(), 'test/long/hold-lock.ts');
let dataDir: string;
let children: ChildProcess[];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tandem-lock-'));
  children = [];
});

afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

describe('the lock of a data folder', () => {
  it('is refused to a second comer, with who holds it, since when and where it serves', async () => {
    const [child] = await contend(1);
    expect(() => acquireDataLock(dataDir, 'tandem start')).toThrow(DataFolderHeldError);
    expect(() => acquireDataLock(dataDir, 'tandem start')).toThrow(
      new RegExp(`tandem start.*process ${child?.process.pid}, since 20`),
    );
  });

  it('tells the address once there is one', () => {
    const lock = acquireDataLock(dataDir, 'tandem start');
    expect(readDataLock(dataDir)?.address).toBeNull();
    lock.announce('http://127.0.0.1:3000');
    expect(() => acquireDataLock(dataDir, 'tandem start')).toThrow(/serving http:\/\/127\.0\.0\.1:3000/);
    lock.release();
    expect(readDataLock(dataDir)).toBeNull();
  });

  it('can be taken again after a release, and leaves no file behind', () => {
    acquireDataLock(dataDir, 'tandem start').release();
    acquireDataLock(dataDir, 'tandem start').release();
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('is taken over from a process that was killed', async () => {
    const [child] = await contend(1);
    child?.process.kill('SIGKILL');
    await once(child?.process as ChildProcess, 'exit');
    const lock = acquireDataLock(dataDir, 'tandem start');
    expect(lock.holder.pid).toBe(process.pid);
    lock.release();
  });

  it('is taken over when the number of its dead holder belongs to a later process', () => {
    plant({ ...thisProcess(), processStart: '1' });
    const lock = acquireDataLock(dataDir, 'tandem start');
    lock.release();
  });

  it('goes to exactly one of many processes that try at the same instant', async () => {
    for (let round = 0; round < 3; round += 1) {
      const racers = await contend(5);
      expect(racers.filter(({ said }) => said === 'got')).toHaveLength(1);
      expect(racers.filter(({ said }) => said === 'held')).toHaveLength(4);
      // The next round races for the lock of a dead holder.
      for (const { process: racer } of racers) {
        racer.kill('SIGKILL');
        await once(racer, 'exit');
      }
      expect(existsSync(join(dataDir, 'tandem.lock'))).toBe(true);
    }
  });

  it('of another machine counts while its heartbeat is fresh', () => {
    plant({ ...thisProcess(), machine: 'elsewhere' });
    expect(() => acquireDataLock(dataDir, 'tandem start')).toThrow(DataFolderHeldError);
    const before = new Date(Date.now() - 60_000);
    utimesSync(join(dataDir, 'tandem.lock'), before, before);
    acquireDataLock(dataDir, 'tandem start').release();
  });

  it('leaves alone the lock of a successor when it is released late', () => {
    const lock = acquireDataLock(dataDir, 'tandem start');
    plant({ ...thisProcess(), nonce: 'another' });
    lock.release();
    expect(JSON.parse(readFileSync(join(dataDir, 'tandem.lock'), 'utf8')).nonce).toBe('another');
  });
});

describe('the identity of a process', () => {
  it('is told by ps where there is no /proc', () => {
    expect(processStart(process.pid, '/nowhere')).toMatch(/20\d\d/);
    expect(
      isRunning({ ...thisProcess(), processStart: processStart(process.pid, '/nowhere') }, '/nowhere'),
    ).toBe(true);
  });

  it('is gone with the process', async () => {
    const child = spawn('sleep', ['60']);
    const pid = child.pid ?? 0;
    const identity = { ...thisProcess(), pid, processStart: processStart(pid) };
    expect(isRunning(identity)).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isRunning(identity)).toBe(false);
  });
});

async function contend(count: number): Promise<{ process: ChildProcess; said: string }[]> {
  const at = Date.now() + (count > 1 ? 900 : 0);
  return await Promise.all(
    Array.from({ length: count }, async () => {
      const child = spawn(process.execPath, [holder, dataDir, String(at)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      children.push(child);
      const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
      return { process: child, said: chunk.toString().trim() };
    }),
  );
}

function plant(fields: object): void {
  const planted = {
    nonce: 'planted-before',
    command: 'tandem start',
    since: 'then',
    address: null,
    ...fields,
  };
  writeFileSync(join(dataDir, 'tandem.lock'), JSON.stringify(planted));
}
