import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { medianInterval, newcombeInterval, studentT80, wilsonInterval } from './interval.ts';

describe('an interval of a rate', () => {
  it('is Wilson’s', () => {
    // 10 of 50: .1124 to .3304 in the tables.
    const { low, high } = wilsonInterval(10, 50);
    expect(low).toBeCloseTo(0.1124, 4);
    expect(high).toBeCloseTo(0.3304, 4);
    expect(wilsonInterval(0, 20)).toMatchObject({ low: 0 });
    expect(wilsonInterval(0, 20).high).toBeCloseTo(0.1611, 4);
    expect(wilsonInterval(20, 20).high).toBe(1);
  });

  it('holds the rate and stays between nothing and all', () => {
    const rates = fc.nat({ max: 500 }).chain((n) => fc.tuple(fc.nat({ max: n + 1 }), fc.constant(n + 1)));
    fc.assert(
      fc.property(rates, ([k, n]) => {
        const { low, high } = wilsonInterval(k, n);
        expect(low >= 0 && low <= k / n && k / n <= high && high <= 1).toBe(true);
      }),
    );
  });

  it('refuses what is no rate', () => {
    expect(() => wilsonInterval(1, 0)).toThrow(RangeError);
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError);
  });
});

describe('an interval of the difference of two rates', () => {
  it('is Newcombe’s', () => {
    // Newcombe (1998), method 10: 56/70 against 48/80.
    const { low, high } = newcombeInterval({ k: 56, n: 70 }, { k: 48, n: 80 });
    expect(low).toBeCloseTo(0.0524, 4);
    expect(high).toBeCloseTo(0.3339, 4);
  });

  it('turns its sign with the order of the groups', () => {
    const [a, b] = [
      { k: 9, n: 30 },
      { k: 40, n: 90 },
    ];
    const [there, back] = [newcombeInterval(a, b), newcombeInterval(b, a)];
    expect(there.low).toBeCloseTo(-back.high, 12);
    expect(there.high).toBeCloseTo(-back.low, 12);
  });
});

describe('an interval of a median', () => {
  it('takes the order statistics of the tables', () => {
    // n = 20: ranks 6 and 15; n = 100: ranks 40 and 61.
    const upTo = (n: number): number[] => Array.from({ length: n }, (_, index) => n - index);
    expect(medianInterval(upTo(20))).toEqual({ median: 10.5, low: 6, high: 15 });
    expect(medianInterval(upTo(100))).toEqual({ median: 50.5, low: 40, high: 61 });
    expect(medianInterval(upTo(2000))).toMatchObject({ low: 956, high: 1045 });
  });

  it('is the whole range of a few values, and nothing of none', () => {
    expect(medianInterval([30, 10, 20])).toEqual({ median: 20, low: 10, high: 30 });
    expect(medianInterval([])).toBeNull();
  });
});

describe('the spread of few observations', () => {
  it('is wider the fewer there are', () => {
    expect(studentT80(1)).toBe(1.3764);
    expect(studentT80(3)).toBe(0.9785);
    expect(studentT80(50)).toBe(0.8416);
    expect(() => studentT80(0)).toThrow(RangeError);
  });
});
