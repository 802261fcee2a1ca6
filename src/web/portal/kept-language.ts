import { type PortalLanguage, portalLanguages } from '#core/registration/portal-format.ts';

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

/** The language that the reader chose in the portal on this browser; null where they chose none. */
export function chosenLanguage(): string | null {
  try {
    return localStorage.getItem(storageName);
  } catch {
    return null;
  }
}

/** The language in which the portal speaks to this browser. */
export function keptLanguage(): PortalLanguage {
  return languageOf(chosenLanguage(), navigator.languages);
}

export function keepLanguage(language: PortalLanguage): void {
  try {
    localStorage.setItem(storageName, language);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}
