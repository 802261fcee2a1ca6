import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findChromium } from './chromium.ts';
import { closeWith, partsOf } from './run-vitest.ts';

const folder = mkdtempSync(join(tmpdir(), 'tandem-find-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function program(name: string): string {
  const place = join(folder, name);
  mkdirSync(place, { recursive: true });
  const path = join(place, name);
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, 0o755);
  return path;
}

describe('finding a browser', () => {
  it('takes the one that CHROMIUM_PATH names, and refuses a name that is no program', () => {
    const own = program('my-browser');
    expect(findChromium({ CHROMIUM_PATH: own })).toBe(own);
    expect(() => findChromium({ CHROMIUM_PATH: join(folder, 'nothing') })).toThrow(/not a program.*apt-get/);
  });

  it('looks along the PATH by name, Chromium before Chrome', () => {
    const [chromium, chrome] = [program('chromium'), program('google-chrome')];
    const PATH = `${join(folder, 'google-chrome')}:${join(folder, 'chromium')}`;
    expect(findChromium({ PATH })).toBe(chromium);
    expect(findChromium({ PATH: join(folder, 'google-chrome') })).toBe(chrome);
  });
});

describe('the closing summary', () => {
  const tally = { passed: 3, failed: 0, skipped: 0 };

  it('fails a project that ran no test', () => {
    const parts = partsOf(['unit', 'races'], { projects: { unit: tally }, strayErrors: 0 }, 0);
    expect(parts[1]).toMatchObject({ name: 'races', failed: 1, remark: 'ran no test' });
    const lines: string[] = [];
    expect(closeWith(parts, 0, (line: string) => lines.push(line))).toBe(1);
    expect(lines.at(-1)).toBe('3 passed, 1 failed');
  });

  it('fails a run that ended badly though every test passed', () => {
    expect(partsOf(['unit'], { projects: { unit: tally }, strayErrors: 0 }, 1)).toContainEqual(
      expect.objectContaining({ failed: 1, remark: 'ended with 1' }),
    );
    expect(partsOf(['unit'], { projects: { unit: tally }, strayErrors: 2 }, 1)).toContainEqual(
      expect.objectContaining({ failed: 2 }),
    );
  });

  it('says how many tests were skipped', () => {
    const lines: string[] = [];
    expect(closeWith([{ name: 'unit', ...tally, skipped: 2 }], 0, (line: string) => lines.push(line))).toBe(
      0,
    );
    expect(lines.at(-1)).toBe('3 passed, 0 failed, 2 skipped');
  });
});
