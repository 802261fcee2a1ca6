/**
 * Which pairs of two lists are looked at at all: those with a key, a whole name, a rare word or two words in common.
 * Comparing each row with each would take a hundred thousand times as long.
 *
 * Handbook: docs/handbook/overlap.md
 */

import { type CompanyProfile, none, type Profiles } from './profile.ts';

/** A word or key that more rows of a list have leads to too many of them. */
const mostByWord = 24;
const mostByKey = 400;
/** So many of the rarest words of a name are asked for, alone and two by two. */
const rarest = 3;

/** Calls back with each pair of rows that is worth comparing, once, by the row of the second list. */
export function eachCandidate(
  { lists, words }: Profiles,
  near: ReadonlyMap<number, readonly number[]>,
  rates: Float64Array,
  look: (left: number, right: number) => void,
): void {
  const [ours, theirs] = lists;
  const byKey = new Map<number, number[]>();
  const byWord: (number[] | undefined)[] = new Array(words.size());
  const byTwo = new Map<number, number[]>();
  const size = words.size();
  for (const [row, company] of ours.entries()) {
    for (const key of keysOf(company)) addTo(byKey, key, row);
    for (const name of company.names) {
      for (const word of name.words) {
        const there = byWord[word];
        if (there === undefined) byWord[word] = [row];
        else if (there.length <= mostByWord && there.at(-1) !== row) there.push(row);
      }
      for (const two of twos(rarestOf(name.words, rates), size)) addTo(byTwo, two, row);
    }
  }
  const seen = new Int32Array(ours.length).fill(-1);
  for (const [row, company] of theirs.entries()) {
    const visit = (rows: readonly number[] | undefined, most: number): void => {
      if (rows === undefined || rows.length > most) return;
      for (const other of rows) {
        if (seen[other] === row) continue;
        seen[other] = row;
        look(other, row);
      }
    };
    for (const key of keysOf(company)) visit(byKey.get(key), mostByKey);
    for (const name of company.names) {
      const asked = rarestOf(name.words, rates);
      const spelled = asked.map((word) => [word, ...(near.get(word) ?? [])]);
      for (const word of spelled.flat()) visit(byWord[word], mostByWord);
      for (const [at, firsts] of spelled.entries()) {
        for (const seconds of spelled.slice(at + 1)) {
          for (const first of firsts) {
            for (const second of seconds) visit(byTwo.get(twoOf(first, second, size)), mostByKey);
          }
        }
      }
    }
  }
}

function keysOf(company: CompanyProfile): number[] {
  const { names, domains, brands, lei, duns, linkedin } = company;
  const keys = [...domains, ...brands, lei, duns, linkedin];
  for (const { joined, initials } of names) keys.push(joined, initials);
  return keys.filter((key) => key !== none);
}

function rarestOf(words: readonly number[], rates: Float64Array): readonly number[] {
  if (words.length <= rarest) return words;
  return words.toSorted((a, b) => (rates[a] ?? 0) - (rates[b] ?? 0) || a - b).slice(0, rarest);
}

function twos(words: readonly number[], size: number): number[] {
  const made: number[] = [];
  for (let i = 0; i < words.length; i += 1) {
    for (let j = i + 1; j < words.length; j += 1) made.push(twoOf(words[i] ?? 0, words[j] ?? 0, size));
  }
  return made;
}

function twoOf(a: number, b: number, size: number): number {
  return a < b ? a * size + b : b * size + a;
}

function addTo(rows: Map<number, number[]>, key: number, row: number): void {
  const there = rows.get(key);
  if (there === undefined) rows.set(key, [row]);
  else if (there.length <= mostByKey && there.at(-1) !== row) there.push(row);
}
