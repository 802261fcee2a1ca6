import { describe, expect, it } from 'vitest';
import { shownLetters, shownText } from './letters.ts';

describe('a text on paper', () => {
  it.each([
    ['Łódź Integracja', 'Łódź Integracja'],
    ['Ngọc Ánh & Søren Ωμέγα, Київ', 'Ngọc Ánh & Søren Ωμέγα, Київ'],
    // A letter and its mark, written apart, are one letter.
    ['Sa\u0303o', 'São'],
    ['Non\u2011breaking\ttab', 'Non-breaking tab'],
    ['\u2067marks of direction\u2069', 'marks of direction'],
  ])('shows %s', (text, shown) => {
    expect(shownText(text)).toBe(shown);
  });

  it.each([
    ['東京 Systems', '(…) Systems'],
    ['شركة الأفق', '(…)'],
    ['Acme 東京 大阪 GmbH', 'Acme (…) GmbH'],
    ['Rocket 🚀', 'Rocket (…)'],
  ])('says that letters of %s are missing, and draws no boxes', (text, shown) => {
    expect(shownText(text)).toBe(shown);
    expect(shownLetters({ rows: [[text]] })).toEqual({ value: { rows: [[shown]] }, isLacking: true });
  });

  it('leaves alone what is no text, and what says so itself', () => {
    const value = { at: 5, none: null, is: true, list: ['a (…) b'] };
    expect(shownLetters(value)).toEqual({ value, isLacking: false });
  });
});
