import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FlowBlock, layOutFlow } from './flow-layout.ts';

const names = ['a', 'b', 'c'];
const flows = fc
  .array(fc.nat(50), { minLength: 9, maxLength: 9 })
  .map((counts) =>
    names.flatMap((from, i) => names.map((to, j) => ({ from, to, count: counts[i * 3 + j] ?? 0 }))),
  );

describe('a flow', () => {
  it('lets as much arrive on the right as leaves on the left, and no blocks of a side overlap', () => {
    fc.assert(
      fc.property(flows, (ribbons) => {
        const { left, right, height, ribbons: drawn } = layOutFlow(ribbons, names);
        const sum = (side: readonly FlowBlock[]) => side.reduce((total, one) => total + one.count, 0);
        expect(sum(left)).toBe(sum(right));
        for (const side of [left, right]) {
          side.forEach((block, index) => {
            const next = side[index + 1];
            expect(block.at + block.size).toBeLessThanOrEqual(height + 1e-6);
            if (next !== undefined) expect(block.at + block.size).toBeLessThan(next.at);
          });
        }
        for (const block of left) {
          const own = drawn.filter(({ from }) => from === block.name);
          expect(own.reduce((total, one) => total + one.size, 0)).toBeCloseTo(block.size, 6);
        }
      }),
    );
  });

  it('of nothing draws nothing', () => {
    expect(layOutFlow([], names)).toMatchObject({ left: [], right: [], ribbons: [] });
  });
});
