/**
 * What a notice says in a letter: in the reader's language where it can be said in it, with its days as the reader writes
 * them. A letter cannot ask a browser for that, as a screen does.
 *
 * Handbook: docs/handbook/notices.md
 */

import type { ReasonParams } from '#core/decision.ts';
import { type PortalLanguage, portalFormat } from '#core/registration/portal-format.ts';
import type { LetterFace } from './letter-texts.ts';
import { portalSentence } from './portal-sentence.ts';

/** A notice as it is kept. */
type KeptNotice = { readonly kind: string; readonly params: ReasonParams; readonly sentence: string };

/**
 * The sentence of a notice in a letter, and the language in which it came out. The desk reads English; a partner's person
 * reads their own language, and English where the notice is older than what another language is made of.
 */
export function letterSentence(
  language: PortalLanguage,
  face: LetterFace,
  notice: KeptNotice,
): { readonly text: string; readonly language: PortalLanguage } {
  const own = face === 'desk' ? null : portalSentence(language, notice);
  const spoken = own === null ? 'en' : language;
  const day = face === 'desk' ? deskDay : portalFormat(spoken).day;
  const text = (own ?? notice.sentence).replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (found) => day(found));
  return { text, language: spoken };
}

/** A day as the desk writes it: 28 Nov 2026. What is no day of a calendar stays as it is. */
export function deskDay(day: string): string {
  const [nth, month, year] = portalFormat('en').day(day).split(' ');
  return month === undefined ? day : `${nth} ${month.slice(0, 3)} ${year}`;
}
