import type { PortalLanguage } from '#core/registration/portal-format.ts';
import { wordsDe } from './words-de.ts';
import { wordsEn } from './words-en.ts';

/** The same texts in some language: a text is a text, and a function keeps what it is made of. */
type InAnyLanguage<T> = {
  readonly [Key in keyof T]: T[Key] extends string
    ? string
    : T[Key] extends (...values: infer Values) => string
      ? (...values: Values) => string
      : InAnyLanguage<T[Key]>;
};

/** Every text of the partner's pages. A language that lacks one does not compile. */
export type PortalWords = InAnyLanguage<typeof wordsEn>;

/** The one catalogue of the partner's pages. What the server says comes from `portal-words.ts` of the core. */
export const portalPages: Readonly<Record<PortalLanguage, PortalWords>> = { en: wordsEn, de: wordsDe };
