import { describe, expect, it } from 'vitest';
import { fillRandom, toTriangle } from './random.ts';

describe('random numbers', () => {
  it('are the same for the same seed and stream, and others for another', () => {
    const draw = (seed: number, stream: number) => {
      const column = new Float64Array(4);
      fillRandom(column, seed, stream);
      return [...column];
    };
    expect(draw(1, 0)).toEqual(draw(1, 0));
    expect(draw(1, 0)).not.toEqual(draw(2, 0));
    expect(draw(1, 0)).not.toEqual(draw(1, 1));
  });

  it('lie evenly between 0 and 1, and one does not follow from the one before, nor from its neighbour stream', () => {
    const count = 100_000;
    const [column, neighbour] = [new Float64Array(count), new Float64Array(count)];
    fillRandom(column, 7, 3);
    fillRandom(neighbour, 7, 4);
    const bins = new Array<number>(20).fill(0);
    let [serial, across] = [0, 0];
    column.forEach((value, index) => {
      bins[Math.floor(value * 20)]! += 1;
      serial += (value - 0.5) * ((column[index + 1] ?? 0.5) - 0.5);
      across += (value - 0.5) * (neighbour[index]! - 0.5);
    });
    const expected = count / 20;
    const chiSquare = bins.reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0);
    expect(chiSquare).toBeLessThan(43.8); // 19 degrees of freedom, one in a thousand
    expect(Math.abs((serial / count) * 12)).toBeLessThan(0.012);
    expect(Math.abs((across / count) * 12)).toBeLessThan(0.012);
  });

  it('turn into a triangle that has its mean, its spread and its ends', () => {
    const column = new Float64Array(100_000);
    fillRandom(column, 1, 1);
    toTriangle(column, 2, 3, 7);
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
    const variance = column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length;
    expect(mean).toBeCloseTo((2 + 3 + 7) / 3, 1);
    expect(variance).toBeCloseTo((4 + 9 + 49 - 6 - 14 - 21) / 18, 1);
    expect(Math.min(...column.subarray(0, 50_000))).toBeGreaterThanOrEqual(2);
    expect(Math.max(...column.subarray(0, 50_000))).toBeLessThanOrEqual(7);
  });

  it('stay at the value where low and high are the same', () => {
    const column = new Float64Array(3);
    fillRandom(column, 1, 1);
    toTriangle(column, 5, 5, 5);
    expect([...column]).toEqual([5, 5, 5]);
  });
});
