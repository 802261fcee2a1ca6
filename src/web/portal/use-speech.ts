import { useEffect, useMemo, useState } from 'react';
import type { Speech } from '../speech.ts';
import { keepLanguage, keptLanguage } from './kept-language.ts';

/** The reader's language, which the page says of itself and the browser remembers. */
export function useSpeech(): Speech {
  const [language, setLanguage] = useState(keptLanguage);
  const speech = useMemo(
    () => ({
      language,
      choose: (chosen: typeof language) => {
        keepLanguage(chosen);
        setLanguage(chosen);
      },
    }),
    [language],
  );
  useEffect(() => {
    document.documentElement.lang = language;
    return () => {
      document.documentElement.lang = 'en';
    };
  }, [language]);
  return speech;
}

/** Figures as the reader's region writes them, where that speaks the language that they read. */
export function localeOf(language: string): string {
  return navigator.languages.find((tag) => tag.toLowerCase().startsWith(language)) ?? language;
}
