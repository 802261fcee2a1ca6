import { describe, expect, it } from 'vitest';
import { importText } from '#test/harness/importing.ts';
import { day, link, partner, type Scene, scene, touch } from '#test/harness/touch-scene.ts';
import { explain } from '../attribution/explain.ts';
import { reproduce } from '../attribution/reproduce.ts';
import { confirmClaim } from '../attribution/touch/answer-claim.ts';
import { listWaiting } from '../attribution/touch/list-waiting.ts';
import { recordTouch } from '../attribution/touch/record-touch.ts';
import { withdrawFact } from '../attribution/touch/withdraw-fact.ts';
import { mergeDeal } from '../opportunity/correction/end-deal.ts';
import { personLeaves } from '../partner/person-leaves.ts';
import { readPartner } from '../partner/read-partners.ts';
import { listImports } from './list-imports.ts';
import { withdrawImport } from './withdraw-import.ts';

const names = {
  opportunityId: 'Deal',
  account: 'Account',
  partner: 'Partner',
  person: 'Person',
  internalOwner: 'Ours',
  partnerRole: 'Role',
  action: 'Action',
  occurredAt: 'Date',
  result: 'Outcome',
  evidence: 'Evidence',
  stage: 'Stage',
  recordedAt: 'Logged',
  confirmedBy: 'Confirmed',
} as const;
const columns = Object.values(names);
const mapping = { kind: 'touches', source: 'Test CRM', dateOrder: 'ymd', columns: names } as const;

const good: Readonly<Record<string, string>> = {
  Deal: 'D1',
  Partner: 'Northgate',
  Person: 'Rachel Stone',
  Ours: 'Dana Reyes',
  Role: 'Technical validator',
  Action: 'Architecture',
  Date: '2026-03-21',
  Outcome: 'Architecture approved',
  Evidence: link,
  Confirmed: 'Dana Reyes',
};

/** A file of the good touch with other cells in each row. */
function file(...changes: Readonly<Record<string, string>>[]): string {
  const rows = changes.map((change) =>
    columns.map((name) => `"${(change[name] ?? good[name] ?? '').replaceAll('"', '""')}"`).join(','),
  );
  return `${[columns.join(','), ...rows].join('\n')}\n`;
}

const bring = (set: Scene, on: string, ...changes: Readonly<Record<string, string>>[]) =>
  importText(set.at(on), file(...changes), mapping, true);

const counted = (draft: Awaited<ReturnType<typeof importText>>) => {
  const { create, unchanged, skip, reject } = draft.result?.counts ?? {};
  return { create, unchanged, skip, reject };
};

describe('imported touches', () => {
  it('are acts like any other: the deal is decided anew, and the history says by which import', async () => {
    const set = await scene();
    const draft = await bring(set, '2026-03-22', {});
    expect(counted(draft)).toEqual({ create: 1, unchanged: 0, skip: 0, reject: 0 });
    const told = await explain(set.at('2026-03-23'), 'D1');
    expect(told).toMatchObject({ credit: 'influenced', partner: { name: 'Northgate' } });
    expect(told.evidence).toMatchObject([
      {
        way: 'import',
        importNumber: 3,
        side: 'vendor',
        person: 'Rachel Stone',
        owner: 'Dana Reyes',
        role: 'validator',
        stage: 3,
        confirmed: true,
        confirmedBy: 'Dana Reyes',
        links: [link],
        occurredOn: '2026-03-21',
        recordedOn: '2026-03-22',
      },
    ]);
    expect(told.history).toMatchObject([{ class: 'influenced', cause: 'import.commit' }]);
  });

  it('wait for a name of ours where the file has none, and count once it is given', async () => {
    const set = await scene();
    const draft = await bring(set, '2026-03-22', { Confirmed: '' });
    expect(draft.result?.notes.map(({ code }) => code)).toEqual(['touch-unconfirmed']);
    expect((await explain(set.at('2026-03-23'), 'D1')).credit).toBe('none');
    const { claims } = await listWaiting(set.at('2026-03-23'));
    expect(claims).toMatchObject([{ way: 'import', person: 'Rachel Stone' }]);
    await confirmClaim(set.at('2026-03-23'), 'touch', claims[0]?.claim_id ?? '');
    expect((await explain(set.at('2026-03-23'), 'D1')).credit).toBe('influenced');
  });

  it('name the deal by the number that it has here, or the account where there is no deal yet', async () => {
    const set = await scene();
    const number = (await explain(set.at('2026-03-22'), 'D1')).opportunity.number;
    expect(counted(await bring(set, '2026-03-22', { Deal: `#${number}` }))).toMatchObject({ create: 1 });
    expect((await explain(set.at('2026-03-23'), 'D1')).credit).toBe('influenced');
    const before = await bring(set, '2026-03-22', {
      Deal: '',
      Account: 'ACME',
      Role: 'reference',
      Date: '2026-02-20',
      Logged: '2026-02-21',
    });
    expect(before.result?.notes.map(({ code }) => code)).toEqual([
      'confirmer-without-account',
      'touch-before_deal',
    ]);
    const told = await explain(set.at('2026-03-23'), 'D1');
    expect(told.evidence.map(({ occurredOn, stage }) => [occurredOn, stage])).toEqual([
      ['2026-02-20', 0],
      ['2026-03-21', 3],
    ]);
    expect(told.history).toHaveLength(1);
  });

  it('bring people whom nobody knew, once each, by name or by address', async () => {
    const set = await scene();
    const draft = await bring(
      set,
      '2026-03-22',
      { Person: 'Ann Lee <ann@northgate.example>' },
      { Person: 'ann@northgate.example', Date: '2026-03-20' },
      { Person: 'RACHEL STONE', Date: '2026-03-20' },
    );
    expect(counted(draft)).toMatchObject({ create: 3, reject: 0 });
    expect(draft.result?.notes.find(({ code }) => code === 'person-new')).toMatchObject({
      rows: 1,
      examples: [{ row: 2, found: 'Ann Lee of Northgate' }],
    });
    const { people } = await readPartner(set.at('2026-03-23'), set.partnerId);
    expect(people.map(({ name, email }) => [name, email])).toEqual([
      ['Ann Lee', 'ann@northgate.example'],
      ['Rachel Stone', 'rachel@northgate.example'],
    ]);
  });

  it('say at once what they lack to count (5.4)', async () => {
    const set = await scene();
    const draft = await bring(
      set,
      '2026-03-22',
      { Outcome: '' },
      { Evidence: '', Date: '2026-03-20' },
      { Role: 'overlap', Date: '2026-03-19' },
      { Date: '2026-03-02' },
    );
    expect(counted(draft)).toMatchObject({ create: 4, reject: 0 });
    const notes = new Map(draft.result?.notes.map((note) => [note.code, note]));
    expect(notes.get('touch-no_outcome')).toMatchObject({
      column: 'Outcome',
      examples: [{ row: 2, found: 'nothing' }],
    });
    expect(notes.get('touch-no_evidence')).toMatchObject({ column: 'Evidence', examples: [{ row: 3 }] });
    expect(notes.get('touch-overlap')).toMatchObject({
      column: 'Role',
      examples: [{ row: 4, found: 'overlap' }],
    });
    expect(notes.get('touch-logged_late')).toMatchObject({
      column: 'Logged',
      repair:
        'It was written down late: it earns assisted at most. If the source says when it was written down, map that column.',
      examples: [{ row: 5, found: '2026-03-02, written down on 2026-03-22' }],
    });
  });
});

describe('when an imported touch was written down (ATT-5)', () => {
  it('is the day that the source states; a view of before the import still knows nothing of it', async () => {
    const set = await scene();
    await recordTouch(
      set.at('2026-03-25'),
      touch(set, { role: 'reference', occurredAt: day('2026-03-24') }),
      {
        isConfirmed: true,
      },
    );
    expect((await explain(set.at('2026-03-26'), 'D1')).credit).toBe('assisted');
    await bring(set, '2026-04-20', { Logged: '2026-03-22' });
    const told = await explain(set.at('2026-04-21'), 'D1');
    expect(told).toMatchObject({
      credit: 'influenced',
      history: [{ class: 'influenced' }, { class: 'assisted' }],
    });
    const again = await reproduce(set.at('2026-04-21'), 'D1');
    expect(again.map(({ result, tables }) => [result, tables])).toEqual([
      ['same', 'same'],
      ['same', 'same'],
    ]);
  });

  it('is the day of the import where the file does not say: late, so assisted at most', async () => {
    const set = await scene();
    await bring(set, '2026-04-20', {});
    expect((await explain(set.at('2026-04-21'), 'D1')).credit).toBe('assisted');
  });
});

describe('rows that are no touch', () => {
  const refused: readonly [string, Readonly<Record<string, string>>, string, string, string][] = [
    ['a deal that is not here', { Deal: 'D9' }, 'Deal', 'D9', 'Import the opportunities first'],
    ['the name of a deal', { Deal: 'New' }, 'Deal', 'New', 'Write its record id D1'],
    ['a bare number', { Deal: '1' }, 'Deal', '1', 'write #1'],
    [
      'an account that is not here',
      { Deal: '', Account: 'Nobody' },
      'Account',
      'Nobody',
      'A touch makes no account',
    ],
    ['a partner that is not here', { Partner: 'Sund' }, 'Partner', 'Sund', 'Add the partner first'],
    ['a slip in a partner', { Partner: 'Nortgate' }, 'Partner', 'Nortgate', 'Write "Northgate"'],
    ['a role that is none', { Role: 'Influencer' }, 'Role', 'Influencer', 'Write one of these'],
    ['a slip in a role', { Role: 'Joint sellr' }, 'Role', 'Joint sellr', 'Write "Joint seller"'],
    ['a stage that is none', { Stage: 'Proposl' }, 'Stage', 'Proposl', 'Write "Proposal"'],
    [
      'a stage that the deal was not in',
      { Stage: 'Prospecting', Date: '2026-03-15' },
      'Stage',
      'Prospecting',
      'the history of the deal says it',
    ],
    ['a stage that is no open one', { Stage: 'Closed Won' }, 'Stage', 'Closed Won', 'or its order'],
    ['the future', { Date: '2026-04-01' }, 'Date', '2026-04-01', 'after it happened'],
    ['a record of the future', { Logged: '2026-04-01' }, 'Logged', '2026-04-01', 'Correct the date'],
    ['a day before the partner signed', { Date: '2026-01-04' }, 'Date', '2026-01-04', 'signing date'],
    [
      'a person of another partner',
      { Person: 'sam@southgate.example' },
      'Person',
      'sam@southgate.example, whose address',
      'Name somebody of Northgate',
    ],
    [
      'a person who had left',
      { Person: 'Tom Hill' },
      'Person',
      'Tom Hill, whose last day there was 2026-03-10',
      'Name who took over',
    ],
    [
      'a file that is not stored',
      { Evidence: 'file:0190c1a0-0000-7000-8000-000000000000' },
      'Evidence',
      'file:0190c1a0',
      'Upload the file first',
    ],
    [
      'a confirmation by the partner',
      { Confirmed: 'Rachel Stone' },
      'Confirmed',
      'Rachel Stone, who is at Northgate',
      'Name somebody of ours',
    ],
  ];

  it('are rejected with row, column, what was found and what repairs it, and keep the file out', async () => {
    const set = await scene();
    await partner(set.at, 'Southgate', 'Sam Poole');
    await partner(set.at, 'Eastgate', 'Tim Poole');
    await importText(set.at('2026-03-21'), file({ Person: 'Tom Hill', Date: '2026-03-05' }), mapping);
    const { people } = await readPartner(set.at('2026-03-21'), set.partnerId);
    const tom = people.find(({ name }) => name === 'Tom Hill')?.partnerPersonId ?? '';
    await personLeaves(set.at('2026-03-21'), set.partnerId, tom, '2026-03-10');
    const rows = refused.map(([, change]) => change);
    const strict = await importText(set.at('2026-03-22'), file({}, ...rows), mapping).catch(
      (error: Error) => error,
    );
    expect(strict).toMatchObject({ message: expect.stringContaining('nothing was imported') });
    expect((await explain(set.at('2026-03-22'), 'D1')).evidence).toHaveLength(1);

    const draft = await bring(set, '2026-03-22', {}, ...rows);
    expect(counted(draft)).toEqual({ create: 1, unchanged: 0, skip: 0, reject: refused.length });
    for (const [index, [what, , column, found, repair]] of refused.entries()) {
      const reject = draft.result?.rejects.find(({ row }) => row === index + 3);
      expect(reject, what).toMatchObject({
        column,
        found: expect.stringContaining(found),
        repair: expect.stringContaining(repair),
      });
    }
  });

  it('name the deal into which theirs was merged', async () => {
    const set = await scene(
      'D1,New,Acme,Proposal,1000,2026-03-01,,,\nD2,Other,Acme,Proposal,1000,2026-03-01,,,\n',
    );
    const [one, two] = await Promise.all(['D1', 'D2'].map((id) => explain(set.at('2026-03-22'), id)));
    await mergeDeal(
      set.at('2026-03-22'),
      one?.opportunity.id ?? '',
      two?.opportunity.id ?? '',
      'The same project.',
    );
    const draft = await bring(set, '2026-03-23', {});
    expect(draft.result?.rejects).toMatchObject([
      {
        column: 'Deal',
        code: 'opportunity-ended',
        repair: expect.stringContaining(`#${two?.opportunity.number}`),
      },
    ]);
  });
});

describe('the same touch again', () => {
  it('changes nothing and leaves no import; with other values it is refused, since touches are withdrawn, not edited', async () => {
    const set = await scene();
    await bring(set, '2026-03-22', {}, { Date: '2026-03-20' });
    const again = await bring(set, '2026-03-23', {}, { Date: '2026-03-20' });
    expect(again.importId).toBeNull();
    expect(counted(again)).toMatchObject({ create: 0, unchanged: 2 });
    expect((await listImports(set.at('2026-03-23'), { limit: 10 })).items).toHaveLength(3);
    const other = await bring(set, '2026-03-23', { Outcome: 'Something else', Role: 'Joint seller' });
    expect(other.result?.rejects).toMatchObject([
      {
        column: 'Action',
        code: 'touch-there',
        found:
          'solution architecture of Rachel Stone on 2026-03-21, recorded on 2026-03-22 with another role, another outcome',
      },
    ]);
  });

  it('in one file is one touch if it says the same, and refused if it does not', async () => {
    const set = await scene();
    const draft = await bring(
      set,
      '2026-03-22',
      {},
      {},
      { Person: 'rachel@northgate.example', Role: 'validator' },
      { Outcome: 'Another outcome' },
    );
    expect(counted(draft)).toEqual({ create: 1, unchanged: 0, skip: 1, reject: 2 });
    expect(draft.result?.rejects.map(({ row, code }) => [row, code])).toEqual([
      [4, 'touch-twice'],
      [5, 'touch-twice'],
    ]);
  });

  it('is one with what somebody recorded by hand, and can come in once that is withdrawn', async () => {
    const set = await scene();
    const { touchId } = await recordTouch(set.at('2026-03-21'), touch(set), { isConfirmed: true });
    expect(counted(await bring(set, '2026-03-22', {}))).toMatchObject({ create: 0, unchanged: 1 });
    await withdrawFact(set.at('2026-03-22'), 'touch', touchId, 'Wrong outcome.');
    expect(counted(await bring(set, '2026-03-22', { Outcome: 'The right one' }))).toMatchObject({
      create: 1,
    });
    expect((await explain(set.at('2026-03-23'), 'D1')).credit).toBe('influenced');
  });
});

describe('an undone import of touches', () => {
  it('takes its touches, its people and their credit along; the file can come in again', async () => {
    const set = await scene();
    const rows = [{}, { Person: 'Ann Lee', Date: '2026-03-20' }];
    const draft = await bring(set, '2026-03-22', ...rows);
    expect((await explain(set.at('2026-03-23'), 'D1')).credit).toBe('influenced');
    await withdrawImport(set.at('2026-03-23'), draft.importId ?? '');
    const told = await explain(set.at('2026-03-24'), 'D1');
    expect(told).toMatchObject({ credit: 'none', evidence: [] });
    expect(told.history.map((row) => [row.class, row.cause])).toEqual([
      ['none', 'import.withdraw'],
      ['influenced', 'import.commit'],
    ]);
    const peopleOn = async (date: string) =>
      (await readPartner(set.at(date), set.partnerId)).people.map(({ name }) => name);
    expect(await peopleOn('2026-03-24')).toEqual(['Rachel Stone']);
    expect((await listWaiting(set.at('2026-03-24'))).claims).toEqual([]);
    expect(counted(await bring(set, '2026-03-25', ...rows))).toMatchObject({ create: 2 });
    expect(await peopleOn('2026-03-25')).toEqual(['Ann Lee', 'Rachel Stone']);
    expect((await explain(set.at('2026-03-26'), 'D1')).credit).toBe('influenced');
  });

  it('leaves a person whom another act names, and a touch that somebody had withdrawn before', async () => {
    const set = await scene();
    const draft = await bring(set, '2026-03-22', { Person: 'Ann Lee' }, { Date: '2026-03-20' });
    const ann = (await readPartner(set.at('2026-03-22'), set.partnerId)).people.find(
      ({ name }) => name === 'Ann Lee',
    );
    const act = touch(set, { partnerPersonId: ann?.partnerPersonId ?? '', action: 'joint_meeting' });
    await recordTouch(set.at('2026-03-22'), act, { isConfirmed: true });
    const told = await explain(set.at('2026-03-23'), 'D1');
    const first = told.evidence.find(({ occurredOn }) => occurredOn === '2026-03-20');
    await withdrawFact(set.at('2026-03-23'), 'touch', first?.id ?? '', 'It was a call.');
    await withdrawImport(set.at('2026-03-24'), draft.importId ?? '');
    const { people } = await readPartner(set.at('2026-03-24'), set.partnerId);
    expect(people.map(({ name }) => name)).toEqual(['Ann Lee', 'Rachel Stone']);
    expect((await explain(set.at('2026-03-24'), 'D1')).evidence).toMatchObject([
      { person: 'Ann Lee', way: 'desk' },
    ]);
  });

  it('decides the deals again at whose account a touch was', async () => {
    const set = await scene();
    const draft = await bring(set, '2026-03-22', {
      Deal: '',
      Account: 'Acme',
      Role: 'reference',
      Date: '2026-02-20',
      Logged: '2026-02-21',
    });
    expect((await explain(set.at('2026-03-23'), 'D1')).credit).toBe('assisted');
    await withdrawImport(set.at('2026-03-23'), draft.importId ?? '');
    const told = await explain(set.at('2026-03-23'), 'D1');
    expect([told.credit, told.pending]).toEqual(['none', false]);
  });
});
