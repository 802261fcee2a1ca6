/// <reference path="./fontkit.d.ts" />
import { create } from 'fontkit';
import { regularBytes } from './paper.ts';

const face = create(regularBytes);
/** What stands for letters that the typeface lacks. */
export const lackingLetters = '(…)';
/** Letters that are drawn as others: the typeface has these. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/[\t\v\f]/g, ' '],
  [/[\u2010\u2011]/g, '-'],
  // Marks of direction and of joining draw nothing.
  [/[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ufe00-\ufe0f]/g, ''],
];

/**
 * A text as the typeface can show it. It has the Latin, Greek and Cyrillic letters with all their marks; a run of any
 * others becomes “(…)”, so that nobody takes a row of empty boxes for a name.
 */
export function shownText(text: string): string {
  const plain = alike.reduce((found, [pattern, by]) => found.replace(pattern, by), text.normalize('NFC'));
  let shown = '';
  for (const letter of plain) {
    if (letter === '\n' || face.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)) shown += letter;
    else if (!shown.trimEnd().endsWith(lackingLetters)) shown += lackingLetters;
    else shown = shown.trimEnd();
  }
  return shown;
}

/** Whatever is drawn, with every text in it as the typeface can show it, and whether one of them lost letters. */
export function shownLetters<T>(value: T): { readonly value: T; readonly isLacking: boolean } {
  let isLacking = false;
  const show = (one: unknown): unknown => {
    if (typeof one === 'string') {
      const shown = shownText(one);
      if (shown.includes(lackingLetters) && !one.includes(lackingLetters)) isLacking = true;
      return shown;
    }
    if (Array.isArray(one)) return one.map(show);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, show(inner)]));
  };
  return { value: show(value) as T, isLacking };
}

/** What a sheet says where letters are missing. */
export const lackingSentence = `${lackingLetters} stands for letters that this typeface does not have. The screen and the other files show them.`;
