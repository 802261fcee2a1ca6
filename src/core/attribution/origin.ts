/**
 * Who brought the deal: the tests T1 to T5 of method 5.4. A partner sourced it if and only if all of them hold.
 * Windows count days of the organization's calendar, first and last day included.
 *
 * Handbook: docs/handbook/attribution.md
 */

import { addDays, daysBetween, type LocalDate } from '#core/calendar.ts';
import type { PartnerId } from '#core/ids.ts';
import type { AttributionSettings } from '#core/program/settings.ts';
import type { CreditedOpportunity, CreditFacts, OriginAct, Registration } from './facts.ts';
import { because, type CreditReason } from './reasons.ts';

/** A partner's best act of origin, with its tests T1 to T4. */
export type OriginClaim = {
  readonly act: OriginAct;
  readonly reasons: readonly CreditReason[];
  readonly eligible: boolean;
  /** T3 holds: the claim was recorded in time, whatever else it lacks. */
  readonly inTime: boolean;
};

/** T5: who of the eligible partners sourced the deal. If two are level, nobody did until a panel rules. */
export type SourceChoice = {
  readonly winner: PartnerId | null;
  readonly tied: readonly PartnerId[];
  readonly reasons: ReadonlyMap<PartnerId, CreditReason>;
};

/**
 * ATT-4: the last day on which a claim to have sourced the deal may be recorded. A long median cycle of the
 * segment, fixed at creation, gives the longer window; an unknown one gives the shorter.
 */
export function lockDate(opportunity: CreditedOpportunity, settings: AttributionSettings): LocalDate {
  const isLong = opportunity.cycleDays !== null && opportunity.cycleDays >= settings.longCycleDays;
  return addDays(opportunity.createdOn, isLong ? settings.longLockDays : settings.lockDays);
}

/** Tests every act of origin and keeps the best of each partner: an eligible one, the earliest of these. */
export function judgeOrigins(facts: CreditFacts, settings: AttributionSettings): Map<PartnerId, OriginClaim> {
  const best = new Map<PartnerId, OriginClaim>();
  for (const act of facts.originActs) {
    const claim = judgeOrigin(act, facts, settings);
    const other = best.get(act.partnerId);
    if (other === undefined || byStrength(claim, other) < 0) best.set(act.partnerId, claim);
  }
  return best;
}

function judgeOrigin(act: OriginAct, facts: CreditFacts, settings: AttributionSettings): OriginClaim {
  const lock = testLock(act, facts.opportunity, settings);
  const reasons = [
    testOrigin(act, facts, settings),
    testTimestamp(act, facts.opportunity, settings),
    lock,
    testEvidence(act),
  ];
  return { act, reasons, eligible: reasons.every((reason) => reason.holds), inTime: lock.holds };
}

/**
 * T1: no open opportunity of ours on that account and product on the day of origin, and no meeting or outbound
 * of ours there in the days before. Contact on the day itself does not count against the partner, since an
 * introduction often is a meeting.
 */
function testOrigin(act: OriginAct, facts: CreditFacts, settings: AttributionSettings): CreditReason {
  const originOn = act.occurredOn;
  const windowDays = settings.vendorQuietDays;
  const open = facts.otherOpportunities
    .filter((other) => other.createdOn <= originOn && (other.closedOn === null || other.closedOn >= originOn))
    .toSorted((a, b) => compare(a.createdOn, b.createdOn) || compare(a.opportunityId, b.opportunityId))[0];
  if (open !== undefined) {
    const { opportunityId: opportunity, createdOn: openedOn } = open;
    return because('origin.open_opportunity', { fact: act.id, opportunity, openedOn, originOn });
  }
  const contact = facts.vendorContacts
    .filter(({ occurredOn }) => occurredOn < originOn && daysBetween(occurredOn, originOn) <= windowDays)
    .toSorted((a, b) => compare(b.occurredOn, a.occurredOn) || compare(a.id, b.id))[0];
  const loss = latestLoss(facts);
  if (loss !== null && originOn <= loss) {
    return because('origin.before_loss', { fact: act.id, originOn, lostOn: loss });
  }
  if (contact === undefined) return because('origin.clear', { fact: act.id, originOn, windowDays });
  return because('origin.vendor_contact', {
    fact: act.id,
    contact: contact.id,
    kind: contact.kind,
    contactOn: contact.occurredOn,
    originOn,
    days: daysBetween(contact.occurredOn, originOn),
    windowDays,
  });
}

/** ATT-10: the day on which the last deal before this one, on its account and product, was lost; null if none was. */
function latestLoss(facts: CreditFacts): LocalDate | null {
  const { createdOn } = facts.opportunity;
  let latest: LocalDate | null = null;
  for (const { outcome, closedOn } of facts.otherOpportunities) {
    if (outcome !== 'lost' || closedOn === null || closedOn > createdOn) continue;
    if (latest === null || closedOn > latest) latest = closedOn;
  }
  return latest;
}

/** ATT-9: two different people have signed that an act of origin is disproved. */
export function isVoid(act: OriginAct): boolean {
  return new Set(act.voidSignatures.map(({ by }) => by)).size >= 2;
}

/**
 * T2: a registration approved and not expired on the day the deal was created, or an introduction at most
 * ATT-3 days before it; and the origin not after the deal was qualified.
 */
function testTimestamp(
  act: OriginAct,
  opportunity: CreditedOpportunity,
  settings: AttributionSettings,
): CreditReason {
  const { createdOn, qualifiedOn } = opportunity;
  const { id: fact, occurredOn: originOn } = act;
  if (isVoid(act)) return because('timestamp.void', { fact });
  if (qualifiedOn !== null && originOn > qualifiedOn) {
    return because('timestamp.after_qualification', { fact, originOn, qualifiedOn });
  }
  if (originOn > createdOn) return because('timestamp.after_creation', { fact, originOn, createdOn });
  if (act.kind === 'registration') return testRegistration(act, createdOn);

  const days = daysBetween(originOn, createdOn);
  const windowDays = settings.introLookbackDays;
  if (days > windowDays) return because('timestamp.too_early', { fact, originOn, days, windowDays });
  return because('timestamp.introduced', { fact, originOn, createdOn, days, windowDays });
}

function testRegistration(act: Registration, createdOn: LocalDate): CreditReason {
  const { id: fact, approvedOn, expiresOn } = act;
  if (approvedOn === null || approvedOn > createdOn)
    return because('timestamp.not_approved', { fact, createdOn });
  if (expiresOn !== null && expiresOn < createdOn)
    return because('timestamp.expired', { fact, expiresOn, createdOn });
  return because('timestamp.registered', { fact, approvedOn, expiresOn, createdOn });
}

/** T3: recorded, by either side, by the lock date; and before the deal closed, as every credit is (0.2). */
function testLock(
  act: OriginAct,
  opportunity: CreditedOpportunity,
  settings: AttributionSettings,
): CreditReason {
  const { id: fact, recordedOn } = act;
  const { closedOn } = opportunity;
  const lockOn = lockDate(opportunity, settings);
  if (recordedOn > lockOn) return because('lock.too_late', { fact, recordedOn, lockOn });
  if (closedOn !== null && recordedOn > closedOn)
    return because('lock.after_close', { fact, recordedOn, closedOn });
  return because('lock.in_time', { fact, recordedOn, lockOn });
}

/** T4: at least one link, a named person at the partner, and somebody of ours who stands behind it. */
function testEvidence(act: OriginAct): CreditReason {
  const { id: fact, partnerPerson: person } = act;
  if (act.evidence.length === 0) return because('evidence.no_link', { fact });
  if (person === null) return because('evidence.no_person', { fact });
  if (act.refusedAt !== null) return because('evidence.refused', { fact });
  if (act.confirmation === null) return because('evidence.unconfirmed', { fact });
  return because('evidence.complete', { fact, person, links: act.evidence.length });
}

/**
 * T5 and ATT-12: one sourced partner, never a split. The earliest origin of the eligible claims wins; on the
 * same day the earliest buyer meeting does; else a panel decides.
 */
export function chooseSource(claims: ReadonlyMap<PartnerId, OriginClaim>): SourceChoice {
  const acts = [...claims.values()].filter((claim) => claim.eligible).map((claim) => claim.act);
  const [first, second, ...rest] = acts.toSorted(
    (a, b) => byOrigin(a, b) || compare(a.partnerId, b.partnerId),
  );
  if (first === undefined) return { winner: null, tied: [], reasons: new Map() };
  if (second === undefined) {
    const only = because('single.only', { fact: first.id });
    return { winner: first.partnerId, tied: [], reasons: new Map([[first.partnerId, only]]) };
  }

  const reasons = new Map<PartnerId, CreditReason>();
  const later = (act: OriginAct) =>
    because('single.later', { fact: act.id, originOn: act.occurredOn, winner: first.partnerId });
  const level = [first, second, ...rest].filter((act) => byOrigin(first, act) === 0);
  for (const act of [second, ...rest]) reasons.set(act.partnerId, later(act));
  if (level.length > 1) {
    for (const act of level) {
      const other = act === first ? second.partnerId : first.partnerId;
      reasons.set(act.partnerId, because('single.tied', { fact: act.id, originOn: act.occurredOn, other }));
    }
    return { winner: null, tied: level.map((act) => act.partnerId), reasons };
  }
  const code = first.occurredOn === second.occurredOn ? 'single.first_meeting' : 'single.earliest';
  const { id: fact, occurredOn: originOn } = first;
  reasons.set(first.partnerId, because(code, { fact, originOn, other: second.partnerId }));
  return { winner: first.partnerId, tied: [], reasons };
}

function byOrigin(a: OriginAct, b: OriginAct): number {
  const meetingOf = (act: OriginAct) => act.buyerMeetingAt ?? Number.MAX_SAFE_INTEGER;
  return compare(a.occurredOn, b.occurredOn) || meetingOf(a) - meetingOf(b);
}

function byStrength(a: OriginClaim, b: OriginClaim): number {
  const passed = (claim: OriginClaim) => claim.reasons.filter((reason) => reason.holds).length;
  return passed(b) - passed(a) || byOrigin(a.act, b.act) || compare(a.act.id, b.act.id);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
