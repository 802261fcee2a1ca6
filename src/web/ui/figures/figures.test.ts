import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bulletScaleEnd } from './bullet-graph.tsx';
import { sparklineStretches } from './sparkline.tsx';
import { layOutWaterfall, type WaterfallBar } from './waterfall-layout.ts';

const amount = fc.integer({ min: -1_000_000, max: 1_000_000 });

function bars(start: number, changes: readonly number[]): WaterfallBar[] {
  const end = changes.reduce((sum, change) => sum + change, start);
  return [
    { key: 'start', label: 'Start', kind: 'total', value: start },
    ...changes.map((value, index) => ({ key: `c${index}`, label: 'Change', kind: 'change' as const, value })),
    { key: 'end', label: 'End', kind: 'total', value: end },
  ];
}

describe('a waterfall', () => {
  it('keeps every bar within its plot and starts each change where the one before it ended', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.array(amount, { maxLength: 8 }), (start, changes) => {
        const layout = layOutWaterfall(bars(start, changes));
        expect(layout.balanced).toBe(true);
        layout.bars.forEach((bar, index) => {
          expect(bar.from).toBeGreaterThanOrEqual(0);
          expect(bar.to).toBeLessThanOrEqual(1);
          expect(bar.from).toBeLessThanOrEqual(bar.to);
          const before = layout.bars[index - 1];
          if (bar.kind !== 'change' || before === undefined) return;
          expect([bar.from, bar.to].some((edge) => Math.abs(edge - before.level) < 1e-9)).toBe(true);
        });
      }),
    );
  });

  it('says when the changes do not lead to the end', () => {
    const wrong = bars(100, [10]).map((bar) => (bar.key === 'end' ? { ...bar, value: 111 } : bar));
    expect(layOutWaterfall(wrong).balanced).toBe(false);
  });

  it('raises its floor for small changes on a large total, and says so', () => {
    expect(layOutWaterfall(bars(4_000_000, [90_000, -50_000])).cut).toBe(true);
    expect(layOutWaterfall(bars(100, [90, -50])).cut).toBe(false);
    expect(layOutWaterfall(bars(0, [])).cut).toBe(false);
  });
});

describe('a sparkline', () => {
  it('breaks at an unknown point instead of drawing it as zero', () => {
    const points = [1, 2, null, 4].map((value, index) => ({ label: `w${index}`, value }));
    const stretches = sparklineStretches(points);
    expect(stretches.map((stretch) => stretch.length)).toEqual([2, 1]);
    expect(stretches[1]?.[0]).toEqual([100, 0]);
  });

  it('draws nothing where nothing is known', () => {
    expect(sparklineStretches([{ label: 'w', value: null }])).toEqual([]);
  });
});

describe('the scale of a bullet graph', () => {
  it('ends at a round number that holds every mark', () => {
    expect(bulletScaleEnd([4213, 5000, null])).toBe(5000);
    expect(bulletScaleEnd([4213, 5001, undefined])).toBe(6000);
    expect(bulletScaleEnd([null, 0])).toBe(1);
    fc.assert(fc.property(fc.nat(1e12), (value) => bulletScaleEnd([value]) >= value));
  });
});
