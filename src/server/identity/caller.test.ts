import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressHeader, callerHeaders, cookieValue } from './caller.ts';
import { cookieNames, signedCookie } from './cookies.ts';

describe('the headers that better-auth gets', () => {
  it('hold the address, the browser and the named cookies, and nothing that a client made up', () => {
    const headers = callerHeaders(
      { cookie: 'a=1; session=x.y; other=2', address: '192.0.2.1', userAgent: 'a browser' },
      ['session'],
    );
    expect(Object.fromEntries(headers)).toEqual({
      [addressHeader]: '192.0.2.1',
      'user-agent': 'a browser',
      cookie: 'session=x.y',
    });
  });

  it('hold no cookie header when none is named', () => {
    expect(callerHeaders({ cookie: 'a=1', address: '::1', userAgent: undefined }, []).has('cookie')).toBe(
      false,
    );
  });
});

describe('a cookie', () => {
  it('is the first of its name', () => {
    expect(cookieValue('a=1; b=2; a=3', 'a')).toBe('1');
    expect(cookieValue(undefined, 'a')).toBeNull();
    expect(cookieValue('a', 'a')).toBeNull();
  });

  it('is null, never a fault, for any text that we did not sign', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(signedCookie(`s=${text}`, 's', 'a secret')).toBeNull();
        expect(signedCookie(text, 's', 'a secret')).toBeNull();
      }),
    );
  });

  it('is bound to its host where the public address is https', () => {
    expect(cookieNames('https://partners.example.org')).toEqual({
      prefix: '__Host-tandem',
      secure: true,
      session: '__Host-tandem.session_token',
      secondFactor: '__Host-tandem.two_factor',
    });
    expect(cookieNames('http://localhost:3000').session).toBe('tandem.session_token');
  });
});
