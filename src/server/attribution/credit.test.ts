import { describe, expect, it } from 'vitest';
import { type TestOrganization, testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { dealHeader } from '#test/harness/deal-table.ts';
import { importText } from '#test/harness/importing.ts';
import type { Context } from '../access/context.ts';
import { withdrawImport } from '../import/withdraw-import.ts';
import { addPartnerPerson, createPartner } from '../partner/change-partner.ts';
import { openDispute } from './dispute/open-dispute.ts';
import { speak } from './dispute/speak.ts';
import { explain } from './explain.ts';
import { findDeal } from './find-deal.ts';
import { confirmClaim } from './touch/answer-claim.ts';
import { type NewIntroduction, recordIntroduction } from './touch/record-introduction.ts';
import { recordTouch } from './touch/record-touch.ts';
import { recordVendorContact } from './touch/record-vendor-contact.ts';
import { withdrawFact } from './touch/withdraw-fact.ts';

const database = await testDatabase();
const server = await testApp(database);

const day = (date: string, hour = 12) => Date.parse(`${date}T${String(hour).padStart(2, '0')}:00:00+01:00`);

type Scene = {
  readonly at: (date: string) => Context;
  readonly organization: TestOrganization;
  readonly partnerId: string;
  readonly personId: string;
  readonly accountId: string;
};

/** One partner, one person there, and an account that the CRM knows. */
async function scene(): Promise<Scene> {
  const organization = await server.organization();
  const { context } = await organization.person(['head_of_partnerships', 'partner_ops', 'cro']);
  const at = (date: string): Context => ({ ...context, now: day(date, 18) });
  const details = {
    name: 'Northgate',
    domain: null,
    country: null,
    archetype: 'si',
    signedOn: '2026-01-05',
    managerId: null,
  } as const;
  const { partnerId } = await createPartner(at('2026-01-05'), details);
  const { partnerPersonId: personId } = await addPartnerPerson(at('2026-01-05'), partnerId, {
    name: 'Rachel Stone',
    email: null,
  });
  // An older deal of another product brings the account in.
  await importText(at('2026-02-01'), `${dealHeader}\nD0,Old,Acme,Closed Lost,10,2025-06-01,2025-08-01,,\n`);
  const found = await findDeal(at('2026-02-01'), 'D0');
  return { at, organization, partnerId, personId, accountId: found?.accountId ?? '' };
}

const deal = 'D1,New,Acme,Qualified,1000,2026-03-01,,,';

function introduced({ partnerId, personId, accountId }: Scene, on: string): NewIntroduction {
  return {
    partnerId,
    partnerPersonId: personId,
    accountId,
    opportunityId: null,
    product: null,
    occurredAt: day(on),
    evidence: ['https://mail.example/1'],
    note: null,
  };
}

describe('the credit of a deal', () => {
  it('is sourced when the partner introduced the account in time and it was recorded in time', async () => {
    const set = await scene();
    await recordIntroduction(set.at('2026-03-02'), introduced(set, '2026-02-20'));
    await importText(set.at('2026-03-03'), `${dealHeader}\n${deal}\n`);
    const told = await explain(set.at('2026-03-04'), 'D1');
    expect(told).toMatchObject({ credit: 'sourced', partner: { name: 'Northgate' }, isDraft: true });
    expect(told.reasons.map(({ rule, holds }) => [rule, holds])).toEqual([
      ['T1', true],
      ['T2', true],
      ['T3', true],
      ['T4', true],
      ['T5', true],
    ]);
    expect(told.evidence).toMatchObject([{ kind: 'introduction', person: 'Rachel Stone', counts: true }]);
    expect(told.history).toMatchObject([{ class: 'sourced', cause: 'import.commit' }]);
  });

  it('is nobody’s when the introduction was written down after the lock, and says so', async () => {
    const set = await scene();
    await importText(set.at('2026-03-03'), `${dealHeader}\n${deal}\n`);
    await recordIntroduction(set.at('2026-03-20'), introduced(set, '2026-02-20'));
    const told = await explain(set.at('2026-03-21'), 'D1');
    expect(told.credit).toBe('none');
    expect(told.reasons.filter(({ holds }) => !holds).map(({ rule }) => rule)).toEqual(['T3']);
    expect(told.history).toMatchObject([{ class: 'none', cause: 'introduction recorded' }]);
  });

  it('falls when it turns out that we had met the account, and rises when that was wrong', async () => {
    const set = await scene();
    await recordIntroduction(set.at('2026-02-21'), introduced(set, '2026-02-20'));
    await importText(set.at('2026-03-03'), `${dealHeader}\n${deal}\n`);
    const { accountId } = set;
    const met = { accountId, kind: 'meeting', occurredAt: day('2026-01-20') } as const;
    const { vendorContactId } = await recordVendorContact(set.at('2026-03-05'), met);
    expect(await explain(set.at('2026-03-06'), 'D1')).toMatchObject({ credit: 'none' });
    await withdrawFact(set.at('2026-03-07'), 'vendor_contact', vendorContactId, 'It was another Acme');
    const told = await explain(set.at('2026-03-08'), 'D1');
    expect(told.credit).toBe('sourced');
    expect(told.history.map((verdict) => verdict.class)).toEqual(['sourced', 'none', 'sourced']);
  });

  it('is influenced by a touch once it is confirmed, and no longer once it is withdrawn', async () => {
    const set = await scene();
    await importText(set.at('2026-03-03'), `${dealHeader}\n${deal}\n`);
    const opportunityId = (await findDeal(set.at('2026-03-03'), 'D1'))?.opportunityId ?? '';
    const { touchId } = await recordTouch(set.at('2026-03-10'), {
      opportunityId,
      partnerId: set.partnerId,
      partnerPersonId: set.personId,
      internalOwner: 'Dana',
      role: 'validator',
      action: 'solution_architecture',
      stageOrder: 2,
      outcome: 'Architecture approved',
      evidence: ['https://calendar.example/1'],
      occurredAt: day('2026-03-09'),
    });
    expect(await explain(set.at('2026-03-10'), 'D1')).toMatchObject({ credit: 'none' });
    await confirmClaim(set.at('2026-03-11'), 'touch', touchId);
    expect(await explain(set.at('2026-03-11'), 'D1')).toMatchObject({ credit: 'influenced' });
    await expect(confirmClaim(set.at('2026-03-12'), 'touch', touchId)).rejects.toMatchObject({
      type: 'conflict',
    });
    await withdrawFact(set.at('2026-03-13'), 'touch', touchId, 'Wrong deal');
    expect(await explain(set.at('2026-03-13'), 'D1')).toMatchObject({ credit: 'none' });
  });

  it('keeps an imported partner apart as a claim', async () => {
    const set = await scene();
    await importText(
      set.at('2026-03-03'),
      `${dealHeader}\nD2,Claimed,Acme,Qualified,1000,2026-03-01,,Northgate,originator\n`,
    );
    expect(await explain(set.at('2026-03-04'), 'D2')).toMatchObject({
      credit: 'none',
      openingBalance: { class: 'sourced', partner: { name: 'Northgate' } },
    });
  });

  it('is decided again when the import that brought the deal is undone and redone', async () => {
    const set = await scene();
    await recordIntroduction(set.at('2026-03-02'), introduced(set, '2026-02-20'));
    const { importId } = await importText(set.at('2026-03-03'), `${dealHeader}\n${deal}\n`);
    await withdrawImport(set.at('2026-03-05'), importId ?? '');
    await expect(explain(set.at('2026-03-05'), 'D1')).rejects.toMatchObject({ type: 'not-found' });
    await importText(set.at('2026-03-06'), `${dealHeader}\n${deal}\n`);
    expect(await explain(set.at('2026-03-07'), 'D1')).toMatchObject({ credit: 'sourced' });
  });

  it('is flagged while it is disputed, by one dispute at a time', async () => {
    const set = await scene();
    await importText(set.at('2026-03-03'), `${dealHeader}\n${deal}\n`);
    const opportunityId = (await findDeal(set.at('2026-03-03'), 'D1'))?.opportunityId ?? '';
    const claim = (text: string) => ({
      ...{ opportunityId, claim: text, claimedClass: null, partnerId: null, links: [] },
    });
    const { disputeId } = await openDispute(set.at('2026-03-04'), claim('We were there first'));
    await expect(openDispute(set.at('2026-03-04'), claim('Again'))).rejects.toMatchObject({
      type: 'conflict',
    });
    expect((await explain(set.at('2026-03-05'), 'D1')).disputes).toMatchObject([
      { claim: 'We were there first', state: 'open', closedAt: null },
    ]);
    const withdrawal = { kind: 'withdrawal' as const, body: 'The partner was first', links: [] };
    await speak(set.at('2026-03-06'), disputeId, withdrawal);
    await expect(speak(set.at('2026-03-06'), disputeId, withdrawal)).rejects.toMatchObject({
      type: 'conflict',
    });
  });

  it('cannot be moved by who has no right to, and is not there for another organization', async () => {
    const set = await scene();
    await importText(set.at('2026-03-03'), `${dealHeader}\n${deal}\n`);
    const reader = await set.organization.person(['advisor'], { accessEndsOn: '2099-12-31' });
    const body = { ...introduced(set, '2026-02-20') };
    expect(await reader.call('POST', `/o/${set.organization.slug}/introductions`, { body })).toMatchObject({
      status: 403,
    });
    const other = await server.organization();
    const stranger = await other.person(['administrator']);
    expect(await stranger.call('GET', `/o/${other.slug}/opportunities/D1/credit`)).toMatchObject({
      status: 404,
    });
    expect(await stranger.call('POST', `/o/${other.slug}/introductions`, { body })).toMatchObject({
      status: 404,
    });
  });

  it('refuses an act of the future and one that names neither account nor deal', async () => {
    const set = await scene();
    const tomorrow = introduced(set, '2026-03-03');
    await expect(recordIntroduction(set.at('2026-03-02'), tomorrow)).rejects.toMatchObject({
      type: 'invalid-input',
    });
    const neither = { ...introduced(set, '2026-02-20'), accountId: null };
    await expect(recordIntroduction(set.at('2026-03-02'), neither)).rejects.toMatchObject({
      type: 'invalid-input',
    });
  });

  it('takes an act from a person of the partner only', async () => {
    const set = await scene();
    const details = { name: 'Southgate', domain: null, country: null, archetype: null, signedOn: null };
    const other = await createPartner(set.at('2026-01-05'), { ...details, managerId: null });
    await importText(set.at('2026-03-03'), `${dealHeader}\n${deal}\n`);
    const act = { ...introduced(set, '2026-03-03'), partnerId: other.partnerId };
    await expect(recordIntroduction(set.at('2026-03-03'), act)).rejects.toMatchObject({
      type: 'invalid-input',
    });
    const opportunityId = (await findDeal(set.at('2026-03-03'), 'D1'))?.opportunityId ?? '';
    const touch = { opportunityId, internalOwner: 'Dana', role: 'validator', stageOrder: 2 } as const;
    const done = {
      action: 'joint_meeting',
      outcome: 'Met',
      evidence: [],
      occurredAt: day('2026-03-03'),
    } as const;
    await expect(
      recordTouch(set.at('2026-03-04'), {
        ...touch,
        ...done,
        partnerId: other.partnerId,
        partnerPersonId: set.personId,
      }),
    ).rejects.toMatchObject({ type: 'invalid-input' });
  });
});
