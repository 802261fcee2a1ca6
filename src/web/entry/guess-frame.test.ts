import { describe, expect, it } from 'vitest';
import { guessFrame } from './guess-frame.ts';
import { tokenOf } from './secret-token.ts';

describe('the guessed frame', () => {
  it('follows the language’s region', () => {
    expect(guessFrame('nl-NL', 'Europe/Amsterdam')).toEqual({
      currency: 'EUR',
      timeZone: 'Europe/Amsterdam',
      fiscalYearStartMonth: 1,
    });
    expect(guessFrame('en-GB', 'Europe/London').currency).toBe('GBP');
    expect(guessFrame('ja-JP', 'Asia/Tokyo')).toMatchObject({ currency: 'JPY', fiscalYearStartMonth: 4 });
  });

  it('falls back to the time zone where the language has no region', () => {
    expect(guessFrame('en', 'America/New_York').currency).toBe('USD');
    expect(guessFrame('de', 'Europe/Berlin').currency).toBe('EUR');
    expect(guessFrame('not a language', 'UTC').currency).toBe('USD');
  });
});

describe('a token in an address', () => {
  it('stands behind the hash', () => {
    expect(tokenOf('#token=abc%2Bdef')).toBe('abc+def');
    expect(tokenOf('')).toBe('');
    expect(tokenOf('#main')).toBe('');
  });
});
