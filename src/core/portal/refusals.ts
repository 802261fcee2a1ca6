/**
 * Why something is not done that somebody at a partner asked for: every sentence by its code, in every language of the
 * portal. A language is complete or does not compile.
 *
 * Handbook: docs/handbook/portal.md
 */

import type { ReasonParams } from '#core/decision.ts';
import { type PortalEntry, type PortalLanguage, portalFormat } from '#core/registration/portal-format.ts';
import { refusalsGerman } from './refusals-de.ts';
import { refusalsEnglish } from './refusals-en.ts';

export type RefusalCode = keyof typeof refusalsEnglish;

/** A refusal as it is thrown: which one, and what its sentence is made of. */
export type Refusal = { readonly code: RefusalCode; readonly params: ReasonParams };

const catalogues: Readonly<Record<PortalLanguage, Readonly<Record<RefusalCode, PortalEntry>>>> = {
  en: refusalsEnglish,
  de: refusalsGerman,
};

/** The sentence of a refusal in a language. */
export function refusalSentence(language: PortalLanguage, { code, params }: Refusal): string {
  return catalogues[language][code](params, portalFormat(language));
}
