import { describe, expect, it } from 'vitest';
import { notCounted } from '#core/attribution/quarter/counted.ts';
import type { LocalDate } from '#core/calendar.ts';
import type { OpportunityId, PartnerId } from '#core/ids.ts';
import { makeBoard } from './board.ts';
import { bookedBeside, type FrozenQuarter } from './booked.ts';
import type { DealAsOf } from './deal.ts';
import { parseFigureKey } from './figure-key.ts';
import { forecastHistory } from './history.ts';
import { rowsOf, sumRows } from './row.ts';

const on = (date: string) => date as LocalDate;
const calendar = { yearStartMonth: 1 };

const deal = (id: string, amount: number, creditClass: 'sourced' | 'none' = 'sourced'): DealAsOf => ({
  ...{ opportunityId: id as OpportunityId, number: 1, outcome: 'won' },
  ...{
    createdOn: on('2026-01-02'),
    createdAssumed: false,
    enteredOn: on('2026-01-03'),
    enteredAssumed: false,
  },
  ...{ entryAmountMinor: amount, openAmountMinor: null, nativeMinor: amount, nativeCurrency: null },
  ...{ expectedCloseOn: null, closedOn: on('2026-03-02'), closedAssumed: false, closedAmountMinor: amount },
  credit: {
    class: creditClass,
    partnerId: creditClass === 'none' ? null : ('north' as PartnerId),
    disputed: false,
  },
  claim: null,
});

const counted = (amountMinor: number) =>
  ({ class: 'sourced', partnerId: 'north', coSold: false, amountMinor }) as const;

/** Booked: two deals of 100 and 50. The first is 120 by now, the second has lost its credit, a third was added. */
const frozen: FrozenQuarter = {
  startsOn: on('2026-01-01'),
  closedOn: on('2026-04-10'),
  deals: (['pipeline', 'closed_won'] as const).flatMap((measure) => [
    { measure, opportunityId: 'a', number: 1, counted: counted(100) },
    { measure, opportunityId: 'b', number: 2, counted: counted(50) },
  ]),
  restated: [
    { measure: 'closed_won', before: counted(100), after: counted(120), decision: 'accepted' },
    { measure: 'closed_won', before: counted(50), after: notCounted, decision: null },
    { measure: 'closed_won', before: notCounted, after: counted(70), decision: 'refused' },
  ],
};
const present = [deal('a', 120), deal('b', 50, 'none'), deal('c', 70)];
const board = (asOf: string, closed: readonly FrozenQuarter[]) =>
  makeBoard(on(asOf), calendar, present, new Map(), closed);

const totalOf = (
  of: ReturnType<typeof board>,
  key: 'proven.sourcedClosedWonLastQuarter' | 'proven.column.sourced.won',
) => {
  const figure = parseFigureKey(key);
  if (figure === null) throw new Error(key);
  return sumRows(key, rowsOf(of, figure));
};

describe('a closed quarter on the scoreboard', () => {
  it('is shown as booked, in the headline and in its column, and its rows sum to it', () => {
    for (const key of ['proven.sourcedClosedWonLastQuarter', 'proven.column.sourced.won'] as const) {
      expect(totalOf(board('2026-05-01', [frozen]), key)).toMatchObject({ amountMinor: 150, deals: 2 });
    }
  });

  it('is computed from the present where nobody closed it, or not by that day', () => {
    const key = 'proven.sourcedClosedWonLastQuarter';
    expect(totalOf(board('2026-05-01', []), key)).toMatchObject({ amountMinor: 190, deals: 2 });
    expect(totalOf(board('2026-04-09', [frozen]), key)).toMatchObject({ amountMinor: 190, deals: 2 });
  });

  it('has what was accepted and what waits beside it, never in it', () => {
    const figure = { scope: 'proven', measure: 'closed_won', quarterStart: on('2026-01-01') } as const;
    expect(bookedBeside(board('2026-05-01', [frozen]), figure)).toEqual({
      ...{ closedOn: '2026-04-10', acceptedMinor: 20, accepted: 1, waitingMinor: -50, waiting: 1 },
    });
    expect(bookedBeside(board('2026-05-01', []), figure)).toBeNull();
  });

  it('leaves the opening balance as it is: nobody closes what is not proven', () => {
    const figure = {
      scope: 'openingBalance',
      measure: 'closed_won',
      quarterStart: on('2026-01-01'),
    } as const;
    expect(bookedBeside(board('2026-05-01', [frozen]), figure)).toBeNull();
  });

  it('keeps a booked deal that is no longer known', () => {
    const gone = makeBoard(on('2026-05-01'), calendar, [], new Map(), [frozen]);
    expect(totalOf(gone, 'proven.sourcedClosedWonLastQuarter')).toMatchObject({ amountMinor: 150, deals: 2 });
  });

  it('gives the forecast its booked sum, and the rows that it stands on', () => {
    const closed = board('2026-05-01', [frozen]);
    expect(forecastHistory(closed, 'proven').sums).toEqual([150]);
    const figure = parseFigureKey('proven.forecastBasis');
    if (figure === null) throw new Error('no such figure');
    expect(sumRows('proven.forecastBasis', rowsOf(closed, figure)).amountMinor).toBe(150);
  });
});
