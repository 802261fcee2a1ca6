import { describe, expect, it } from 'vitest';
import { chance } from '#seeds/random.ts';
import { readHost } from '#server/ecosystem/read-host.ts';
import { inventedMarket, measured, type Noise, noisyLists } from '#test/harness/noisy-lists.ts';
import { matchLists } from './match-lists.ts';

const usual: Noise = { common: 0.5, domains: 0.7, names: 0.4, countries: 0.7, twice: 0.05, mails: 0.3 };

function judged(companies: number, seed: number, noise: Partial<Noise> = {}) {
  const random = chance(seed);
  const lists = noisyLists(inventedMarket(companies, random), random, { ...usual, ...noise });
  const ours = lists.ours.map(({ row }) => row);
  const theirs = lists.theirs.map(({ row }) => row);
  const pairs = matchLists(ours, theirs, readHost).pairs.flatMap((pair) => {
    const [a, b] = [ours[pair.ours], theirs[pair.theirs]];
    return a === undefined || b === undefined ? [] : [{ ours: a, theirs: b, decision: pair.decision }];
  });
  return measured(lists, pairs);
}

describe('labelled lists with the noise that CRMs have', () => {
  it.each([1, 2, 3, 4])('are matched with a precision of .995 and more, seed %d', (seed) => {
    for (const noise of [
      {},
      { domains: 0, mails: 0 },
      { domains: 0, mails: 0, countries: 0 },
      { common: 0.1 },
    ]) {
      const { precision, found, wrong } = judged(1_000, seed, noise);
      expect(precision, JSON.stringify(wrong)).toBeGreaterThanOrEqual(0.995);
      expect(found).toBeGreaterThan(0.96);
    }
  });

  it('reach an F1 of .98 by matches alone where most rows have a domain', () => {
    expect(judged(2_000, 5, { domains: 0.9, names: 0.15 }).f1).toBeGreaterThanOrEqual(0.98);
  });
});
