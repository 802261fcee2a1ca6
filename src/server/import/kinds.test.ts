import { describe, expect, it } from 'vitest';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { dealHeader, dealMapping, dealStages } from '#test/harness/deal-table.ts';
import { importText, later, projectionOf } from '#test/harness/importing.ts';
import { withdrawImport } from './withdraw-import.ts';

const database = await testDatabase();
const server = await testApp(database);

const source = 'Test CRM';
const history = {
  kind: 'stage-history',
  source,
  dateOrder: 'ymd',
  decimal: '.',
  timeZone: 'Europe/Amsterdam',
  columns: { opportunityId: 'Id', stage: 'Stage', changedAt: 'When', amount: 'Amount' },
  stages: { ...dealStages, Note: { ignore: true } },
};
const partners = {
  kind: 'partners',
  source,
  dateOrder: 'ymd',
  columns: { partnerId: 'Id', name: 'Name', archetype: 'Type', signedOn: 'Signed', domain: 'Web' },
};
const accounts = {
  kind: 'accounts',
  source,
  columns: { accountId: 'Id', name: 'Name', domain: 'Web', country: 'Country', industry: 'Industry' },
};
const roles = {
  kind: 'opportunity-partners',
  source,
  columns: { opportunityId: 'Deal', partnerId: 'Partner Id', partnerRole: 'Role', isPrimary: 'Primary' },
};

type Read = { deals: Record<string, unknown>[]; accounts: unknown[]; partners: unknown[] };
const read = async (context: Parameters<typeof importText>[0]): Promise<Read> =>
  (await projectionOf(database, context)) as Read;

describe('stage history alone', () => {
  it('creates its deals; the first close counts, later events are kept and flagged', async () => {
    const { context } = await server.organization();
    const draft = await importText(
      context,
      `Id,Stage,When,Amount
7,Prospecting,2026-01-05T10:00:00Z,100
8,Qualified,2026-01-06T10:00:00Z,50
7,Note,2026-01-07T10:00:00Z,100
7,Qualified,2026-01-10T23:30:00Z,120
7,Closed Won,2026-02-01T10:00:00Z,130
7,Proposal,2026-02-03T10:00:00Z,130
`,
      history,
    );
    expect(draft.result?.counts).toEqual({ rows: 6, create: 5, update: 0, unchanged: 0, skip: 1, reject: 0 });
    const { deals } = await read(context);
    expect(deals).toMatchObject([
      {
        record_id: '7',
        outcome: 'won',
        closed_on: '2026-02-01',
        entered_on: '2026-01-11',
        entered_assumed: false,
        entry_amount_minor: 12_000,
        late_events: 1,
      },
      { record_id: '8', outcome: 'open', entered_on: '2026-01-06', amount_minor: 5_000 },
    ]);
  });

  it('appends to deals that are there, and only what is new', async () => {
    const { context } = await server.organization();
    await importText(context, `${dealHeader}\n7,Roof,Acme,Qualified,100,2026-01-01,,,\n`);
    const rows =
      'Id,Stage,When,Amount\n7,Prospecting,2026-01-02T10:00:00Z,\n7,Qualified,2026-01-20T10:00:00Z,\n';
    const first = await importText(context, rows, history);
    expect(first.result?.counts).toMatchObject({ create: 0, update: 2 });
    expect((await read(context)).deals).toMatchObject([
      { name: 'Roof', entered_on: '2026-01-20', entered_assumed: false },
    ]);
    const second = await importText(context, `${rows}7,Closed Lost,2026-03-01T10:00:00Z,\n`, history);
    expect(second.result?.counts).toMatchObject({ create: 0, update: 1, unchanged: 2 });
    expect((await read(context)).deals).toMatchObject([{ outcome: 'lost', closed_on: '2026-03-01' }]);
  });
});

describe('companies', () => {
  it('come in by their ids, are updated, and go back with their import', async () => {
    const { context } = await server.organization();
    const rows = 'Id,Name,Web,Country,Industry\nA1,Acme,https://www.acme.com/x,NL,Retail\nA2,Bolt,,DE,\n';
    expect((await importText(context, rows, accounts)).result?.counts).toMatchObject({ create: 2 });
    expect((await importText(context, rows, accounts)).result?.counts).toMatchObject({ unchanged: 2 });
    const changed = await importText(context, rows.replace('Bolt', 'Bolt AG'), accounts);
    expect(changed.result?.counts).toMatchObject({ update: 1, unchanged: 1 });
    expect((await read(context)).accounts).toMatchObject([
      { name: 'Acme', domain: 'acme.com', country: 'NL', industry: 'Retail' },
      { name: 'Bolt AG' },
    ]);
    await withdrawImport(later(context), changed.importId ?? '');
    expect((await read(context)).accounts).toMatchObject([{ name: 'Acme' }, { name: 'Bolt', country: 'DE' }]);
  });

  it('that a deal named are the same ones when their own file comes', async () => {
    const { context } = await server.organization();
    await importText(context, `${dealHeader}\n7,Roof,ACME,Qualified,100,2026-01-01,,Nordsee IT,\n`);
    const own = await importText(context, 'Id,Name,Web,Country,Industry\nA1,Acme,,NL,\n', accounts);
    expect(own.result?.counts).toMatchObject({ create: 0, update: 1 });
    const partner = 'Id,Name,Type,Signed,Web\nP1,Nordsee IT,System Integrator,2026-03-01,\n';
    expect((await importText(context, partner, partners)).result?.counts).toMatchObject({ update: 1 });
    const { deals, accounts: all, partners: both } = await read(context);
    expect(deals).toMatchObject([{ account: 'Acme', partner: 'Nordsee IT', claim_class: 'influenced' }]);
    expect(all).toHaveLength(1);
    expect(both).toEqual([{ name: 'Nordsee IT', archetype: 'si', signed_on: '2026-03-01' }]);
  });

  it('of one name are one partner', async () => {
    const { context } = await server.organization();
    const draft = await importText(
      context,
      'Id,Name,Type,Signed,Web\nP1,Sund,Reseller,,\nP2,SUND,Reseller,,\nP3,Mast,Wizardry,,\n',
      partners,
      true,
    );
    expect(draft.result).toMatchObject({
      counts: { create: 2, reject: 1 },
      rejects: [{ row: 3, found: 'SUND' }],
      notes: [{ rows: 1, examples: [{ row: 4, found: 'Wizardry' }] }],
    });
  });
});

describe('partners who were there before the program', () => {
  it('come in with the stage in which they stand; a stage that is none rejects its row', async () => {
    const organization = await server.organization();
    const { context } = organization;
    const columns = { ...partners.columns, openingStage: 'Stage' };
    const rows =
      'Id,Name,Type,Signed,Web,Stage\nP1,Sund,,2024-03-01,,Producing\nP2,Mast,,,,J1\nP3,Kiel,,,,Gold\n';
    const draft = await importText(context, rows, { ...partners, columns }, true);
    expect(draft.result).toMatchObject({
      counts: { create: 2, reject: 1 },
      rejects: [
        {
          row: 4,
          column: 'Stage',
          found: 'Gold',
          expected: expect.stringContaining(
            'Recruit, Onboard, Activate, Producing, Manage, Expand, Off-board',
          ),
          repair: expect.stringContaining('leave the cell empty'),
        },
      ],
    });
    const head = await organization.person(['head_of_partnerships']);
    const listed = async (query: Record<string, string>) =>
      (await head.call('GET', `/o/${organization.slug}/partners`, { query })).body;
    expect(await listed({})).toMatchObject({
      items: [
        { name: 'Mast', openingStage: 'onboard' },
        { name: 'Sund', openingStage: 'producing', signedOn: '2024-03-01' },
      ],
    });
    expect(await listed({ openingStage: 'producing' })).toMatchObject({ items: [{ name: 'Sund' }] });
    const moved = rows.replace('Producing', 'Manage').replace('P3,Kiel,,,,Gold\n', '');
    await importText(context, moved, { ...partners, columns });
    expect(await listed({ openingStage: 'manage' })).toMatchObject({ items: [{ name: 'Sund' }] });
  });
});

describe('partners on opportunities', () => {
  it('are claims on deals that are there; unknown deals are rejected with what to do', async () => {
    const { context } = await server.organization();
    await importText(
      context,
      `${dealHeader}\n7,Roof,Acme,Qualified,100,2026-01-01,,,\n8,Wall,Acme,Qualified,100,2026-01-02,,,\n`,
    );
    await importText(context, 'Id,Name,Type,Signed,Web\nP1,Sund,,,\nP2,Mast,,,\n', partners);
    const rows = 'Deal,Partner Id,Role,Primary\n7,P1,joint seller,TRUE\n7,P2,reference,FALSE\n99,P1,,\n';
    const strict = await importText(context, rows, roles).catch((error: Error) => error.message);
    expect(strict).toContain('One row is rejected');
    expect((await read(context)).deals).toMatchObject([{ claim_class: null }, { claim_class: null }]);
    const loose = await importText(context, rows, roles, true);
    expect(loose.result).toMatchObject({
      counts: { create: 2, reject: 1 },
      rejects: [{ row: 4, code: 'opportunity-unknown', found: '99' }],
    });
    expect((await read(context)).deals).toMatchObject([
      { claim_class: 'co_sold', partner: 'Sund' },
      { claim_class: null },
    ]);
    const again = await importText(context, rows, roles, true);
    expect(again.result?.counts).toMatchObject({ create: 0, update: 0, unchanged: 2 });
    await withdrawImport(later(context), loose.importId ?? '');
    expect((await read(context)).deals).toMatchObject([{ claim_class: null }, { claim_class: null }]);
  });
});

describe('what the mapping says about stages', () => {
  it('is read anew for every deal when a later mapping says it otherwise, and goes back with the undo', async () => {
    const { context } = await server.organization();
    const rows = `${dealHeader}\n7,Roof,Acme,Prospecting,100,2026-01-01,,,\n`;
    await importText(context, rows);
    expect((await read(context)).deals).toMatchObject([{ entered_on: null }]);
    const stages = { ...dealStages, Prospecting: { order: 0, entry: true } };
    const moved = await importText(context, rows, { ...dealMapping, stages });
    expect(moved.importId).not.toBeNull();
    expect((await read(context)).deals).toMatchObject([{ entered_on: '2026-01-01' }]);
    await withdrawImport(later(context), moved.importId ?? '');
    expect((await read(context)).deals).toMatchObject([{ entered_on: null }]);
  });
});
