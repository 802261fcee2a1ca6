/**
 * The one colour of a vendor in its portal (PB-1 to PB-3). It fills buttons and marks, so it has to be seen on the light
 * and on the dark page, and a text has to be read on it. Links are no fill: they take a tone of it that can be read.
 *
 * Handbook: docs/handbook/portal.md
 */

import { type Colour, contrastRatio, hexOf, mixed, parseColour } from './contrast.ts';

const white: Colour = { red: 255, green: 255, blue: 255 };
const black: Colour = { red: 0, green: 0, blue: 0 };

/** The pages of the two themes, which a filled button or a mark has to stand out from. A test compares them with the theme. */
export const grounds = { light: '#fbfbf9', dark: '#191916' } as const;
export type Ground = keyof typeof grounds;

/** Links also stand on tinted rows: of each theme the ground nearest to the middle, so that they can be read on the others. */
export const readingGrounds = { light: '#f3f3f0', dark: '#292825' } as const satisfies Record<Ground, string>;

/** What a mark needs on its ground, and what a text needs (WCAG 2.2, 1.4.11 and 1.4.3, level AA). */
export const neededForMarks = 3;
export const neededForText = 4.5;

/** The accent and what follows from it. */
export type AccentTones = {
  readonly fill: string;
  /** The text on it: white where that can be read, else black. */
  readonly on: string;
  readonly hover: string;
  /** Links and focus rings. */
  readonly textOnLight: string;
  readonly textOnDark: string;
};

export type AccentVerdict =
  | { readonly kind: 'fits'; readonly tones: AccentTones }
  | { readonly kind: 'no_colour' }
  | {
      readonly kind: 'refused';
      /** The ground on which it is not seen, and how far it stands apart there, rounded down. */
      readonly on: Ground;
      readonly ratio: number;
      readonly needed: number;
      /** The colour of the same hue nearest to it that fits. */
      readonly nearest: string;
    };

/** PB-1, PB-2: judges an accent. */
export function judgeAccent(text: string): AccentVerdict {
  const colour = parseColour(text);
  if (colour === null) return { kind: 'no_colour' };
  const failing = failingGround(colour);
  if (failing === null) return { kind: 'fits', tones: tonesOf(colour) };
  return {
    kind: 'refused',
    on: failing,
    ratio: roundedDown(contrastRatio(colour, groundOf(failing))),
    needed: neededForMarks,
    nearest: hexOf(
      firstOf(colour, failing === 'light' ? black : white, (tried) => failingGround(tried) === null),
    ),
  };
}

/** PB-3: the tones of an accent that fits. */
function tonesOf(colour: Colour): AccentTones {
  const isWhite = contrastRatio(colour, white) >= neededForText;
  const [on, away] = isWhite ? [white, black] : [black, white];
  const readOn = (ground: Ground) => (tried: Colour) =>
    contrastRatio(tried, parseColour(readingGrounds[ground]) ?? white) >= neededForText;
  return {
    fill: hexOf(colour),
    on: hexOf(on),
    hover: hexOf(mixed(colour, away, 0.12)),
    textOnLight: hexOf(firstOf(colour, black, readOn('light'))),
    textOnDark: hexOf(firstOf(colour, white, readOn('dark'))),
  };
}

/** No colour is too light for the one and too dark for the other: between the two there is room. */
function failingGround(colour: Colour): Ground | null {
  return (
    (Object.keys(grounds) as Ground[]).find(
      (ground) => contrastRatio(colour, groundOf(ground)) < neededForMarks,
    ) ?? null
  );
}

function groundOf(ground: Ground): Colour {
  return parseColour(grounds[ground]) ?? white;
}

/** The first colour on the way from one to another that passes; the other where none does. */
function firstOf(from: Colour, to: Colour, passes: (tried: Colour) => boolean): Colour {
  for (let step = 0; step < 256; step += 1) {
    const tried = mixed(from, to, step / 256);
    if (passes(tried)) return tried;
  }
  return to;
}

/** Rounded up, a ratio that fails could read as one that passes. */
function roundedDown(ratio: number): number {
  return Math.floor(ratio * 100) / 100;
}
