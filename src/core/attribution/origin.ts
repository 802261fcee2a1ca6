/**
 * Who brought the deal: the tests T1 to T5 of method 5.4. A partner sourced it if and only if all of them hold.
 * Windows count days of the organization's calendar, first and last day included.
 *
 * Handbook: docs/handbook/attribution.md
 */

import { addDays, daysBetween, type LocalDate } from '#core/calendar.ts';
import type { PartnerId } from '#core/ids.ts';
import type { AttributionSettings } from '#core/program/settings.ts';
import type {
  CreditedOpportunity,
  CreditFacts,
  OriginAct,
  OtherOpportunity,
  Registration,
  VendorContact,
} from './facts.ts';
import { because, type CreditReason } from './reasons.ts';

/** An act of origin with its tests T1 to T4. */
export type OriginClaim = {
  readonly act: OriginAct;
  readonly reasons: readonly CreditReason[];
  readonly eligible: boolean;
};

/** Of each partner its best act of origin; and who recorded one in time (T3), whatever else it lacks. */
export type OriginClaims = {
  readonly best: ReadonlyMap<PartnerId, OriginClaim>;
  readonly claimedInTime: ReadonlySet<PartnerId>;
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
export function lockDate(
  opportunity: Pick<CreditedOpportunity, 'createdOn' | 'cycleDays'>,
  settings: AttributionSettings,
): LocalDate {
  const isLong = opportunity.cycleDays !== null && opportunity.cycleDays >= settings.longCycleDays;
  return addDays(opportunity.createdOn, isLong ? settings.longLockDays : settings.lockDays);
}

/** Tests every act of origin and keeps the best of each partner: an eligible one, the earliest of these. */
export function judgeOrigins(
  facts: CreditFacts,
  settings: AttributionSettings,
  lockOn: LocalDate,
): OriginClaims {
  const best = new Map<PartnerId, OriginClaim>();
  const claimedInTime = new Set<PartnerId>();
  for (const act of facts.originActs) {
    const claim = judgeOrigin(act, facts, settings, lockOn);
    if (claim.reasons.some(({ code }) => code === 'lock.in_time')) claimedInTime.add(act.partnerId);
    const other = best.get(act.partnerId);
    if (other === undefined || byStrength(claim, other) < 0) best.set(act.partnerId, claim);
  }
  return { best, claimedInTime };
}

/** The tests T1 to T4 of one act. */
export function judgeOrigin(
  act: OriginAct,
  facts: CreditFacts,
  settings: AttributionSettings,
  lockOn: LocalDate,
): OriginClaim {
  const reasons = [
    testOrigin(act, facts, settings),
    testTimestamp(act, facts.opportunity, settings),
    testLock(act, facts.opportunity, lockOn),
    testEvidence(act),
  ];
  return { act, reasons, eligible: reasons.every((reason) => reason.holds) };
}

/**
 * T1: no open opportunity of ours on that account and product on the day of origin, and no meeting or outbound
 * of ours there in the days before. Contact on the day itself does not count against the partner, since an
 * introduction often is a meeting.
 *
 * Where a deal on the account and product was lost before (ATT-10), or won before a renewal or expansion (ATT-11),
 * the act has to come after that: what was done for the old deal is no origin of the new one.
 */
function testOrigin(act: OriginAct, facts: CreditFacts, settings: AttributionSettings): CreditReason {
  const { id: fact, occurredOn: originOn } = act;
  const windowDays = settings.vendorQuietDays;
  const open = openDeal(facts, originOn);
  if (open !== null) {
    const { opportunityId: opportunity, createdOn: openedOn } = open;
    return because('origin.open_opportunity', { fact, opportunity, openedOn, originOn });
  }
  const lostOn = lastClose(facts, 'lost');
  if (lostOn !== null && originOn <= lostOn) return because('origin.before_loss', { fact, originOn, lostOn });
  const wonOn = facts.opportunity.kind === 'new' ? null : lastClose(facts, 'won');
  if (wonOn !== null && originOn <= wonOn) return because('origin.inherited', { fact, originOn, wonOn });

  const contact = lastContact(facts, originOn, windowDays);
  if (contact === null) return because('origin.clear', { fact, originOn, windowDays });
  return because('origin.vendor_contact', {
    fact,
    contact: contact.id,
    kind: contact.kind,
    contactOn: contact.occurredOn,
    originOn,
    days: daysBetween(contact.occurredOn, originOn),
    windowDays,
  });
}

/** Whether another deal of ours was open on that day; the days on which it was created and closed count. */
export function isOpenOn(other: OtherOpportunity, day: LocalDate): boolean {
  return other.createdOn <= day && (other.closedOn === null || other.closedOn >= day);
}

/** The earliest of our deals on the account and product that was open on that day. */
function openDeal(facts: CreditFacts, day: LocalDate): OtherOpportunity | null {
  let found: OtherOpportunity | null = null;
  for (const other of facts.otherOpportunities) {
    if (!isOpenOn(other, day)) continue;
    if (
      found === null ||
      isBefore(other.createdOn, found.createdOn, other.opportunityId, found.opportunityId)
    )
      found = other;
  }
  return found;
}

/** The day on which the last deal before this one, on its account and product, was lost or won; null if none was. */
function lastClose(facts: CreditFacts, outcome: 'lost' | 'won'): LocalDate | null {
  let latest: LocalDate | null = null;
  for (const { closedOn, ...other } of facts.otherOpportunities) {
    if (other.outcome !== outcome || closedOn === null || closedOn > facts.opportunity.createdOn) continue;
    if (latest === null || closedOn > latest) latest = closedOn;
  }
  return latest;
}

/** Our last contact at the account in the days before that day; null if it was quiet. */
function lastContact(facts: CreditFacts, day: LocalDate, windowDays: number): VendorContact | null {
  if (facts.vendorContacts.length === 0) return null;
  const quietFrom = addDays(day, -windowDays);
  let last: VendorContact | null = null;
  for (const contact of facts.vendorContacts) {
    const { occurredOn: on, withdrawnAt } = contact;
    if (withdrawnAt !== null || on >= day || on < quietFrom) continue;
    if (last === null || isBefore(last.occurredOn, on, contact.id, last.id)) last = contact;
  }
  return last;
}

/** ATT-9: two different people have signed that an act of origin is disproved. */
export function isVoid(act: OriginAct): boolean {
  if (act.voidSignatures.length < 2) return false;
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
function testLock(act: OriginAct, { closedOn }: CreditedOpportunity, lockOn: LocalDate): CreditReason {
  const { id: fact, recordedOn } = act;
  if (recordedOn > lockOn) return because('lock.too_late', { fact, recordedOn, lockOn });
  if (closedOn !== null && recordedOn > closedOn)
    return because('lock.after_close', { fact, recordedOn, closedOn });
  return because('lock.in_time', { fact, recordedOn, lockOn });
}

/**
 * T4: at least one link, a named person at the partner, and somebody of ours who stands behind it. When they came to
 * do so is of no account. Once confirmed, a claim is taken back by two signatures (ATT-9), not by a late no.
 */
function testEvidence(act: OriginAct): CreditReason {
  const { id: fact, partnerPerson: person } = act;
  if (act.evidence.length === 0) return because('evidence.no_link', { fact });
  if (person === null) return because('evidence.no_person', { fact });
  if (act.confirmation !== null) {
    return because('evidence.complete', { fact, person, links: act.evidence.length });
  }
  return because(act.refusedAt === null ? 'evidence.unconfirmed' : 'evidence.refused', { fact });
}

const nobody: SourceChoice = { winner: null, tied: [], reasons: new Map() };

/**
 * T5 and ATT-12: one sourced partner, never a split. The earliest origin of the eligible claims wins; on the
 * same day the earliest buyer meeting does; else a panel decides.
 */
export function chooseSource(claims: ReadonlyMap<PartnerId, OriginClaim>): SourceChoice {
  const acts: OriginAct[] = [];
  for (const claim of claims.values()) if (claim.eligible) acts.push(claim.act);
  const [first, second, ...rest] = acts.sort((a, b) => byOrigin(a, b) || compare(a.partnerId, b.partnerId));
  if (first === undefined) return nobody;
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

function isBefore(day: LocalDate, other: LocalDate, id: string, otherId: string): boolean {
  return day < other || (day === other && id < otherId);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
