import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageWords } from '#core/program/page.ts';
import { arbitraryPage } from '#test/harness/arbitrary-page.ts';
import { pageDifferences } from './differences.ts';
import { defaultDocument } from './document.ts';
import type { ValueFormat } from './value-text.ts';

const format: ValueFormat = {
  money: (minor) => `€${minor / 100}`,
  date: (day) => day,
  number: (value) => String(value),
};
const standard = defaultDocument();
const { thesis } = standard;
const criterion = (metric: string, threshold: string, on: string | null = null) => ({
  metric,
  threshold,
  on,
});
const kills = (before: ReturnType<typeof criterion>[], after: ReturnType<typeof criterion>[]) =>
  pageDifferences('thesis', { ...thesis, kill: before }, { ...thesis, kill: after }, format);

describe('the differences of two versions', () => {
  it.each(pageWords)('of the page %s are none if and only if both are the same', (word) => {
    fc.assert(
      fc.property(arbitraryPage(word), arbitraryPage(word), (one, other) => {
        expect(pageDifferences(word, one, structuredClone(one), format)).toEqual([]);
        const isSame = JSON.stringify(one) === JSON.stringify(other);
        expect(pageDifferences(word, one, other, format).length === 0).toBe(isSame);
      }),
      { numRuns: 40 },
    );
  });

  it('name section, field and both values in words', () => {
    const goal = { ...thesis.goal, sourcedPipeline: 2_400_000_00, from: '2027-01-01' };
    expect(pageDifferences('thesis', thesis, { ...thesis, goal, market: 'DACH' }, format)).toEqual([
      {
        section: 'Market, segment, motion',
        label: 'Market',
        before: 'not answered',
        after: 'DACH',
        kind: 'changed',
      },
      {
        section: 'The goal',
        label: 'One revenue goal: Sourced pipeline',
        before: 'not answered',
        after: '€2400000',
        kind: 'changed',
      },
      {
        section: 'The goal',
        label: 'One revenue goal: From',
        before: 'not answered',
        after: '2027-01-01',
        kind: 'changed',
      },
    ]);
  });

  it('name the row of a grid, its unit and the year of a series', () => {
    const { ledger } = standard.assumptions;
    const moved = { ...ledger, activationRate: { ...ledger.activationRate, value: 0.07 } };
    expect(
      pageDifferences(
        'assumptions',
        standard.assumptions,
        { ...standard.assumptions, ledger: moved },
        format,
      ),
    ).toMatchObject([
      { label: 'Assumption ledger: Activation within 90 days, Value', before: '50 %', after: '7 %' },
    ]);
    const { scoreboard } = standard;
    expect(
      pageDifferences(
        'scoreboard',
        scoreboard,
        { ...scoreboard, freshDays: 1, shareFloors: [0.15, 0.2, 0.35] },
        format,
      ),
    ).toMatchObject([
      { label: 'Floors of the sourced share, Year 2', before: '25 %', after: '20 %' },
      { label: 'Deal data is fresh for', before: '7 days', after: '1 day' },
    ]);
  });

  it('find a row again that moved, and say what changed in it', () => {
    const [a, b, c] = [criterion('Share', '5 %'), criterion('Cost', '1 M'), criterion('Partners', '3')];
    expect(kills([a, b], [a, c, b])).toMatchObject([
      { label: 'Kill criteria: criterion added', before: null, after: 'Partners – 3', kind: 'added' },
    ]);
    expect(kills([a, b, c], [b, c])).toMatchObject([{ before: 'Share – 5 %', after: null, kind: 'removed' }]);
    expect(kills([a, b], [criterion('Cost', '2 M'), a])).toMatchObject([
      { label: 'Kill criteria: criterion 1, Threshold', before: '1 M', after: '2 M', kind: 'changed' },
      { label: 'Kill criteria: order', before: '1, 2', after: '2, 1', kind: 'changed' },
    ]);
    expect(kills([], [criterion('', '')])).toMatchObject([{ after: 'an empty criterion' }]);
  });
});
