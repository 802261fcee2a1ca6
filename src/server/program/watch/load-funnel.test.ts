import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import type { FunnelFact } from '#core/program/funnel.ts';
import { type TestOrganization, testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { dealHeader, dealMapping, dealStages } from '#test/harness/deal-table.ts';
import { importText } from '#test/harness/importing.ts';
import { readTransaction } from '../../database/transaction.ts';
import { loadFunnel } from './load-funnel.ts';

const database = await testDatabase();
const server = await testApp(database);
const today = '2026-07-15' as LocalDate;

const history = {
  kind: 'stage-history',
  source: 'Test CRM',
  dateOrder: 'ymd',
  decimal: '.',
  timeZone: 'Europe/Amsterdam',
  columns: { opportunityId: 'Id', stage: 'Stage', changedAt: 'When' },
  stages: { ...dealStages, Note: { ignore: true } },
};

async function funnelOf({ context }: TestOrganization): Promise<Map<string, FunnelFact>> {
  const { organization } = context;
  const facts = await readTransaction(database.pool, { org: organization.orgId }, (tx) =>
    loadFunnel(tx, organization, today),
  );
  return new Map(facts.map((fact) => [fact.key, fact]));
}

describe('the funnel of direct deals', () => {
  it('is empty where there is no deal', async () => {
    expect([...(await funnelOf(await server.organization())).keys()]).toEqual([]);
  });

  it('has days and conversion by stage, where deals are lost, and the whole, each with its number of deals', async () => {
    const organization = await server.organization();
    const { context } = organization;
    await importText(
      context,
      `${dealHeader}
A,A,One,Closed Won,100,2026-01-01,2026-03-02,,
B,B,Two,Closed Lost,200,2026-01-01,2026-02-10,,
C,C,Three,Proposal,300,2026-01-01,,,
P,P,Four,Closed Won,900,2026-01-01,2026-03-02,Halyard,originator
`,
    );
    await importText(
      context,
      `Id,Stage,When
A,Qualified,2026-01-01
A,Note,2026-01-05
A,Proposal,2026-01-11
A,Closed Won,2026-03-02
B,qualified,2026-01-01
B,Proposal,2026-01-31
B,Closed Lost,2026-02-10
B,Proposal,2026-03-10
C,Qualified,2026-01-01
C,Proposal,2026-01-21
P,Qualified,2026-01-01
P,Proposal,2026-02-20
P,Closed Won,2026-03-02
`,
      history,
    );
    const funnel = await funnelOf(organization);
    expect(Object.fromEntries([...funnel].map(([key, { value, deals }]) => [key, [value, deals]]))).toEqual({
      'stage_days:2': [20, 3],
      'stage_days:3': [30, 2],
      'stage_conversion:2': [1, 3],
      'stage_conversion:3': [0.5, 2],
      'lost_at:2': [0, 1],
      'lost_at:3': [1, 1],
      win_rate: [0.5, 2],
      cycle_days: [60, 1],
      deal_size: [10_000, 1],
    });
    expect(funnel.get('stage_days:3')).toMatchObject({
      stage: { order: 3, name: 'Proposal' },
      unit: 'days',
      comparison: 20,
    });
  });

  it('knows from snapshots alone where deals have been, but not for how long', async () => {
    const organization = await server.organization();
    const { context } = organization;
    await importText(context, `${dealHeader}\nA,A,One,Qualified,100,2026-05-01,,,\n`);
    await importText(context, `${dealHeader}\nA,A,One,Proposal,100,2026-05-01,,,\n`);
    await importText(context, `${dealHeader}\nA,A,One,Closed Lost,100,2026-05-01,2026-07-14,,\n`);
    const funnel = await funnelOf(organization);
    expect([...funnel.keys()].filter((key) => key.startsWith('stage_days'))).toEqual([]);
    expect(funnel.get('stage_conversion:2')).toMatchObject({ value: 1, deals: 1 });
    expect(funnel.get('lost_at:3')).toMatchObject({ value: 1, deals: 1 });
  });

  it('leaves out what is older than the window and what an undone import brought', async () => {
    const organization = await server.organization();
    await importText(
      organization.context,
      `${dealHeader}\nA,A,One,Closed Won,100,2023-01-01,2024-03-02,,\nB,B,One,Closed Won,100,2024-01-01,2024-08-02,,\n`,
    );
    expect((await funnelOf(organization)).get('win_rate')).toMatchObject({ value: 1, deals: 1 });
  });

  it('reads amounts in the organization’s currency, at the rate of the close', async () => {
    const organization = await server.organization();
    const admin = await organization.person(['administrator']);
    const rate = { currency: 'JPY', effectiveOn: '2026-01-01', rate: '0.006' };
    await admin.call('POST', `/o/${organization.slug}/exchange-rates`, { body: rate });
    const mapping = { ...dealMapping, currency: 'JPY' };
    await importText(
      organization.context,
      `${dealHeader}\nA,A,One,Closed Won,100000,2026-01-01,2026-03-02,,\n`,
      mapping,
    );
    expect((await funnelOf(organization)).get('deal_size')).toMatchObject({ value: 60_000, deals: 1 });
  });
});
