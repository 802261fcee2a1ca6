import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultAttributionPolicy, policyFor } from '#core/attribution/policy.ts';
import { addDays, type LocalDate } from '#core/calendar.ts';
import { pageWords } from '#core/program/page.ts';
import { type PageVersion, standingOfVersion, versionInForce, versionsThatCount } from './standing.ts';

const fiscal = { yearStartMonth: 1 };
const anyDay = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2025-06-01' as LocalDate, days));
const anyVersions = fc
  .array(fc.record({ inForceFrom: anyDay, signedOn: fc.option(anyDay) }), { minLength: 1, maxLength: 8 })
  .map((list): PageVersion[] => list.map((one, index) => ({ ...one, version: index + 1 })));
const anyWord = fc.constantFrom(...pageWords);

describe('for any versions of a page', () => {
  it('exactly one holds on a day, once the first has begun', () => {
    fc.assert(
      fc.property(anyWord, anyVersions, anyDay, (word, versions, on) => {
        const counting = versionsThatCount(word, versions, fiscal);
        expect(counting.length).toBeGreaterThan(0);
        for (const [index, one] of counting.entries()) {
          const before = counting[index - 1];
          if (before)
            expect([one.begins > before.begins, one.version > before.version]).toEqual([true, true]);
        }
        const holding = versions.filter(
          (one) => standingOfVersion(word, one, versions, on, fiscal) === 'in_force',
        );
        const found = versionInForce(counting, on);
        expect(holding.map(({ version }) => version)).toEqual(found && !found.isDraft ? [found.version] : []);
      }),
    );
  });

  it('an unsigned one never displaces a signed one, whenever it was proposed and from when', () => {
    fc.assert(
      fc.property(anyWord, anyVersions, anyDay, anyDay, (word, versions, from, on) => {
        const before = versionInForce(versionsThatCount(word, versions, fiscal), on);
        const proposal = { version: versions.length + 1, inForceFrom: from, signedOn: null };
        const after = versionInForce(versionsThatCount(word, [...versions, proposal], fiscal), on);
        if (before && !before.isDraft) expect(after).toEqual(before);
        else if (after) expect(after.isDraft).toBe(true);
      }),
    );
  });

  it('a further signature changes no day before the one on which it was given, once something was signed', () => {
    fc.assert(
      fc.property(anyVersions, anyDay, anyDay, (versions, signedOn, on) => {
        const earlier = versions.filter((one) => one.signedOn !== null && one.signedOn < signedOn);
        fc.pre(earlier.length > 0 && on < signedOn);
        fc.pre(versions.every((one) => one.signedOn === null || one.signedOn <= signedOn));
        const before = versionInForce(versionsThatCount('attribution', versions, fiscal), on);
        fc.pre(before !== null && !before.isDraft);
        const late = { version: versions.length + 1, inForceFrom: on, signedOn };
        const after = versionInForce(versionsThatCount('attribution', [...versions, late], fiscal), on);
        expect(after?.version).toBe(before?.version);
      }),
    );
  });

  it('a deal is judged by the same version that holds on its day', () => {
    fc.assert(
      fc.property(anyVersions, anyDay, (versions, on) => {
        const counting = versionsThatCount('attribution', versions, fiscal);
        const policies = counting.map((one) => ({
          ...defaultAttributionPolicy(one.begins),
          version: one.version,
        }));
        const holding = versionInForce(counting, on) ?? counting[0];
        expect(policyFor(policies, on)?.version).toBe(holding?.version);
      }),
    );
  });
});
