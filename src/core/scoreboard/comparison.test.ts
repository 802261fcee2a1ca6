import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate } from '#core/calendar.ts';
import type { OpportunityId, PartnerId } from '#core/ids.ts';
import type { CurrencyCode } from '#core/money.ts';
import { makeBoard } from './board.ts';
import { compareGroups } from './comparison.ts';
import type { DealAsOf } from './deal.ts';

const asOf = '2026-07-15' as LocalDate;
const partnerId = 'partner' as PartnerId;
let number = 0;

function closed(outcome: 'won' | 'lost', days: number, given: Partial<DealAsOf> = {}): DealAsOf {
  number += 1;
  const closedOn = given.closedOn ?? ('2026-03-01' as LocalDate);
  return {
    opportunityId: `deal ${number}` as OpportunityId,
    number,
    outcome,
    createdOn: addDays(closedOn, -days),
    createdAssumed: false,
    enteredOn: addDays(closedOn, -days),
    enteredAssumed: false,
    entryAmountMinor: 1,
    openAmountMinor: null,
    nativeMinor: 1,
    nativeCurrency: 'EUR' as CurrencyCode,
    expectedCloseOn: null,
    closedOn,
    closedAssumed: false,
    closedAmountMinor: 1,
    credit: { class: 'none', partnerId: null, disputed: false },
    claim: null,
    ...given,
  };
}

const sourced = { credit: { class: 'sourced', partnerId, disputed: false } } as const;
const claimed = { claim: { class: 'sourced', partnerId } } as const;
const compare = (deals: readonly DealAsOf[], needs: number) =>
  compareGroups(makeBoard(asOf, { yearStartMonth: 1 }, deals, new Map()), needs);

describe('partner against direct', () => {
  it('compares deals closed in the last four complete quarters', () => {
    const days = ['2025-06-30', '2025-07-01', '2026-06-30', '2026-07-01'] as LocalDate[];
    const { winRate, from, to } = compare(
      days.map((closedOn) => closed('won', 10, { closedOn })),
      1,
    );
    expect([from, to]).toEqual(['2025-07-01', '2026-06-30']);
    expect(winRate.direct).toMatchObject({ state: 'measured', n: 2, won: 2 });
  });

  it('hides a group below its smallest size, and says why', () => {
    const deals = [closed('won', 10, sourced), closed('won', 10), closed('lost', 10)];
    const { winRate, cycle } = compare(deals, 2);
    expect(winRate.partner).toEqual({
      state: 'hidden',
      figure: 'comparison.winRate.partner',
      n: 1,
      needs: 2,
      reason: 'too few to tell: 1 of 2 closed deals',
    });
    expect(winRate.direct).toMatchObject({ state: 'measured', n: 2, value: 0.5 });
    expect(winRate.difference).toBeNull();
    expect(cycle.direct).toMatchObject({ state: 'hidden', n: 1 });
  });

  it('puts proven and imported sourced deals in the partner group and says how many are unproven', () => {
    const told = compare(
      [closed('won', 10, sourced), closed('lost', 20, claimed), closed('won', 5, claimed)],
      1,
    );
    expect(told.winRate.partner).toMatchObject({ n: 3, won: 2 });
    expect(told.partnerDealsUnproven).toBe(2);
  });

  it('leaves out deals with a partner in a lower class', () => {
    const lower = ['co_sold', 'influenced', 'assisted'] as const;
    const deals = lower.map((name) =>
      closed('won', 9, { credit: { class: name, partnerId, disputed: false } }),
    );
    expect(compare(deals, 1)).toMatchObject({ leftOut: 3, winRate: { partner: { n: 0 }, direct: { n: 0 } } });
  });

  it('takes the median cycle of won deals whose created date is known', () => {
    const deals = [
      closed('won', 30),
      closed('won', 10),
      closed('won', 20),
      closed('lost', 500),
      closed('won', 900, { createdAssumed: true }),
      closed('won', -5),
    ];
    expect(compare(deals, 3).cycle.direct).toMatchObject({ n: 3, days: 20, lowDays: 10, highDays: 30 });
  });
});
