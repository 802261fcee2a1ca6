/**
 * The facts as they were known at a moment, so that a past decision comes out again from the facts of today: whatever
 * was recorded, confirmed, refused, withdrawn, disputed or ruled later is left out, row by row and sign by sign.
 *
 * Handbook: docs/handbook/attribution.md
 */

import type { LocalDate, Moment } from '#core/calendar.ts';
import type { CosellPlan, CreditFacts, OriginAct, PartnerAct, Touch } from './facts.ts';

/** The facts without what came after `now`; the very same ones if nothing did, which is so for most deals. */
export function knownAt(facts: CreditFacts, now: Moment): CreditFacts {
  if (isAllKnown(facts, now)) return facts;
  const { opportunity } = facts;
  const past = (date: LocalDate | null) => (date !== null && date <= now.on ? date : null);
  const since = (at: number | null) => (at !== null && at <= now.at ? at : null);
  const standing = <Row extends { readonly recordedAt: number; readonly withdrawnAt: number | null }>(
    rows: readonly Row[],
  ): Row[] =>
    rows
      .filter((row) => row.recordedAt <= now.at)
      .map((row) => ({ ...row, withdrawnAt: since(row.withdrawnAt) }));
  const answered = <Act extends PartnerAct>(act: Act): Act => ({
    ...act,
    confirmation: act.confirmation !== null && act.confirmation.at <= now.at ? act.confirmation : null,
    refusedAt: since(act.refusedAt),
  });
  return {
    opportunity: {
      ...opportunity,
      qualifiedOn: past(opportunity.qualifiedOn),
      enteredS4On: past(opportunity.enteredS4On),
      closedOn: past(opportunity.closedOn),
      ended: opportunity.ended !== null && opportunity.ended.at <= now.at ? opportunity.ended : null,
    },
    originActs: facts.originActs
      .filter((act) => act.recordedAt <= now.at)
      .map((act) => ({
        ...answered(act),
        voidSignatures: act.voidSignatures.filter(({ at }) => at <= now.at),
      })),
    touches: standing(facts.touches.filter((touch) => touch.occurredAt <= now.at)).map(answered),
    cosellPlans: standing(facts.cosellPlans.filter((plan) => plan.activeFrom <= now.on)).map((plan) =>
      since(plan.lapseRecordedAt) !== plan.lapseRecordedAt
        ? { ...plan, lapsedOn: null, lapseRecordedAt: null }
        : plan,
    ),
    checkIns: standing(facts.checkIns.filter((each) => each.occurredOn <= now.on)),
    vendorContacts: standing(facts.vendorContacts),
    otherOpportunities: facts.otherOpportunities,
    rulings: facts.rulings.filter((ruling) => ruling.ruledAt <= now.at),
    disputes: facts.disputes
      .filter(({ openedAt }) => openedAt <= now.at)
      .map(({ openedAt, closedAt }) => ({ openedAt, closedAt: since(closedAt) })),
  };
}

function isAllKnown(facts: CreditFacts, now: Moment): boolean {
  const { opportunity } = facts;
  const isPast = (at: number | null) => at === null || at <= now.at;
  const hasCome = (date: LocalDate | null) => date === null || date <= now.on;
  const isAnswered = (act: PartnerAct) =>
    act.recordedAt <= now.at && isPast(act.refusedAt) && isPast(act.confirmation?.at ?? null);
  const isOriginKnown = (act: OriginAct) =>
    isAnswered(act) && act.voidSignatures.every(({ at }) => at <= now.at);
  const isTouchKnown = (touch: Touch) =>
    isAnswered(touch) && touch.occurredAt <= now.at && isPast(touch.withdrawnAt);
  const isPlanKnown = (plan: CosellPlan) =>
    isRowKnown(plan) && plan.activeFrom <= now.on && isPast(plan.lapseRecordedAt);
  const isRowKnown = (row: { readonly recordedAt: number; readonly withdrawnAt: number | null }) =>
    row.recordedAt <= now.at && isPast(row.withdrawnAt);
  return (
    hasCome(opportunity.qualifiedOn) &&
    hasCome(opportunity.enteredS4On) &&
    hasCome(opportunity.closedOn) &&
    isPast(opportunity.ended?.at ?? null) &&
    facts.touches.every(isTouchKnown) &&
    facts.originActs.every(isOriginKnown) &&
    facts.cosellPlans.every(isPlanKnown) &&
    facts.checkIns.every((each) => isRowKnown(each) && each.occurredOn <= now.on) &&
    facts.vendorContacts.every(isRowKnown) &&
    facts.rulings.every(({ ruledAt }) => ruledAt <= now.at) &&
    facts.disputes.every(({ openedAt, closedAt }) => openedAt <= now.at && isPast(closedAt))
  );
}
