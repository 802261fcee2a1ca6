import { describe, expect, it } from 'vitest';
import { fillRandom } from '#core/program/random.ts';
import { defaultsOf } from '#core/program/settings.ts';
import { maturityOf } from './cohort.ts';
import type { LiftDeal } from './deal.ts';
import { computeLift, type Lift } from './lift.ts';
import { stratifiedRatio } from './risk-ratio.ts';
import { sampleOf } from './sample.ts';
import { liftSettings } from './settings.ts';

const settings = { ...defaultsOf(liftSettings), resamples: 200, fewestResamples: 100 };

/** Random numbers by name, so that a test can be read: the same seed gives the same. */
function randomFrom(seed: number): () => number {
  const column = new Float64Array(400_000);
  fillRandom(column, seed, 0);
  let at = 0;
  return () => column[at++] as number;
}

type World = {
  readonly deals: number;
  /** The daily chance that a partner works on an open deal: pure chance, it changes nothing. */
  readonly touchPerDay?: number;
  readonly sourcedShare?: number;
  /** How much more likely a sourced deal wins. */
  readonly lift?: number;
  /** Partners bring deals of existing customers, who win more often anyway. */
  readonly picksWarm?: boolean;
};

function dealsOf(world: World, seed: number): LiftDeal[] {
  const random = randomFrom(seed);
  return Array.from({ length: world.deals }, (_, index): LiftDeal => {
    const isExisting = random() < 0.4;
    const share = world.sourcedShare ?? 0;
    const sourced = random() < (world.picksWarm ? (isExisting ? share * 2 : share * 0.4) : share);
    // Won deals take longer than lost ones: the longer a deal runs, the likelier somebody touched it.
    const willWin = random() < (isExisting ? 0.45 : 0.2) * (sourced ? (world.lift ?? 1) : 1);
    const cycle = Math.ceil(-Math.log(1 - random()) * (willWin ? 70 : 40));
    const age = 30 + Math.floor(random() * 700);
    const stalls = random() < 0.1;
    let workedAfter: number | null = null;
    if (world.touchPerDay) {
      const first = Math.ceil(Math.log(1 - random()) / Math.log(1 - world.touchPerDay));
      if (stalls || first <= cycle) workedAfter = first;
    }
    const closedAfter = stalls || cycle > age ? null : cycle;
    const won = willWin && closedAfter !== null;
    const amount = 10_000 * Math.exp(random() * 2);
    return {
      id: String(index).padStart(6, '0'),
      account: `a${Math.floor(random() * world.deals * 0.7)}`,
      ageDays: age,
      closedAfter,
      won,
      enteredAfter: Math.min(5, cycle),
      wonAmountMinor: won ? Math.round(amount) : null,
      sourced,
      workedAfter,
      coSoldAfter: null,
      traits: {
        customer: isExisting ? 'existing customer' : 'new customer',
        segment: random() < 0.5 ? 'mid-market' : 'enterprise',
        amountMinor: Math.round(amount),
        country: null,
        product: random() < 0.3 ? 'Basic' : 'Plus',
        quarter: null,
        stage: null,
      },
    };
  });
}

function liftOf(deals: readonly LiftDeal[]): Lift {
  const run = computeLift(deals, settings);
  for (let next = run.next(); ; next = run.next()) if (next.done === true) return next.value;
}

function comparisonOf(lift: Lift, exposure: 'sourced' | 'influenced' | 'coSold') {
  const found = lift.comparisons.find((each) => each.exposure === exposure);
  if (!found) throw new Error(`no comparison of ${exposure}`);
  return found;
}

describe('random tags', () => {
  it('show no lift from a landmark, though a plain report finds one, and cycles more than twice as long', () => {
    for (const touchPerDay of [0.01, 0.02]) {
      const lift = liftOf(dealsOf({ deals: 12_000, touchPerDay }, 7));
      const { win, cycle, naive } = comparisonOf(lift, 'influenced');
      expect(naive?.winRatio).toBeGreaterThan(1.3);
      expect(naive?.cycleRatio).toBeGreaterThan(1.8);
      expect(win.step).toBe('adjusted');
      expect(win.adjusted?.value).toBeGreaterThan(0.9);
      expect(win.adjusted?.value).toBeLessThan(1.1);
      expect(win.check?.ratio?.low).toBeLessThan(1);
      expect(win.check?.ratio?.high).toBeGreaterThan(1);
      expect(Math.abs(cycle.adjusted?.value ?? 99)).toBeLessThan(0.03 * cycle.horizon);
      expect(win.isRobust).toBe(true);
    }
  });

  it('come out at nothing on the mean, not only within an interval that is wide enough', () => {
    for (const start of ['landmark', 'entry'] as const) {
      const logs = Array.from({ length: 20 }, (_, seed) => {
        const deals = dealsOf({ deals: 8000, touchPerDay: 0.02 }, seed + 1);
        const maturity = maturityOf(deals, settings);
        if (maturity === null) throw new Error('nothing has closed');
        const { tables } = sampleOf(deals, maturity, 'influenced', start, settings);
        return Math.log(stratifiedRatio(tables, 95)?.value ?? 99);
      });
      const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
      expect(Math.abs(mean), start).toBeLessThan(0.02);
    }
  });

  it('are found to do nothing about as often as the interval says', () => {
    let held = 0;
    for (let seed = 1; seed <= 100; seed += 1) {
      const deals = dealsOf({ deals: 1500, sourcedShare: 0.15 }, seed);
      const maturity = maturityOf(deals, settings);
      if (maturity === null) throw new Error('nothing has closed');
      const { tables } = sampleOf(deals, maturity, 'sourced', 'creation', settings);
      const ratio = stratifiedRatio(tables, 95);
      if (ratio !== null && ratio.low <= 1 && ratio.high >= 1) held += 1;
    }
    // Of 100, 95 are expected; fewer than 90 or all of them would come by chance once in fifty times.
    expect(held).toBeGreaterThanOrEqual(90);
    expect(held).toBeLessThan(100);
  });
});

describe('a lift that is there', () => {
  it('is found, by both ways, and its interval leaves out 1', () => {
    const { win, kept } = comparisonOf(
      liftOf(dealsOf({ deals: 6000, sourcedShare: 0.2, lift: 1.5 }, 3)),
      'sourced',
    );
    expect(win.adjusted?.value).toBeGreaterThan(1.3);
    expect(win.adjusted?.value).toBeLessThan(1.7);
    expect(win.adjusted?.low).toBeGreaterThan(1);
    expect(win.check?.ratio?.low).toBeGreaterThan(1);
    expect(win.isRobust).toBe(true);
    expect(win.eValue?.ofInterval).toBeGreaterThan(1);
    expect(kept).toBeGreaterThan(0.99);
  });

  it('is not invented where partners pick deals that win anyway', () => {
    const deals = dealsOf({ deals: 8000, sourcedShare: 0.15, picksWarm: true }, 11);
    const { win, worst } = comparisonOf(liftOf(deals), 'sourced');
    expect(win.crudeRatio).toBeGreaterThan(1.2);
    expect(win.adjusted?.value).toBeGreaterThan(0.9);
    expect(win.adjusted?.value).toBeLessThan(1.1);
    expect(worst.before).toBeGreaterThan(0.3);
    expect(worst.after).toBeLessThan(0.001);
  });
});

describe('a comparison', () => {
  const deals = dealsOf({ deals: 1200, sourcedShare: 0.2, touchPerDay: 0.01 }, 5);

  it('does not depend on the order in which deals were read', () => {
    const shuffled = deals.toSorted((a, b) => ((a.ageDays * 7919) % 101) - ((b.ageDays * 7919) % 101));
    expect(liftOf(shuffled)).toEqual(liftOf(deals));
  });

  it('counts deals that are open, and none that is too young', () => {
    const lift = liftOf(deals);
    const days = lift.maturity?.days ?? 0;
    const { partner, direct } = comparisonOf(lift, 'sourced');
    expect((partner?.deals ?? 0) + (direct?.deals ?? 0)).toBe(
      deals.filter((deal) => deal.ageDays >= days).length,
    );
    expect(partner?.open).toBeGreaterThan(0);
    for (const side of [partner, direct]) {
      expect((side?.won ?? 0) + (side?.lost ?? 0) + (side?.open ?? 0)).toBe(side?.deals);
    }
  });

  it('takes a deal that was touched after the landmark for one without, not for one to leave out', () => {
    const lift = liftOf(deals);
    const { days, landmark } = lift.maturity ?? { days: 0, landmark: 0 };
    const running = deals.filter(
      (deal) =>
        !deal.sourced && deal.ageDays >= days && !(deal.closedAfter !== null && deal.closedAfter <= landmark),
    );
    const { win } = comparisonOf(lift, 'influenced');
    expect(win.partnerDeals + win.directDeals).toBe(running.length);
  });

  it('shows nothing that its step hides', () => {
    for (const [share, step] of [
      [0.006, 'hidden'],
      [0.018, 'crude'],
    ] as const) {
      const few = dealsOf({ deals: 1200, sourcedShare: share }, 5);
      const { win, cycle, naive, direct, strata, partner } = comparisonOf(liftOf(few), 'sourced');
      expect(win.step).toBe(step);
      expect([win.direct, win.crude, win.crudeRatio, win.adjusted, win.check, win.eValue]).toEqual(
        Array(6).fill(null),
      );
      expect([cycle.adjusted, cycle.direct, naive, direct, strata]).toEqual([null, null, null, null, []]);
      expect([win.partner === null, cycle.partner === null, partner === null]).toEqual(
        Array(3).fill(step === 'hidden'),
      );
    }
  });

  it('waits until enough deals have closed', () => {
    expect(liftOf([])).toEqual({ deals: 0, closed: 0, matured: 0, maturity: null, comparisons: [] });
    expect(liftOf(deals.slice(0, 5)).maturity).toBeNull();
  });
});
