/**
 * What stands around the notices of a letter, in each language of the portal. A text that a language lacks does not
 * compile.
 *
 * Handbook: docs/handbook/notices.md
 */

import type { PortalLanguage } from '#core/registration/portal-format.ts';
import type { NoticeWay } from './kinds.ts';
import { germanLetters } from './letter-texts-de.ts';

/** On which side somebody reads: at the company's desk, or in a partner's portal. */
export type LetterFace = 'desk' | 'portal';

/** How a letter leaves: at once, or once a day. */
export type LetterWay = Exclude<NoticeWay, 'here'>;

export type LetterTexts = {
  /** The subject of a letter with one notice, and of one with several. `company` is whose program it is. */
  readonly subjectOfOne: (notice: string, company: string) => string;
  readonly subject: Readonly<Record<LetterWay, (company: string, count: number) => string>>;
  readonly greeting: (name: string) => string;
  readonly heading: Readonly<Record<LetterWay, (company: string) => string>>;
  readonly open: Readonly<Record<LetterFace, string>>;
  readonly inbox: string;
  /** Where a letter does not hold all of them. */
  readonly more: (count: number) => string;
  /** What stands before the address of a button. */
  readonly orOpen: string;
  /** Why the reader gets this letter. */
  readonly why: Readonly<Record<LetterWay, Readonly<Record<LetterFace, string>>>>;
  /** The way to end or to change such letters. */
  readonly choices: string;
};

const counted = (count: number) => (count === 1 ? '1 notice' : `${count} notices`);
const onceADay = (place: string) =>
  `You get one such letter on a business day, and none when nothing is new. What you read in ${place} before is not in it.`;
const atOnce = 'You get such letters at once because you chose it or because somebody waits for you.';

const english: LetterTexts = {
  subjectOfOne: (notice, company) => `${notice} (${company})`,
  subject: {
    at_once: (company, count) => `${company}: ${counted(count)}`,
    digest: (company, count) => `${company}: your daily digest, ${counted(count)}`,
  },
  greeting: (name) => `Hello ${name},`,
  heading: {
    at_once: (company) => `This is new in the partner program of ${company}:`,
    digest: (company) => `This is new since your last digest from the partner program of ${company}:`,
  },
  open: { desk: 'Open it in Tandem', portal: 'Open it in the portal' },
  inbox: 'Open your inbox',
  more: (count) => `Read ${count} more in your inbox`,
  orOpen: 'Or open this address:',
  why: {
    at_once: { desk: atOnce, portal: atOnce },
    digest: { desk: onceADay('Tandem'), portal: onceADay('the portal') },
  },
  choices: 'Choose what is mailed to you, and when',
};

/** The one catalogue of letters that tell notices. */
export const letterTexts: Readonly<Record<PortalLanguage, LetterTexts>> = { en: english, de: germanLetters };
