import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Kept } from './kept.ts';

describe('kept values', () => {
  it('are computed once for all who ask, and again after a failure', async () => {
    const kept = new Kept<number>(10);
    let calls = 0;
    const compute = async () => {
      calls += 1;
      await sleep(1);
      if (calls === 1) throw new Error('the first time');
      return calls;
    };
    const first = await Promise.allSettled([kept.get('a', compute), kept.get('a', compute)]);
    expect(first.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await kept.get('a', compute)).toBe(2);
    expect(await kept.get('a', compute)).toBe(2);
    expect(calls).toBe(2);
  });

  it('are forgotten by weight, the one that was not used for longest first', async () => {
    const kept = new Kept<number>(5, (value) => value);
    const computed: string[] = [];
    const get = (key: string, value: number) =>
      kept.get(key, async () => {
        computed.push(key);
        return value;
      });
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await get(key, 2);
    expect(computed).toEqual(['a', 'b', 'c', 'b']);
  });

  it('are computed a few at a time, each in its turn, whatever becomes of the ones before', async () => {
    const kept = new Kept<number>(10, () => 1, 2);
    let [running, most] = [0, 0];
    const compute = (number: number) => async () => {
      running += 1;
      most = Math.max(most, running);
      await sleep(2);
      running -= 1;
      if (number % 2 === 0) throw new Error('even');
      return number;
    };
    const all = [1, 2, 3, 4, 5, 6, 7].map((number) => kept.get(String(number), compute(number)));
    const outcomes = await Promise.allSettled(all);
    expect(outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))).toEqual([1, 3, 5, 7]);
    expect(most).toBe(2);
  });
});
