import { useEffect } from 'react';
import type { PortalLanguage } from '#core/registration/portal-format.ts';
import type { InAnyLanguage } from '../any-language.ts';
import { chosenLanguage, keptLanguage, languageOf } from '../portal/kept-language.ts';
import { uiDe } from '../portal/words-ui-de.ts';
import { type UiTexts, uiEnglish } from '../ui/texts.ts';
import { entryGerman } from './words-de.ts';
import { entryEnglish } from './words-en.ts';

export type EntryWords = InAnyLanguage<typeof entryEnglish>;

export type EntrySpeech = {
  readonly language: PortalLanguage;
  readonly words: EntryWords;
  readonly ui: UiTexts;
};

const speeches: Readonly<Record<PortalLanguage, EntrySpeech>> = {
  en: { language: 'en', words: entryEnglish, ui: uiEnglish },
  de: { language: 'de', words: entryGerman, ui: uiDe },
};

/**
 * The language of the pages before the product. Who is on the way into a portal reads the language that the portal will
 * speak; anybody else English, which the desk speaks, unless they chose a language in a portal on this browser before.
 */
export function useEntrySpeech(isForPortal = false): EntrySpeech {
  const language = isForPortal ? keptLanguage() : languageOf(chosenLanguage(), []);
  useEffect(() => {
    document.documentElement.lang = language;
    return () => {
      document.documentElement.lang = 'en';
    };
  }, [language]);
  return speeches[language];
}
