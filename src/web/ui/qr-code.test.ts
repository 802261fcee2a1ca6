import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { qrModules } from './qr-code.ts';

const drawing = (text: string) =>
  qrModules(text)
    .map((row) => row.map((dark) => (dark ? '#' : '.')).join(''))
    .join('\n');

describe('a QR code', () => {
  it('has the size of the smallest version that holds the text', () => {
    expect(
      [14, 15, 26, 27, 180, 181, 213].map((length) => (qrModules('a'.repeat(length)).length - 17) / 4),
    ).toEqual([1, 2, 2, 3, 9, 10, 10]);
    expect(() => qrModules('a'.repeat(214))).toThrow(RangeError);
  });

  it('draws the code that independent readers read back as this text', () => {
    const text = 'otpauth://totp/Tandem:kim@example.com?secret=ABCDEFGHIJKLMNOP&issuer=Tandem';
    expect(createHash('sha256').update(drawing(text)).digest('hex')).toMatchInlineSnapshot(
      `"de6e176e84b829407e2be66b722db23164b64a03cf7299e25230c5fb4bfecfdf"`,
    );
    expect(drawing(text).split('\n')[0]).toMatch(/^#######\..*\.#######$/);
  });
});
