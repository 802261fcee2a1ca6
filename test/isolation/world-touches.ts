import { confirmClaim, refuseClaim } from '#server/attribution/touch/answer-claim.ts';
import { dismissSuggestion } from '#server/attribution/touch/answer-suggestion.ts';
import { acceptPlan, endPlan, recordCheckIn } from '#server/attribution/touch/cosell-plan.ts';
import { recordIntroduction } from '#server/attribution/touch/record-introduction.ts';
import { recordSignal } from '#server/attribution/touch/record-signal.ts';
import { setDealKind } from '#server/attribution/touch/set-deal-kind.ts';
import { cosignWithdrawal, withdrawFact } from '#server/attribution/touch/withdraw-fact.ts';
import { takeDealMail } from '#server/mail-in/deal-mail.ts';
import { mailOfDeal } from '#server/mail-in/list-mails.ts';
import { readOpportunity } from '#server/opportunity/read-opportunities.ts';
import { claimIntroduction } from '#server/portal/claims.ts';
import { TEST_NOW, type TestOrganization, type TestPerson } from '#test/harness/app.ts';
import type { Ids } from './world.ts';

/** Claims, answers, plans, signals: one of each, and what a route needs to answer the next one. */
export async function makeTouches(given: {
  organization: TestOrganization;
  context: TestPerson['context'];
  mark: string;
  partnerId: string;
  partnerPersonId: string;
  opportunityId: string;
  accountId: string;
  dealIds: readonly string[];
}): Promise<Ids> {
  const { organization, context, mark, partnerId, partnerPersonId, opportunityId, dealIds } = given;
  const occurredAt = TEST_NOW - 2 * 86_400_000;
  const evidence = [`https://${mark}.example/proof`];
  const named = { partnerId, partnerPersonId, opportunityId };
  const side = await organization.person(['partner_rep'], { partnerId: partnerId as never });
  const second = await organization.person(['cfo']);

  const claim = (note: string) =>
    claimIntroduction(side.context, { ...named, product: null, occurredAt, evidence, note });
  const waiting = await claim(`${mark} claim`);
  const own = await claim(`${mark} claim to take back`);
  await confirmClaim(context, 'introduction', (await claim(`${mark} confirmed`)).introductionId);
  await refuseClaim(context, 'introduction', (await claim(`${mark} refused`)).introductionId, `${mark} no`);

  const introduce = (note: string) =>
    recordIntroduction(context, { ...named, accountId: null, product: null, occurredAt, evidence, note });
  const withdraw = async (note: string) =>
    withdrawFact(context, 'introduction', (await introduce(note)).introductionId, `${mark} wrong`);
  const { withdrawalId } = await withdraw(`${mark} proposed`);
  await cosignWithdrawal(second.context, (await withdraw(`${mark} void`)).withdrawalId);

  const plan = (deal: string | undefined) =>
    acceptPlan(context, {
      ...named,
      opportunityId: deal ?? '',
      internalOwner: `${mark} owner`,
      goal: `${mark} goal`,
      evidence,
      activeOn: '2026-06-01',
    });
  const { cosellPlanId } = await plan(dealIds[1]);
  const ended = await plan(dealIds[2]);
  await endPlan(context, ended.cosellPlanId, { lapsedOn: '2026-07-01', reason: `${mark} end` });
  await recordCheckIn(context, { ...named, nextStep: `${mark} step`, occurredAt });
  await setDealKind(context, dealIds[1] ?? '', 'expansion');

  const signal = (day: number) =>
    recordSignal(context, {
      ...named,
      way: 'crm_event',
      eventKey: `${mark} event ${day}`,
      personEmail: null,
      internalOwner: `${mark} owner`,
      subject: `${mark} workshop`,
      summary: `${mark} summary`,
      evidence,
      occurredAt: Date.UTC(2026, 5, day, 10),
    });
  const { signalId } = await signal(2);
  const other = await signal(3);
  const dismissed = await signal(4);
  const mailId = await mailTo(context, opportunityId, mark);
  await dismissSuggestion(context, opportunityId, `signal:${dismissed.signalId}`, `${mark} dismissed`);
  return {
    introductionId: waiting.introductionId,
    claimId: own.introductionId,
    withdrawalId,
    cosellPlanId,
    signalId,
    otherSignalId: other.signalId,
    mailId,
  };
}

/** A mail that came to the address of a deal. */
async function mailTo(context: TestPerson['context'], opportunityId: string, mark: string): Promise<string> {
  const { number } = await readOpportunity(context, opportunityId);
  await takeDealMail(context, String(number), {
    id: `<${mark}@mail.example>`,
    from: { name: `${mark} sender`, address: `${mark}@somewhere.example` },
    to: [],
    cc: [],
    subject: `${mark} subject`,
    text: `${mark} text`,
    isCut: false,
    attachments: [{ name: `${mark}.pdf`, type: 'application/pdf', bytes: 7 }],
    sentAt: null,
    isAutomatic: false,
  });
  const config = { mailIn: null, secret: '' };
  return (await mailOfDeal(context, config, opportunityId)).items[0]?.mailId ?? '';
}
