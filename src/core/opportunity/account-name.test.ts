import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { companyNameKey, domainKey, sortKey } from './account-name.ts';

describe('the key of a company name', () => {
  it.each([
    ['  Acme,  Inc. ', 'acme inc'],
    ['ACME INC', 'acme inc'],
    ['Müller & Söhne GmbH', 'muller and sohne gmbh'],
    ['Straße AG', 'strasse ag'],
    ["O'Reilly", 'oreilly'],
    ['日本電気', '日本電気'],
  ])('of %s is %s', (name, key) => expect(companyNameKey(name)).toBe(key));

  it('keeps legal forms apart, since nothing is guessed', () => {
    expect(companyNameKey('Acme Inc')).not.toBe(companyNameKey('Acme GmbH'));
  });

  it('is never empty for a name that is not', () => {
    expect(companyNameKey('!!!')).toBe('!!!');
  });

  it('is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const key = companyNameKey(name);
        expect(companyNameKey(key)).toBe(key);
      }),
    );
  });
});

describe('the order of names', () => {
  it('counts as people do', () => {
    expect(['Deal 10', 'Deal 9'].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))).toEqual([
      'Deal 9',
      'Deal 10',
    ]);
  });
});

describe('the domain of an address', () => {
  it.each([
    ['https://www.Acme.com/about?x=1', 'acme.com'],
    ['jo@acme.co.uk', 'acme.co.uk'],
    ['acme.com:8443', 'acme.com'],
    ['acme', null],
    ['', null],
  ])('of %s is %s', (text, domain) => expect(domainKey(text)).toBe(domain));
});
