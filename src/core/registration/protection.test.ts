import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, type LocalDate } from '#core/calendar.ts';
import type { Archetype } from '#core/program/archetype.ts';
import { defaultBody } from '#core/program/field.ts';
import { lifeOf } from '#test/harness/registration-life.ts';
import cases from '#test/vectors/registration-protection.json' with { type: 'json' };
import { isProtectedOn, type ProtectionWindow, type RegistrationLife } from './life.ts';
import {
  claimsMeet,
  lastProtectedDay,
  type ProtectionClaim,
  productKey,
  productsMeet,
  protectionDuties,
  protectionLength,
  protectionStanding,
  testExtension,
  windowsMeet,
} from './protection.ts';
import { registrationPage } from './registration-page.ts';

const page = defaultBody(registrationPage.fields);
const policy = page.protection;

const accepted = (changes: Partial<RegistrationLife> = {}): RegistrationLife => ({
  ...lifeOf([
    { on: '2026-11-02', type: 'submit' },
    { on: '2026-11-03', type: 'accept', ...{ days: 90 } },
  ]),
  ...changes,
});

describe('how long a registration is protected', () => {
  it.each(cases.length)('$id: $name', ({ archetype, valueMinor, rows, is }) => {
    const protectionExceptions = rows.map(([of, from, days, extensionDays]) => ({
      archetype: of as Archetype | 'any',
      from: Number(from),
      days: Number(days),
      extensionDays: Number(extensionDays),
    }));
    const length = protectionLength(
      { protection: policy, protectionExceptions },
      archetype as Archetype,
      valueMinor,
    );
    expect([length.days, length.extensionDays]).toEqual(is);
  });

  it.each(cases.extensions)('$id: $name', (vector) => {
    const { on, activityOn, stage, evidence, before = 'none', extensionDays = 60, is } = vector;
    const life = accepted({
      lastActivityOn: activityOn as LocalDate,
      extension: before as RegistrationLife['extension'],
    });
    const test = testExtension(
      life,
      { evidence, stage },
      policy,
      { days: 90, extensionDays },
      on as LocalDate,
    );
    expect(test.allowed ? test.until : test.code).toBe(is);
  });

  it.each(cases.duties)('$id: $name', ({ on, activityOn, valueMinor = 1_000_000, held = false, due }) => {
    const life = accepted(activityOn === undefined ? {} : { lastActivityOn: activityOn as LocalDate });
    const window = life.protection as ProtectionWindow;
    const asIs = held
      ? {
          ...life,
          protection: { ...window, until: null },
          held: { since: '2026-12-01' as LocalDate, until: window.until as LocalDate },
        }
      : life;
    const duties = protectionDuties(asIs, valueMinor, policy, on as LocalDate);
    expect(duties.map((duty) => [duty.kind, duty.on]).toSorted()).toEqual(due.toSorted());
  });

  it('tells lists and screens the same as the duties', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 80 }), (later, act) => {
        const life = accepted({ lastActivityOn: addDays('2026-11-03' as LocalDate, act) });
        const on = addDays('2026-11-03' as LocalDate, later);
        const standing = protectionStanding(life, 5_000_000, policy, on);
        const due = new Set(protectionDuties(life, 5_000_000, policy, on).map(({ kind }) => kind));
        expect(standing.isProtected).toBe(!due.has('expire'));
        expect(standing.lastDay).toBe('2027-01-31');
        expect(standing.daysLeft).toBe(Math.max(0, 90 - later));
        if (standing.isProtected) {
          expect(standing.isStalled).toBe(due.has('stalled'));
          expect(standing.endsSoon).toBe(due.has('first_reminder'));
          expect(standing.updateBy !== null && on >= standing.updateBy).toBe(due.has('update'));
        } else
          expect([standing.isStalled, standing.endsSoon, standing.updateBy]).toEqual([false, false, null]);
      }),
    );
  });

  it('reminds of a short window with its last reminder alone', () => {
    const life = lifeOf([
      { on: '2026-11-02', type: 'submit' },
      { on: '2026-11-03', type: 'accept', ...{ days: 10 } },
    ]);
    const kinds = protectionDuties(life, null, policy, '2026-11-12' as LocalDate).map(({ kind }) => kind);
    expect(kinds).toEqual(['last_reminder']);
  });

  it('has nothing to remind of where nothing is held', () => {
    for (const type of ['withdraw', 'win', 'lose', 'void']) {
      const over = lifeOf([
        { on: '2026-11-02', type: 'submit' },
        { on: '2026-11-03', type: 'accept', ...{ days: 90 } },
        { on: '2026-11-10', type },
      ]);
      expect(protectionDuties(over, 9_000_000, policy, '2027-03-01' as LocalDate)).toEqual([]);
      expect(isProtectedOn(over, '2026-11-10' as LocalDate)).toBe(false);
    }
  });
});

describe('what two registrations protect', () => {
  const claimOf = ([accountKey, products, from, until]: readonly unknown[]) =>
    ({ accountKey, products, window: { from, until } }) as ProtectionClaim;

  it.each(cases.claims)('$id: $name', ({ a, b, meet }) => {
    expect(claimsMeet(claimOf(a), claimOf(b))).toBe(meet);
    expect(claimsMeet(claimOf(b), claimOf(a))).toBe(meet);
  });

  const start = '2026-01-01' as LocalDate;
  const anyWindow = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.option(fc.integer({ min: 0, max: 40 }))).map(
    ([from, days]): ProtectionWindow => ({
      from: addDays(start, from),
      until: days === null ? null : addDays(start, from + days),
    }),
  );

  it('meet exactly if some day is protected by both', () => {
    const isIn = ({ from, until }: ProtectionWindow, day: LocalDate) =>
      from <= day && (until === null || day < until);
    fc.assert(
      fc.property(anyWindow, anyWindow, (a, b) => {
        const days = Array.from({ length: 120 }, (_, index) => addDays(start, index));
        expect(windowsMeet(a, b)).toBe(days.some((day) => isIn(a, day) && isIn(b, day)));
        const last = lastProtectedDay(a);
        if (last !== null && a.until !== a.from) {
          expect(isIn(a, last)).toBe(true);
          expect(isIn(a, addDays(last, 1))).toBe(false);
        }
      }),
    );
  });

  it('taken in one after the other, never overlap', () => {
    const anyClaim = fc.record({
      accountKey: fc.constantFrom('acme.com', 'acme.de'),
      products: fc.subarray(['crm', 'erp']),
      window: anyWindow,
    });
    fc.assert(
      fc.property(fc.array(anyClaim, { maxLength: 30 }), (wanted) => {
        const held: ProtectionClaim[] = [];
        for (const claim of wanted) if (!held.some((other) => claimsMeet(claim, other))) held.push(claim);
        for (let later = 0; later < 110; later += 1) {
          const day = addDays(start, later);
          const on = held.filter(
            ({ window }) => daysBetween(window.from, day) >= 0 && (window.until ?? '9') > day,
          );
          for (const account of ['acme.com', 'acme.de']) {
            for (const product of ['crm', 'erp']) {
              const owners = on.filter(
                (claim) => claim.accountKey === account && productsMeet(claim.products, [product]),
              );
              expect(owners.length).toBeLessThanOrEqual(1);
            }
          }
        }
      }),
    );
  });

  it('know a product by any spelling', () => {
    expect(productKey('  CRM, Pro ')).toBe(productKey('crm pro'));
  });
});
