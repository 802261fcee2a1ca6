import { describe, expect, it } from 'vitest';
import { afterSignIn } from './after-sign-in.ts';
import { guessFrame } from './guess-frame.ts';
import { tokenOf } from './secret-token.ts';

describe('the guessed frame', () => {
  it('follows the time zone', () => {
    expect(guessFrame('Europe/Amsterdam')).toEqual({
      currency: 'EUR',
      timeZone: 'Europe/Amsterdam',
      fiscalYearStartMonth: 1,
    });
    expect(guessFrame('Europe/London').currency).toBe('GBP');
    expect(guessFrame('America/New_York').currency).toBe('USD');
    expect(guessFrame('Asia/Tokyo')).toMatchObject({ currency: 'JPY', fiscalYearStartMonth: 4 });
    expect(guessFrame('Australia/Sydney')).toMatchObject({ currency: 'AUD', fiscalYearStartMonth: 7 });
    expect(guessFrame('UTC').currency).toBe('USD');
  });
});

describe('a token in an address', () => {
  it('stands behind the hash', () => {
    expect(tokenOf('#token=abc%2Bdef')).toBe('abc+def');
    expect(tokenOf('')).toBe('');
    expect(tokenOf('#main')).toBe('');
  });
});

describe('the way after sign-in', () => {
  it('leads back to the page one came from', () => {
    expect(afterSignIn('/o/acme/pipeline?owner=Kim')).toBe('/o/acme/pipeline?owner=Kim');
  });

  it('never leads to another site, nor round in a circle', () => {
    const refused = [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
      '/sign-in',
      '',
      undefined,
    ];
    for (const then of refused) expect(afterSignIn(then)).toBe('/');
  });
});
