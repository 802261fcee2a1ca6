import { describe, expect, it } from 'vitest';
import { daysBetween, type LocalDate } from '#core/calendar.ts';
import type { CurrencyCode } from '#core/money.ts';
import type { OpportunityFact, StageChange } from '#core/opportunity/facts.ts';
import { stageTable } from '#core/opportunity/stage.ts';
import { defaultsOf } from '#core/program/settings.ts';
import { backtest } from './backtest.ts';
import { type ForecastDeal, viewOn } from './deal.ts';
import { firstDay, someDeals } from './deal-examples.ts';
import { dealPath } from './deal-path.ts';
import { statisticalSettings } from './settings.ts';

const dayOf = (date: string): number => daysBetween('1970-01-01' as LocalDate, date as LocalDate);
const at = (date: string): number => dayOf(date) * 86_400_000;
const calendar = { dayOf, dayAt: (instant: number) => Math.floor(instant / 86_400_000) };
const rule = { order: null, outcome: 'open', entry: false, ignore: false } as const;
const table = stageTable([
  { ...rule, name: 'Talking', order: 1 },
  { ...rule, name: 'Offer', order: 3 },
  { ...rule, name: 'Proposal', order: 3 },
  { ...rule, name: 'Won', outcome: 'won' },
]);
const half = (minor: number, currency: CurrencyCode | null): number | null =>
  currency === 'USD' ? minor / 2 : currency === 'GBP' ? null : minor;

function snapshot(knownOn: string, rest: Partial<OpportunityFact>): OpportunityFact {
  return {
    knownAt: at(knownOn),
    knownOn: knownOn as LocalDate,
    knownAssumed: false,
    recordedOn: knownOn as LocalDate,
    sequence: 0,
    name: null,
    accountId: null,
    stage: null,
    amountMinor: null,
    currency: null,
    createdOn: null,
    expectedCloseOn: null,
    closedOn: null,
    owner: null,
    product: null,
    leadSource: null,
    ...rest,
  };
}

function change(on: string, stage: string): StageChange {
  return {
    stage,
    changedAt: at(on),
    changedOn: on as LocalDate,
    knownAt: at(on),
    amountMinor: null,
    currency: null,
    sequence: 0,
  };
}

const read = (facts: OpportunityFact[], changes: StageChange[] = []): ForecastDeal =>
  dealPath({ id: 'd', facts, changes }, table, calendar, half) as ForecastDeal;
const on = (date: string) => date as LocalDate;

describe('the path of a deal (2.1)', () => {
  it('reads a stage by its order, so that a renamed stage is the same one', () => {
    const deal = read(
      [],
      [change('2026-01-01', 'Talking'), change('2026-01-05', 'Offer'), change('2026-02-01', 'Proposal')],
    );
    expect(viewOn(deal, dayOf('2026-03-01'))?.steps.map(({ stage }) => stage)).toEqual([2, 4]);
  });

  it('does not know before the close what a first import says of a closed deal', () => {
    const deal = read([
      snapshot('2026-01-01', {
        knownAssumed: true,
        recordedOn: on('2026-06-01'),
        createdOn: on('2026-01-01'),
        closedOn: on('2026-03-01'),
        stage: 'Won',
        amountMinor: 900,
      }),
    ]);
    expect(viewOn(deal, dayOf('2026-02-28'))).toMatchObject({ close: null, amountMinor: null });
    expect(viewOn(deal, dayOf('2026-03-01'))).toMatchObject({ close: { isWon: true }, amountMinor: 900 });
  });

  it('takes the day on which a later snapshot told of a close that the CRM dated back', () => {
    const deal = read([
      snapshot('2026-01-01', {
        createdOn: on('2026-01-01'),
        stage: 'Talking',
        expectedCloseOn: on('2026-09-01'),
      }),
      snapshot('2026-03-09', { stage: 'Won', closedOn: on('2026-03-02'), expectedCloseOn: on('2026-03-02') }),
    ]);
    expect(deal.close).toEqual({ day: dayOf('2026-03-02'), known: dayOf('2026-03-09'), isWon: true });
  });

  it('lets a deal that closed before it was created begin with its close', () => {
    const deal = read([
      snapshot('2026-04-01', { createdOn: on('2026-04-01'), stage: 'Won', closedOn: on('2026-03-20') }),
    ]);
    expect(viewOn(deal, dayOf('2026-05-01'))?.start).toBe(dayOf('2026-03-20'));
  });

  it('counts in the currency of the organization, and not at all where there is no rate', () => {
    const amount = (currency: string) =>
      read([
        snapshot('2026-04-01', {
          createdOn: on('2026-04-01'),
          amountMinor: 100,
          currency: currency as CurrencyCode,
        }),
      ]).amounts[0]?.minor;
    expect([amount('EUR'), amount('USD'), amount('GBP')]).toEqual([100, 50, null]);
  });
});

describe('histories that say little', () => {
  const settings = { ...defaultsOf(statisticalSettings), draws: 100, horizons: [14, 28] };
  const run = (deals: readonly ForecastDeal[], weeks = 30) => {
    const work = backtest(deals, firstDay + 7 * weeks - 1, (day) => Math.floor(day / 30) % 3, settings);
    let next = work.next();
    while (!next.done) next = work.next();
    for (const { methods } of next.value.horizons) {
      for (const { name: _name, coverage80Interval: _interval, ...numbers } of methods) {
        for (const value of Object.values(numbers))
          expect(value === null || Number.isFinite(value)).toBe(true);
      }
    }
    return next.value.horizons;
  };
  const normal = someDeals(3, 30, 15);

  it('says that there is too little, and how much is needed', () => {
    expect(run([])[0]?.waitsFor).toBe('too little history: no deal has a date');
    expect(run(someDeals(3, 6, 10), 6)[0]?.waitsFor).toMatch(
      /^too little history: needs 10 weeks, has [56]$/,
    );
    expect(run(normal.map((deal) => ({ ...deal, amounts: [] })))[0]?.waitsFor).toBe(
      'no won deal has an amount',
    );
  });

  it.each([
    ['one quarter', someDeals(3, 13, 15), 13],
    ['no stages', someDeals(3, 30, 15, false), 30],
    [
      'nothing but lost deals',
      normal.map((deal) => ({ ...deal, close: deal.close && { ...deal.close, isWon: false } })),
      30,
    ],
    ['every amount zero', normal.map((deal) => ({ ...deal, amounts: [{ known: 0, minor: 0 }] })), 30],
    ['half of the amounts missing', normal.map((deal, i) => (i % 2 ? deal : { ...deal, amounts: [] })), 30],
    ['one deal a month', someDeals(3, 30, 0.25), 30],
  ] as const)('%s: an answer without NaN', (_name, deals, weeks) => {
    expect(run(deals, weeks)).toHaveLength(2);
  });

  it('begins anew after a hole, and does not take a bulk load for business', () => {
    const [before, after] = [someDeals(3, 10, 15), someDeals(4, 30, 15)];
    const late = after.map((deal): ForecastDeal => {
      const move = <T extends { day: number; known: number }>(each: T): T => ({
        ...each,
        day: each.day + 280,
        known: each.known + 280,
      });
      return {
        ...deal,
        id: `late ${deal.id}`,
        steps: deal.steps.map(move),
        close: deal.close && move(deal.close),
      };
    });
    const holed = run([...before, ...late], 70);
    expect(holed[0]?.methods.find(({ name }) => name === 'shown')?.origins).toBe(
      run(after)[0]?.methods.find(({ name }) => name === 'shown')?.origins,
    );
    const loaded = normal.concat(
      Array.from({ length: 400 }, (_, i) => ({
        id: `bulk ${i}`,
        isDated: true,
        steps: [{ day: firstDay + 150, known: firstDay + 150, stage: 1, isSighting: false }],
        close: null,
        amounts: [],
      })),
    );
    expect(run(loaded)[0]?.shown).not.toBeNull();
  });
});
