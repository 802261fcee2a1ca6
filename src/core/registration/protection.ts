/**
 * What an accepted registration protects, and for how long (DR-8 to DR-11, DR-17). A window is a half-open range of
 * days: it protects from its first day on and on no day from `until` on, so that the next one may begin on that day.
 *
 * Handbook: docs/handbook/registration.md
 */

import { addDays, daysBetween, type LocalDate } from '#core/calendar.ts';
import { companyNameKey } from '#core/opportunity/account-name.ts';
import type { Archetype } from '#core/program/archetype.ts';
import { isProtectedOn, type ProtectionWindow, type RegistrationLife } from './life.ts';
import type { RegistrationBody } from './registration-page.ts';

/** How long an accepted registration is protected, and by how much it can be extended once; in days. */
export type ProtectionLength = { readonly days: number; readonly extensionDays: number };

/**
 * DR-8: the length for this archetype and value. The last exception that fits decides; where the value is not known
 * only exceptions for any value fit.
 */
export function protectionLength(
  { protection, protectionExceptions }: Pick<RegistrationBody, 'protection' | 'protectionExceptions'>,
  archetype: Archetype | null,
  valueMinor: number | null,
): ProtectionLength {
  const fits = protectionExceptions.findLast(
    (row) => (row.archetype === 'any' || row.archetype === archetype) && row.from <= (valueMinor ?? 0),
  );
  const { days, extensionDays } = fits ?? protection;
  return { days, extensionDays };
}

/** The last day that the window protects, as it is told to people; null while it has no end. */
export function lastProtectedDay({ until }: ProtectionWindow): LocalDate | null {
  return until === null ? null : addDays(until, -1);
}

/** Whether two windows share a day. What is held has no end yet. A window without a day shares none. */
export function windowsMeet(a: ProtectionWindow, b: ProtectionWindow): boolean {
  const [first, second] = a.from <= b.from ? [a, b] : [b, a];
  const isEmpty = (window: ProtectionWindow) => window.until !== null && window.until <= window.from;
  if (isEmpty(first) || isEmpty(second)) return false;
  return first.until === null || second.from < first.until;
}

/** The key of a product: two spellings of one name meet. */
export function productKey(product: string): string {
  return companyNameKey(product).slice(0, 200);
}

/**
 * DR-8: whether two lists of products (keys) are protected against each other. An empty list is the whole account: it
 * meets every product. So a program that begins to tell products apart leaves no hole for what it accepted before.
 */
export function productsMeet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((product) => b.includes(product));
}

/** What a registration owns: an account (the key of DR-3), products and days. */
export type ProtectionClaim = {
  readonly accountKey: string;
  readonly products: readonly string[];
  readonly window: ProtectionWindow;
};

/** Whether two claims cannot both stand: the same account, a product in common and a day in common. */
export function claimsMeet(a: ProtectionClaim, b: ProtectionClaim): boolean {
  return (
    a.accountKey === b.accountKey && productsMeet(a.products, b.products) && windowsMeet(a.window, b.window)
  );
}

/** What an extension is asked with. `stage` is where the deal stands (FC-1); null: no deal is linked. */
export type ExtensionFacts = {
  readonly evidence: string;
  readonly stage: number | null;
};

export type ExtensionTest =
  | { readonly allowed: true; readonly days: number; readonly until: LocalDate }
  | {
      readonly allowed: false;
      readonly code:
        | 'not_protected'
        | 'given_already'
        | 'no_extension'
        | 'no_activity'
        | 'stage'
        | 'no_evidence';
    };

/**
 * DR-8: whether an extension is possible on that day: once, while it is protected, with evidence, with activity in the
 * last days and a deal at the stage of the signed page. People decide about it; this says whether they may.
 */
export function testExtension(
  life: RegistrationLife,
  facts: ExtensionFacts,
  policy: RegistrationBody['protection'],
  length: ProtectionLength,
  on: LocalDate,
): ExtensionTest {
  const { extensionActivityDays, extensionStage } = policy;
  const until = life.held?.until ?? life.protection?.until ?? null;
  if (!isProtectedOn(life, on) || until === null) return { allowed: false, code: 'not_protected' };
  if (life.extension === 'given' || life.extension === 'refused') {
    return { allowed: false, code: 'given_already' };
  }
  if (length.extensionDays === 0) return { allowed: false, code: 'no_extension' };
  if (facts.stage === null || facts.stage < extensionStage) return { allowed: false, code: 'stage' };
  const last = life.lastActivityOn;
  if (last === null || daysBetween(last, on) > extensionActivityDays) {
    return { allowed: false, code: 'no_activity' };
  }
  if (facts.evidence.trim() === '') return { allowed: false, code: 'no_evidence' };
  return { allowed: true, days: length.extensionDays, until: addDays(until, length.extensionDays) };
}

/** How a protected registration stands on a day, for lists and screens. */
export type ProtectionStanding = {
  readonly isProtected: boolean;
  readonly isHeld: boolean;
  readonly lastDay: LocalDate | null;
  /** Days that are left with today; 0 on the day after the last. Null while it has no end. */
  readonly daysLeft: number | null;
  /** DR-10: it ends within the days of the first reminder. */
  readonly endsSoon: boolean;
  /** DR-11: nobody did anything for so long. */
  readonly isStalled: boolean;
  /** DR-17: a deal of that value has to be updated again; the day by which. Null where none is owed. */
  readonly updateBy: LocalDate | null;
};

/** DR-8, DR-10, DR-11, DR-17: how the protection stands on that day. */
export function protectionStanding(
  life: RegistrationLife,
  valueMinor: number | null,
  policy: RegistrationBody['protection'],
  on: LocalDate,
): ProtectionStanding {
  const isProtected = isProtectedOn(life, on);
  const isHeld = life.held !== null;
  const window = life.protection;
  const daysLeft =
    window === null || window.until === null ? null : Math.max(0, daysBetween(on, window.until));
  const isLive = isProtected && (life.state === 'accepted' || life.state === 'converted');
  const since = life.lastActivityOn;
  const owesUpdates = isLive && valueMinor !== null && valueMinor > policy.updatesAbove && since !== null;
  return {
    isProtected,
    isHeld,
    lastDay: window === null ? null : lastProtectedDay(window),
    daysLeft,
    endsSoon: isProtected && daysLeft !== null && daysLeft <= policy.firstReminderDays,
    isStalled: isLive && since !== null && daysBetween(since, on) >= policy.stallDays,
    updateBy: owesUpdates ? addDays(since, policy.updateDays) : null,
  };
}

/** DR-11, DR-10, DR-6: something to do about an accepted registration; `on` is the day from which on it is due. */
export type ProtectionDuty = {
  readonly kind:
    | 'assign_ae'
    | 'first_meeting'
    | 'first_reminder'
    | 'last_reminder'
    | 'expire'
    | 'stalled'
    | 'update';
  readonly on: LocalDate;
};

/**
 * DR-8 to DR-11, DR-17: what is due on that day or was before, each once: who keeps what was sent by kind and day sends
 * nothing twice, whatever a clock did. What is held does not end, so nothing reminds of its end.
 */
export function protectionDuties(
  life: RegistrationLife,
  valueMinor: number | null,
  policy: RegistrationBody['protection'],
  on: LocalDate,
): ProtectionDuty[] {
  const { protection } = life;
  const isLive = life.state === 'accepted' || life.state === 'converted';
  if (!isLive || protection === null || life.isProtectionOver) return [];
  const { until } = protection;
  const duties: ProtectionDuty[] = [];
  if (until !== null) {
    // A reminder that would have come before the protection began comes with it, unless a later one is due already.
    const last = addDays(until, -policy.lastReminderDays);
    const first = addDays(until, -policy.firstReminderDays);
    if (first < last && first > protection.from) duties.push({ kind: 'first_reminder', on: first });
    duties.push({ kind: 'last_reminder', on: last > protection.from ? last : protection.from });
    duties.push({ kind: 'expire', on: until });
  }
  const since = life.lastActivityOn;
  if (since !== null) {
    duties.push({ kind: 'stalled', on: addDays(since, policy.stallDays) });
    if (valueMinor !== null && valueMinor > policy.updatesAbove) {
      duties.push({ kind: 'update', on: addDays(since, policy.updateDays) });
    }
  }
  const due = duties.filter((duty) => duty.on <= on);
  // What has ended needs no reminder of its end.
  return due.some(({ kind }) => kind === 'expire') ? due.filter(({ kind }) => kind === 'expire') : due;
}
