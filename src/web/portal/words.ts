import type { PortalLanguage } from '#core/registration/portal-format.ts';
import type { InAnyLanguage } from '../any-language.ts';
import { wordsDe } from './words-de.ts';
import { wordsEn } from './words-en.ts';

/** Every text of the partner's pages. A language that lacks one does not compile. */
export type PortalWords = InAnyLanguage<typeof wordsEn>;

/** The one catalogue of the partner's pages. What the server says comes from `portal-words.ts` of the core. */
export const portalPages: Readonly<Record<PortalLanguage, PortalWords>> = { en: wordsEn, de: wordsDe };
