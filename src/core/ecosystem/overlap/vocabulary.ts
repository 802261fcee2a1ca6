/**
 * The words of two lists as numbers: how often each stands, and which are one slip of the keys apart.
 *
 * Handbook: docs/handbook/overlap.md
 */

import type { OverlapSettings } from './settings.ts';
import { spellingsOf, tradeRate } from './words-of-trade.ts';

/** Shorter words differ by a letter for other reasons than a slip. */
const shortestSlip = 4;

/** A word that stands so many times as often is what somebody may have meant. */
const muchCommoner = 20;

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

/**
 * The words of the two lists that are one letter left out, added, changed or swapped apart, unless both are meant as they
 * stand.
 * Two such words are equal once a letter, or none, is left out of each; so the texts with a letter left out are sorted by
 * a hash and joined, which needs no more than two lists of numbers.
 */
export function slips(words: Vocabulary): Map<number, number[]> {
  const near = new Map<number, number[]>();
  const size = 2 ** Math.ceil(Math.log2(words.size() + 1));
  const [ours, theirs] = [shapesOf(words, 0, size), shapesOf(words, 1, size)];
  const isInBoth = (word: number): boolean => words.rows(word, 0) > 0 && words.rows(word, 1) > 0;
  const rowsOf = (word: number): number => words.rows(word, 0) + words.rows(word, 1);
  // A word that both lists have is meant as it stands, unless the other one is so much commoner.
  const areMeant = (a: number, b: number): boolean =>
    isInBoth(a) &&
    isInBoth(b) &&
    Math.max(rowsOf(a), rowsOf(b)) < muchCommoner * Math.min(rowsOf(a), rowsOf(b));
  let from = 0;
  for (let at = 0; at < theirs.length; at += 1) {
    const shape = Math.floor((theirs[at] ?? 0) / size);
    while (from < ours.length && Math.floor((ours[from] ?? 0) / size) < shape) from += 1;
    const word = (theirs[at] ?? 0) % size;
    for (
      let other = from;
      other < ours.length && Math.floor((ours[other] ?? 0) / size) === shape;
      other += 1
    ) {
      const mine = (ours[other] ?? 0) % size;
      if (mine === word || areMeant(word, mine) || !areOneSlip(words, word, mine)) continue;
      addTo(near, word, mine);
      addTo(near, mine, word);
    }
  }
  return near;
}

/** For each word of a list, the hashes of its spellings with one letter left out or none, each with the word’s number. */
function shapesOf(words: Vocabulary, side: 0 | 1, size: number): Float64Array {
  const spelled: { readonly text: string; readonly word: number }[] = [];
  let count = 0;
  for (let word = 0; word < words.size(); word += 1) {
    if (words.rows(word, side) === 0) continue;
    for (const text of spellingsOf(words.textOf(word))) {
      if (text.length < shortestSlip || /\p{N}/u.test(text)) continue;
      spelled.push({ text, word });
      count += text.length + 1;
    }
  }
  const shapes = new Float64Array(count);
  const most = Math.min(2 ** 32, 2 ** 53 / size);
  let at = 0;
  for (const { text, word } of spelled) {
    for (let without = -1; without < text.length; without += 1) {
      shapes[at] = (hashWithout(text, without) % most) * size + word;
      at += 1;
    }
  }
  return shapes.sort();
}

/** FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo) of the text without the letter at a place; whole for the place -1. */
function hashWithout(text: string, place: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    if (at !== place) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

function areOneSlip(words: Vocabulary, a: number, b: number): boolean {
  return spellingsOf(words.textOf(a)).some((text) =>
    spellingsOf(words.textOf(b)).some((other) => isOneSlip(text, other)),
  );
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
