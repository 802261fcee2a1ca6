import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import type { OpportunityId, PartnerId } from '#core/ids.ts';
import type { CurrencyCode } from '#core/money.ts';
import { makeBoard } from './board.ts';
import type { DealAsOf } from './deal.ts';
import { forecastFigure } from './forecast-figure.ts';
import { forecastHistory } from './history.ts';

const asOf = '2026-07-15' as LocalDate;

function sourced(on: string, entryAmountMinor: number | null): DealAsOf {
  return {
    opportunityId: `${on} ${entryAmountMinor}` as OpportunityId,
    number: 1,
    outcome: 'open',
    createdOn: on as LocalDate,
    createdAssumed: false,
    enteredOn: on as LocalDate,
    enteredAssumed: false,
    entryAmountMinor,
    openAmountMinor: entryAmountMinor,
    nativeMinor: entryAmountMinor,
    nativeCurrency: 'EUR' as CurrencyCode,
    expectedCloseOn: null,
    closedOn: null,
    closedAssumed: false,
    closedAmountMinor: null,
    credit: { class: 'none', partnerId: null, disputed: false },
    claim: { class: 'sourced', partnerId: 'partner' as PartnerId },
  };
}

const boardOf = (deals: readonly DealAsOf[]) => makeBoard(asOf, { yearStartMonth: 1 }, deals, new Map());
const labels = (deals: readonly DealAsOf[]) =>
  forecastHistory(boardOf(deals), 'openingBalance').quarters.map(({ label }) => label);

describe('the history of sourced pipeline', () => {
  it('begins with the first sourced deal, in its quarter only if that is nearly whole', () => {
    expect(labels([sourced('2025-10-14', 1)])).toEqual(['Q4 2025', 'Q1 2026', 'Q2 2026']);
    expect(labels([sourced('2025-10-15', 1)])).toEqual(['Q1 2026', 'Q2 2026']);
    expect(labels([])).toEqual([]);
  });

  it('goes back twelve quarters at most and leaves the running one out', () => {
    const found = labels([sourced('2010-01-01', 1), sourced('2026-07-10', 1)]);
    expect([found.length, found[0], found.at(-1)]).toEqual([12, 'Q3 2023', 'Q2 2026']);
  });

  it('counts a quarter without deals as zero and leaves unknown amounts out', () => {
    const deals = [sourced('2025-10-01', 5_00), sourced('2026-05-01', 7_00), sourced('2026-05-02', null)];
    expect(forecastHistory(boardOf(deals), 'openingBalance').sums).toEqual([5_00, 0, 7_00]);
    expect(forecastHistory(boardOf(deals), 'proven').sums).toEqual([]);
  });
});

describe('the forecast on the screen', () => {
  it('names its method, its quarters, its own error and what chance would do', () => {
    const deals = ['2025-07-01', '2025-10-01', '2026-01-01', '2026-04-01'].flatMap((on) => [
      sourced(on, 100_00),
      sourced(on, 300_00),
    ]);
    const figure = forecastFigure(boardOf(deals), 'openingBalance', null);
    expect(figure).toMatchObject({
      period: { label: 'Q4 2026' },
      likelyMinor: 400_00,
      method: 'mean',
      methodText: 'mean of the last 4 complete quarters',
      waitsFor: null,
      backtest: { state: 'measured', origins: 2, wape: 0, bias: 0 },
      chance: { dealsPerQuarter: 2, amountVariation: 0.5 },
    });
    expect(figure.chance?.wape).toBeCloseTo(0.8 * Math.sqrt(1.25 / 2), 12);
    expect(figure.quarters.map(({ amountMinor, deals: n }) => [amountMinor, n])).toEqual(
      Array(4).fill([400_00, 2]),
    );
    expect(figure.lowMinor).toBeLessThan(400_00);
  });

  it('is none after a year without a deal: zero give or take zero would say too much', () => {
    const figure = forecastFigure(boardOf([sourced('2024-01-01', 100_00)]), 'openingBalance', null);
    expect(figure).toMatchObject({
      likelyMinor: null,
      method: 'none',
      waitsFor: 'the last 4 complete quarters had no sourced deal with an amount',
      chance: null,
    });
  });

  it('says what it waits for', () => {
    expect(forecastFigure(boardOf([sourced('2026-01-01', 1)]), 'openingBalance', null)).toMatchObject({
      likelyMinor: null,
      method: 'none',
      waitsFor: 'not enough history: needs 3 complete quarters, has 2',
      backtest: { state: 'waiting', needsQuarters: 3, hasQuarters: 2 },
    });
  });
});
