import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import type { FigureKey } from '#core/scoreboard/figure.ts';
import type { AmountFigure, AnswerPart, Scoreboard, SeatOpenings } from '#core/scoreboard/payload.ts';
import { openingText } from './board-foot.tsx';
import { asOfChoice } from './board-head.tsx';
import {
  completeShare,
  dealsText,
  drawnBars,
  quarterPassed,
  shownScope,
  splitAnswer,
  stackParts,
  standingOf,
} from './board-model.ts';
import { definitionsOf, figureTitle } from './figure-names.ts';
import { repairPlace } from './missing-tile.tsx';
import { quarterMark, shareScaleEnd } from './share-bars.tsx';

const day = (text: string): LocalDate => text as LocalDate;
const quarter = { label: 'Q4 2026', start: day('2026-10-01'), end: day('2026-12-31') };
const words = (text: string): AnswerPart => ({ kind: 'words', text });
const money = (figure: FigureKey): AnswerPart => ({ kind: 'money', text: 'EUR 1', amountMinor: 100, figure });

const amount = (deals: number): AmountFigure => ({
  figure: 'company.open.all',
  amountMinor: deals * 100,
  deals,
  dealsWithoutAmount: 0,
});

function scope(deals: number): object {
  const column = { openPipeline: amount(deals), newThisQuarter: amount(0), wonLastQuarter: amount(0) };
  return {
    sourcedPipelineThisQuarter: amount(0),
    sourcedClosedWonLastQuarter: amount(0),
    forecastSourcedPipelineNextQuarter: { quarters: [] },
    shareOfNewPipeline: { quarters: [] },
    columns: { sourced: column, coSold: column, influenced: column },
    memo: { assisted: column },
  };
}

/** A board with as many deals in its proven scope and in its opening balance. */
function boardWith(proven: number, claimed: number, opportunities = 100): Scoreboard {
  return {
    ...scope(proven),
    openingBalance: scope(claimed),
    freshness: { opportunities },
    thisQuarter: quarter,
    lastQuarter: { label: 'Q3 2026', start: day('2026-07-01'), end: day('2026-09-30') },
    nextQuarter: { label: 'Q1 2027', start: day('2027-01-01'), end: day('2027-03-31') },
    waterfall: { since: day('2026-11-16') },
    completeness: [{ gap: 'withoutAmount', deals: 1, of: 4, figure: 'gap.withoutAmount' }],
  } as unknown as Scoreboard;
}

describe('the scoreboard on screen', () => {
  it('parts the answer into what is proven and what an import claims', () => {
    const proven = [words('Pipeline '), money('proven.sourcedPipelineThisQuarter'), words('.')];
    const claimed = [words(' Beside it: '), money('openingBalance.sourcedPipelineThisQuarter'), words('.')];
    expect(splitAnswer([...proven, ...claimed])).toEqual({ proven, claimed });
    expect(splitAnswer(proven)).toEqual({ proven, claimed: [] });
    expect(splitAnswer([words('As known on 2026-03-01: '), ...proven]).proven).toEqual(proven);
  });

  it('leads with proven credit where there is some, and with claims where there is none', () => {
    expect(standingOf(boardWith(1, 1))).toBe('proven');
    expect(standingOf(boardWith(0, 1))).toBe('claimsOnly');
    expect(standingOf(boardWith(0, 0))).toBe('noPartners');
    expect(standingOf(boardWith(0, 0, 0))).toBe('empty');
    expect(shownScope(boardWith(0, 1), undefined)).toBe('openingBalance');
    expect(shownScope(boardWith(0, 1), 'proven')).toBe('proven');
    expect(shownScope(boardWith(1, 1), 'nonsense')).toBe('proven');
  });

  it('says how much of a quarter has passed, its last day being all of it', () => {
    expect(quarterPassed(quarter, day('2026-10-01'))).toBeCloseTo(1 / 92);
    expect(quarterPassed(quarter, day('2026-12-31'))).toBe(1);
    expect(quarterPassed(quarter, day('2027-02-01'))).toBe(1);
    expect(quarterPassed(quarter, day('2026-09-30'))).toBe(0);
  });

  it('counts deals in words and says which have no amount', () => {
    expect(dealsText({ amountMinor: 0, deals: 1, dealsWithoutAmount: 0 })).toBe('1 deal');
    expect(dealsText({ amountMinor: 0, deals: 3, dealsWithoutAmount: 2 })).toBe(
      '3 deals, 2 without an amount',
    );
  });

  it('leaves out a bar only if it may be left out and is empty', () => {
    const bar = (name: string, deals: number, onlyIfNotEmpty: boolean) => ({
      ...amount(deals),
      bar: name,
      kind: 'change',
      onlyIfNotEmpty,
    });
    const bars = [bar('created', 0, false), bar('revalued', 0, true), bar('corrected', 2, true)];
    const drawn = drawnBars({ bars } as unknown as Scoreboard['waterfall']);
    expect(drawn.map((each) => each.bar)).toEqual(['created', 'corrected']);
  });

  it('fills a bar with the known amounts of its parts and nothing else', () => {
    const parts = [
      { name: 'a', amountMinor: 300 },
      { name: 'b', amountMinor: null },
      { name: 'c', amountMinor: 100 },
      { name: 'd', amountMinor: 0 },
    ];
    expect(stackParts(parts).map(({ name, from, to }) => [name, from, to])).toEqual([
      ['a', 0, 0.75],
      ['c', 0.75, 1],
    ]);
    expect(stackParts([{ amountMinor: null }])).toEqual([]);
  });

  it('gives no completeness where no deal could have the gap', () => {
    expect(completeShare(boardWith(1, 0), 'withoutAmount')).toBe(0.75);
    expect(completeShare(boardWith(1, 0), 'assumedEntry')).toBeNull();
  });

  it('names each figure and the definitions that it rests on', () => {
    const board = boardWith(1, 1);
    expect(figureTitle('proven.sourcedPipelineThisQuarter', board)).toBe('Sourced pipeline, Q4 2026');
    expect(figureTitle('openingBalance.column.coSold.won', board)).toBe(
      'Co-sold, won in Q3 2026: opening balance',
    );
    expect(figureTitle('company.open.all', board)).toBe('All open pipeline');
    expect(figureTitle('nonsense', board)).toBe('nonsense');
    expect(definitionsOf('openingBalance.waterfall.won')).toEqual([
      'waterfall',
      'pipeline',
      'openingBalance',
    ]);
    expect(definitionsOf('comparison.cycle.direct')).toEqual(['cycle']);
    expect(definitionsOf('nonsense')).toEqual([]);
  });

  it('takes a past day as it is typed and leaves an unfinished one alone', () => {
    expect(asOfChoice('2026-03-01', '2026-11-20')).toBe('2026-03-01');
    expect(asOfChoice('2026-11-20', '2026-11-20')).toBeUndefined();
    expect(asOfChoice('', '2026-11-20')).toBeUndefined();
    expect(asOfChoice('0002-03-01', '2026-11-20')).toBeNull();
    expect(asOfChoice('2027-03-01', '2026-11-20')).toBeNull();
  });

  it('marks a quarter with its year only where the year begins', () => {
    expect(['Q3 2025', 'Q4 2025', 'Q1 FY2026'].map(quarterMark)).toEqual(['Q3 ’25', 'Q4', 'Q1 ’26']);
    expect(shareScaleEnd([])).toBe(0.1);
  });

  it('says whether the seats look at the board', () => {
    const seat = (state: SeatOpenings['state'], lastOpenedOn: string | null): SeatOpenings =>
      ({ seat: 'cro', state, missedWeeks: 3, lastOpenedOn, weeks: [] }) as SeatOpenings;
    expect(openingText(seat('vacant', null), String)).toBe('vacant');
    expect(openingText(seat('alert', '2026-10-01'), String)).toBe('has missed 3 weeks');
    expect(openingText(seat('new', null), String)).toBe('not yet');
    expect(openingText(seat('opened', '2026-11-16'), String)).toBe('2026-11-16');
  });

  it('leads from a gap to where it is repaired, and nowhere for what is repaired at the source', () => {
    expect(repairPlace('a', 'noSignedPartner')?.href).toBe('/o/a/partners?signed=false');
    expect(repairPlace('a', 'withoutAmount')).toBeNull();
  });
});
