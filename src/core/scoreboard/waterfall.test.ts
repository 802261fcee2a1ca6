import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import type { OpportunityId, PartnerId } from '#core/ids.ts';
import type { CurrencyCode } from '#core/money.ts';
import { makeBoard } from './board.ts';
import type { DealAsOf } from './deal.ts';
import { waterfallMoves } from './waterfall.ts';

const asOf = '2026-07-15' as LocalDate;
const lastMonday = '2026-07-13' as LocalDate;

function deal(given: Partial<DealAsOf> = {}): DealAsOf {
  const openAmountMinor = given.openAmountMinor === undefined ? 100_00 : given.openAmountMinor;
  return {
    opportunityId: 'deal' as OpportunityId,
    number: 1,
    outcome: 'open',
    createdOn: '2026-05-01' as LocalDate,
    createdAssumed: false,
    enteredOn: '2026-05-10' as LocalDate,
    enteredAssumed: false,
    entryAmountMinor: 100_00,
    openAmountMinor,
    nativeMinor: openAmountMinor,
    nativeCurrency: 'EUR' as CurrencyCode,
    expectedCloseOn: '2026-08-31' as LocalDate,
    closedOn: null,
    closedAssumed: false,
    closedAmountMinor: null,
    credit: { class: 'sourced', partnerId: 'partner' as PartnerId, disputed: false },
    claim: null,
    ...given,
  };
}

/** The bars, apart from start and end, that one deal has a part in. */
function barsOf(before: DealAsOf | null, now: DealAsOf | null): Record<string, number | null> {
  const past = new Map([[lastMonday, before === null ? [] : [before]]]);
  const board = makeBoard(asOf, { yearStartMonth: 1 }, now === null ? [] : [now], past);
  const moves = waterfallMoves(board, 'proven').filter(({ bar }) => bar !== 'start' && bar !== 'end');
  return Object.fromEntries(moves.map(({ bar, amountMinor }) => [bar, amountMinor]));
}

const usd = 'USD' as CurrencyCode;
const none = { class: 'none', partnerId: null, disputed: false } as const;
const nextQuarter = '2026-10-01' as LocalDate;
const quarterEnd = '2026-09-30' as LocalDate;
const closedOn = '2026-07-14' as LocalDate;

describe('a deal in the waterfall', () => {
  it.each([
    ['nobody knew of', null],
    ['was not pipeline yet', deal({ enteredOn: null })],
  ])('is created if on Monday it %s', (_, before) => {
    expect(barsOf(before, deal())).toEqual({ created: 100_00 });
  });

  it('is pulled in or pushed out when its date crosses the end of the quarter', () => {
    const later = deal({ expectedCloseOn: nextQuarter, openAmountMinor: 80_00 });
    expect(barsOf(later, deal())).toEqual({ pulledIn: 100_00 });
    expect(barsOf(deal(), later)).toEqual({ pushedOut: -100_00 });
    expect(barsOf(deal(), deal({ expectedCloseOn: quarterEnd }))).toEqual({});
  });

  it('is credited in or out when its class changes, so that retagging is no growth', () => {
    const coSold = deal({ credit: { class: 'co_sold', partnerId: 'partner' as PartnerId, disputed: false } });
    expect(barsOf(coSold, deal())).toEqual({ creditedIn: 100_00 });
    expect(barsOf(deal(), coSold)).toEqual({ creditedOut: -100_00 });
    expect(barsOf(deal({ credit: none }), deal())).toEqual({ creditedIn: 100_00 });
    expect(barsOf(deal(), deal({ credit: none }))).toEqual({ creditedOut: -100_00 });
  });

  it('is won or lost with what it was worth on Monday', () => {
    const closed = { closedOn, openAmountMinor: null, closedAmountMinor: 250_00 };
    expect(barsOf(deal(), deal({ outcome: 'won', ...closed }))).toEqual({ won: -100_00 });
    expect(barsOf(deal(), deal({ outcome: 'lost', ...closed }))).toEqual({ lost: -100_00 });
  });

  it('changes by its own amount at today’s rate, and by the rates', () => {
    expect(barsOf(deal(), deal({ openAmountMinor: 130_00 }))).toEqual({ increased: 30_00 });
    expect(barsOf(deal(), deal({ openAmountMinor: 70_00 }))).toEqual({ decreased: -30_00 });
    const before = deal({ nativeMinor: 100_00, nativeCurrency: usd, openAmountMinor: 90_00 });
    const revalued = deal({ nativeMinor: 100_00, nativeCurrency: usd, openAmountMinor: 80_00 });
    expect(barsOf(before, revalued)).toEqual({ revalued: -10_00 });
    const both = deal({ nativeMinor: 150_00, nativeCurrency: usd, openAmountMinor: 120_00 });
    expect(barsOf(before, both)).toEqual({ increased: 40_00, revalued: -10_00 });
  });

  it('is corrected when it comes back from closed, or is gone', () => {
    expect(barsOf(deal({ outcome: 'lost', closedOn }), deal())).toEqual({ corrected: 100_00 });
    expect(barsOf(deal(), null)).toEqual({ corrected: -100_00 });
    expect(barsOf(deal(), deal({ outcome: 'unknown' }))).toEqual({ corrected: -100_00 });
  });

  it('is counted with no amount where none is known', () => {
    expect(barsOf(null, deal({ openAmountMinor: null }))).toEqual({ created: null });
    expect(barsOf(deal({ openAmountMinor: null }), deal())).toEqual({ increased: 100_00 });
  });

  it('is inside without a date, and past it', () => {
    expect(barsOf(null, deal({ expectedCloseOn: null }))).toEqual({ created: 100_00 });
    expect(barsOf(null, deal({ expectedCloseOn: '2026-01-01' as LocalDate }))).toEqual({ created: 100_00 });
  });

  it('goes from start to end without a rest, whatever happened to it', () => {
    const amount = fc.option(fc.integer({ min: 0, max: 1_000_000 }), { freq: 8 });
    const state = fc.record({
      outcome: fc.constantFrom('open', 'open', 'open', 'won', 'lost', 'unknown'),
      enteredOn: fc.constantFrom('2026-05-10', '2026-05-10', '2026-05-10', null),
      openAmountMinor: amount,
      nativeMinor: amount,
      nativeCurrency: fc.constantFrom('EUR', 'USD'),
      expectedCloseOn: fc.constantFrom('2026-08-31', '2026-08-31', null, '2026-10-01'),
      isSourced: fc.boolean(),
    });
    const version = fc.option(
      state.map(({ isSourced, ...given }) =>
        deal({ ...(given as Partial<DealAsOf>), ...(isSourced ? {} : { credit: none }) }),
      ),
      { freq: 9 },
    );
    fc.assert(
      fc.property(version, version, (before, now) => {
        const past = new Map([[lastMonday, before === null ? [] : [before]]]);
        const board = makeBoard(asOf, { yearStartMonth: 1 }, now === null ? [] : [now], past);
        const rest = waterfallMoves(board, 'proven').reduce(
          (sum, { bar, amountMinor }) => sum + (bar === 'end' ? -1 : 1) * (amountMinor ?? 0),
          0,
        );
        expect(rest).toBe(0);
      }),
      { numRuns: 3000 },
    );
  });
});
