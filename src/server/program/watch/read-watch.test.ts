import { describe, expect, it } from 'vitest';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { dealHeader } from '#test/harness/deal-table.ts';
import { importText } from '#test/harness/importing.ts';

const server = await testApp(await testDatabase());

const partners = {
  kind: 'partners',
  source: 'Test CRM',
  dateOrder: 'ymd',
  columns: { partnerId: 'Id', name: 'Name', signedOn: 'Signed', openingStage: 'Stage' },
};

describe('the watch', () => {
  it('shows every gate with what is missing, and every pitfall, to anyone on the desk', async () => {
    const organization = await server.organization();
    const ae = await organization.person(['ae']);
    const { status, body } = await ae.call('GET', `/o/${organization.slug}/program/watch`);
    expect(status).toBe(200);
    const watch = body as {
      gates: { key: string; state: string; conditions: { state: string; says: string }[] }[];
      pitfalls: { key: string; state: string }[];
      gaps: { says: string }[];
      properties: object;
      launchPlan: { milestones: unknown[] };
      digest: { items: unknown[] };
      facts: Record<string, unknown>;
    };
    expect(watch.gates.map(({ key }) => key)).toEqual(['g0', 'g1', 'g2', 'g3', 'g4', 'g5', 'g6', 'g7']);
    expect(watch.gates.every(({ state }) => state === 'closed')).toBe(true);
    expect(watch.pitfalls.length).toBe(15);
    expect(watch.gaps.map(({ says }) => says)).toContain('Nobody holds the seat CFO.');
    expect(watch.properties).toMatchObject({ documented: { holds: false }, owned: { holds: false } });
    expect(watch.launchPlan.milestones.length).toBeGreaterThan(8);
    expect(watch.digest.items.length).toBeGreaterThan(0);
    expect(watch.facts).toMatchObject({ crmFields: { known: false, waitsFor: 'the first import of deals' } });
  });

  it('shows an override with its reason as long as it stands, and that there was one afterwards', async () => {
    const organization = await server.organization();
    const cro = await organization.person(['cro']);
    const path = `/o/${organization.slug}/program`;
    const reason = 'The board has decided to recruit now.';
    await cro.call('POST', `${path}/gates/g4/overrides`, { body: { reason } });
    const watch = async () =>
      (await cro.call('GET', `${path}/watch`)).body as { gates: { key: string }[]; pastOverrides: object[] };
    const g4 = async () => (await watch()).gates.find(({ key }) => key === 'g4');
    expect(await g4()).toMatchObject({ state: 'overridden', override: { reason, on: '2026-07-15' } });
    await cro.call('DELETE', `${path}/gates/g4/overrides`);
    expect(await g4()).toMatchObject({ state: 'closed', override: null });
    expect((await watch()).pastOverrides).toMatchObject([
      { gate: 'g4', reason, on: '2026-07-15', takenBackOn: '2026-07-15', takenBackBy: expect.any(String) },
    ]);
  });

  it('keeps a partner that an import says was signed after the kickoff, and names the pitfall', async () => {
    const organization = await server.organization();
    const cro = await organization.person(['cro']);
    await importText(organization.context, 'Id,Name,Signed,Stage\nP1,Sund,2026-07-15,Onboard\n', partners);
    const { body } = await cro.call('GET', `/o/${organization.slug}/program/watch`);
    const { pitfalls } = body as { pitfalls: { key: string }[] };
    expect(pitfalls.find(({ key }) => key === 'no_attribution')).toMatchObject({ state: 'blocked' });
  });
});

describe('a program that already runs', () => {
  it('sorts its partners into producing, active and dormant, each with evidence and a proposal', async () => {
    const organization = await server.organization();
    const { context } = organization;
    await importText(
      context,
      `Id,Name,Signed,Stage
P1,Alpha,2024-01-01,Producing
P2,Beta,2026-07-01,Onboard
P3,Gamma,2026-03-01,Onboard
P4,Delta,2024-01-01,Manage
P5,Epsilon,2026-03-20,
`,
      partners,
    );
    await importText(
      context,
      `${dealHeader}
D1,One,Acme,Closed Won,100,2026-03-01,2026-06-01,Alpha,originator
D2,Two,Acme,Qualified,100,2026-06-01,,Epsilon,validator
`,
    );
    const head = await organization.person(['head_of_partnerships']);
    const { body } = await head.call('GET', `/o/${organization.slug}/program/running`);
    const running = body as { counts: object; partners: { name: string }[] };
    expect(running).toMatchObject({
      counts: { producing: 1, active: 2, dormant: 2, unknown: 0 },
      health: { dormantShare: { known: true, value: 0.4 }, isAlert: false },
    });
    expect(running.partners).toMatchObject([
      { name: 'Delta', sort: 'dormant', proposal: 'exit', openingStage: 'manage' },
      { name: 'Gamma', sort: 'dormant', proposal: 'exit', signedOn: '2026-03-01' },
      { name: 'Beta', sort: 'active', proposal: 'keep', evidence: expect.stringContaining('2026-07-01') },
      { name: 'Epsilon', sort: 'active', proposal: 'keep', evidence: '1 open deal.' },
      { name: 'Alpha', sort: 'producing', proposal: 'keep', evidence: '1 deal won in two quarters.' },
    ]);
  });
});

describe('partners without any deal in sight', () => {
  it('are not called dormant: nobody knows yet', async () => {
    const organization = await server.organization();
    await importText(organization.context, 'Id,Name,Signed,Stage\nP1,Alpha,2024-01-01,Manage\n', partners);
    const head = await organization.person(['head_of_partnerships']);
    const path = `/o/${organization.slug}/program`;
    expect(await head.call('GET', `${path}/running`)).toMatchObject({
      body: { counts: { unknown: 1, dormant: 0 }, partners: [{ sort: 'unknown', proposal: 'find_out' }] },
    });
    expect(await head.call('GET', `${path}/watch`)).toMatchObject({
      body: { facts: { dormantShare: { known: false }, activePartners: { known: false } } },
    });
  });
});

describe('the direct funnel', () => {
  it('comes over the API with what shows a friction, and moves when deals come in', async () => {
    const organization = await server.organization();
    const cfo = await organization.person(['cfo']);
    const read = () => cfo.call('GET', `/o/${organization.slug}/program/funnel`);
    expect(await read()).toMatchObject({ status: 200, body: { facts: [], actuals: [] } });
    await importText(organization.context, `${dealHeader}\nA,A,One,Closed Won,100,2026-01-01,2026-03-02,,\n`);
    expect(await read()).toMatchObject({
      body: { facts: [{ key: 'win_rate', value: 1, deals: 1, showsFriction: false }, {}, {}] },
    });
  });
});
