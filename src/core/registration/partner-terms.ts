/**
 * What a partner is promised and asked by the signed page, before it registers anything: the page as far as it concerns
 * that partner. Tests of which the page tells nothing are not in it.
 *
 * Handbook: docs/handbook/registration.md
 */

import { addBusinessDays, type BusinessCalendar, type LocalDate } from '#core/calendar.ts';
import type { Archetype } from '#core/program/archetype.ts';
import type { PageTest } from './checks.ts';
import { protectionLength } from './protection.ts';
import type { RegistrationBody } from './registration-page.ts';
import { type DecidingSeat, type RouteFacts, routeOf } from './routing.ts';

/** A length of protection that differs from the usual one for deals from a value on, in minor units. */
export type OtherLength = {
  readonly fromMinor: number;
  readonly days: number;
  readonly extensionDays: number;
};

/** A test of which the partner is told, and whether it rejects at once. */
export type ToldTest = { readonly test: PageTest; readonly rejects: boolean };

export type PartnerTerms = {
  readonly protection: RegistrationBody['protection'];
  /** Of the smallest deal, and from which values on it is another one. */
  readonly length: { readonly days: number; readonly extensionDays: number };
  readonly otherLengths: readonly OtherLength[];
  readonly deciding: RegistrationBody['deciding'];
  readonly tests: readonly ToldTest[];
  /** In minor units of the organization's currency; null where it is not told. */
  readonly minimumMinor: number | null;
};

/** DR-1, DR-2, DR-4, DR-8: the terms for a partner of that archetype. */
export function partnerTerms(page: RegistrationBody, archetype: Archetype | null): PartnerTerms {
  const lengthFrom = (value: number) => protectionLength(page, archetype, value);
  const steps = [...new Set(page.protectionExceptions.map(({ from }) => from))].sort((a, b) => a - b);
  const otherLengths: OtherLength[] = [];
  let before = lengthFrom(0);
  for (const fromMinor of steps) {
    const length = lengthFrom(fromMinor);
    const isOther = length.days !== before.days || length.extensionDays !== before.extensionDays;
    if (fromMinor > 0 && isOther) otherLengths.push({ fromMinor, ...length });
    before = length;
  }
  const tests = (Object.keys(page.tests) as PageTest[]).flatMap((test): ToldTest[] => {
    const { result, told } = page.tests[test];
    return result === 'off' || told === 'nothing' ? [] : [{ test, rejects: result === 'stops' }];
  });
  return {
    protection: page.protection,
    length: lengthFrom(0),
    otherLengths,
    deciding: page.deciding,
    tests,
    minimumMinor: tests.some(({ test }) => test === 'belowMinimum') ? page.checks.minimumValue : null,
  };
}

/** What will happen to a registration if it is sent on that day. */
export type Outlook = {
  readonly seats: readonly DecidingSeat[];
  readonly dueOn: LocalDate;
  /** How long it is protected from acceptance on; null where that depends on a value that is not known. */
  readonly days: number | null;
};

/**
 * DR-4, DR-8: who decides, by when, and for how long the deal would be protected; told before anybody sends. It is made
 * of what was typed, the partner's own type and the signed page, so it says nothing about an account.
 */
export function outlookOf(
  page: RegistrationBody,
  facts: RouteFacts,
  calendar: BusinessCalendar,
  on: LocalDate,
): Outlook {
  const isFixed = facts.valueMinor !== null || partnerTerms(page, facts.archetype).otherLengths.length === 0;
  return {
    seats: routeOf(page, facts),
    dueOn: addBusinessDays(on, page.deciding.decideBusinessDays, calendar),
    days: isFixed ? protectionLength(page, facts.archetype, facts.valueMinor).days : null,
  };
}
