import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate } from '#core/calendar.ts';
import type { OpportunityId, PartnerId } from '#core/ids.ts';
import { parseCurrencyCode } from '#core/money.ts';
import { defaultProgramSettings } from '#core/program/settings.ts';
import { type Board, makeBoard, pastDays } from './board.ts';
import { classIn, type DealAsOf, hasPartner } from './deal.ts';
import type { BoardFacts, PartnerFact } from './facts.ts';
import { classNames, type FigureKey, rowOne, scopes } from './figure.ts';
import { parseFigureKey, unitOf } from './figure-key.ts';
import type { AmountFigure, FixedFigure, ForecastFigure, Indicator, RowOneSlot } from './payload.ts';
import { rowsOf, sumRows } from './row.ts';
import { decideScoreboard } from './scoreboard.ts';

const asOf = '2026-05-14' as LocalDate;
const fiscal = { yearStartMonth: 1 };
const eur = parseCurrencyCode('EUR') as NonNullable<ReturnType<typeof parseCurrencyCode>>;

/** One version of a deal; a history is a list of versions, each known from one day on. */
const version = fc.record({
  // Often since last Monday, so that the waterfall has something to tell.
  knownFrom: fc.oneof(fc.integer({ min: -5, max: 0 }), fc.integer({ min: -500, max: -4 })),
  outcome: fc.constantFrom('open', 'open', 'open', 'won', 'lost', 'unknown'),
  entered: fc.option(fc.integer({ min: 0, max: 700 }), { freq: 6 }),
  amount: fc.option(fc.integer({ min: 0, max: 5_000_00 }), { freq: 6 }),
  hasRate: fc.boolean(),
  expected: fc.option(fc.integer({ min: -60, max: 200 })),
  closedAgo: fc.integer({ min: 0, max: 500 }),
  credit: fc.constantFrom('sourced', 'sourced', 'co_sold', 'influenced', 'assisted', 'none', 'none'),
  claim: fc.option(fc.constantFrom('sourced', 'co_sold', 'influenced', 'assisted')),
  disputed: fc.boolean(),
});

type Version = typeof version extends fc.Arbitrary<infer T> ? T : never;
const histories = fc.array(fc.array(version, { minLength: 1, maxLength: 4 }), { maxLength: 25 });

function dealOn(day: LocalDate, versions: readonly Version[], number: number): DealAsOf | null {
  const known = versions.filter(({ knownFrom }) => addDays(asOf, knownFrom) <= day);
  const latest = known.toSorted((a, b) => a.knownFrom - b.knownFrom).at(-1);
  if (latest === undefined) return null;
  const entered = latest.entered === null ? null : addDays(asOf, -latest.entered);
  const isClosed = latest.outcome === 'won' || latest.outcome === 'lost';
  const closedOn = isClosed ? addDays(asOf, -latest.closedAgo) : null;
  const amount = latest.hasRate ? latest.amount : null;
  return {
    opportunityId: `deal-${number}` as OpportunityId,
    number,
    outcome: latest.outcome as DealAsOf['outcome'],
    createdOn: entered === null ? null : addDays(entered, -10),
    createdAssumed: number % 5 === 0,
    enteredOn: entered !== null && entered <= day ? entered : null,
    enteredAssumed: number % 3 === 0,
    entryAmountMinor: amount === null ? null : Math.round(amount * 0.9),
    // A rate that moves with the day, so that open amounts are revalued.
    openAmountMinor: amount === null ? null : Math.round(amount * (1 + day.charCodeAt(9) / 500)),
    nativeMinor: latest.amount,
    nativeCurrency: eur,
    expectedCloseOn: latest.expected === null ? null : addDays(asOf, latest.expected),
    closedOn,
    closedAssumed: number % 4 === 0,
    closedAmountMinor: isClosed ? amount : null,
    credit: {
      class: latest.credit as DealAsOf['credit']['class'],
      partnerId: latest.credit === 'none' ? null : ('p1' as PartnerId),
      disputed: latest.disputed,
    },
    claim: latest.claim === null ? null : { class: latest.claim as 'sourced', partnerId: 'p1' as PartnerId },
  };
}

/** The partner line at the end of a day: deals with a partner then, or on the board's date. */
function boardOf(all: readonly (readonly Version[])[]): Board {
  const on = (day: LocalDate): DealAsOf[] =>
    all.flatMap((versions, number) => dealOn(day, versions, number) ?? []);
  const deals = on(asOf);
  const partners = new Set(deals.filter(hasPartner).map(({ opportunityId }) => opportunityId));
  const past = new Map(
    pastDays(asOf).map((day) => [
      day,
      on(day).filter((deal) => hasPartner(deal) || partners.has(deal.opportunityId)),
    ]),
  );
  return makeBoard(asOf, fiscal, deals, past);
}

const partner: PartnerFact = {
  partnerId: 'p1' as PartnerId,
  archetype: 'reseller',
  signedOn: '2025-01-10' as LocalDate,
};
const facts: BoardFacts = {
  partners: [partner],
  acts: [],
  hasActs: false,
  hasTouches: false,
  definitions: {
    settings: { ...defaultProgramSettings.scoreboard, rateMinimumDeals: 2 },
    targets: { sourcedPipelinePerQuarterMinor: 1_000_00, sourcedWonPerQuarterMinor: null },
    version: null,
    inForceFrom: null,
    signatures: [],
  },
  acceptance: { state: 'nothingToAccept' },
  latestFactOn: asOf,
  latestImport: null,
  currenciesWithoutRate: [],
  audit: { unaudited: false, latest: null },
};
const frame = { organization: 'Example', currency: eur, timeZone: 'UTC', isToday: true };

/** Every object in the payload that names a figure and says a sum. */
function figuresIn(value: unknown): AmountFigure[] {
  if (Array.isArray(value)) return value.flatMap(figuresIn);
  if (value === null || typeof value !== 'object') return [];
  const own = 'figure' in value && 'dealsWithoutAmount' in value ? [value as AmountFigure] : [];
  return [...own, ...Object.values(value).flatMap(figuresIn)];
}

describe('the scoreboard', () => {
  it('opens every figure to rows that sum to it', () => {
    fc.assert(
      fc.property(histories, (all) => {
        const board = boardOf(all);
        const figures = figuresIn(decideScoreboard(board, facts, frame));
        expect(figures.length).toBeGreaterThan(80);
        for (const shown of figures) {
          const figure = parseFigureKey(shown.figure);
          expect(figure, shown.figure).not.toBeNull();
          const rows = rowsOf(board, figure as NonNullable<typeof figure>);
          const sum = rows.reduce((all, { contribution }) => all + (contribution ?? 0), 0);
          expect(sum).toBe(shown.amountMinor ?? 0);
          expect(rows.length).toBe(shown.deals);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('opens every gap to as many deals as it says', () => {
    fc.assert(
      fc.property(histories, (all) => {
        const board = boardOf(all);
        for (const gap of decideScoreboard(board, facts, frame).completeness) {
          const figure = parseFigureKey(gap.figure) as NonNullable<ReturnType<typeof parseFigureKey>>;
          expect(unitOf(figure)).toBe('deals');
          expect(rowsOf(board, figure)).toHaveLength(gap.deals);
          expect(gap.deals).toBeLessThanOrEqual(gap.of);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('balances the waterfall for every history, as a whole and deal by deal', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...scopes), (all, scope) => {
        const board = boardOf(all);
        const byDeal = new Map<string, number>();
        let balance = 0;
        const { bars } =
          scope === 'proven'
            ? decideScoreboard(board, facts, frame).waterfall
            : decideScoreboard(board, facts, frame).openingBalance.waterfall;
        for (const { figure, bar, amountMinor } of bars) {
          const sign = bar === 'end' ? -1 : 1;
          balance += sign * amountMinor;
          const parsed = parseFigureKey(figure) as NonNullable<ReturnType<typeof parseFigureKey>>;
          for (const { deal, contribution } of rowsOf(board, parsed)) {
            const before = byDeal.get(deal.opportunityId) ?? 0;
            byDeal.set(deal.opportunityId, before + sign * (contribution ?? 0));
          }
        }
        expect(balance).toBe(0);
        for (const [deal, rest] of byDeal) expect(rest, deal).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  it('never counts a deal on both sides, nor in two classes', () => {
    fc.assert(
      fc.property(histories, (all) => {
        const board = boardOf(all);
        for (const deal of board.deals) {
          const both = scopes.filter((scope) => classIn(deal, scope) !== null);
          expect(both.length).toBeLessThanOrEqual(1);
        }
        for (const measure of ['open', 'new', 'won'] as const) {
          const seen = new Set<string>();
          for (const scope of scopes) {
            for (const name of classNames) {
              for (const { deal } of rowsOf(board, { kind: 'column', scope, class: name, measure })) {
                expect(seen.has(deal.opportunityId)).toBe(false);
                seen.add(deal.opportunityId);
              }
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the classes within the company’s line, whose parts sum to it', () => {
    fc.assert(
      fc.property(histories, (all) => {
        const { company, columns, openingBalance } = decideScoreboard(boardOf(all), facts, frame);
        for (const line of [company.openPipeline, company.newThisQuarter]) {
          const sum = line.parts.reduce((total, part) => total + (part.amountMinor ?? 0), 0);
          expect(sum).toBe(line.all.amountMinor ?? 0);
          expect(line.parts.reduce((total, part) => total + part.deals, 0)).toBe(line.all.deals);
        }
        const whole = company.openPipeline.all.amountMinor ?? 0;
        for (const { sourced, coSold, influenced } of [columns, openingBalance.columns]) {
          const parts = [sourced, coSold, influenced].map(
            ({ openPipeline }) => openPipeline.amountMinor ?? 0,
          );
          expect(parts.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(whole);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps every share between nothing and all', () => {
    fc.assert(
      fc.property(histories, (all) => {
        const { shareOfNewPipeline, openingBalance } = decideScoreboard(boardOf(all), facts, frame);
        for (const share of [shareOfNewPipeline, openingBalance.shareOfNewPipeline]) {
          for (const value of [share.value, ...share.quarters.map((quarter) => quarter.value)]) {
            if (value !== null) expect(value >= 0 && value <= 1).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not change with what becomes known after the as-of date', () => {
    fc.assert(
      fc.property(histories, histories, (all, later) => {
        const known = decideScoreboard(boardOf(all), facts, frame);
        const withFuture = all.map((versions, index) => [
          ...versions,
          ...(later[index] ?? []).map((each) => ({ ...each, knownFrom: 1 - each.knownFrom })),
        ]);
        expect(decideScoreboard(boardOf(withFuture), facts, frame)).toEqual(known);
      }),
      { numRuns: 40 },
    );
  });

  it('shows the last week as the figure itself', () => {
    fc.assert(
      fc.property(histories, (all) => {
        const board = decideScoreboard(boardOf(all), facts, frame);
        for (const name of rowOne.slice(0, 2)) {
          const figure = board[name] as FixedFigure;
          expect(figure.weeks).toHaveLength(13);
          expect(figure.weeks.at(-1)).toMatchObject({ on: asOf, amountMinor: figure.amountMinor });
        }
      }),
      { numRuns: 30 },
    );
  });

  it('has a sentence whose parts are its text', () => {
    fc.assert(
      fc.property(histories, (all) => {
        const { answer } = decideScoreboard(boardOf(all), facts, frame);
        expect(answer.parts.map(({ text }) => text).join('')).toBe(answer.text);
      }),
      { numRuns: 30 },
    );
  });

  it('has no room for an indicator of activity in row one', () => {
    const indicatorFits: Indicator extends RowOneSlot ? true : false = false;
    const outputFits: FixedFigure extends RowOneSlot ? true : false = true;
    const forecastFits: ForecastFigure extends RowOneSlot ? true : false = true;
    expect([indicatorFits, outputFits, forecastFits]).toEqual([false, true, true]);
    const { indicators } = decideScoreboard(boardOf([]), facts, frame);
    for (const { name } of indicators) expect(rowOne as readonly string[]).not.toContain(name);
  });

  it('sums nothing to null only where there are deals without amounts', () => {
    const key: FigureKey = 'proven.sourcedPipelineThisQuarter';
    const deal = dealOn(asOf, [{ ...blank, knownFrom: 0 }], 1) as DealAsOf;
    expect(sumRows(key, []).amountMinor).toBe(0);
    expect(sumRows(key, [{ deal, contribution: null }]).amountMinor).toBeNull();
    expect(
      sumRows(key, [
        { deal, contribution: null },
        { deal, contribution: 5 },
      ]).amountMinor,
    ).toBe(5);
  });
});

const blank: Version = {
  knownFrom: 0,
  outcome: 'open',
  entered: 5,
  amount: 100,
  hasRate: true,
  expected: null,
  closedAgo: 0,
  credit: 'none',
  claim: null,
  disputed: false,
};
