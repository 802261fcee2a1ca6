import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { commands } from './commands.ts';
import { runCommandLine } from './run.ts';

const folder = await mkdtemp(join(tmpdir(), 'tandem-overlap-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

let files = 0;
const file = async (...lines: string[]): Promise<string> => {
  files += 1;
  const path = join(folder, `list-${files}.csv`);
  await writeFile(path, `${lines.join('\n')}\n`);
  return path;
};

const run = async (...args: string[]) => {
  let out = '';
  let err = '';
  const code = await runCommandLine(['overlap', ...args], commands, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
};

const ours = await file(
  'Account ID,Account Name,Website,Billing Country',
  '001,Vermeer Dairy B.V.,https://www.vermeer-dairy.nl/en,Netherlands',
  '002,Kessler Antriebstechnik GmbH,,Germany',
  '003,Halvorsen Shipping AS,halvorsen.no,Norway',
  '004,Vermeer Dairy (DO NOT USE),vermeer-dairy.nl,',
);
const theirs = await file(
  'Kunde;Webseite;Land',
  'Vermeer Dairy;vermeer-dairy.nl;NL',
  'KESSLER ANTRIEBSTECHNIK;;Deutschland',
  'Halvorsen Shipping Denmark;;Dänemark',
  'Brauer Optik;brauer.de;DE',
);

describe('bin/tandem overlap', () => {
  it('lists each match and question with ids or names, score and reasons, and counts companies, not rows', async () => {
    const { code, out } = await run(ours, theirs, '--json');
    expect(code).toBe(0);
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({ rows: { ours: 4, theirs: 4 }, companies: 2, matches: 3, asks: 1 });
    const pairs = answer.pairs.map((pair: Record<string, unknown>) => [
      pair.ours,
      pair.theirs,
      pair.decision,
    ]);
    expect(pairs).toEqual([
      ['001', 'Vermeer Dairy', 'match'],
      ['002', 'KESSLER ANTRIEBSTECHNIK', 'match'],
      ['003', 'Halvorsen Shipping Denmark', 'ask'],
      ['004', 'Vermeer Dairy', 'match'],
    ]);
    for (const { score, reasons } of answer.pairs) {
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(reasons.length).toBeGreaterThan(0);
    }
  });

  it('says the same in words, and from which columns it read', async () => {
    const { code, out, err } = await run(ours, theirs);
    expect(code).toBe(0);
    expect(out).toContain(
      '2 companies stand in both lists (3 pairs of rows); 1 pairs are for a person to say.',
    );
    expect(out).toContain('Halvorsen Shipping AS  =  Halvorsen Shipping Denmark');
    expect(err).toContain('name from Kunde; website from Webseite; country from Land');
  });

  it('leaves a company that is never shared out of both lists, and what looks like it', async () => {
    const never = await file('Name', 'Vermeer Dairy', 'Halvorsen Shipping');
    const { out } = await run(ours, theirs, '--never-share', never, '--json');
    expect(out).not.toMatch(/vermeer|halvorsen/i);
    expect(JSON.parse(out)).toMatchObject({ rows: { ours: 1, theirs: 2 }, companies: 1 });
  });

  it.each([
    ['a file that is not there', ['/nowhere/list.csv'], 'there is no such file'],
    ['no file at all', [], 'expected'],
  ])('refuses %s', async (_title, paths, message) => {
    expect(await run(ours, ...paths)).toMatchObject({ code: 2, err: expect.stringContaining(message) });
  });

  it.each([
    [
      'columns of something else',
      ['Day,Amount', '2026-01-02,3'],
      'a column with the names, the web addresses or',
    ],
    [
      'somebody’s address book',
      ['First Name,Last Name,Email', 'Ada,Ax,ada@gmail.com', 'Bo,By,bo@web.de', 'Cy,Cox,cy@acme.example.org'],
      'looks like an address book: 2 of 3',
    ],
    ['a header and no row', ['Company Name,Website'], 'Export'],
    ['nothing', [''], 'found'],
    [
      'more columns than a table has',
      [
        Array.from({ length: 2_001 }, (_, at) => `C${at}`).join(','),
        Array.from({ length: 2_001 }, () => '1').join(','),
      ],
      'at most 2000 columns',
    ],
  ])('refuses %s, with what was expected and what to do', async (_title, lines, message) => {
    const path = await file(...lines);
    const answer = await run(ours, path);
    expect(answer.code).toBe(2);
    expect(answer.err).toContain(message);
    expect(answer.err).toContain(path);
    expect(answer.out).toBe('');
  });

  it('takes 2,000 columns, and says which rows say nothing or have an id twice', async () => {
    const filler = Array.from({ length: 1_998 }, (_, at) => `Field ${at}`);
    const row = (id: string, name: string) => [id, name, ...filler.map(() => '')].join(',');
    const path = await file(
      ['ID', 'Company', ...filler].join(','),
      row('7', 'Vermeer Dairy'),
      row('7', 'Brauer Optik'),
      row('8', ''),
    );
    const { code, err } = await run(ours, path);
    expect(code).toBe(0);
    expect(err).toContain('row 3: expected an id of its own, found 7, which row 2 has as well.');
    expect(err).toContain('row 4: expected a name, a web address or a mail address');
  });

  it('takes one domain for 300 companies as a host that says nothing', async () => {
    const names = Array.from(
      { length: 300 },
      (_, at) => `Firma ${(at * 7919).toString(36)}x${at.toString(36)}`,
    );
    const path = await file('Company,Website', ...names.map((name) => `${name},mall.example-hosting.de`));
    const mine = await file('Company,Website', 'Brauer Optik,shop.example-hosting.de');
    const { out } = await run(mine, path, '--json');
    expect(JSON.parse(out).pairs).toEqual([]);
  });
});
