import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, readAddress } from './address.ts';

const mailIn = { domain: 'in.company.example', host: '127.0.0.1', port: 2525 };
const config = { mailIn, secret: 'kB7-for-tests-of-the-server-only-29fQ' };
const parts = fc.record({
  kind: fc.stringMatching(/^[a-z]{1,12}$/),
  reference: fc.stringMatching(/^[a-z0-9]{1,12}$/),
  slug: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,30}$/),
});

describe('an address for mail', () => {
  it('is read back by who made it, whatever its capitals', () => {
    fc.assert(
      fc.property(parts, (one) => {
        const address = addressOf(config, one) ?? '';
        expect(readAddress(config, address)).toEqual(one);
        expect(readAddress(config, address.toUpperCase())).toEqual(one);
        expect(address.split('@')[0]?.length).toBeLessThanOrEqual(80);
      }),
    );
  });

  it('means nothing with another code, at another domain, under another secret or with the inlet off', () => {
    const other = { mailIn, secret: 'another-secret-of-the-tests-only-7Zq' };
    fc.assert(
      fc.property(parts, parts, (one, two) => {
        const address = addressOf(config, one) ?? '';
        expect(readAddress(other, address)).toBeNull();
        expect(readAddress({ ...config, mailIn: null }, address)).toBeNull();
        expect(readAddress(config, address.replace('@in.', '@out.'))).toBeNull();
        const code = address.slice(address.lastIndexOf('@') - 10, address.lastIndexOf('@'));
        const taken = (addressOf(config, two) ?? '').replace(/[0-9a-z]{10}@/, `${code}@`);
        if (JSON.stringify(one) !== JSON.stringify(two)) expect(readAddress(config, taken)).toBeNull();
      }),
    );
  });

  it.each([
    '',
    '@',
    'deal-1',
    '@in.company.example',
    'deal-1-acme-@in.company.example',
    'a@b@in.company.example',
  ])('%j is none', (text) => {
    expect(readAddress(config, text)).toBeNull();
  });

  it('of a deal can be written down and said aloud', () => {
    const address = addressOf(config, { kind: 'deal', reference: '42', slug: 'acme' });
    expect(address).toMatch(/^deal-42-acme-[0-9a-hjkmnp-tv-z]{10}@in\.company\.example$/);
    expect(
      addressOf({ ...config, mailIn: null }, { kind: 'deal', reference: '42', slug: 'acme' }),
    ).toBeNull();
  });
});
