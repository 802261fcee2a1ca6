import { describe, expect, it } from 'vitest';
import { areaPath, labelled, stepPath } from './fan-chart.tsx';
import { tornadoScale } from './tornado.tsx';

describe('the figures of a plan', () => {
  it('scale a tornado to hold every end and the base, also where nothing moves', () => {
    const bar = (atLow: number, atHigh: number) => ({ key: 'k', label: '', range: '', atLow, atHigh });
    const [low, high] = tornadoScale(25, [bar(20, 40), bar(18, 25)]);
    expect(low).toBeLessThan(18);
    expect(high).toBeGreaterThan(40);
    const [none, some] = tornadoScale(0, []);
    expect(some - none).toBeGreaterThan(0);
  });

  it('draw an area there above and back below', () => {
    expect(areaPath([10, 20], [5, 10], 20)).toBe('M0.000,50.000L100.000,0.000L100.000,50.000L0.000,75.000Z');
  });

  it('name the first step and every so many after it, where they stand', () => {
    const points = Array.from({ length: 37 }, (_, index) => ({ label: String(index) }));
    expect(labelled(points, 18)).toEqual([
      { label: '0', at: 0 },
      { label: '18', at: 50 },
      { label: '36', at: 100 },
    ]);
    expect(labelled(points.slice(0, 1), 18)).toEqual([{ label: '0', at: 0 }]);
  });

  it('step where a floor changes and run level where it does not', () => {
    expect(stepPath([10, 10, 20], 20)).toBe('M0.000,50.000L50.000,50.000L100.000,50.000L100.000,0.000');
  });
});
