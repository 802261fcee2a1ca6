import { describe, expect, it } from 'vitest';
import { isPortalLanguage, languageOf } from './kept-language.ts';
import { portalPages } from './words.ts';

/** Every text of a catalogue by its path; functions are asked with values that may not be lost. */
function textsOf(words: object, path = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') texts.set(at, value);
    else if (typeof value === 'function') texts.set(at, String(value(7, 8, 9)));
    else for (const [inner, text] of textsOf(value as object, at)) texts.set(inner, text);
  }
  return texts;
}

describe('the words of the partner’s pages', () => {
  const [en, de] = [textsOf(portalPages.en), textsOf(portalPages.de)];

  it('are there in each language, and lose no value', () => {
    expect([...de.keys()]).toEqual([...en.keys()]);
    for (const texts of [en, de]) {
      for (const [path, text] of texts) {
        expect(text, path).toMatch(/^[\p{L}\d@].*\S$/u);
        expect(text, path).not.toMatch(/undefined|null|NaN/);
      }
    }
    const numbers = (text: string | undefined) => text?.match(/\d/g)?.toSorted() ?? [];
    for (const [path, text] of en) expect(numbers(de.get(path)), path).toEqual(numbers(text));
  });

  it('are another language in each', () => {
    const alike = [...en].filter(([path, text]) => de.get(path) === text).map(([path]) => path);
    expect(alike).toEqual([]);
  });
});

describe('the language of a reader', () => {
  it('is what they chose, else that of their browser, else English', () => {
    expect(languageOf('de', ['en-GB'])).toBe('de');
    expect(languageOf(null, ['nl-NL', 'de-AT', 'en'])).toBe('de');
    expect(languageOf('klingon', ['fr'])).toBe('en');
    expect(isPortalLanguage('constructor')).toBe(false);
  });
});
