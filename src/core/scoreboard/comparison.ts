/**
 * Win rate and cycle, partner against direct, over the last four complete quarters. Each estimate has its n and
 * a 95 % interval, and is hidden while the group is too small.
 *
 * Handbook: docs/handbook/scoreboard.md
 */

import { medianInterval, newcombeInterval, wilsonInterval } from '#core/forecast/interval.ts';
import type { Board } from './board.ts';
import type { ComparisonGroup } from './figure.ts';
import type { Comparison, GroupMedian, GroupRate } from './payload.ts';
import { comparedDeals, comparisonPeriod, groupOf, rowsOf } from './row.ts';

/** Compares the groups; `needs` is the smallest group that is shown. */
export function compareGroups(board: Board, needs: number): Comparison {
  const partner = rateOf(board, 'partner', needs);
  const direct = rateOf(board, 'direct', needs);
  const period = comparisonPeriod(board);
  const closed = comparedDeals(board);
  return {
    from: period.start,
    to: period.end,
    winRate: { partner, direct, difference: differenceOf(partner, direct) },
    cycle: { partner: cycleOf(board, 'partner', needs), direct: cycleOf(board, 'direct', needs) },
    partnerDealsUnproven: closed.filter((deal) => groupOf(deal) === 'partner' && deal.credit.class === 'none')
      .length,
    leftOut: closed.filter((deal) => groupOf(deal) === null).length,
  };
}

function rateOf(board: Board, group: ComparisonGroup, needs: number): GroupRate {
  const figure = `comparison.winRate.${group}` as const;
  const rows = rowsOf(board, { kind: 'comparison', measure: 'winRate', group });
  const n = rows.length;
  if (n < needs || n === 0) return hidden(figure, n, needs, 'closed deals');
  const won = rows.filter(({ contribution }) => contribution === 1).length;
  return { state: 'measured', figure, n, won, value: won / n, ...wilsonInterval(won, n) };
}

function cycleOf(board: Board, group: ComparisonGroup, needs: number): GroupMedian {
  const figure = `comparison.cycle.${group}` as const;
  const days = rowsOf(board, { kind: 'comparison', measure: 'cycle', group }).flatMap(({ contribution }) =>
    contribution === null ? [] : [contribution],
  );
  const interval = medianInterval(days);
  if (days.length < needs || interval === null) {
    return hidden(figure, days.length, needs, 'wins with a known start');
  }
  const { median, low, high } = interval;
  return { state: 'measured', figure, n: days.length, days: median, lowDays: low, highDays: high };
}

function hidden<Key extends string>(
  figure: Key,
  n: number,
  needs: number,
  what: string,
): { state: 'hidden'; figure: Key; n: number; needs: number; reason: string } {
  return { state: 'hidden', figure, n, needs, reason: `too few to tell: ${n} of ${needs} ${what}` };
}

function differenceOf(a: GroupRate, b: GroupRate): Comparison['winRate']['difference'] {
  if (a.state === 'hidden' || b.state === 'hidden') return null;
  return {
    value: a.value - b.value,
    ...newcombeInterval({ k: a.won, n: a.n }, { k: b.won, n: b.n }),
  };
}
