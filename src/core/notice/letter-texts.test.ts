import { describe, expect, it } from 'vitest';
import { deskDay, letterSentence } from './letter-sentence.ts';
import { letterTexts } from './letter-texts.ts';

/** Every text by its path; functions are asked with values that may not be lost. */
function textsOf(texts: object, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] => {
    if (typeof value === 'string') return [[`${path}${key}`, value]];
    if (typeof value === 'function') return [[`${path}${key}`, String(value('X7', 'Y8'))]];
    return textsOf(value as object, `${path}${key}.`);
  });
}

describe('the texts of a letter', () => {
  const [en, de] = [textsOf(letterTexts.en), new Map(textsOf(letterTexts.de))];

  it('are there in each language, differ, and lose no value', () => {
    expect([...de.keys()]).toEqual(en.map(([path]) => path));
    const values = (text: string | undefined) => text?.match(/[XY]\d/g)?.toSorted() ?? [];
    for (const [path, text] of en) expect(values(de.get(path)), path).toEqual(values(text));
    // A subject is a notice and a name; both are the reader's own already.
    const alike = en.filter(([path, text]) => de.get(path) === text).map(([path]) => path);
    expect(alike).toEqual(['subjectOfOne']);
  });

  it('count one as one', () => {
    expect(letterTexts.en.subject.digest('Northwind', 1)).toBe('Northwind: your daily digest, 1 notice');
    expect(letterTexts.de.subject.at_once('Northwind', 1)).toBe('Northwind: 1 Mitteilung');
    expect(letterTexts.de.subject.at_once('Northwind', 2)).toBe('Northwind: 2 Mitteilungen');
  });
});

describe('the sentence of a notice in a letter', () => {
  const statement = {
    kind: 'statement',
    params: { number: 3, month: '2026-06-01' },
    sentence: 'Your statement 3 for June 2026 is issued.',
  };
  const signed = {
    kind: 'page_signed',
    params: { page: 'Tiers', version: 2, from: '2026-11-28' },
    sentence: 'Version 2 of the page Tiers has all its signatures and counts from 2026-11-28.',
  };

  it('is in the language of a partner’s person', () => {
    expect(letterSentence('de', 'portal', statement)).toEqual({
      text: 'Ihre Abrechnung 3 für Juni 2026 ist ausgestellt.',
      language: 'de',
    });
    expect(letterSentence('en', 'portal', statement)).toEqual({ text: statement.sentence, language: 'en' });
  });

  it('stays as it was told where it is older than what another language is made of', () => {
    const old = { ...statement, params: {}, sentence: 'Your statement 3 is due on 2026-07-01.' };
    expect(letterSentence('de', 'portal', old)).toEqual({
      text: 'Your statement 3 is due on 1 July 2026.',
      language: 'en',
    });
  });

  it('names days as the desk writes them', () => {
    expect(letterSentence('en', 'desk', signed).text).toBe(
      'Version 2 of the page Tiers has all its signatures and counts from 28 Nov 2026.',
    );
    expect(deskDay('2026-05-01')).toBe('1 May 2026');
    expect(deskDay('2026-02-30')).toBe('2026-02-30');
  });
});
