import { describe, expect, it } from 'vitest';
import { type RefusalCode, refusalSentence } from './refusals.ts';
import { refusalsEnglish } from './refusals-en.ts';

const params = { email: 'ada@example.org', company: 'Larkspur', until: '2026-11-04', days: 10 };
const codes = Object.keys(refusalsEnglish) as RefusalCode[];

describe('a refusal that a partner can meet', () => {
  it.each(codes)('%s is a whole sentence in each language, and not the same one', (code) => {
    const english = refusalSentence('en', { code, params });
    const german = refusalSentence('de', { code, params });
    for (const sentence of [english, german]) {
      expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
      expect(sentence).not.toMatch(/undefined|null/);
    }
    expect(german).not.toBe(english);
  });

  it('writes days as the language does', () => {
    const late = { code: 'case.over', params } as const;
    expect(refusalSentence('en', late)).toContain('4 November 2026: 10 business days');
    expect(refusalSentence('de', late)).toContain('4. November 2026 bestreiten: 10 Arbeitstage');
  });
});
