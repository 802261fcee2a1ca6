import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { commands } from './commands.ts';
import { checkedText, differencesText } from './program-text.ts';
import { runCommandLine } from './run.ts';

const folder = await mkdtemp(join(tmpdir(), 'tandem-program-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = async (...args: string[]) => {
  let out = '';
  let err = '';
  const code = await runCommandLine(['program', ...args], commands, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
};

describe('bin/tandem program', () => {
  it.each([
    [['exprot'], 'expected export, import, check, print or schema'],
    [['import'], 'expected a file, found none'],
    [['import', '/nowhere.yaml'], 'expected a file, found nothing there'],
    [['export', '--page', 'these'], '--page: expected one of thesis'],
    [['print', 'x.pdf', '--version', '1'], 'needs --page'],
  ])('refuses %j with 2', async (args, message) => {
    expect(await run(...args)).toMatchObject({ code: 2, err: expect.stringContaining(message) });
  });

  it.each(['check', 'import'])('%s refuses a bad text whole, with file, line and column', async (deed) => {
    const path = join(folder, 'bad.yaml');
    const lines = ['tandem: program/1', 'currency: EUR', 'thesis:', '  kil: []', 'scoreboard: 5', ''];
    await writeFile(path, lines.join('\n'));
    const { code, out, err } = await run(deed, path, '--json');
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      file: path,
      errors: [
        { line: 4, column: 3, path: 'thesis.kil', repair: 'Did you mean "kill"?' },
        { line: 5, column: 13, path: 'scoreboard', found: '5' },
      ],
    });
    expect(err).toContain(`${path}:4:3: thesis.kil: expected`);
  });
});

describe('what a text would change', () => {
  const section = 'When we stop';
  const changed = {
    section,
    label: 'Market',
    before: 'not answered',
    after: 'x'.repeat(300),
    kind: 'changed',
  } as const;
  const page = {
    word: 'thesis',
    title: 'Thesis',
    differences: [
      changed,
      { section, label: 'Kill: row added', before: null, after: 'a\nb', kind: 'added' },
      { section, label: 'Kill: row removed', before: 'c', after: null, kind: 'removed' },
    ],
    findings: [
      { rule: 'TH-4', code: 'x', severity: 'blocking', path: 'friction.fact', sentence: 'Pick a fact.' },
      { rule: 'TH-9', code: 'y', severity: 'advisory', path: '', sentence: 'Shorten it.' },
    ],
  } as const;

  it('is one line for each difference', () => {
    expect(differencesText([]).split('\n')).toEqual(['The text says what is written already.']);
    expect(differencesText([page]).split('\n')).toEqual([
      'Thesis',
      `  ~ Market: not answered → ${'x'.repeat(119)}…`,
      '  + Kill: row added: a b',
      '  - Kill: row removed: c',
    ]);
  });

  it('ends with what is missing', () => {
    const text = checkedText([page]);
    expect(text).toContain('  missing   TH-4 friction.fact: Pick a fact.\n  consider  TH-9: Shorten it.');
    expect(text).toContain('1 missing before every page may be proposed; 1 to consider.');
    expect(checkedText([])).toBe('Every page in it may be proposed; 0 to consider.');
  });
});
