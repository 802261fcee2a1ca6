import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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
  const env = { ...rest, TANDEM_DATA: join(folder, 'data'), TANDEM_URL: 'https://tandem.example' };
  return new Promise((resolve) => {
    execFile(tandem, args, { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err });
    });
  });
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const [first, second] = ['0065e00000AbC01AAF', '0065e00000AbC02AAF'];
const own =
  'Opportunity ID,Opportunity Name,Account Name,Stage,Amount,Created Date,Close Date,Opportunity Owner';
const rows = [
  `${first},Fleet portal,Harbor Freight,Qualification,48000,2026-02-03,2026-09-05,Iris Lang`,
  `${second},Claims desk,Meridian,Qualification,31500,2026-02-06,2026-09-08,Iris Lang`,
];
const acts = [
  'Deal ID,Partner,Partner person,Our person,Role,Action,Date,Logged at,Stage then,Outcome,Evidence,Confirmed by',
  `${first},"Nordsee IT, Kiel",Jana Voss <jana@nordsee.example>,Dana Reyes,Technical validator,Architecture,2026-02-20,2026-02-22,Qualification,Design accepted,https://mail.example/1,Dana Reyes`,
];
const dir = join(folder, 'for-salesforce');

/** The next export of the CRM: its own columns, and what its users loaded into the fields. */
function nextExport(name: string, change: (value: string) => string = (value) => value): string {
  const values = readFileSync(join(dir, 'salesforce-opportunities.csv'), 'utf8').trimEnd().split('\r\n');
  const fields = (values[0] ?? '').split(',').slice(1).join(',');
  const held = new Map(values.slice(1).map((line) => [line.slice(1, 19), line.slice(21)]));
  const none = fields.replace(/[^,]+/g, '');
  const lines = rows.map((row) => `${row},${change(held.get(row.slice(0, 18)) ?? none)}`);
  return file(name, `${[`${own},${fields}`, ...lines].join('\n')}\n`);
}

describe('tandem export', () => {
  it('says before the first file what the CRM lacks', async () => {
    const deals = file('deals.csv', `${[own, ...rows].join('\n')}\n`);
    const partners = file('partners.csv', 'Partner ID,Partner Name,Archetype\nP1,"Nordsee IT, Kiel",si\n');
    expect(await run('import', deals, partners)).toMatchObject({ code: 0 });
    expect(await run('import', file('acts.csv', `${acts.join('\n')}\n`), '--kind', 'touches')).toMatchObject({
      code: 0,
    });
    const ready = await run('export', '--ready', deals);
    expect(ready).toMatchObject({ code: 2 });
    expect(ready.out).toContain('Salesforce cannot yet tag a deal that a partner brought.');
    expect(ready.out).toContain('yes  Record id: Opportunity ID');
    expect(ready.out).toContain('no   Tandem Class. Add the field Tandem_Class__c');
  }, 120_000);

  it('writes a folder as a whole, by record id, with the fields that are missing and the hash of each file', async () => {
    const written = await run('export', dir, '--for', 'salesforce', '--json');
    expect(written).toMatchObject({ code: 0 });
    expect(JSON.parse(written.out)).toMatchObject({ deals: 1, leftOut: [], notes: [] });
    const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'));
    for (const { path, sha256 } of manifest.files) {
      const hash = createHash('sha256').update(readFileSync(join(dir, path)));
      expect(hash.digest('hex'), path).toBe(sha256);
    }
    const values = readFileSync(join(dir, 'salesforce-opportunities.csv'), 'utf8');
    expect(values.split('\r\n')[1]).toMatch(
      new RegExp(
        `^"${first}","Nordsee IT, Kiel","Influenced",.*"https://tandem.example/o/default/pipeline/1"`,
      ),
    );
    expect(readFileSync(join(dir, 'fields/package.xml'), 'utf8')).toContain('Opportunity.Tandem_Class__c');
    expect(readFileSync(join(dir, 'README.md'), 'utf8')).toContain('sf project deploy start');
    const before = readFileSync(join(dir, 'salesforce-opportunities.csv'));
    expect(await run('export', dir, '--for', 'salesforce')).toMatchObject({ code: 0 });
    expect(readFileSync(join(dir, 'salesforce-opportunities.csv')).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.startsWith('.for-salesforce'))).toEqual([]);
  }, 120_000);

  it('leaves a folder alone that is not its own', async () => {
    const foreign = join(folder, 'foreign');
    mkdirSync(foreign);
    writeFileSync(join(foreign, 'plan.txt'), 'mine');
    const refused = await run('export', foreign, '--for', 'salesforce');
    expect(refused).toMatchObject({ code: 2 });
    expect(refused.err).toContain('plan.txt');
    writeFileSync(join(dir, 'notes.txt'), 'mine');
    expect((await run('export', dir, '--for', 'salesforce')).err).toContain(
      'notes.txt, which no export wrote',
    );
    expect(readFileSync(join(dir, 'notes.txt'), 'utf8')).toBe('mine');
    expect(readdirSync(foreign)).toEqual(['plan.txt']);
    expect(await run('export', join(folder, 'x'), '--for', 'siebel')).toMatchObject({ code: 2 });
    expect(await run('export', '--check', join(folder, 'nowhere.csv'))).toMatchObject({ code: 2 });
  }, 120_000);

  it('proves by the next export that all arrived, imports nothing by it, and lists the one cell that somebody changes', async () => {
    const next = nextExport('next.csv');
    const again = await run('import', next, '--json');
    expect(JSON.parse(again.out)).toMatchObject({ unchanged: 2, create: 0, update: 0 });
    const checked = await run('export', '--check', next, '--json');
    expect(checked).toMatchObject({ code: 0 });
    expect(JSON.parse(checked.out)).toMatchObject({
      ...{ system: 'salesforce', rows: 2, known: 2, decided: 1, arrived: 1, differences: [] },
      readiness: { canTag: true },
    });
    const changed = nextExport('changed.csv', (value) => value.replace('Influenced', 'Sourced'));
    const found = await run('export', '--check', changed);
    expect(found).toMatchObject({ code: 2 });
    expect(found.out).toContain('0 of 1 deals with a verdict arrived');
    expect(found.out).toContain('#1 Fleet portal, row 2, Tandem Class: expected Influenced, found Sourced');
    expect(JSON.parse((await run('explain', '1', '--json')).out)).toMatchObject({ credit: 'influenced' });
    const fresh = join(folder, 'fresh');
    const told = await run('export', fresh, '--for', 'salesforce');
    expect(told.out).toContain('1 deal for Salesforce, 8 fields, 0 of them defined.');
    expect(readdirSync(fresh).sort()).toEqual(['README.md', 'manifest.json', 'salesforce-opportunities.csv']);
  }, 180_000);
});
