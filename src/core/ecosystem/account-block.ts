/**
 * Blocks: short texts by which accounts are looked up among a million others before `nearness` judges them (DR-3). An
 * account is kept under its blocks and asked for by them; the two sides differ, so that few are kept and few are common.
 * Two accounts whose names are alike to 0.9 or more, or that share a brand, a look of their domains or a whole name,
 * have a block in common.
 *
 * Handbook: docs/handbook/account.md
 */

import type { AccountKeys } from './account-key.ts';
import { mostLetters, sortedWords } from './nearness.ts';

/**
 * Which making of keys and blocks this is. Raise it when either changes, in this folder or by another list of public
 * suffixes: accounts that are kept under older blocks are then kept anew.
 */
export const blocksVersion = 1;

/** Names are looked up from this likeness on; what is less alike is found only by another block. */
const leastLikeness = 0.9;
/** Scores are rounded to three places, so a little less counts as well. */
const rounding = 0.0005;
const longestBlock = 240;
const shortestBrand = 3;

/** The blocks under which two accounts are the same, if they have one in common. */
export function exactBlocks({ domain, nameCountry }: AccountKeys): string[] {
  return known([domain === null ? '' : `domain:${domain}`, nameCountry === null ? '' : `is:${nameCountry}`]);
}

/** Every block under which an account is kept, exact and near. */
export function keptBlocks(keys: AccountKeys): string[] {
  // The look of most domains is the domain itself, which is kept already.
  const looksOther = keys.domainSkeleton !== keys.domain;
  const look = looksOther && keys.domainSkeleton !== null ? `look:${keys.domainSkeleton}` : '';
  return known([...exactBlocks(keys), look, ...namedBlocks(keys), ...spellings(keys).flatMap(keptPieces)]);
}

/** The blocks by which accounts are asked for that may be near, from a likeness on. */
export function askedBlocks(keys: AccountKeys, askFrom: number): string[] {
  const { domainSkeleton: look } = keys;
  const pieces = spellings(keys).flatMap((name) => askedPieces(name, Math.max(askFrom, leastLikeness)));
  return known([
    ...(look === null ? [] : [`domain:${look}`, `look:${look}`]),
    ...namedBlocks(keys),
    ...pieces,
  ]);
}

/** What an account is kept under and asked for by alike: its brand, and the words of its name. */
function namedBlocks({ brand, name }: AccountKeys): string[] {
  return [
    brand === null || brand.length < shortestBrand ? '' : `brand:${brand}`,
    ...name.split(' ').map((word) => (word === '' ? '' : `word:${word}`)),
  ];
}

/** The two texts in which names are compared. */
function spellings({ nameSkeleton, name }: AccountKeys): string[] {
  return known([nameSkeleton, nameSkeleton === '' ? '' : sortedWords(name)]);
}

/**
 * A name in one piece more than letters of it may differ: at least one piece then stands unchanged. Each carries the
 * length of the name and its own place.
 */
function keptPieces(name: string): string[] {
  const letters = [...name];
  return placesOf(letters.length).map(({ start, end, title }) => title + letters.slice(start, end).join(''));
}

/**
 * The pieces that names of about this one's length would have where they differ from it by so few letters. A piece may
 * have moved by as many places as letters were added or left out; and its last letter may have been swapped with the
 * first one of the next piece.
 */
function askedPieces(name: string, askFrom: number): string[] {
  const letters = [...name];
  const pieces: string[] = [];
  for (
    let length = Math.max(1, letters.length - mostLetters);
    length <= letters.length + mostLetters;
    length += 1
  ) {
    const most = mayDiffer(Math.max(length, letters.length), askFrom);
    const longer = letters.length - length;
    if (Math.abs(longer) > most) continue;
    for (const { start, end, title } of placesOf(length)) {
      for (let moved = -most; moved <= most; moved += 1) {
        const [from, to] = [start + moved, end + moved];
        if (Math.abs(moved) + Math.abs(longer - moved) > most || from < 0 || to > letters.length) continue;
        pieces.push(title + letters.slice(from, to).join(''));
        const next = letters[to];
        if (most > 0 && next !== undefined) pieces.push(title + letters.slice(from, to - 1).join('') + next);
      }
    }
  }
  return pieces;
}

type Place = { readonly start: number; readonly end: number; readonly title: string };

function placesOf(length: number): Place[] {
  // The other name may be longer by as many letters as differ, and is then allowed more of them.
  const share = 1 - leastLikeness + rounding;
  const count = 1 + Math.min(mostLetters, Math.floor((length * share) / (1 - share)));
  return Array.from({ length: count }, (_, place) => ({
    start: Math.floor((place * length) / count),
    end: Math.floor(((place + 1) * length) / count),
    title: `${length}.${place}:`,
  }));
}

function mayDiffer(length: number, askFrom: number): number {
  return Math.min(mostLetters, Math.floor(length * (1 - askFrom + rounding)));
}

function known(blocks: readonly string[]): string[] {
  // The database holds no NUL, and no key of any length.
  const storable = blocks.map((block) => block.replaceAll('\0', '').slice(0, longestBlock));
  return [...new Set(storable.filter((block) => block !== ''))];
}
