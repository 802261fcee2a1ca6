import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import { type CreditRecord, creditCompleteness } from './credit-completeness.ts';
import { drawSample, sampleSize } from './draw-sample.ts';
import { type Finding, isUnaudited, judgeSample } from './judge-sample.ts';
import { type Named, namedWithoutAct } from './named-without-act.ts';

type Vectors = {
  settings: { auditLeast: number; auditShare: number; auditErrorTarget: number; auditErrorMost: number };
  sizes: { says: string; deals: number; sample: number }[];
  draws: { says: string; deals: number; seed: string; drawn: string[] }[];
  samples: { says: string; findings: (Finding | null)[]; standing: string; errorRate: number | null }[];
  months: {
    says: string;
    standings: ('open' | 'clean' | 'above_target' | 'too_many')[];
    unaudited: boolean;
  }[];
  named: {
    says: string;
    today: LocalDate;
    named: Named[];
    acts: { opportunityId: string; partnerId: string }[];
    listed: { opportunityId: string; partnerId: string; by: string[]; since: string; isNew: boolean }[];
  }[];
  completeness: { says: string; deal: CreditRecord; missing: string[] }[];
};

const file = new URL('../../../../test/vectors/finance-audit.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vectors;
const { settings } = vectors;

const deals = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    opportunityId: `deal ${String(index + 1).padStart(3, '0')}`,
    creditId: `verdict ${index + 1}`,
  }));

describe('the monthly sample of Finance', () => {
  it.each(vectors.sizes)('$says', ({ deals: count, sample }) => {
    expect(sampleSize(count, settings)).toBe(sample);
  });

  it.each(vectors.draws)('$says', ({ deals: count, seed, drawn }) => {
    expect(drawSample(deals(count), seed, settings).map((one) => one.opportunityId)).toEqual(drawn);
  });

  it('is the same in whatever order the deals come in, and never holds a deal twice', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 0, max: 300 })
          .chain((count) => fc.shuffledSubarray(deals(count), { minLength: count })),
        fc.string(),
        (shuffled, seed) => {
          const drawn = drawSample(shuffled, seed, settings);
          expect(drawn).toEqual(drawSample(deals(shuffled.length), seed, settings));
          expect(new Set(drawn).size).toBe(sampleSize(shuffled.length, settings));
        },
      ),
    );
  });

  it('draws each deal about as often as every other', () => {
    const times = new Map<string, number>();
    for (let seed = 0; seed < 4000; seed += 1) {
      for (const { opportunityId } of drawSample(deals(40), `seed ${seed}`, settings)) {
        times.set(opportunityId, (times.get(opportunityId) ?? 0) + 1);
      }
    }
    // 10 of 40, 4000 times: 1000 each, with a spread of about 27.
    for (const count of times.values()) expect(Math.abs(count - 1000)).toBeLessThan(140);
    expect(times.size).toBe(40);
  });

  it.each(vectors.samples)('$says', ({ findings, standing, errorRate }) => {
    const verdict = judgeSample(findings, settings);
    expect(verdict.standing).toBe(standing);
    expect(verdict.errorRate).toBe(errorRate);
  });

  it.each(vectors.months)('$says', ({ standings, unaudited }) => {
    expect(isUnaudited(standings.map((standing) => ({ standing })))).toBe(unaudited);
  });
});

describe('partners named without an act', () => {
  it.each(vectors.named)('$says', ({ named, acts, today, listed }) => {
    expect(namedWithoutAct(named, acts, today)).toEqual(listed);
  });
});

describe('the completeness of credit', () => {
  it.each(vectors.completeness)('$says', ({ deal, missing }) => {
    const { incomplete, complete, share } = creditCompleteness([deal]);
    expect(incomplete.flatMap((one) => one.missing)).toEqual(missing);
    expect(complete).toBe(missing.length === 0 ? 1 : 0);
    expect(share).toBe(complete);
  });

  it('is unknown, not perfect, where no deal has partner credit', () => {
    expect(creditCompleteness([]).share).toBeNull();
  });
});
