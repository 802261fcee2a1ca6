/**
 * The checks at submission (DR-1, DR-2, DR-3, DR-14, DR-18). A check never accepts anything: it finds nothing, asks the
 * person who decides, or stops the registration with a reason of the closed list.
 *
 * They fail closed: what is not known is asked, never passed. What only resembles another record is asked too, since a
 * near match is for people (DR-3). Every check that the page asks for gives exactly one answer.
 *
 * Handbook: docs/handbook/registration.md
 */

import { daysBetween } from '#core/calendar.ts';
import type { Reason, ReasonParams } from '#core/decision.ts';
import { type CheckCode, checkCatalogue } from './check-catalogue.ts';
import type { CheckFacts, Collision, Known, Likeness, OpenDeal, PartnerStanding } from './check-facts.ts';
import { productKey, productsMeet } from './protection.ts';
import type { RegistrationBody } from './registration-page.ts';

/** A test of the signed page. */
export type PageTest = keyof RegistrationBody['tests'];

/** The tests of the page, and those that no page can switch off. */
export type CheckName = PageTest | 'page' | 'suspended' | 'domain' | 'ownDuplicate' | 'abuse';

export type CheckOutcome = 'pass' | 'ask' | 'stop';

export type RegistrationCheck = {
  readonly check: CheckName;
  readonly outcome: CheckOutcome;
  readonly reason: Reason<CheckCode>;
  /** What it collides with, to be shown beside the registration on the desk. It never leaves the desk. */
  readonly collidesWith: readonly Collision[];
};

type Page = Pick<RegistrationBody, 'tests' | 'checks' | 'products'>;

/** DR-1: all checks of a registration, in the order in which a person reads them. */
export function checkSubmission(facts: CheckFacts, page: Page): RegistrationCheck[] {
  const standing = [checkPage(facts), checkSuspended(facts.partner)];
  const byPage: readonly RegistrationCheck[] = (
    [
      ['notEligible', checkEligible],
      ['outside', checkInside],
      ['belowMinimum', checkValue],
      ['directOnly', checkDirectOnly],
      ['directDeal', checkDirectDeal],
      ['otherPartner', checkOtherPartner],
      ['customer', checkCustomer],
      ['directContact', checkContact],
    ] as const
  ).flatMap(([test, run]) => (page.tests[test].result === 'off' ? [] : [run(facts, page)]));
  return [...standing, ...byPage, checkOwnDuplicate(facts), checkDomain(facts), checkAbuse(facts)];
}

/** What follows from the checks at once. */
export type SubmissionOutcome =
  /** It is not taken in: it stays a draft, and the partner is told why and what to do. */
  | { readonly kind: 'not_taken'; readonly check: CheckName }
  /** A test of the page rejects it, with the reason that the partner may learn. */
  | { readonly kind: 'rejected'; readonly check: PageTest }
  /** A person decides. */
  | { readonly kind: 'review' };

/**
 * DR-7, DR-16: whether a registration is taken in, rejected at once or decided by a person. A test that the partner may
 * not be told about never rejects at once, since the rejection would tell.
 */
export function submissionOutcome(
  checks: readonly RegistrationCheck[],
  { tests }: Pick<RegistrationBody, 'tests'>,
): SubmissionOutcome {
  const stopped = checks.filter(({ outcome }) => outcome === 'stop');
  for (const { check } of stopped) if (!isPageTest(check, tests)) return { kind: 'not_taken', check };
  for (const { check } of stopped) {
    if (isPageTest(check, tests) && tests[check].told === 'reason') return { kind: 'rejected', check };
  }
  return { kind: 'review' };
}

/** Whether the check is one that the signed page sets. */
export function isPageTest(check: CheckName, tests: RegistrationBody['tests']): check is PageTest {
  return Object.hasOwn(tests, check);
}

function checkPage({ isPageSigned }: CheckFacts): RegistrationCheck {
  if (!isPageSigned.known) return unknown('page');
  return isPageSigned.value ? answer('page', 'pass', 'page.clear') : answer('page', 'stop', 'page.found');
}

function checkSuspended(partner: Known<PartnerStanding>): RegistrationCheck {
  if (!partner.known) return unknown('suspended');
  return partner.value.isSuspended
    ? answer('suspended', 'stop', 'suspended.found')
    : answer('suspended', 'pass', 'suspended.clear');
}

/** DR-1: the partner is signed and certified. */
function checkEligible({ partner }: CheckFacts, page: Page): RegistrationCheck {
  if (!partner.known) return unknown('notEligible');
  const { isSigned, isCertified } = partner.value;
  if (isSigned && isCertified) return answer('notEligible', 'pass', 'notEligible.clear');
  return found('notEligible', page, 'notEligible.found', { isSigned, isCertified }, []);
}

/** DR-1: inside the territory of the partner's agreement and of an archetype that registers deals. */
function checkInside({ partner, archetypes, country }: CheckFacts, page: Page): RegistrationCheck {
  if (!partner.known || !archetypes.known) return unknown('outside');
  const { archetype, countries } = partner.value;
  if (archetype === null || (countries !== null && country === null)) return unknown('outside');
  if (!archetypes.value.includes(archetype)) {
    return found('outside', page, 'outside.archetype', { archetype }, []);
  }
  if (countries === null || country === null || countries.includes(country)) {
    return answer('outside', 'pass', 'outside.clear');
  }
  return found('outside', page, 'outside.found', { country, countries: countries.join(', ') }, []);
}

/** DR-2: the minimum value. A value that nobody gave is asked about. */
function checkValue({ valueMinor }: CheckFacts, page: Page): RegistrationCheck {
  if (!valueMinor.known || valueMinor.value === null) return unknown('belowMinimum');
  const params = { valueMinor: valueMinor.value, minimumMinor: page.checks.minimumValue };
  return valueMinor.value < page.checks.minimumValue
    ? found('belowMinimum', page, 'belowMinimum.found', params, [])
    : answer('belowMinimum', 'pass', 'belowMinimum.clear', params);
}

/** DR-1, DR-14: the list of direct-only accounts. A list that is too old warns, but rejects nobody by itself. */
function checkDirectOnly({ directOnly, submittedOn }: CheckFacts, page: Page): RegistrationCheck {
  if (!directOnly.known) return unknown('directOnly');
  const { refreshedOn, hits } = directOnly.value;
  if (hits.length === 0) return answer('directOnly', 'pass', 'directOnly.clear');
  const age = daysBetween(refreshedOn, submittedOn);
  const collisions = hits.map(({ id, likeness }) => collision('direct_only', id, likeness));
  if (age > page.checks.directOnlyDays) {
    return answer('directOnly', 'ask', 'directOnly.old', { refreshedOn, age }, collisions);
  }
  return found('directOnly', page, 'directOnly.found', { refreshedOn }, collisions);
}

/**
 * DR-1, DR-14: an open direct opportunity for the same product that is older than the registration. One that we opened
 * after the registration arrived does not stand against it.
 */
function checkDirectDeal(facts: CheckFacts, page: Page): RegistrationCheck {
  const { openDeals, submittedAt, products } = facts;
  if (!openDeals.known) return unknown('directDeal');
  const against = openDeals.value.filter(
    (deal) =>
      deal.partnerId === null &&
      deal.openedAt <= submittedAt &&
      productsMeet(products, productsOf(deal, page)),
  );
  if (against.length === 0) return answer('directDeal', 'pass', 'directDeal.clear');
  return found(
    'directDeal',
    page,
    'directDeal.found',
    { deals: against.length, openedOn: earliest(against.map(({ openedOn }) => openedOn)) },
    against.map((deal) => collision('opportunity', deal.opportunityId, deal.likeness)),
  );
}

/** DR-1, DR-13: another partner's open or protected registration, or its deal, for the same product. */
function checkOtherPartner(facts: CheckFacts, page: Page): RegistrationCheck {
  const { otherRegistrations, openDeals, products, partner } = facts;
  if (!otherRegistrations.known || !openDeals.known || !partner.known) return unknown('otherPartner');
  const { partnerId } = partner.value;
  const registrations = otherRegistrations.value.filter(
    (other) => other.partnerId !== partnerId && productsMeet(products, other.products),
  );
  const deals = openDeals.value.filter(
    (deal) =>
      deal.partnerId !== null &&
      deal.partnerId !== partnerId &&
      productsMeet(products, productsOf(deal, page)),
  );
  const collisions = [
    ...registrations.map((other) => collision('registration', other.registrationId, other.likeness)),
    ...deals.map((deal) => collision('opportunity', deal.opportunityId, deal.likeness)),
  ];
  if (collisions.length === 0) return answer('otherPartner', 'pass', 'otherPartner.clear');
  const isProtected = registrations.some((other) => other.isProtected);
  const since = earliest([
    ...registrations.map(({ submittedOn }) => submittedOn),
    ...deals.map(({ openedOn }) => openedOn),
  ]);
  return found('otherPartner', page, 'otherPartner.found', { isProtected, since }, collisions);
}

/** DR-1: the account buys from us already. */
function checkCustomer({ customers }: CheckFacts, page: Page): RegistrationCheck {
  if (!customers.known) return unknown('customer');
  if (customers.value.length === 0) return answer('customer', 'pass', 'customer.clear');
  const collisions = customers.value.map(({ accountId, likeness }) =>
    collision('account', accountId, likeness),
  );
  return found('customer', page, 'customer.found', {}, collisions);
}

/**
 * DR-1: our own meeting or outreach at the account in the days before. As on the attribution page the day itself does
 * not count, so that an accepted registration is also sourced (T1).
 */
function checkContact({ contacts, submittedOn }: CheckFacts, page: Page): RegistrationCheck {
  if (!contacts.known) return unknown('directContact');
  const { contactDays } = page.checks;
  const recent = contacts.value.filter(({ on }) => {
    const age = daysBetween(on, submittedOn);
    return age > 0 && age <= contactDays;
  });
  const last = recent
    .map(({ on }) => on)
    .reduce<string | null>((a, b) => (a === null || b > a ? b : a), null);
  if (last === null) return answer('directContact', 'pass', 'directContact.clear', { contactDays });
  const collisions = recent.map(({ id, likeness }) => collision('contact', id, likeness));
  return found('directContact', page, 'directContact.found', { on: last, contactDays }, collisions);
}

/** DR-3: a colleague of the same partner has registered it. Never a reason to reject by itself. */
function checkOwnDuplicate({ otherRegistrations, partner, products }: CheckFacts): RegistrationCheck {
  if (!otherRegistrations.known || !partner.known) return unknown('ownDuplicate');
  const own = otherRegistrations.value.filter(
    (other) => other.partnerId === partner.value.partnerId && productsMeet(products, other.products),
  );
  if (own.length === 0) return answer('ownDuplicate', 'pass', 'ownDuplicate.clear');
  const since = earliest(own.map(({ submittedOn }) => submittedOn));
  const collisions = own.map((other) => collision('registration', other.registrationId, other.likeness));
  return answer('ownDuplicate', 'ask', 'ownDuplicate.found', { since }, collisions);
}

/** DR-3: what is odd about the domain. People look at it; a domain in disguise is how an account is registered twice. */
function checkDomain({ signs }: CheckFacts): RegistrationCheck {
  const [first] = signs;
  return first === undefined
    ? answer('domain', 'pass', 'domain.clear')
    : answer('domain', 'ask', 'domain.found', { sign: first, signs: signs.join(', ') });
}

/** DR-18: the limits that this registration goes over. */
function checkAbuse({ abuse }: CheckFacts): RegistrationCheck {
  if (!abuse.known) return unknown('abuse');
  const first = abuse.value.find(({ outcome }) => outcome === 'stop') ?? abuse.value[0];
  if (first === undefined) return answer('abuse', 'pass', 'abuse.clear');
  const { code, outcome, found: count, limit } = first;
  return answer('abuse', outcome, 'abuse.found', { limit: code, found: count, most: limit });
}

/** The products of a deal of ours. One that the page does not tell apart may be any of them, so it meets all. */
function productsOf({ product }: OpenDeal, { products }: Page): readonly string[] {
  const key = product === null ? null : productKey(product);
  return products.some((row) => productKey(row.product) === key) && key !== null ? [key] : [];
}

/** A finding of a test of the page: as the page says, but where only likenesses were found a person looks (DR-3). */
function found(
  check: PageTest,
  { tests }: Page,
  code: CheckCode,
  params: ReasonParams,
  collidesWith: readonly Collision[],
): RegistrationCheck {
  const isOnlyNear = collidesWith.length > 0 && collidesWith.every(({ likeness }) => likeness.by === 'near');
  const outcome = tests[check].result === 'stops' && !isOnlyNear ? 'stop' : 'ask';
  return answer(check, outcome, code, { ...params, isOnlyNear }, collidesWith);
}

function unknown(check: CheckName): RegistrationCheck {
  return answer(check, 'ask', `${check}.unknown`);
}

function answer(
  check: CheckName,
  outcome: CheckOutcome,
  code: CheckCode,
  params: ReasonParams = {},
  collidesWith: readonly Collision[] = [],
): RegistrationCheck {
  const { rule } = checkCatalogue[code];
  return { check, outcome, reason: { rule, code, holds: outcome === 'pass', params }, collidesWith };
}

function collision(kind: Collision['kind'], id: string, likeness: Likeness): Collision {
  return { kind, id, likeness };
}

function earliest(days: readonly string[]): string | null {
  return days.reduce<string | null>((a, b) => (a === null || b < a ? b : a), null);
}
