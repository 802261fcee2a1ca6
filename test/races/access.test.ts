import { describe, expect, it } from 'vitest';
import type { OrgId } from '#core/ids.ts';
import { changeMember } from '#server/access/change-member.ts';
import { renewSetupToken } from '#server/access/set-up.ts';
import { findDeal } from '#server/attribution/find-deal.ts';
import { recordIntroduction } from '#server/attribution/touch/record-introduction.ts';
import { verifyChain } from '#server/audit/verify.ts';
import { createPartner } from '#server/partner/change-partner.ts';
import { defaultScoreboardDefinitions } from '#server/program/policies.ts';
import { testApp } from '#test/harness/app.ts';
import { freshDatabase, testDatabase } from '#test/harness/database.ts';
import { dealHeader } from '#test/harness/deal-table.ts';
import { importText, later } from '#test/harness/importing.ts';

const database = await testDatabase();
const server = await testApp(database);
const statuses = (answers: readonly { status: number }[]): number[] =>
  answers.map(({ status }) => status).sort();

describe('two at once', () => {
  it('claim a new installation: one is its administrator, the others are told', async () => {
    const fresh = await testApp(await freshDatabase());
    const token = await renewSetupToken(fresh.services.ports);
    const claim = (number: number) =>
      fresh.call('POST', '/set-up', {
        body: {
          token,
          organizationName: `Claimed by ${number}`,
          timeZone: 'Europe/Amsterdam',
          currency: 'EUR',
          fiscalYearStartMonth: 1,
          publicUrl: null,
          name: `Claimant ${number}`,
          email: `claimant-${number}@example.org`,
          password: `a long and uncommon phrase ${number} 8Kq`,
        },
      });
    const answers = await Promise.all([1, 2, 3].map(claim));
    expect(statuses(answers)).toEqual([201, 409, 409]);
  });

  it('take the last two administrators away: one of them stays', async () => {
    const { slug, person } = await server.organization();
    const [ada, bob] = [await person(['administrator']), await person(['administrator'])];
    const membershipOf = ({ context: { actor } }: typeof ada): string =>
      actor.kind === 'member' ? actor.membershipId : '';
    // Verbs, and not calls: over HTTP the later one may find that its own caller is no member any more.
    const suspend = (by: typeof ada, whom: typeof ada) =>
      changeMember(by.context, membershipOf(whom), { suspended: true });
    const outcomes = await Promise.allSettled([suspend(ada, bob), suspend(bob, ada)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes).toContainEqual({
      status: 'rejected',
      reason: expect.objectContaining({ type: 'conflict' }),
    });
    const answers = await Promise.all([ada, bob].map((one) => one.call('GET', `/o/${slug}`)));
    expect(statuses(answers)).toEqual([200, 404]);
  });

  it('send the same Idempotency-Key: it happens once, and all are told the same', async () => {
    const { slug, person } = await server.organization();
    const ada = await person(['administrator']);
    const send = () =>
      ada.call('POST', `/o/${slug}/invitations`, {
        headers: { 'idempotency-key': 'one-and-the-same' },
        body: { email: 'new@example.org', roles: ['cro'] },
      });
    const answers = await Promise.all([send(), send(), send(), send()]);
    expect(statuses(answers)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const { body } = await ada.call('GET', `/o/${slug}/members`);
    expect((body as { invitations: unknown[] }).invitations).toHaveLength(1);
  });

  it('write to one organization: the trail has every change once, in an unbroken chain', async () => {
    const { slug, person, context } = await server.organization();
    const ada = await person(['administrator']);
    const record = (day: number) =>
      ada.call('POST', `/o/${slug}/exchange-rates`, {
        body: { currency: 'USD', effectiveOn: `2026-03-${String(day).padStart(2, '0')}`, rate: '0.9' },
      });
    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => record(index + 1)));
    expect(new Set(statuses(answers))).toEqual(new Set([201]));
    const org: OrgId = context.organization.orgId;
    expect(await verifyChain(database.pool, org)).toMatchObject({ ok: true });
  });

  it('change different settings of the organization: both stand', async () => {
    const { slug, person } = await server.organization();
    const ada = await person(['administrator']);
    const changes = [{ name: 'Renamed' }, { fiscalYearStartMonth: 4 }, { holidays: ['2026-12-25'] }];
    await Promise.all(changes.map((body) => ada.call('PATCH', `/o/${slug}`, { body })));
    const { body } = await ada.call('GET', `/o/${slug}`);
    expect(body).toMatchObject(Object.assign({}, ...changes));
  });

  it('propose the next definitions: one is the next version, the other is told', async () => {
    const { slug, person } = await server.organization();
    const cro = await person(['cro']);
    const propose = (rateMinimumDeals: number) =>
      cro.call('POST', `/o/${slug}/policies/scoreboard`, {
        body: {
          definitions: { ...defaultScoreboardDefinitions, rateMinimumDeals },
          inForceFrom: '2026-10-01',
        },
      });
    const answers = await Promise.all([30, 31, 32].map(propose));
    const versions = answers.flatMap(({ status, body }) =>
      status === 201 ? [(body as { version: number }).version] : [],
    );
    expect(statuses(answers).every((status) => status === 201 || status === 409)).toBe(true);
    expect(versions.sort()).toEqual(versions.map((_, index) => index + 2));
  });

  it('record acts on one deal: each is kept, none is refused', async () => {
    const { person } = await server.organization();
    const { context } = await person(['head_of_partnerships', 'partner_ops']);
    const details = { name: 'Northgate', domain: null, country: null, archetype: null, signedOn: null };
    const { partnerId } = await createPartner(context, { ...details, managerId: null });
    await importText(context, `${dealHeader}\nD1,New,Acme,Qualified,1000,2026-03-01,,,\n`);
    const { opportunityId } = (await findDeal(context, 'D1')) ?? { opportunityId: null };
    const introduce = () =>
      recordIntroduction(later(context), {
        partnerId,
        partnerPersonId: null,
        accountId: null,
        opportunityId,
        product: null,
        occurredAt: context.now,
        evidence: [],
        note: null,
      });
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, introduce));
    expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
  });
});
