import { useContext } from 'react';
import { type PortalLanguage, portalLanguages } from '#core/registration/portal-format.ts';
import { LanguageContext, type Speech } from '../speech.ts';
import { type PortalWords, portalPages } from './words.ts';

export function isPortalLanguage(value: string): value is PortalLanguage {
  return Object.hasOwn(portalLanguages, value);
}

/** What the reader chose before, else the first language of the browser that the portal speaks, else English. */
export function languageOf(chosen: string | null, browser: readonly string[]): PortalLanguage {
  const spoken = browser.map((tag) => tag.slice(0, 2).toLowerCase());
  return [chosen ?? '', ...spoken].find(isPortalLanguage) ?? 'en';
}

/** Where the browser keeps a person's language. */
const storageName = 'tandem-portal-language';

export function keptLanguage(): PortalLanguage {
  try {
    return languageOf(localStorage.getItem(storageName), navigator.languages);
  } catch {
    return languageOf(null, navigator.languages);
  }
}

export function keepLanguage(language: PortalLanguage): void {
  try {
    localStorage.setItem(storageName, language);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

export function usePortalLanguage(): Speech {
  return useContext(LanguageContext);
}

/** The texts of the partner's pages in the reader's language. */
export function useWords(): PortalWords {
  return portalPages[useContext(LanguageContext).language];
}
