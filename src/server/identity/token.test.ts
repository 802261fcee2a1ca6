import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashToken, newToken, tokenMatches } from './token.ts';

describe('a token', () => {
  it('has 256 bits, fits into an address and is never the same', () => {
    const tokens = Array.from({ length: 1000 }, () => newToken().token);
    expect(new Set(tokens).size).toBe(1000);
    for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  it('matches the hash of itself and of nothing else', () => {
    const { token, hash } = newToken();
    expect(hash).toHaveLength(32);
    expect(tokenMatches(token, hash)).toBe(true);
    fc.assert(
      fc.property(fc.string(), (other) => {
        expect(tokenMatches(other, hash)).toBe(other === token);
      }),
    );
  });

  it('does not match a hash of another length', () => {
    const { token, hash } = newToken();
    expect(tokenMatches(token, hash.subarray(0, 31))).toBe(false);
    expect(tokenMatches(token, new Uint8Array())).toBe(false);
  });

  it('is hashed with SHA-256', () => {
    expect(Buffer.from(hashToken('abc')).toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
