import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import type { OpportunityId, PartnerId } from '#core/ids.ts';
import { defaultBody } from '#core/program/field.ts';
import { noonOf } from '#test/harness/registration-life.ts';
import { withValues } from '#test/harness/with-values.ts';
import cases from '#test/vectors/registration-checks.json' with { type: 'json' };
import limits from '#test/vectors/registration-limits.json' with { type: 'json' };
import { type AbuseCounts, findAbuse } from './abuse.ts';
import { checkCatalogue, checkReasonSentence } from './check-catalogue.ts';
import type { CheckFacts, Known, Likeness } from './check-facts.ts';
import { checkSubmission, isPageTest, type RegistrationCheck, submissionOutcome } from './checks.ts';
import { partnerView } from './partner-view.ts';
import { portalLanguages } from './portal-format.ts';
import { portalSay } from './portal-words.ts';
import { type RegistrationBody, registrationPage } from './registration-page.ts';

const page = defaultBody(registrationPage.fields);

/** The facts of a case: its moments become instants, as the server hands them in. */
function factsOf(facts: object): CheckFacts {
  const all = { ...cases.base, ...facts } as unknown as Record<string, unknown>;
  const deals = all.openDeals as Known<{ openedAt: string }[]>;
  const openDeals = deals.known
    ? { known: true, value: deals.value.map((deal) => ({ ...deal, openedAt: noonOf(deal.openedAt).at })) }
    : deals;
  return {
    ...all,
    openDeals,
    submittedAt: noonOf(all.submittedOn as string).at,
  } as unknown as CheckFacts;
}

const found = (checks: readonly RegistrationCheck[]) =>
  Object.fromEntries(
    checks.filter(({ outcome }) => outcome !== 'pass').map(({ check, outcome }) => [check, outcome]),
  );

describe('the checks at submission', () => {
  it.each(cases.cases)('$id: $name', ({ facts, page: changes = {}, found: expected, outcome, told }) => {
    const body = withValues(page, changes);
    const checks = checkSubmission(factsOf(facts), body);
    expect(found(checks)).toEqual(expected);
    const follows = submissionOutcome(checks, body);
    expect(follows.kind === 'review' ? 'review' : `${follows.kind}: ${follows.check}`).toBe(outcome);
    const notes = partnerView(checks, body);
    expect(notes.map(({ code }) => code)).toEqual(told);
    for (const { reason } of checks) {
      expect(checkReasonSentence(reason)).toMatch(/^[A-Z\d].*\.$/);
      expect(checkReasonSentence(reason)).not.toMatch(/undefined|NaN|\[object/);
    }
    for (const { code, params } of notes) {
      for (const language of Object.keys(portalLanguages) as (keyof typeof portalLanguages)[]) {
        expect(portalSay(language, code, { ...params, currency: 'EUR' })).not.toMatch(/undefined|null|NaN/);
      }
    }
  });

  it('have a case for every finding', () => {
    const seen = new Set(
      cases.cases.flatMap(({ facts, page: changes = {} }) =>
        checkSubmission(factsOf(facts), withValues(page, changes)).map(({ reason }) => reason.code),
      ),
    );
    const never = Object.keys(checkCatalogue).filter((code) => !seen.has(code as never));
    // A domain is always read, if only as odd.
    expect(never).toEqual(['domain.unknown']);
  });

  it('say of a code that is gone that it is gone', () => {
    expect(checkReasonSentence({ rule: 'DR-1', code: 'gone', holds: false, params: {} })).toBe('DR-1: gone.');
  });
});

// Whatever a partner is sent is searched for these: ids, names and days that only the desk knows.
const canary = 'canary7';
const anyLikeness: fc.Arbitrary<Likeness> = fc.record({
  by: fc.constantFrom('domain', 'subdomain', 'name_country', 'near'),
  score: fc.double({ min: 0, max: 1, noNaN: true }),
});
const anyKnown = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Known<T>> =>
  fc.oneof(
    { weight: 4, arbitrary: value.map((one): Known<T> => ({ known: true, value: one })) },
    fc.constant<Known<T>>({ known: false }),
  );
const secretDay = '1999-12-31' as LocalDate;
const anyPartner = fc.constantFrom('partner-1', `${canary}-partner`) as fc.Arbitrary<PartnerId>;
const list = <T>(item: fc.Arbitrary<T>) => anyKnown(fc.array(item, { maxLength: 3 }));
/** What only we know: deals, contacts, lists, other registrations, customers. */
const anySecrets = fc.record({
  openDeals: list(
    fc.record({
      opportunityId: fc.constant(`${canary}-deal` as OpportunityId),
      openedAt: fc.constantFrom(0, noonOf('2026-12-01').at),
      openedOn: fc.constant(secretDay),
      product: fc.constantFrom(null, canary),
      partnerId: fc.option(anyPartner),
      likeness: anyLikeness,
    }),
  ),
  contacts: list(
    fc.record({
      id: fc.constant(`${canary}-contact`),
      on: fc.constantFrom('2026-10-30' as LocalDate, secretDay),
      kind: fc.constantFrom('meeting' as const, 'outbound' as const),
      likeness: anyLikeness,
    }),
  ),
  directOnly: anyKnown(
    fc.record({
      refreshedOn: fc.constantFrom('2026-10-30' as LocalDate, secretDay),
      hits: fc.array(fc.record({ id: fc.constant(`${canary}-list`), likeness: anyLikeness }), {
        maxLength: 2,
      }),
    }),
  ),
  otherRegistrations: list(
    fc.record({
      registrationId: fc.constant(`${canary}-registration`),
      partnerId: fc.constant(`${canary}-partner` as PartnerId),
      products: fc.constantFrom([], [canary]),
      isProtected: fc.boolean(),
      submittedOn: fc.constant(secretDay),
      likeness: anyLikeness,
    }),
  ),
  customers: list(fc.record({ accountId: fc.constant(`${canary}-account`), likeness: anyLikeness })),
});
/** What the partner typed or is. */
const anyOwn = fc.record({
  valueMinor: anyKnown(fc.option(fc.constantFrom(0, 499_999, 5_000_000))),
  country: fc.option(fc.constantFrom('NL', 'US')),
  isPageSigned: anyKnown(fc.boolean()),
  archetypes: anyKnown(fc.constantFrom(['si' as const], [])),
  partner: anyKnown(
    fc.record({
      partnerId: fc.constant('partner-1' as PartnerId),
      isSuspended: fc.boolean(),
      isSigned: fc.boolean(),
      isCertified: fc.boolean(),
      archetype: fc.constantFrom(null, 'si' as const),
      countries: fc.constantFrom(null, ['NL']),
    }),
  ),
});
const anyTests = fc.record(
  Object.fromEntries(
    Object.keys(page.tests).map((test) => [
      test,
      fc.record({
        result: fc.constantFrom('stops' as const, 'warns' as const, 'off' as const),
        told: fc.constantFrom('reason' as const, 'nothing' as const),
      }),
    ]),
  ),
) as unknown as fc.Arbitrary<RegistrationBody['tests']>;

describe('any submission', () => {
  it('is never passed by a check that did not know its facts', () => {
    const unknowns = [
      'openDeals',
      'contacts',
      'directOnly',
      'otherRegistrations',
      'customers',
      'partner',
      'archetypes',
      'valueMinor',
      'isPageSigned',
      'abuse',
    ] as const;
    fc.assert(
      fc.property(anySecrets, anyOwn, fc.subarray([...unknowns]), (secrets, own, missing) => {
        const gone = Object.fromEntries(missing.map((fact) => [fact, { known: false }]));
        const some = checkSubmission(factsOf({ ...own, ...gone }), page);
        const facts = { ...factsOf({}), ...own, ...secrets, ...gone } as CheckFacts;
        const checks = checkSubmission(facts, page);
        expect(checks.map(({ check }) => check)).toEqual(some.map(({ check }) => check));
        const asks = {
          openDeals: 'directDeal',
          contacts: 'directContact',
          directOnly: 'directOnly',
          otherRegistrations: 'otherPartner',
          customers: 'customer',
          partner: 'suspended',
          archetypes: 'outside',
          valueMinor: 'belowMinimum',
          isPageSigned: 'page',
          abuse: 'abuse',
        } as const;
        for (const fact of missing) {
          expect(checks.find(({ check }) => check === asks[fact])?.outcome).toBe('ask');
        }
      }),
    );
  });

  it('gives one answer for every test that the page makes', () => {
    fc.assert(
      fc.property(anySecrets, anyOwn, anyTests, (secrets, own, tests) => {
        const checks = checkSubmission({ ...factsOf({}), ...own, ...secrets } as CheckFacts, {
          ...page,
          tests,
        });
        const asked = Object.entries(tests)
          .filter(([, { result }]) => result !== 'off')
          .map(([test]) => test);
        expect(
          checks
            .filter(({ check }) => isPageTest(check, tests))
            .map(({ check }) => check)
            .toSorted(),
        ).toEqual(asked.toSorted());
        for (const { outcome, check } of checks) {
          if (isPageTest(check, tests) && tests[check].result === 'warns') expect(outcome).not.toBe('stop');
        }
      }),
    );
  });

  it('tells the partner nothing that only we know', () => {
    fc.assert(
      fc.property(anySecrets, anyOwn, anyTests, (secrets, own, tests) => {
        const body = { ...page, tests };
        const checks = checkSubmission({ ...factsOf({}), ...own, ...secrets } as CheckFacts, body);
        const notes = partnerView(checks, body);
        const sent = [
          JSON.stringify(notes),
          JSON.stringify(submissionOutcome(checks, body)),
          ...notes.map(({ code, params }) => portalSay('de', code, params)),
        ].join(' ');
        expect(sent).not.toContain(canary);
        expect(sent).not.toContain('1999');
      }),
      { numRuns: 500 },
    );
  });

  it('is told the same whether or not we know the account, where the page tells nothing', () => {
    fc.assert(
      fc.property(anySecrets, anySecrets, anyOwn, anyTests, (one, other, own, tests) => {
        const hidden = ['directDeal', 'directContact', 'otherPartner', 'customer', 'directOnly'] as const;
        const quiet = {
          ...page,
          tests: {
            ...tests,
            ...Object.fromEntries(hidden.map((test) => [test, { ...tests[test], told: 'nothing' as const }])),
          },
        } as typeof page;
        const seen = [one, other].map((secrets) => {
          const checks = checkSubmission({ ...factsOf({}), ...own, ...secrets } as CheckFacts, quiet);
          return JSON.stringify([partnerView(checks, quiet), submissionOutcome(checks, quiet)]);
        });
        expect(seen[0]).toBe(seen[1]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the limits', () => {
  const none: AbuseCounts = {
    repLive: 0,
    repToday: 0,
    partnerToday: 0,
    partnerThisQuarter: 0,
    partnerWaiting: 0,
    repAccepted: 0,
    repConverted: 0,
  };

  it.each(limits.cases)('$id: $name', ({ counts, over }) => {
    const abuse = findAbuse({ ...none, ...counts }, page.checks);
    expect(abuse.map(({ code, outcome }) => [code, outcome])).toEqual(over);
  });

  it('are said in words', () => {
    for (const { counts } of limits.cases) {
      for (const { code, found: count, limit } of findAbuse({ ...none, ...counts }, page.checks)) {
        const reason = {
          rule: 'DR-18',
          code: 'abuse.found',
          holds: false,
          params: { limit: code, found: count, most: limit },
        };
        expect(checkReasonSentence(reason)).toMatch(/^[^{}]*\d[^{}]*\.$/);
      }
    }
  });
});
