/**
 * How much two names say for or against one company, word by word: a rare word that both have says much, a common one
 * little, and a word that only one has speaks against it.
 *
 * Handbook: docs/handbook/overlap.md
 */

import { none, type SpelledName } from './profile.ts';
import type { OverlapSettings } from './settings.ts';
import type { Vocabulary } from './vocabulary.ts';
import { namesAPart, tradeRate } from './words-of-trade.ts';

export type NameLikeness = 'same' | 'near' | 'part' | 'initials' | 'other';

export type NamesCompared = {
  readonly bits: number;
  readonly likeness: NameLikeness;
  /** Words that both have, as one of them spells it. */
  readonly shared: readonly number[];
  /** Whether one of the shared words is no word of the trade. */
  readonly isTelling: boolean;
  /** Whether what only one of them has names a place or a part of a company. */
  readonly isPart: boolean;
};

export type NameFrame = {
  readonly words: Vocabulary;
  readonly rates: Float64Array;
  readonly near: ReadonlyMap<number, readonly number[]>;
  /** For each word: 1 where many companies have it, 2 where it names a place or a part, else 0. */
  readonly kinds: Uint8Array;
  /** For names of so many words: what it says, in bits, that a name with these words has no other. */
  readonly nothingElse: readonly number[];
  /** Of two companies of one list, how often they have the same whole name. */
  readonly sameName: number;
  readonly settings: OverlapSettings;
};

/** Bits of what two records of one company do to a word: left out, by how telling the word is; mistyped; abbreviated. */
const leftOut = { telling: -6, common: -2.5, place: -3, number: -7, letter: -1 };
/** Each of two names has a word of its own where the other has another: Southwest Airlines and Southwest Gas. */
const eachItsOwn = -6;
const mistyped = Math.log2(0.1);
/** So many other words are one slip from a word of up to so many letters. */
const alikeWords = [
  { letters: 5, words: 3 },
  { letters: 7, words: 1 },
  { letters: Number.POSITIVE_INFINITY, words: 0.3 },
];
const kept = Math.log2(0.95);
/** Two records of one company hardly ever have names with nothing in common: it was renamed, or is a brand. */
const nothingShared = -7;
const asInitials = 8;
const otherOrder = -1;
/** Names of words of the trade alone are given again and again. */
const ofTheTrade = -3;

/** What kind each word is, once for all comparisons. */
export function kindsOf(words: Vocabulary): Uint8Array {
  const kinds = new Uint8Array(words.size());
  for (let word = 0; word < kinds.length; word += 1) {
    const text = words.textOf(word);
    kinds[word] = namesAPart(text) ? 2 : tradeRate(text) === null ? 0 : 1;
  }
  return kinds;
}

/** Names of more words end at their last word as those of so many. */
const mostWords = 5;
/** Names of the lists that the expected share counts as much as. */
const endsPrior = 20;

/** What it says that a name with certain words has no other beside them, by the number of words, as in the lists. */
export function nothingElseBits(
  lists: readonly (readonly { readonly names: readonly SpelledName[] }[])[],
  { endsHere }: OverlapSettings,
): number[] {
  const counts = new Array<number>(mostWords + 1).fill(0);
  for (const list of lists) {
    for (const { names } of list) {
      const words = Math.min(mostWords, names[0]?.words.length ?? 0);
      counts[words] = (counts[words] ?? 0) + 1;
    }
  }
  return counts.map((exactly, words) => {
    const asMany = counts.slice(words).reduce((sum, count) => sum + count, 0);
    return -Math.log2((exactly + endsPrior * endsHere) / (asMany + endsPrior));
  });
}

/** Of two companies of one list, how often they have the same whole name; rows that are doubles stand among them. */
export function sameNameRate(
  lists: readonly (readonly { readonly names: readonly SpelledName[] }[])[],
  rowsWith: (name: number, side: 0 | 1) => number,
  { sameNameRate: expected, sameNamePairs }: OverlapSettings,
): number {
  let [pairs, same] = [sameNamePairs, sameNamePairs * expected];
  for (const [side, list] of lists.entries()) {
    pairs += (list.length * (list.length - 1)) / 2;
    // Each of the rows with a name sees the others with it; every pair is seen from both of its ends.
    for (const { names } of list)
      same += Math.max(0, rowsWith(names[0]?.joined ?? none, side as 0 | 1) - 1) / 2;
  }
  return same / pairs;
}

function endBits(words: number, { nothingElse }: NameFrame): number {
  return nothingElse[Math.min(mostWords, words)] ?? 0;
}

/** The best that two companies' spellings say. */
export function compareNames(
  ours: readonly SpelledName[],
  theirs: readonly SpelledName[],
  frame: NameFrame,
): NamesCompared | null {
  let best: NamesCompared | null = null;
  for (const a of ours) {
    for (const b of theirs) {
      const compared = compareTwo(a, b, frame);
      if (best === null || compared.bits > best.bits) best = compared;
    }
  }
  return best;
}

function compareTwo(a: SpelledName, b: SpelledName, frame: NameFrame): NamesCompared {
  const { rates, kinds, settings, near } = frame;
  if (a.joined === b.joined) {
    const rarer = a.words.length >= b.words.length ? a.words : b.words;
    let byWords = endBits(rarer.length, frame);
    for (const word of rarer) byWords -= Math.log2(rates[word] ?? 1);
    const isTelling = rarer.some((word) => kinds[word] === 0);
    const whole = rarer.length > 1 || isTelling ? -Math.log2(frame.sameName) : 0;
    const bits = kept + Math.max(byWords, whole) + (isTelling ? 0 : ofTheTrade);
    return {
      bits: Math.min(settings.mostNameBits, bits),
      likeness: 'same',
      shared: rarer,
      isTelling,
      isPart: false,
    };
  }
  const open = [...b.words];
  const shared: number[] = [];
  const alone: number[] = [];
  let bits = 0;
  let slipped = 0;
  for (const word of a.words) {
    const at = open.indexOf(word);
    if (at < 0) alone.push(word);
    else {
      bits += kept - Math.log2(rates[word] ?? 1);
      shared.push(word);
      open.splice(at, 1);
    }
  }
  // What is the same is taken before what may be mistyped, so that both directions see the same words.
  for (const word of [...alone]) {
    const like = near.get(word);
    const at = like === undefined ? -1 : open.findIndex((other) => like.includes(other));
    if (at < 0) continue;
    const commoner = Math.max(rates[word] ?? 1, rates[open[at] ?? 0] ?? 1);
    bits += mistyped - Math.log2(commoner * alikeTo(frame.words.textOf(word).length));
    slipped += 1;
    shared.push(word);
    alone.splice(alone.indexOf(word), 1);
    open.splice(at, 1);
  }
  joinNeighbours(alone, open, frame, (word) => {
    bits += kept - Math.log2(rates[word] ?? 1);
    shared.push(word);
  });
  const rest = [...alone, ...open];
  const isTelling = shared.some((word) => kinds[word] === 0);
  if (shared.length === 0) {
    const isInitials =
      (a.initials !== none && a.initials === b.joined) || (b.initials !== none && b.initials === a.joined);
    return {
      bits: isInitials ? asInitials : nothingShared,
      likeness: isInitials ? 'initials' : 'other',
      shared,
      isTelling: false,
      isPart: false,
    };
  }
  if (rest.length === 0) {
    bits += endBits(shared.length, frame) + (slipped === 0 ? otherOrder : 0);
    return {
      bits: Math.min(settings.mostNameBits, isTelling ? bits : bits + ofTheTrade),
      likeness: slipped === 0 ? 'same' : 'near',
      shared,
      isTelling,
      isPart: false,
    };
  }
  for (const word of rest) bits += missing(word, frame);
  if (alone.length > 0 && open.length > 0) bits += eachItsOwn;
  return {
    bits: Math.max(nothingShared, Math.min(settings.mostNameBits, bits)),
    likeness: 'part',
    shared,
    isTelling,
    isPart: rest.every((word) => kinds[word] === 2) && (alone.length === 0 || open.length === 0),
  };
}

function alikeTo(letters: number): number {
  return alikeWords.find((step) => letters <= step.letters)?.words ?? 1;
}

function missing(word: number, { words, kinds }: NameFrame): number {
  const text = words.textOf(word);
  if (text.length === 1) return leftOut.letter;
  if (/^\p{N}+$/u.test(text)) return leftOut.number;
  return kinds[word] === 2 ? leftOut.place : kinds[word] === 1 ? leftOut.common : leftOut.telling;
}

/** “JP Morgan” and “JPMorgan”: two words that stand written together on the other side are one. */
function joinNeighbours(
  alone: number[],
  open: number[],
  { words }: NameFrame,
  found: (word: number) => void,
): void {
  if (alone.length === 0 || open.length === 0 || alone.length + open.length < 3) return;
  for (const [singles, pairs] of [
    [alone, open],
    [open, alone],
  ] as const) {
    for (const single of [...singles]) {
      const text = words.textOf(single);
      const at = pairs.findIndex(
        (word, index) =>
          index + 1 < pairs.length && words.textOf(word) + words.textOf(pairs[index + 1] ?? 0) === text,
      );
      if (at < 0) continue;
      pairs.splice(at, 2);
      singles.splice(singles.indexOf(single), 1);
      found(single);
    }
  }
}
