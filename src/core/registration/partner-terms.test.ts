import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import { defaultBody } from '#core/program/field.ts';
import { workingWeek } from '#test/harness/registration-life.ts';
import { outlookOf, partnerTerms } from './partner-terms.ts';
import { protectionLength } from './protection.ts';
import { type RegistrationBody, registrationPage } from './registration-page.ts';

const page: RegistrationBody = defaultBody(registrationPage.fields);
const friday = '2026-07-17' as LocalDate;

describe('the terms of a partner', () => {
  it('DR-1: name only the tests that the page tells, and the minimum only with its test', () => {
    const terms = partnerTerms(page, 'si');
    expect(terms.tests).toEqual([
      { test: 'directOnly', rejects: true },
      { test: 'belowMinimum', rejects: true },
      { test: 'outside', rejects: false },
      { test: 'notEligible', rejects: false },
    ]);
    expect(terms.minimumMinor).toBe(500_000);
    const silent = { ...page.tests, belowMinimum: { result: 'warns', told: 'nothing' } as const };
    expect(partnerTerms({ ...page, tests: silent }, 'si').minimumMinor).toBeNull();
    const off = { ...page.tests, outside: { result: 'off', told: 'reason' } as const };
    expect(partnerTerms({ ...page, tests: off }, 'si').tests).toHaveLength(3);
  });

  it('DR-8: name the lengths of this archetype alone, from which value on', () => {
    const row = { extensionDays: 60 };
    const protectionExceptions: RegistrationBody['protectionExceptions'] = [
      { ...row, archetype: 'any', from: 10_000_000, days: 150 },
      { ...row, archetype: 'referral', from: 0, days: 60 },
      { ...row, archetype: 'si', from: 20_000_000, days: 180 },
    ];
    const own = { ...page, protectionExceptions };
    expect(partnerTerms(own, 'si')).toMatchObject({
      length: { days: 90 },
      otherLengths: [
        { fromMinor: 10_000_000, days: 150 },
        { fromMinor: 20_000_000, days: 180 },
      ],
    });
    expect(partnerTerms(own, 'referral')).toMatchObject({ length: { days: 60 }, otherLengths: [] });
  });
});

describe('what will happen', () => {
  const facts = { valueMinor: null, archetype: 'si', country: null, tier: null } as const;

  it('DR-4: names who decides and the day, over a weekend', () => {
    expect(outlookOf(page, facts, workingWeek, friday)).toEqual({
      seats: ['partner_ops'],
      dueOn: '2026-07-21',
      days: 90,
    });
  });

  it('DR-8: names no length while it depends on a value that is not typed', () => {
    const protectionExceptions: RegistrationBody['protectionExceptions'] = [
      { archetype: 'any', from: 10_000_000, days: 150, extensionDays: 60 },
    ];
    const own = { ...page, protectionExceptions };
    expect(outlookOf(own, facts, workingWeek, friday).days).toBeNull();
    expect(outlookOf(own, { ...facts, valueMinor: 1 }, workingWeek, friday).days).toBe(90);
    expect(outlookOf(own, { ...facts, valueMinor: 10_000_000 }, workingWeek, friday).days).toBe(150);
  });

  const rows = fc.array(
    fc.record({
      archetype: fc.constantFrom('any' as const, 'si' as const, 'referral' as const),
      from: fc.integer({ min: 0, max: 50 }),
      days: fc.integer({ min: 1, max: 9 }),
      extensionDays: fc.integer({ min: 0, max: 3 }),
    }),
    { maxLength: 6 },
  );
  it('DR-8: the terms name the length that a deal of any value really gets', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 60 }), (protectionExceptions, value) => {
        const own = { ...page, protectionExceptions };
        const { length, otherLengths } = partnerTerms(own, 'si');
        const named = otherLengths.findLast(({ fromMinor }) => fromMinor <= value) ?? length;
        expect(protectionLength(own, 'si', value)).toMatchObject({
          days: named.days,
          extensionDays: named.extensionDays,
        });
      }),
    );
  });
});
