/**
 * The one catalogue of what a partner reads about a registration: every text by its code, in every language of the
 * portal. A language is complete or does not compile.
 *
 * Handbook: docs/handbook/registration.md
 */

import type { ReasonParams } from '#core/decision.ts';
import { type PortalEntry, type PortalLanguage, portalFormat } from './portal-format.ts';
import { portalGerman } from './portal-words-de.ts';
import { type PortalCode, portalEnglish } from './portal-words-en.ts';
import type { RejectionReason } from './rejection.ts';
import type { FormError } from './submission.ts';

const catalogues: Readonly<Record<PortalLanguage, Readonly<Record<PortalCode, PortalEntry>>>> = {
  en: portalEnglish,
  de: portalGerman,
};

/** The text of a code in a language. */
export function portalSay(language: PortalLanguage, code: PortalCode, params: ReasonParams = {}): string {
  return catalogues[language][code](params, portalFormat(language));
}

/** What was expected of an input and what to do, in a language: the two sentences beside what was found. */
export function formErrorWords(
  language: PortalLanguage,
  { code, params }: FormError,
): { readonly expected: string; readonly repair: string } {
  return {
    expected: portalSay(language, `expected.${code}`, params),
    repair: portalSay(language, `repair.${code}`, params),
  };
}

/**
 * DR-16: the reason of a rejection as the partner reads it. In the language of the page the page's own words stand; in
 * another one, the catalogue's words for what it is counted as.
 */
export function rejectionWords(
  language: PortalLanguage,
  reason: RejectionReason,
  pageLanguage: PortalLanguage = 'en',
): string {
  if (reason.kind === 'other' || (language === pageLanguage && reason.words !== '')) return reason.words;
  return portalSay(language, `rejected.${reason.kind}`);
}
