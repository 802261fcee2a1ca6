/**
 * The credit of one opportunity (method 5.4): sourced by the first partner that passes T1 to T5, else co-sold,
 * influenced or assisted by the partner whose work earns most, else none. One headline, one credited partner.
 *
 * Handbook: docs/handbook/attribution.md
 */

import type { Moment } from '#core/calendar.ts';
import type { PartnerId } from '#core/ids.ts';
import { actsByPartner } from './acts-by-partner.ts';
import type { CreditDecision, PartnerStanding } from './credit.ts';
import { byCreditClass, type CreditClass } from './credit-class.ts';
import type { CreditFacts } from './facts.ts';
import { knownAt } from './known.ts';
import { chooseSource, judgeOrigins, lockDate, type OriginClaim, type SourceChoice } from './origin.ts';
import type { AttributionPolicy } from './policy.ts';
import { because, type CreditReason } from './reasons.ts';
import { standingRuling } from './ruling.ts';
import { byPrimary, judgeWork, type PartnerWork, primaryReason } from './work.ts';

/**
 * Decides the credit from what was known at `now`, so that a past decision can be replayed: what was recorded,
 * confirmed, refused, withdrawn, disputed or ruled later is left out. The order of the facts is of no account.
 *
 * Where several partners worked the deal, all of them are named with what their work earns (ATT-13), a distributor
 * and its reseller too (ATT-14); one is credited, and the amount counts once.
 */
export function classifyCredit(facts: CreditFacts, policy: AttributionPolicy, now: Moment): CreditDecision {
  const known = knownAt(facts, now);
  const lockOn = lockDate(known.opportunity, policy.settings);
  const framed = {
    policyVersion: policy.version,
    decidedAt: now.at,
    lockOn,
    locked: now.on > lockOn,
    disputed: known.disputes.some(({ closedAt }) => closedAt === null),
  };
  const { ended } = known.opportunity;
  if (ended !== null) return { ...framed, ...endedCredit(ended.how) };

  const { best: claims, claimedInTime } = judgeOrigins(known, policy.settings, lockOn);
  const source = chooseSource(claims);
  const works = actsByPartner(known)
    .map((acts) => judgeWork(acts, known, policy, now.on))
    .sort((a, b) => byCreditClass(a.class, b.class) || byPrimary(a, b));
  const page = headlineByPage(source.winner, works[0]);
  const { ruling, reasons: rulingReasons } = standingRuling(known.rulings, {
    ...page,
    lockOn,
    claimedInTime,
  });
  const headline: Headline = ruling ?? page;

  const considered = works
    .map((work) => standing(work, headline, claims.get(work.partnerId), source, works))
    .sort((a, b) => rank(a, headline.partnerId) - rank(b, headline.partnerId));
  if (headline.partnerId !== null && considered[0]?.partnerId !== headline.partnerId) {
    considered.unshift(ruledStanding(headline.partnerId, headline.class));
  }
  const credited = considered[0]?.partnerId === headline.partnerId ? considered[0] : undefined;
  const shown = credited === undefined ? considered : [credited];
  const reasons = [...rulingReasons, ...shown.flatMap((each) => each.reasons)];
  const base = {
    ...framed,
    coSold: isCoSold(headline, works),
    grayArea: works.some((work) => work.grayArea),
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
function endedCredit(how: 'merged' | 'deleted') {
  return {
    kind: 'none',
    class: 'none',
    partnerId: null,
    coSold: false,
    grayArea: false,
    rulingId: null,
    reasons: [because(how === 'merged' ? 'none.merged' : 'none.deleted', {})],
    evidence: [],
    considered: [],
  } as const;
}

type Headline = { readonly class: CreditClass; readonly partnerId: PartnerId | null };

function headlineByPage(sourcedBy: PartnerId | null, best: PartnerWork | undefined): Headline {
  if (sourcedBy !== null) return { class: 'sourced', partnerId: sourcedBy };
  if (best === undefined || best.class === 'none') return { class: 'none', partnerId: null };
  return { class: best.class, partnerId: best.partnerId };
}

/**
 * 5.2: whether the partner in the headline is the one that co-sold the deal. The flag pays that partner, so joint work
 * of another one does not raise it: that stands beside the other's name. A ruling to a lower class takes it away.
 */
function isCoSold({ class: headline, partnerId }: Headline, works: readonly PartnerWork[]): boolean {
  if (headline !== 'sourced' && headline !== 'co_sold') return false;
  return works.some((work) => work.class === 'co_sold' && work.partnerId === partnerId);
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
  const isCredited = headline.partnerId === partnerId;
  const reasons: CreditReason[] = claim === undefined ? [] : [...claim.reasons];
  const single = source.reasons.get(partnerId);
  if (single !== undefined) reasons.push(single);
  const level =
    works.length < 2 || work.class === 'none' ? [] : works.filter((each) => each.class === work.class);
  const [first, second] = level;
  if (first !== undefined && second !== undefined) {
    const isPrimary = first.partnerId === partnerId;
    reasons.push(
      isPrimary ? primaryReason(first, second) : because('primary.other', { primary: first.partnerId }),
    );
  }
  const isSource = isCredited && headline.class === 'sourced';
  return {
    partnerId,
    class: isCredited ? headline.class : work.class,
    role: isSource ? 'originator' : work.class === 'none' ? null : work.role,
    reasons: reasons.length === 0 ? work.reasons : [...reasons, ...work.reasons],
    evidence: claim?.eligible ? [claim.act.id, ...work.evidence] : work.evidence,
  };
}

/** A partner that people credit though no act of it is on record. */
function ruledStanding(partnerId: PartnerId, ruled: CreditClass): PartnerStanding {
  return {
    partnerId,
    class: ruled,
    role: ruled === 'sourced' ? 'originator' : null,
    reasons: [],
    evidence: [],
  };
}

function rank(standing: PartnerStanding, credited: PartnerId | null): number {
  return standing.partnerId === credited ? 0 : 1;
}
