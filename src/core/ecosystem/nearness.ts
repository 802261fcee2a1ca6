/**
 * How alike two accounts are, with the reasons (DR-3). Three answers: the same, a person looks, different. Nothing is
 * merged here; only a key that both share makes two accounts the same.
 *
 * Handbook: docs/handbook/account.md
 */

import type { Reason } from '#core/decision.ts';
import type { AccountKeys } from './account-key.ts';

export type NearnessCode =
  | 'same_domain'
  | 'subdomain'
  | 'same_name_country'
  | 'lookalike_domain'
  | 'same_brand'
  | 'name_alike'
  | 'name_within'
  | 'name_apart'
  | 'legal_form_differs'
  | 'country_differs'
  | 'domain_differs';

/** `score` is between 0 and 1; 1 only for what a key decides. */
export type Nearness = {
  readonly outcome: 'same' | 'ask' | 'different';
  readonly score: number;
  readonly reasons: readonly Reason<NearnessCode>[];
};

/** What a likeness other than a key scores at most. */
const almost = 0.99;

/** So many letters may differ between two spellings of one name, however long it is. */
export const mostLetters = 4;

/**
 * DR-3: judges two accounts. `askFrom` is the signed page's number from which on a likeness goes to a person. The answer
 * is the same whichever of the two comes first.
 */
export function nearness(a: AccountKeys, b: AccountKeys, askFrom: number): Nearness {
  if (a.domain !== null && a.domain === b.domain) {
    const reasons = [because('same_domain', true, { domain: a.domain })];
    if (a.host !== b.host) reasons.push(because('subdomain', true, { host: a.host, other: b.host }));
    return { outcome: 'same', score: 1, reasons };
  }
  const hasBothDomains = a.domain !== null && b.domain !== null;
  if (!hasBothDomains && a.nameCountry !== null && a.nameCountry === b.nameCountry) {
    return {
      outcome: 'same',
      score: 1,
      reasons: [because('same_name_country', true, { name: a.name, country: a.country })],
    };
  }
  if (a.domainSkeleton !== null && a.domainSkeleton === b.domainSkeleton) {
    const reasons = [because('lookalike_domain', true, { domain: a.domain, other: b.domain })];
    return { outcome: 'ask', score: almost, reasons };
  }
  const reasons: Reason<NearnessCode>[] = [];
  let score = nameLikeness(a, b, reasons);
  if (a.brand !== null && a.brand === b.brand && a.brand.length > 2) {
    reasons.push(because('same_brand', true, { domain: a.domain, other: b.domain }));
    score = Math.max(score, 0.9);
  }
  if (hasBothDomains) reasons.push(because('domain_differs', false, { domain: a.domain, other: b.domain }));
  if (a.legalForm !== '' && b.legalForm !== '' && a.legalForm !== b.legalForm) {
    reasons.push(because('legal_form_differs', false, { form: a.legalForm, other: b.legalForm }));
    score -= 0.03;
  }
  if (a.country !== null && b.country !== null && a.country !== b.country) {
    reasons.push(because('country_differs', false, { country: a.country, other: b.country }));
    score *= 0.9;
  }
  const rounded = Math.round(Math.max(0, Math.min(almost, score)) * 1000) / 1000;
  return { outcome: rounded >= askFrom ? 'ask' : 'different', score: rounded, reasons };
}

function nameLikeness(a: AccountKeys, b: AccountKeys, reasons: Reason<NearnessCode>[]): number {
  if (a.nameSkeleton === '' || b.nameSkeleton === '') return 0;
  const params = { name: a.name, other: b.name };
  const spelled = likeness(a.nameSkeleton, b.nameSkeleton);
  const reordered = a.name === '' ? 0 : likeness(sortedWords(a.name), sortedWords(b.name));
  const alike = Math.max(spelled, reordered);
  const within = isWithin(a.name, b.name) || isWithin(b.name, a.name);
  if (alike >= 0.75 || !within) {
    reasons.push(because(alike >= 0.75 ? 'name_alike' : 'name_apart', alike >= 0.75, { ...params, alike }));
  }
  if (within) reasons.push(because('name_within', true, params));
  return Math.max(alike === 1 ? almost + 0.01 : alike, within ? 0.9 : 0);
}

/**
 * 1 less the share of letters that have to be changed, left out, added or swapped with their neighbour; 0 where those are
 * more than a slip explains.
 */
export function likeness(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  const longest = Math.max(left.length, right.length);
  if (longest === 0 || a === b) return 1;
  if (Math.abs(left.length - right.length) > mostLetters) return 0;
  const changes = changesBetween(left, right);
  return changes > mostLetters ? 0 : 1 - changes / longest;
}

/** The least number of changes, counted exactly up to `mostLetters`; above it only that there are more. */
function changesBetween(left: readonly string[], right: readonly string[]): number {
  const far = mostLetters + 1;
  let before: number[] = [];
  let row = Array.from({ length: right.length + 1 }, (_, place) => place);
  for (const [i, letter] of left.entries()) {
    const next = new Array<number>(right.length + 1).fill(far);
    next[0] = i + 1;
    // So few changes lead no further off the diagonal.
    for (let j = Math.max(0, i - mostLetters); j <= Math.min(right.length - 1, i + mostLetters); j += 1) {
      const changed = (row[j] ?? far) + (letter === right[j] ? 0 : 1);
      const isSwapped = i > 0 && j > 0 && letter === right[j - 1] && left[i - 1] === right[j];
      const swapped = isSwapped ? (before[j - 1] ?? far) + 1 : far;
      next[j + 1] = Math.min(changed, (row[j + 1] ?? far) + 1, (next[j] ?? far) + 1, swapped);
    }
    [before, row] = [row, next];
  }
  return row[right.length] ?? far;
}

/** Whether the words of the first name all stand in the second, and say enough to be a name of their own. */
function isWithin(short: string, long: string): boolean {
  const words = short.split(' ');
  const others = new Set(long.split(' '));
  return words.length < others.size && words.join('').length >= 6 && words.every((word) => others.has(word));
}

/** The words of a name in alphabetical order and written together: names of the same words are one text. */
export function sortedWords(name: string): string {
  return name.split(' ').sort().join('');
}

function because(code: NearnessCode, holds: boolean, params: Reason['params']): Reason<NearnessCode> {
  return { rule: 'DR-3', code, holds, params };
}
