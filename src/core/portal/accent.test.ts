import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '#test/vectors/portal-accent.json' with { type: 'json' };
import { grounds, judgeAccent, neededForMarks, neededForText, readingGrounds } from './accent.ts';
import { type Colour, contrastRatio, hexOf, parseColour } from './contrast.ts';

const colour = (text: string): Colour => {
  const parsed = parseColour(text);
  if (parsed === null) throw new Error(`${text} is no colour`);
  return parsed;
};
const apart = (one: string, other: string) => contrastRatio(colour(one), colour(other));
const byte = fc.integer({ min: 0, max: 255 });
const anyColour = fc.record({ red: byte, green: byte, blue: byte }).map(hexOf);

describe('the contrast of two colours', () => {
  it.each(vectors.ratios)('of $one and $other is $ratio', ({ one, other, ratio }) => {
    expect(apart(one, other)).toBeCloseTo(ratio, 1);
    expect(Math.floor(apart(one, other) * 100) / 100).toBeCloseTo(ratio, 1);
  });

  it('is the same both ways, and between 1 and 21', () => {
    fc.assert(
      fc.property(anyColour, anyColour, (one, other) => {
        expect(apart(one, other)).toBe(apart(other, one));
        expect(apart(one, other)).toBeGreaterThanOrEqual(1);
        expect(apart(one, other)).toBeLessThanOrEqual(21);
      }),
    );
  });
});

describe('an accent', () => {
  it.each(vectors.accents.map((one) => [one.id, one.name, one] as const))('%s: %s', (_id, _name, one) => {
    const verdict = judgeAccent(one.accent);
    expect(verdict.kind).toBe(one.kind);
    if (verdict.kind === 'fits') expect(verdict.tones.on).toBe(one.on);
    if (verdict.kind === 'refused') {
      expect(verdict.on).toBe(one.ground);
      expect(verdict.ratio).toBeLessThan(neededForMarks);
      expect(judgeAccent(verdict.nearest).kind).toBe('fits');
    }
  });

  it('PB-1, PB-2, PB-3: fits with tones that can be seen and read, or comes with one that does', () => {
    fc.assert(
      fc.property(anyColour, (accent) => {
        const verdict = judgeAccent(accent);
        if (verdict.kind === 'no_colour') throw new Error(`${accent} is a colour`);
        if (verdict.kind === 'refused') {
          expect(apart(accent, grounds[verdict.on])).toBeLessThan(neededForMarks);
          expect(judgeAccent(verdict.nearest).kind).toBe('fits');
          return;
        }
        const { fill, on, hover, textOnLight, textOnDark } = verdict.tones;
        expect(fill).toBe(accent);
        expect(apart(fill, grounds.light)).toBeGreaterThanOrEqual(neededForMarks);
        expect(apart(fill, grounds.dark)).toBeGreaterThanOrEqual(neededForMarks);
        for (const ground of [fill, hover]) expect(apart(on, ground)).toBeGreaterThanOrEqual(neededForText);
        expect(apart(textOnLight, readingGrounds.light)).toBeGreaterThanOrEqual(neededForText);
        expect(apart(textOnDark, readingGrounds.dark)).toBeGreaterThanOrEqual(neededForText);
      }),
      { numRuns: 3000 },
    );
  });

  it('PB-2: is corrected by no more than it needs', () => {
    fc.assert(
      fc.property(anyColour, (accent) => {
        const verdict = judgeAccent(accent);
        if (verdict.kind !== 'refused') return;
        // A little less of the correction, and it fails on the same ground still, or passes by rounding alone.
        expect(apart(verdict.nearest, grounds[verdict.on])).toBeLessThan(neededForMarks + 0.12);
      }),
    );
  });
});
