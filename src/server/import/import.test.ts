import { describe, expect, it } from 'vitest';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { dealHeader } from '#test/harness/deal-table.ts';
import { importText, later, projectionOf } from '#test/harness/importing.ts';
import { listImports } from './list-imports.ts';
import { withdrawImport } from './withdraw-import.ts';

const database = await testDatabase();
const server = await testApp(database);

const fileA = `${dealHeader}
1,Roof,Acme,Proposal,1000,2026-01-10,2026-09-01,Nordsee IT,originator
2,Wall,Acme,Closed Won,2500.50,2026-02-01,2026-04-01,,
3,Door,Bolt,Prospecting,,2026-03-01,,,
`;
const fileB = `${dealHeader}
1,Roof,Acme,Closed Won,1200,2026-01-10,2026-07-01,Nordsee IT,joint_seller
2,Wall,Acme,Closed Won,2500.50,2026-02-01,2026-04-01,,
4,Gate,Corvid,Qualified,800,2026-05-01,2026-12-01,Sund Group,
`;

type Deal = Record<string, unknown>;
const dealsOf = async (context: Parameters<typeof importText>[0]): Promise<Map<unknown, Deal>> => {
  const { deals } = (await projectionOf(database, context)) as { deals: Deal[] };
  return new Map(deals.map((deal) => [deal.record_id, deal]));
};

describe('an import', () => {
  it('brings deals in with their state, account and claim', async () => {
    const { context } = await server.organization();
    const draft = await importText(context, fileA);
    expect(draft).toMatchObject({ state: 'committed', failure: null });
    expect(draft.result?.counts).toEqual({ rows: 3, create: 3, update: 0, unchanged: 0, skip: 0, reject: 0 });
    const deals = await dealsOf(context);
    expect(deals.get('1')).toMatchObject({
      name: 'Roof',
      account: 'Acme',
      stage: 'Proposal',
      outcome: 'open',
      amount_minor: 100_000,
      currency: 'EUR',
      entered_on: '2026-01-10',
      entered_assumed: true,
      expected_close_on: '2026-09-01',
      claim_class: 'sourced',
      partner: 'Nordsee IT',
    });
    expect(deals.get('2')).toMatchObject({ outcome: 'won', closed_on: '2026-04-01', amount_minor: 250_050 });
    expect(deals.get('3')).toMatchObject({ outcome: 'open', entered_on: null, amount_minor: null });
  });

  it('changes nothing the second time, and leaves no second import', async () => {
    const { context } = await server.organization();
    await importText(context, fileA);
    const before = await projectionOf(database, context);
    const again = await importText(context, fileA);
    expect(again.result?.counts).toMatchObject({ create: 0, update: 0, unchanged: 3 });
    expect(again.importId).toBeNull();
    expect(await projectionOf(database, context)).toEqual(before);
    expect((await listImports(context, { limit: 10 })).items).toHaveLength(1);
  });

  it('appends what a changed file says, and keeps what stood before', async () => {
    const { context } = await server.organization();
    await importText(context, fileA);
    const second = await importText(context, fileB);
    expect(second.result?.counts).toMatchObject({ create: 1, update: 1, unchanged: 1 });
    const deals = await dealsOf(context);
    expect(deals.get('1')).toMatchObject({ outcome: 'won', closed_on: '2026-07-01', claim_class: 'co_sold' });
    expect(deals.get('3')).toMatchObject({ name: 'Door' });
    expect(deals.get('4')).toMatchObject({ entered_on: '2026-05-01', claim_class: 'influenced' });
  });

  it('ends a claim when the row no longer names the partner', async () => {
    const { context } = await server.organization();
    await importText(context, fileA);
    await importText(context, fileA.replace('Nordsee IT,originator', ','));
    expect((await dealsOf(context)).get('1')).toMatchObject({ claim_class: null, partner: null });
  });

  it('is undone whole: what stood before stands again', async () => {
    const { context } = await server.organization();
    await importText(context, fileA);
    const before = await projectionOf(database, context);
    const second = await importText(context, fileB);
    await withdrawImport(later(context), second.importId ?? '');
    expect(await projectionOf(database, context)).toEqual(before);
    const third = await importText(context, fileB);
    expect(third.result?.counts).toMatchObject({ create: 1, update: 1, unchanged: 1 });
  });

  it('leaves nothing visible when the only import is undone', async () => {
    const { context } = await server.organization();
    const first = await importText(context, fileA);
    await withdrawImport(later(context), first.importId ?? '');
    expect(await projectionOf(database, context)).toEqual({
      deals: [],
      accounts: [],
      partners: [],
      stages: [],
    });
    const again = await importText(context, fileA);
    expect(again.result?.counts).toMatchObject({ create: 3, unchanged: 0 });
    expect((await dealsOf(context)).size).toBe(3);
  });
});
