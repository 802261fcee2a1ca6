/** Deals for tests: a program in which deals arrive, pass two stages and are won or lost. */

import type { ForecastDeal, Step } from './deal.ts';
import { samplerOf } from './sampler.ts';

/** Day 3 is a Sunday; the example begins on a Monday. */
export const firstDay = 4 + 7 * 2000;

export function someDeals(seed: number, weeks: number, perWeek: number, hasStages = true): ForecastDeal[] {
  const { even, poisson } = samplerOf(seed);
  const deals: ForecastDeal[] = [];
  for (let day = firstDay; day < firstDay + 7 * weeks; day += 1) {
    for (let n = poisson(perWeek / 7); n > 0; n -= 1) {
      const [first, second] = [Math.floor(even() * 20), Math.floor(even() * 30)];
      const step = (at: number, stage: number): Step => ({ day: at, known: at, stage, isSighting: false });
      const steps = hasStages ? [step(day, 1)] : [step(day, 0)];
      const isLostEarly = even() < 0.4;
      if (!isLostEarly && hasStages) steps.push(step(day + first, 2));
      const end = day + first + (isLostEarly ? 0 : second);
      const isOver = end < firstDay + 7 * weeks;
      const minor = 10_000 + Math.floor(even() * 50_000);
      deals.push({
        id: `deal ${String(deals.length).padStart(5, '0')}`,
        isDated: true,
        steps,
        close: isOver ? { day: end, known: end, isWon: !isLostEarly && even() < 0.5 } : null,
        amounts: [{ known: day, minor }],
      });
    }
  }
  return deals;
}
