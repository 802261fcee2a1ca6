/**
 * The credit of one opportunity (method 5.4): sourced by the first partner that passes T1 to T5, else co-sold,
 * influenced or assisted by the partner whose work earns most, else none. One headline, one credited partner.
 *
 * Handbook: docs/handbook/attribution.md
 */

import type { LocalDate, Moment } from '#core/calendar.ts';
import type { PartnerId } from '#core/ids.ts';
import type { CreditDecision, PartnerStanding } from './credit.ts';
import { byCreditClass, type CreditClass } from './credit-class.ts';
import type { CreditFacts, PartnerAct } from './facts.ts';
import { chooseSource, judgeOrigins, lockDate, type OriginClaim, type SourceChoice } from './origin.ts';
import type { AttributionPolicy } from './policy.ts';
import { because, type CreditReason } from './reasons.ts';
import { standingRuling } from './ruling.ts';
import { byPrimary, judgeWork, type PartnerWork, primaryReason } from './work.ts';

/**
 * Decides the credit from what was known at `now`, so that a past decision can be replayed: what was recorded,
 * confirmed, refused, withdrawn, disputed or ruled later is left out. The order of the facts is of no account.
 */
export function classifyCredit(facts: CreditFacts, policy: AttributionPolicy, now: Moment): CreditDecision {
  const known = knownAt(facts, now);
  const { ended } = known.opportunity;
  if (ended !== null) return endedDecision(ended.how, known, policy, now);
  const claims = judgeOrigins(known, policy.settings);
  const source = chooseSource(claims);
  const works = partnersIn(known)
    .map((partnerId) => judgeWork(partnerId, known, policy, now.on))
    .sort((a, b) => byCreditClass(a.class, b.class) || byPrimary(a, b));
  const page = headlineByPage(source.winner, works[0]);
  const lockOn = lockDate(known.opportunity, policy.settings);
  const claimedInTime = new Set(
    [...claims.values()].filter((claim) => claim.inTime).map(({ act }) => act.partnerId),
  );
  const { ruling, reasons: rulingReasons } = standingRuling(known.rulings, {
    ...page,
    lockOn,
    claimedInTime,
  });
  const headline = ruling ?? page;

  const considered = works
    .map((work) => standing(work, headline, claims.get(work.partnerId), source, works))
    .sort((a, b) => rank(a, headline.partnerId) - rank(b, headline.partnerId));
  const credited = considered.find((each) => each.partnerId === headline.partnerId);
  const shown = credited === undefined ? considered : [credited];
  const reasons = [...rulingReasons, ...shown.flatMap((each) => each.reasons)];
  const base = {
    policyVersion: policy.version,
    decidedAt: now.at,
    lockOn,
    locked: now.on > lockOn,
    coSold: works.some((work) => work.class === 'co_sold' && work.partnerId === headline.partnerId),
    grayArea: works.some((work) => work.grayArea),
    disputed: known.disputes.some(({ closedAt }) => closedAt === null),
    rulingId: ruling?.id ?? null,
    reasons: reasons.length > 0 ? reasons : [because('none.no_act', {})],
    evidence: [...(ruling === null ? [] : [ruling.id]), ...(credited?.evidence ?? [])],
    considered,
  };
  if (ruling === null && source.tied.length > 0) {
    return { ...base, kind: 'needs_panel', ...page, claimants: source.tied };
  }
  if (headline.class === 'none' || headline.partnerId === null) {
    return { ...base, kind: 'none', class: 'none', partnerId: null };
  }
  return { ...base, kind: 'credited', class: headline.class, partnerId: headline.partnerId };
}

/** A deal that is no more: nobody is credited for it, and what was done on it may count elsewhere. */
function endedDecision(
  how: 'merged' | 'deleted',
  facts: CreditFacts,
  policy: AttributionPolicy,
  now: Moment,
): CreditDecision {
  const lockOn = lockDate(facts.opportunity, policy.settings);
  return {
    kind: 'none',
    class: 'none',
    partnerId: null,
    policyVersion: policy.version,
    decidedAt: now.at,
    lockOn,
    locked: now.on > lockOn,
    coSold: false,
    grayArea: false,
    disputed: facts.disputes.some(({ closedAt }) => closedAt === null),
    rulingId: null,
    reasons: [because(how === 'merged' ? 'none.merged' : 'none.deleted', {})],
    evidence: [],
    considered: [],
  };
}

type Headline = { readonly class: CreditClass; readonly partnerId: PartnerId | null };

function headlineByPage(sourcedBy: PartnerId | null, best: PartnerWork | undefined): Headline {
  if (sourcedBy !== null) return { class: 'sourced', partnerId: sourcedBy };
  if (best === undefined || best.class === 'none') return { class: 'none', partnerId: null };
  return { class: best.class, partnerId: best.partnerId };
}

/** One partner's class with all its tests. `works` is in the order of ATT-13 within each class. */
function standing(
  work: PartnerWork,
  headline: Headline,
  claim: OriginClaim | undefined,
  source: SourceChoice,
  works: readonly PartnerWork[],
): PartnerStanding {
  const { partnerId } = work;
  const single = source.reasons.get(partnerId);
  const reasons: CreditReason[] = [...(claim?.reasons ?? []), ...(single === undefined ? [] : [single])];
  const [first, second] = works.filter((each) => each.class === work.class);
  if (work.class !== 'none' && first !== undefined && second !== undefined) {
    const isPrimary = first.partnerId === partnerId;
    reasons.push(
      isPrimary ? primaryReason(first, second) : because('primary.other', { primary: first.partnerId }),
    );
  }
  return {
    partnerId,
    class: headline.partnerId === partnerId ? headline.class : work.class,
    role: work.class === 'none' ? null : work.role,
    reasons: [...reasons, ...work.reasons],
    evidence: [...(claim?.eligible ? [claim.act.id] : []), ...work.evidence],
  };
}

function rank(standing: PartnerStanding, credited: PartnerId | null): number {
  return standing.partnerId === credited ? 0 : 1;
}

/** Every partner that acted, claimed or planned, in the order of their ids. */
function partnersIn(facts: CreditFacts): PartnerId[] {
  const acts = [facts.originActs, facts.touches, facts.cosellPlans, facts.checkIns];
  return [...new Set(acts.flatMap((list) => list.map((each) => each.partnerId)))].sort();
}

/** The facts as they were known at a moment: what came later is left out, row by row and sign by sign. */
function knownAt(facts: CreditFacts, now: Moment): CreditFacts {
  const { opportunity } = facts;
  const past = (date: LocalDate | null) => (date !== null && date <= now.on ? date : null);
  const since = (at: number | null) => (at !== null && at <= now.at ? at : null);
  const recorded = (row: { readonly recordedAt: number }) => row.recordedAt <= now.at;
  const stands = (row: { readonly recordedAt: number; readonly withdrawnAt: number | null }) =>
    recorded(row) && since(row.withdrawnAt) === null;
  const answered = <Act extends PartnerAct>(act: Act): Act => {
    const isConfirmed = act.confirmation !== null && act.confirmation.at <= now.at;
    if ((isConfirmed || act.confirmation === null) && since(act.refusedAt) === act.refusedAt) return act;
    return { ...act, confirmation: isConfirmed ? act.confirmation : null, refusedAt: since(act.refusedAt) };
  };
  return {
    opportunity: {
      ...opportunity,
      qualifiedOn: past(opportunity.qualifiedOn),
      enteredS4On: past(opportunity.enteredS4On),
      closedOn: past(opportunity.closedOn),
      ended: opportunity.ended !== null && opportunity.ended.at <= now.at ? opportunity.ended : null,
    },
    originActs: facts.originActs.filter(recorded).map((act) => {
      const signatures = act.voidSignatures.filter(({ at }) => at <= now.at);
      return { ...answered(act), voidSignatures: signatures };
    }),
    touches: facts.touches
      .filter((touch) => recorded(touch) && touch.occurredAt <= now.at)
      .map((touch) => {
        const known = answered(touch);
        return since(known.withdrawnAt) === known.withdrawnAt ? known : { ...known, withdrawnAt: null };
      }),
    cosellPlans: facts.cosellPlans.filter((plan) => stands(plan) && plan.activeFrom <= now.on),
    checkIns: facts.checkIns.filter((each) => stands(each) && each.occurredOn <= now.on),
    vendorContacts: facts.vendorContacts.filter(stands),
    otherOpportunities: facts.otherOpportunities,
    rulings: facts.rulings.filter((ruling) => ruling.ruledAt <= now.at),
    disputes: facts.disputes
      .filter(({ openedAt }) => openedAt <= now.at)
      .map(({ openedAt, closedAt }) => ({ openedAt, closedAt: since(closedAt) })),
  };
}
