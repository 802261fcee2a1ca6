import { execFile } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '#test/harness/temporary-folder.ts';

const tandem = fileURLToPath(new URL('../../bin/tandem', import.meta.url));
const folder = temporaryFolder();
chmodSync(folder, 0o711);

type Ended = { readonly code: number; readonly out: string; readonly err: string };

function run(...args: string[]): Promise<Ended> {
  const { DATABASE_URL: _, ...rest } = process.env;
  const env = { ...rest, TANDEM_DATA: join(folder, 'data') };
  return new Promise((resolve) => {
    execFile(tandem, ['program', ...args], { env, maxBuffer: 1 << 24 }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err });
    });
  });
}

const header = 'tandem: program/1\ncurrency: EUR\n';
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe('tandem program', () => {
  it('checks a text where there is no organization yet, and measures nothing', async () => {
    const { code, out, err } = await run('check', file('first.yaml', `${header}thesis: {market: DACH}\n`));
    expect(err).toContain('There is no organization here');
    expect(code).toBe(2);
    expect(out).toContain('~ Market: not answered → DACH');
    expect(out).toContain('Thesis: checks that do not hold');
    expect(await run('export')).toMatchObject({ code: 2, out: '' });
  });

  it('shows what would change, saves drafts, and exports them with their comments', async () => {
    const path = file('program.yaml', `# Ours\n${header}thesis:\n  market: DACH # agreed\n`);
    expect((await run('import', path, '--dry-run')).out).toContain('1 page would become drafts.');
    const { code, out } = await run('import', path, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      done: true,
      pages: [{ word: 'thesis', revision: 1, differences: [{ label: 'Market', after: 'DACH' }] }],
    });
    expect((await run('import', path)).out).toContain('The text says what is written already.');

    const to = join(folder, 'out.yaml');
    expect(await run('export', to)).toMatchObject({ code: 0, out: `Wrote the program to ${to}.\n` });
    const text = readFileSync(to, 'utf8');
    expect(text).toContain('# Ours');
    expect(text).toContain('  market: DACH # agreed\n');
    expect((await run('export')).out).toBe(text);
    const one = JSON.parse((await run('export', '--page', 'thesis', '--json')).out);
    expect(one).toMatchObject({ currency: 'EUR', pages: { thesis: 'draft' } });
    expect(one.text).not.toContain('scoreboard:');
  });

  it('ends with 2 while a check that blocks a page does not hold', async () => {
    const { code, out } = await run('check', '--json');
    expect(code).toBe(2);
    const checked = JSON.parse(out);
    expect(checked.pages).toHaveLength(10);
    expect(checked.blocking).toBeGreaterThan(0);
    expect(await run('check', file('held.yaml', `${header}`))).toMatchObject({ code: 0 });
  });

  it('refuses a text in the currency of another', async () => {
    const path = file('usd.yaml', 'tandem: program/1\ncurrency: USD\n');
    const { code, err } = await run('import', path);
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining(`${path}:2:1: currency`) });
  });

  it('prints a PDF', async () => {
    const to = join(folder, 'thesis.pdf');
    expect(await run('print', to, '--page', 'thesis')).toMatchObject({ code: 0 });
    expect(readFileSync(to).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
