import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import { recordIntroduction } from '#server/attribution/touch/record-introduction.ts';
import { addPartnerPerson, createPartner } from '#server/partner/change-partner.ts';
import { type TestOrganization, testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { dealHeader, dealMapping } from '#test/harness/deal-table.ts';
import { importText } from '#test/harness/importing.ts';
import type { Context } from '../../access/context.ts';
import { findDeal } from '../../attribution/find-deal.ts';
import { readTransaction } from '../../database/transaction.ts';
import { scoreboard } from '../../scoreboard/scoreboard.ts';
import { loadActuals } from './load-actuals.ts';
import { loadCheckFacts } from './load-check-facts.ts';
import { loadGateFacts } from './load-gate-facts.ts';
import { loadPartners } from './load-partners.ts';

const database = await testDatabase();
const server = await testApp(database);
const today = '2026-07-15' as LocalDate;
const at = (day: string, hour = 12) => Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);

async function factsOf({ context }: TestOrganization) {
  const { organization } = context;
  const figures = await scoreboard(context);
  return readTransaction(database.pool, { org: organization.orgId }, (tx) =>
    loadGateFacts(tx, organization, today, figures),
  );
}

/** A partner that was signed before the program, with one deal that it introduced, worked through the verbs. */
async function sourcedWorld(organization: TestOrganization) {
  const on = (day: string): Context => ({ ...organization.context, now: at(day) });
  const { partnerId } = await createPartner(on('2026-01-05'), {
    name: 'Northgate',
    domain: null,
    country: null,
    archetype: 'si',
    signedOn: '2026-01-05',
    managerId: null,
  });
  const person = { name: 'Rachel Stone', email: null };
  const { partnerPersonId } = await addPartnerPerson(on('2026-01-05'), partnerId, person);
  const { columns, ...rest } = dealMapping;
  const { partner: _, partnerRole: __, ...plain } = columns;
  const mapping = { ...rest, columns: plain };
  const deals = (rows: string, day: string) => importText(on(day), `${dealHeader}\n${rows}\n`, mapping);
  await deals('D0,Old,Acme,Closed Won,50,2025-01-01,2025-02-01,,', '2026-02-10');
  const { accountId } = (await findDeal(on('2026-02-11'), 'D0')) ?? { accountId: null };
  await recordIntroduction(on('2026-02-20'), {
    partnerId,
    partnerPersonId,
    accountId,
    opportunityId: null,
    product: null,
    occurredAt: at('2026-02-19'),
    evidence: ['https://example.org/mail'],
    note: null,
  });
  await deals('D1,New,Acme,Qualified,1000,2026-03-01,,,', '2026-03-02');
  return { partnerId, on, deals };
}

describe('the facts of the gates', () => {
  it('of a company that has nothing are unknown or nothing, and every page is at its defaults', async () => {
    const facts = await factsOf(await server.organization());
    expect(facts).toMatchObject({
      today,
      kickoffOn: null,
      mode: 'new',
      overrides: [],
      crmFields: { known: false, waitsFor: 'the first import of deals' },
      testDeal: { known: true, value: false },
      certification: { known: false },
      cohortActivation: { known: false },
      signedPartners: { known: true, value: 0 },
      firstSigning: { known: false },
      dormantShare: { known: false },
      partnerWashing: { known: false },
      sourcedShare: { known: false },
      coverage: { known: false, waitsFor: 'a target for sourced closed-won on the scoreboard page' },
      shareByQuarter: { known: false },
    });
    expect(facts.pages.thesis).toEqual({
      inForce: null,
      signedAhead: null,
      proposed: null,
      hasDraft: false,
    });
    expect(facts.pages.attribution.proposed).toMatchObject({ version: 1 });
    for (const fact of Object.values(facts)) {
      if (typeof fact !== 'object' || fact === null || !('known' in fact)) continue;
      expect(fact.known ? fact.evidence : `${fact.waitsFor}.`).toMatch(/^.{5,}\.$/);
      if (!fact.known) expect(fact.waitsFor).not.toMatch(/\.$/);
    }
  });

  it('know the holder of a seat by their role, and no one who left', async () => {
    const organization = await server.organization();
    await organization.person(['cro']);
    await organization.person(['advisor'], { accessEndsOn: '2026-07-01' });
    const facts = await factsOf(organization);
    expect(facts.seats.cro).toMatchObject([{ interim: null, since: '2026-07-15' }]);
    expect(facts.seats.cfo).toEqual([]);
  });

  it('see whether the export names the partner, whatever was undone', async () => {
    const organization = await server.organization();
    const { columns, ...rest } = dealMapping;
    const { partner: _, partnerRole: __, ...plain } = columns;
    const row = `${dealHeader}\nD1,One,Acme,Qualified,100,2026-03-01,,Halyard,originator\n`;
    await importText(organization.context, row, { ...rest, columns: plain });
    expect((await factsOf(organization)).crmFields).toMatchObject({ known: true, value: false });
    await importText(organization.context, row);
    const facts = await factsOf(organization);
    expect(facts.crmFields).toMatchObject({
      known: true,
      value: true,
      evidence: expect.stringContaining('“Partner”'),
    });
    expect(facts.partnerWashing).toMatchObject({
      value: 1,
      evidence: expect.stringContaining('1 of 1 deal'),
    });
  });

  it('follow a deal from the introduction to its credit, and its partner to activation and production', async () => {
    const organization = await server.organization();
    const { on, deals } = await sourcedWorld(organization);
    const before = await factsOf(organization);
    expect(before).toMatchObject({
      testDeal: { known: true, value: true, evidence: expect.stringMatching(/^Deal #2, New: introduced/) },
      signedPartners: { value: 1 },
      firstSigning: { value: '2026-01-05' },
      firstJointOpportunity: { value: '2026-03-01' },
      firstSourcedWin: { known: false },
      unactivatedAfterLimit: { value: 0 },
      producingPartners: { value: 0 },
      activePartners: { value: 1 },
      dormantShare: { value: 0 },
      activationsThisQuarter: { value: 0 },
      backdated: { known: true, value: 0 },
      partnerWashing: { value: 0 },
    });
    await deals('D1,New,Acme,Closed Won,1000,2026-03-01,2026-07-10,,', '2026-07-12');
    const after = await factsOf({ ...organization, context: on('2026-07-15') });
    expect(after).toMatchObject({
      firstSourcedWin: { value: '2026-07-10' },
      producingPartners: { value: 1 },
      activePartners: { value: 1 },
      dormantShare: { value: 0 },
    });
    expect(after.ownedFigures.head_of_partnerships).toMatchObject({ value: { value: 1, unit: 'share' } });
  });

  it('count an introduction that was recorded after the lock', async () => {
    const organization = await server.organization();
    const partnerId = await organization.partner();
    const { context } = organization;
    await importText(context, `${dealHeader}\nD1,One,Acme,Qualified,100,2026-06-01,,,\n`);
    const { opportunityId } = (await findDeal(context, 'D1')) ?? { opportunityId: null };
    await recordIntroduction(context, {
      partnerId,
      partnerPersonId: null,
      accountId: null,
      opportunityId,
      product: null,
      occurredAt: at('2026-05-30'),
      evidence: [],
      note: null,
    });
    expect((await factsOf(organization)).backdated).toMatchObject({ value: 1 });
  });
});

describe('the actuals of the ledger', () => {
  const actualsOf = async ({ context }: TestOrganization) => {
    const figures = await scoreboard(context);
    const found = await readTransaction(database.pool, { org: context.organization.orgId }, async (tx) =>
      loadActuals(
        tx,
        context.organization,
        today,
        figures,
        await loadPartners(tx, context.organization, today),
      ),
    );
    return new Map(found.map((one) => [one.key, one]));
  };

  it('are absent where there is no data, never nought', async () => {
    expect([...(await actualsOf(await server.organization())).keys()]).toEqual([]);
  });

  it('come from four full quarters of deals, and stand on proven credit only', async () => {
    const organization = await server.organization();
    const { on, deals } = await sourcedWorld(organization);
    const quarters = ['2025-08-01', '2025-11-01', '2026-02-01', '2026-05-01'];
    const direct = quarters.map((day, index) => `Q${index},Direct,Bolt,Closed Lost,250,${day},${day},,`);
    await deals(direct.join('\n'), '2026-06-01');
    await deals('Q4,Direct,Bolt,Closed Won,250,2026-05-01,2026-05-02,,', '2026-06-02');
    await deals('D1,New,Acme,Closed Won,1000,2026-03-01,2026-05-30,,', '2026-06-03');
    const actuals = await actualsOf({ ...organization, context: on('2026-07-15') });
    expect(actuals.get('pipelineToWon')).toMatchObject({ value: 1, deals: 1 });
    expect(actuals.get('winRateLift')).toMatchObject({ value: 4 });
    expect(actuals.get('cycleDays')).toMatchObject({ value: 90, deals: 1 });
    expect(actuals.get('dealSize')).toMatchObject({ value: 100_000, deals: 1 });
    expect(actuals.get('activationRate')).toMatchObject({ value: 1, deals: 1 });
    expect(actuals.get('activationDays')).toMatchObject({ value: 55 });
  });
});

describe('the facts of the checks', () => {
  it('say which gates let through and which seats are held', async () => {
    const organization = await server.organization();
    const cro = await organization.person(['cro']);
    await cro.call('POST', `/o/${organization.slug}/program/gates/g5/overrides`, {
      body: { reason: 'The tiers were promised in writing.' },
    });
    const { context } = organization;
    const facts = await readTransaction(database.pool, { org: context.organization.orgId }, (tx) =>
      loadCheckFacts(tx, context.organization, today),
    );
    expect([...facts.openGates]).toEqual(['g5']);
    expect(facts.heldSeats).toMatchObject({ cro: true, cfo: false });
  });
});
