/**
 * The words of two lists as numbers: how often each stands, and which are one slip of the keys apart.
 *
 * Handbook: docs/handbook/overlap.md
 */

import type { OverlapSettings } from './settings.ts';
import { spellingsOf, tradeRate } from './words-of-trade.ts';

/** Shorter words differ by a letter for other reasons than a slip. */
const shortestSlip = 4;

export type Vocabulary = {
  readonly numberOf: (word: string) => number;
  /** Tells that a list has a company with this word. */
  readonly count: (word: number, side: 0 | 1) => void;
  readonly size: () => number;
  readonly textOf: (word: number) => string;
  readonly rows: (word: number, side: 0 | 1) => number;
};

export function vocabulary(): Vocabulary {
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  const counts: number[] = [];
  return {
    numberOf(word) {
      const known = numbers.get(word);
      if (known !== undefined) return known;
      numbers.set(word, texts.length);
      texts.push(word);
      counts.push(0, 0);
      return texts.length - 1;
    },
    count(word, side) {
      counts[2 * word + side] = (counts[2 * word + side] ?? 0) + 1;
    },
    size: () => texts.length,
    textOf: (word) => texts[word] ?? '',
    rows: (word, side) => counts[2 * word + side] ?? 0,
  };
}

/**
 * How often each word stands among companies: as often as in the other rows of the list that has it more often, drawn
 * towards what is known of words of the trade, the more the shorter the lists are.
 */
export function wordRates(
  words: Vocabulary,
  lengths: readonly [number, number],
  settings: OverlapSettings,
): Float64Array {
  const { backgroundRows, rareWord } = settings;
  const rates = new Float64Array(words.size());
  for (let word = 0; word < rates.length; word += 1) {
    const known = (tradeRate(words.textOf(word)) ?? rareWord) * backgroundRows;
    const seen = ([0, 1] as const).map(
      (side) => (Math.max(0, words.rows(word, side) - 1) + known) / (lengths[side] + backgroundRows),
    );
    rates[word] = Math.min(0.5, Math.max(...seen));
  }
  return rates;
}

/** The words of the two lists that are one letter left out, added, changed or swapped apart, unless both lists have both. */
export function slips(words: Vocabulary): Map<number, number[]> {
  const byShape = new Map<string, number[]>();
  const near = new Map<number, number[]>();
  const shapesOf = (text: string): Set<string> => {
    const shapes = new Set([text]);
    for (let at = 0; at < text.length; at += 1) shapes.add(text.slice(0, at) + text.slice(at + 1));
    return shapes;
  };
  const may = (word: number): boolean =>
    words.textOf(word).length >= shortestSlip && !/\p{N}/u.test(words.textOf(word));
  for (let word = 0; word < words.size(); word += 1) {
    if (words.rows(word, 0) === 0 || !may(word)) continue;
    for (const shape of spellingsOf(words.textOf(word)).flatMap((spelling) => [...shapesOf(spelling)])) {
      const there = byShape.get(shape);
      if (there === undefined) byShape.set(shape, [word]);
      else there.push(word);
    }
  }
  const isInBoth = (word: number): boolean => words.rows(word, 0) > 0 && words.rows(word, 1) > 0;
  for (let word = 0; word < words.size(); word += 1) {
    if (words.rows(word, 1) === 0 || !may(word)) continue;
    const text = words.textOf(word);
    for (const shape of shapesOf(text)) {
      for (const other of byShape.get(shape) ?? []) {
        // A word that both lists have is meant as it stands.
        if (other === word || (isInBoth(word) && isInBoth(other))) continue;
        if (!spellingsOf(words.textOf(other)).some((spelling) => isOneSlip(text, spelling))) continue;
        addTo(near, word, other);
        addTo(near, other, word);
      }
    }
  }
  return near;
}

function addTo(near: Map<number, number[]>, word: number, other: number): void {
  const there = near.get(word);
  if (there === undefined) near.set(word, [other]);
  else if (!there.includes(other)) there.push(other);
}

/** Whether two texts are the same but for one letter left out, added, changed or swapped with its neighbour. */
export function isOneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from += 1;
  let end = 0;
  while (end < short.length - from && short[short.length - 1 - end] === long[long.length - 1 - end]) end += 1;
  const [left, right] = [short.length - from - end, long.length - from - end];
  if (left <= 1 && right <= 1) return left + right > 0;
  return left === 2 && right === 2 && short[from] === long[from + 1] && short[from + 1] === long[from];
}
