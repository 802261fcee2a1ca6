import { describe, expect, it } from 'vitest';
import type { TouchRecord } from '#connectors/port.ts';
import { openFile } from '../csv/open-file.ts';
import { importBytes } from '../fixtures/import-bytes.ts';
import { understandRows } from '../understanding/understand.ts';

const header =
  'Deal ID,Account,Partner,Partner Person,Our Person,Role,Action,Date,Outcome,Evidence,Stage then,Logged At,Confirmed By';
const good =
  'D1,,Northgate,Rachel Stone,Dana Reyes,Joint seller,Joint meeting,2026-03-21,Pilot agreed,https://x.example/1,3,2026-03-22,Kim Jansen';
const columns = header.split(',');

/** The good row with other cells. */
function row(change: Readonly<Record<string, string>>): string {
  const cells = good.split(',');
  return columns
    .map((name, index) => `"${(change[name] ?? cells[index] ?? '').replaceAll('"', '""')}"`)
    .join(',');
}

async function read(...rows: string[]) {
  const result = await importBytes(`${[header, ...rows].join('\n')}\n`);
  return {
    ...result,
    touches: result.records.filter((record): record is TouchRecord => record.type === 'touch'),
  };
}

async function rejected(change: Readonly<Record<string, string>>) {
  const { rejects, touches } = await read(row(change), good);
  expect(touches.map((touch) => touch.row)).toEqual([3]);
  return rejects;
}

describe('a file of touches', () => {
  it('is known by its columns, in English and in German, and asks nothing', async () => {
    const { understanding, touches } = await read(good);
    expect(understanding.kind.is).toBe('touches');
    expect(understanding.questions).toEqual([]);
    expect(touches).toEqual([
      {
        type: 'touch',
        row: 2,
        opportunityId: 'D1',
        accountId: null,
        account: null,
        accountDomain: null,
        partnerId: null,
        partner: 'Northgate',
        person: 'Rachel Stone',
        personEmail: null,
        owner: 'Dana Reyes',
        role: 'Joint seller',
        action: 'joint_meeting',
        stage: '3',
        outcome: 'Pilot agreed',
        evidence: ['https://x.example/1'],
        occurredAt: expect.objectContaining({ on: '2026-03-21', dateOnly: true }),
        recordedOn: '2026-03-22',
        confirmedBy: 'Kim Jansen',
      },
    ]);
    const german = await importBytes(
      'Kunde;Partner;Ansprechpartner;Unser Ansprechpartner;Rolle;Aktion;Datum;Ergebnis;Nachweis;Erfasst am;Bestätigt von\nAcme;Nordsee IT;Jörg Maß;Dana Reyes;Türöffner;Neuer Kontakt;21.03.2026 14:30;Termin mit dem Vorstand;meeting:Kick-off in Kiel;22.03.2026;Nein\n',
    );
    expect(german.understanding.kind.is).toBe('touches');
    expect(german.understanding.questions).toEqual([]);
    expect(german.records).toMatchObject([
      {
        account: 'Acme',
        opportunityId: null,
        person: 'Jörg Maß',
        action: 'stakeholder_access',
        outcome: 'Termin mit dem Vorstand',
        evidence: ['meeting:Kick-off in Kiel'],
        occurredAt: { on: '2026-03-21', dateOnly: false },
        recordedOn: '2026-03-22',
        confirmedBy: null,
      },
    ]);
  });

  it('is not taken for a pipeline, and a pipeline with a partner not for touches', async () => {
    const deals = await importBytes(
      'Deal ID,Deal Name,Stage,Amount,Partner,Partner Contact,Owner,Type,Date\n1,Roof,Won,5,Sund,Rachel,Ada,New,2026-01-01\n',
    );
    expect(deals.understanding.kind.is).toBe('opportunities');
    const history = await importBytes('Deal ID,Stage,Date\n1,A,2026-01-01\n1,B,2026-01-02\n');
    expect(history.understanding.kind.is).toBe('stage-history');
  });

  it('asks for what every touch needs and no column is', async () => {
    const text = 'Deal,Partner,When,Action\nD1,Sund,2026-01-01,Meeting\n';
    const opened = await openFile({
      name: 'a.csv',
      async *bytes() {
        yield Buffer.from(text);
      },
    });
    if (!opened.ok) throw new Error(opened.problem.found);
    const { questions } = await understandRows(opened.shape, opened.rows(), { kind: 'touches' });
    expect(questions.map(({ id, required }) => [id, required])).toEqual([
      ['column:person', true],
      ['column:internalOwner', true],
      ['column:partnerRole', true],
    ]);
  });
});

describe('the cells of a touch', () => {
  it('name the person by name, by address, or by both', async () => {
    const of = async (text: string) => {
      const [touch] = (await read(row({ 'Partner Person': text }))).touches;
      return [touch?.person, touch?.personEmail];
    };
    expect(await of('Rachel Stone <Rachel@Northgate.example>')).toEqual([
      'Rachel Stone',
      'rachel@northgate.example',
    ]);
    expect(await of('rachel@northgate.example')).toEqual([null, 'rachel@northgate.example']);
  });

  it('list evidence on lines or behind semicolons, and leave a semicolon inside an address alone', async () => {
    const of = async (text: string) => (await read(row({ Evidence: text }))).touches[0]?.evidence;
    expect(await of('https://x.example/1; https://x.example/2\nmeeting:Discovery, 3 March;')).toEqual([
      'https://x.example/1',
      'https://x.example/2',
      'meeting:Discovery, 3 March',
    ]);
    expect(await of('https://x.example/a;jsessionid=1')).toEqual(['https://x.example/a;jsessionid=1']);
    expect(await of('https://x.example/1;https://x.example/1')).toEqual(['https://x.example/1']);
    expect(await of('')).toEqual([]);
  });

  it('hold a day where they hold exactly midnight, whatever the zone', async () => {
    const [touch] = (await read(row({ Date: '2026-03-21T00:00:00.000Z' }))).touches;
    expect(touch?.occurredAt).toMatchObject({ on: '2026-03-21', dateOnly: true });
  });

  it('are kept without outcome and evidence: the act is one, and what it lacks is said later', async () => {
    const [touch] = (await read(row({ Outcome: '', Evidence: '', 'Stage then': '', 'Confirmed By': '' })))
      .touches;
    expect(touch).toMatchObject({ outcome: null, evidence: [], stage: null, confirmedBy: null });
  });

  it.each([
    ['no deal and no account', { 'Deal ID': '' }, 'Deal ID', 'nothing', '#7'],
    ['no partner', { Partner: '' }, 'Partner', 'nothing', 'partner'],
    ['nobody at the partner', { 'Partner Person': '' }, 'Partner Person', 'nothing', 'no credit'],
    ['nobody of ours', { 'Our Person': '' }, 'Our Person', 'nothing', 'Fill it in'],
    ['no role', { Role: '' }, 'Role', 'nothing', 'Fill it in'],
    ['no action', { Action: '' }, 'Action', 'nothing', 'Write one of these'],
    ['a slip in an action', { Action: 'Joint meting' }, 'Action', 'Joint meting', '"joint meeting"'],
    ['an action that is none', { Action: 'Lunch' }, 'Action', 'Lunch', 'Write one of these'],
    ['no date', { Date: '' }, 'Date', 'nothing', 'Fill in the date'],
    ['a day that is none', { Date: '2026-02-31' }, 'Date', '2026-02-31', 'Correct the date'],
    ['evidence that proves nothing', { Evidence: 'see mail' }, 'Evidence', 'see mail', 'address'],
    [
      'a password in a link',
      { Evidence: 'https://a:b@x.example' },
      'Evidence',
      'https://a:b@x.example',
      'address',
    ],
    ['a bare yes', { 'Confirmed By': 'Ja' }, 'Confirmed By', 'Ja', 'Write the name'],
  ])('%s is rejected with what to repair', async (_, change, column, found, repair) => {
    expect(await rejected(change)).toEqual([
      expect.objectContaining({ row: 2, column, found, repair: expect.stringContaining(repair) }),
    ]);
  });

  it('are all told at once', async () => {
    const problems = await rejected({ Action: 'Lunch', Date: '', 'Confirmed By': 'yes' });
    expect(problems.map(({ column }) => column)).toEqual(['Action', 'Date', 'Confirmed By']);
  });

  it('that repeat a row to the letter are left out', async () => {
    const { touches, skipped, rejects } = await read(good, good);
    expect([touches.length, skipped, rejects]).toEqual([1, 1, []]);
  });
});
