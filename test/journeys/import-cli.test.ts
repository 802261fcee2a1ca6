import { execFile } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
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

const deals = file(
  'deals.csv',
  'Deal ID,Deal Name,Stage,Amount,Create Date,Partner\n1,Roof,Signed,100,2026-04-13,Nordsee IT\n2,Wall,Talking,200,2026-06-15,\n',
);
const accounts = file('accounts.csv', 'Account ID,Account Name,Website\nA1,Acme,acme.com\n');

describe('tandem import', () => {
  it('asks on an empty installation, takes the answers, and changes nothing the second time', async () => {
    const asked = await run('import', deals, accounts, '--json');
    expect(asked.code).toBe(2);
    const first = JSON.parse(asked.out);
    expect(first).toMatchObject({
      rows: 1,
      create: 1,
      files: [{ kind: 'accounts', create: 1 }, { done: false }],
    });
    const [, open] = first.files;
    expect(open.questions.map((question: { id: string }) => question.id).sort()).toEqual([
      'stage:Signed',
      'stage:Talking',
    ]);
    expect(asked.err).toContain('What does the stage "Signed" mean');

    const stages = { Signed: { outcome: 'won' }, Talking: { order: 2, entry: true } };
    const mapping = file('mapping.json', JSON.stringify({ ...open.mapping, stages }));
    const tried = await run('import', deals, '--mapping', mapping, '--dry-run', '--json');
    const counts = { rows: 2, create: 2, update: 0, unchanged: 0, skip: 0, reject: 0, rejects: [] };
    expect(tried.code).toBe(0);
    expect(JSON.parse(tried.out)).toMatchObject({ ...counts, importId: null });
    expect(JSON.parse((await run('import', deals, '--mapping', mapping, '--json')).out)).toMatchObject(
      counts,
    );

    const again = await run('import', deals);
    expect(again).toMatchObject({ code: 0 });
    expect(again.out).toContain('2 rows: 2 unchanged');
  }, 120_000);

  it('brings the acts of a partner, which decide the credit of their deals; the same list again is no news', async () => {
    const header =
      'Deal ID,Partner,Partner person,Our person,Role,Action,Date,Logged at,Stage then,Outcome,Evidence,Confirmed by\n';
    const act = 'Nordsee IT,Jana Voss <jana@nordsee.example>,Dana Reyes,Technical validator,Architecture';
    const proof = 'Design accepted,https://mail.example/1; meeting:Workshop in Kiel,Dana Reyes';
    const acts = file('acts.csv', `${header}2,${act},2026-06-20,2026-06-22,Talking,${proof}\n`);
    const tried = await run('import', acts, '--dry-run', '--json');
    expect(tried.code).toBe(0);
    expect(JSON.parse(tried.out)).toMatchObject({ kind: 'touches', create: 1, reject: 0, importId: null });
    const done = await run('import', acts, '--kind', 'touches');
    expect(done).toMatchObject({ code: 0 });
    expect(done.out).toContain('1 rows: 1 created');
    const told = JSON.parse((await run('explain', '2', '--json')).out);
    expect(told).toMatchObject({
      credit: 'influenced',
      partner: { name: 'Nordsee IT' },
      evidence: [{ way: 'import', person: 'Jana Voss', recordedOn: '2026-06-22', stage: 2 }],
    });
    expect((await run('import', acts)).out).toContain('1 rows: 1 unchanged');

    const wrong = file(
      'wrong.csv',
      `${header}2,${act.replace('Architecture', 'Architectur')},2026-06-21,,,${proof}\n`,
    );
    const refused = await run('import', wrong, '--kind', 'touches');
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(
      /wrong\.csv, row 2, column Action: expected what was done: .*, found Architectur\. Write "architecture"/,
    );
  }, 120_000);

  it('brings registrations that a partner made elsewhere; the same list again is no news', async () => {
    const header =
      'Registration ID,Partner,Customer,Domain,Country,Value,Currency,Submitted on,Decided on,State,Protected until,Rep,Opportunity ID\n';
    const row = 'Nordsee IT,Kiel Yards GmbH,kiel-yards.de,Germany,5000,EUR,2026-06-01,2026-06-02';
    const past = file('past.csv', `${header}P-1,${row},accepted,2026-06-30,Jana Voss,2\n`);
    const tried = await run('import', past, '--dry-run', '--json');
    expect(tried.code).toBe(0);
    expect(JSON.parse(tried.out)).toMatchObject({
      kind: 'registrations',
      create: 1,
      reject: 0,
      importId: null,
    });
    expect((await run('import', past, '--kind', 'registrations')).out).toContain('1 rows: 1 created');
    expect((await run('import', past)).out).toContain('1 rows: 1 unchanged');
    const wrong = file('past-wrong.csv', `${header}P-2,${row},perhaps,2026-06-30,,\n`);
    const refused = await run('import', wrong, '--kind', 'registrations');
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(
      /past-wrong\.csv, row 2, column State: expected how it stands: .*, found perhaps\./,
    );
  }, 120_000);

  it('names file, row, column, expected and found where a row is wrong, and imports the rest only when told', async () => {
    const broken = file(
      'broken.csv',
      'Deal ID,Deal Name,Stage,Amount,Create Date,Partner\n3,Door,Signed,12x,2026-04-13,\n4,Gate,Signed,9,2026-04-13,\n',
    );
    const refused = await run('import', broken);
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/broken\.csv, row 2, column Amount: expected .*, found 12x/);
    expect(refused.out).toContain('Nothing was imported');
    const rest = await run('import', broken, '--leave-out-rejected', '--json');
    expect(rest.code).toBe(0);
    expect(JSON.parse(rest.out)).toMatchObject({
      create: 1,
      reject: 1,
      rejects: [{ row: 2, column: 'Amount', found: '12x' }],
    });
    const none = await run('import', join(folder, 'nowhere.csv'), '--json');
    expect(none).toMatchObject({ code: 2, out: '' });
  }, 120_000);
});
