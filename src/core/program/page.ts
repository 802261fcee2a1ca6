/**
 * A page of the program: a short document that a person fills in at one sitting and named seats sign.
 *
 * Handbook: docs/handbook/program.md
 */

import type { Fields } from './field.ts';
import type { Role } from './roles.ts';

/** The pages in the order that works: each rests on those before it. */
export const pageWords = [
  'thesis',
  'archetypes',
  'profile',
  'operating_model',
  'assumptions',
  'attribution',
  'registration',
  'tiers',
  'journey',
  'scoreboard',
] as const;

export type PageWord = (typeof pageWords)[number];

/** Whether the text names a page, as it is stored and spelled in an address. */
export function isPageWord(text: string): text is PageWord {
  return (pageWords as readonly string[]).includes(text);
}

/** Fields that stand together on the form and on the print. */
export type Section = {
  readonly title: string;
  /** Two or three sentences that let somebody who has read nothing else fill it in. */
  readonly guidance: string;
  /** Names of fields, in order. Every field of the page stands in exactly one section. */
  readonly fields: readonly string[];
};

export type Page<F extends Fields = Fields> = {
  readonly word: PageWord;
  readonly title: string;
  /** The one question that the page answers. */
  readonly question: string;
  /** How long a person needs for it, in minutes. */
  readonly minutes: number;
  /** The seats whose holders sign it. */
  readonly seats: readonly Role[];
  readonly sections: readonly Section[];
  readonly fields: F;
};
