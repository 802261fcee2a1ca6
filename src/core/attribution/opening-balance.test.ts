import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import { brandId, type FactId, type PartnerId } from '#core/ids.ts';
import { classifyCredit } from './classify.ts';
import type { CreditFacts } from './facts.ts';
import {
  claimedClass,
  dealCredit,
  headlineClaim,
  type ImportedClaim,
  parseClaimedRole,
} from './opening-balance.ts';
import { defaultAttributionPolicy } from './policy.ts';

function claim(id: string, given: Partial<ImportedClaim> = {}): ImportedClaim {
  const partnerId = brandId<PartnerId>(`partner of ${id}`);
  return { id: brandId<FactId>(id), partnerId, role: 'unspecified', isPrimary: false, knownAt: 0, ...given };
}

const nothing: CreditFacts = {
  opportunity: {
    createdOn: '2026-03-01' as LocalDate,
    qualifiedOn: null,
    enteredS4On: null,
    closedOn: null,
    cycleDays: null,
    segment: null,
    kind: 'new',
    ended: null,
  },
  originActs: [],
  touches: [],
  cosellPlans: [],
  checkIns: [],
  vendorContacts: [],
  otherOpportunities: [],
  rulings: [],
  disputes: [],
};
const policy = defaultAttributionPolicy('2026-01-01' as LocalDate);
const now = { at: 0, on: '2026-04-01' as LocalDate };
const uncredited = classifyCredit(nothing, policy, now);

describe('an imported partner role', () => {
  it.each([
    ['originator', 'sourced'],
    ['joint_seller', 'co_sold'],
    ['introducer', 'influenced'],
    ['validator', 'influenced'],
    ['objection_remover', 'influenced'],
    ['procurement', 'assisted'],
    ['reference', 'assisted'],
    ['implementer', 'assisted'],
    ['unspecified', 'influenced'],
  ] as const)('as %s claims %s', (role, expected) => {
    expect(claimedClass(role)).toBe(expected);
  });

  it('is read from text in any case, with spaces or hyphens', () => {
    expect(parseClaimedRole(' Joint-Seller ')).toBe('joint_seller');
    expect(parseClaimedRole('objection remover')).toBe('objection_remover');
    for (const text of ['', 'overlap', 'Sourcing', 'toString']) expect(parseClaimedRole(text)).toBeNull();
  });
});

describe('several claims on one deal', () => {
  it('have one headline: the highest class, then the earliest known, then the primary one', () => {
    const influenced = claim('1', { knownAt: 1 });
    const late = claim('2', { role: 'originator', knownAt: 9 });
    const early = claim('3', { role: 'originator', knownAt: 5 });
    const primary = claim('4', { role: 'originator', knownAt: 5, isPrimary: true });
    expect(headlineClaim([influenced, late])).toBe(late);
    expect(headlineClaim([influenced, late, early])).toBe(early);
    expect(headlineClaim([influenced, late, early, primary])).toBe(primary);
    expect(headlineClaim([])).toBeNull();
  });

  it('have the same headline in any order', () => {
    const claims = fc.uniqueArray(
      fc.record({
        id: fc.integer({ min: 10, max: 99 }).map(String),
        role: fc.constantFrom('originator' as const, 'implementer' as const, 'unspecified' as const),
        isPrimary: fc.boolean(),
        knownAt: fc.nat(2),
      }),
      { selector: (each) => each.id, maxLength: 6 },
    );
    fc.assert(
      fc.property(claims, (given) => {
        const list = given.map(({ id, ...rest }) => claim(id, rest));
        expect(headlineClaim(list.toReversed())).toBe(headlineClaim(list));
      }),
    );
  });
});

describe('a deal with history by import', () => {
  const claims = [claim('1', { role: 'originator' })];

  it('stands in the opening balance under its own label, never as credit', () => {
    expect(dealCredit(uncredited, claims, null)).toEqual({
      kind: 'opening_balance',
      claimId: '1',
      claimedClass: 'sourced',
      partnerId: 'partner of 1',
      acceptedBy: null,
      acceptedOn: null,
      label: 'imported, unproven',
    });
    expect(uncredited).toMatchObject({ kind: 'none', class: 'none' });
  });

  it('stays unproven when a named person accepts it', () => {
    const acceptance = { acceptedBy: 'Ada Byron', acceptedOn: '2026-04-01' as LocalDate };
    expect(dealCredit(null, claims, acceptance)).toMatchObject({
      kind: 'opening_balance',
      acceptedBy: 'Ada Byron',
      label: 'imported, unproven, accepted by Ada Byron on 2026-04-01',
    });
  });

  it('gives way to proven credit', () => {
    const ruling = {
      id: brandId<FactId>('q'),
      class: 'assisted' as const,
      partnerId: brandId<PartnerId>('p'),
      signedBy: ['cro'],
      ruledAt: 0,
      ruledOn: '2026-03-20' as LocalDate,
    };
    const proven = classifyCredit({ ...nothing, rulings: [ruling] }, policy, now);
    expect(dealCredit(proven, claims, null)).toEqual({ kind: 'proven', class: 'assisted', partnerId: 'p' });
  });

  it('counts nowhere without a claim', () => {
    expect(dealCredit(uncredited, [], null)).toEqual({ kind: 'none' });
  });
});
