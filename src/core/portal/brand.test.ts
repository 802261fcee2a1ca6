import { describe, expect, it } from 'vitest';
import { pictureKind } from './brand.ts';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((char) => char.charCodeAt(0)) : part)),
  );

describe('what the first bytes of a file say', () => {
  it.each([
    ['a PNG', bytes([0x89], 'PNG', [13, 10, 26, 10]), 'image/png'],
    ['a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['a WebP', bytes('RIFF', [1, 2, 3, 4], 'WEBPVP8 '), 'image/webp'],
    ['an SVG', bytes('  <svg xmlns="http://www.w3.org/2000/svg">'), 'svg'],
    ['an SVG behind an XML head', bytes('<?xml version="1.0"?><svg>'), 'svg'],
    ['a page that calls itself a picture', bytes('<html>'), 'unknown'],
    ['a sound in a RIFF file', bytes('RIFF', [1, 2, 3, 4], 'WAVE'), 'unknown'],
    ['a cut-off PNG', bytes([0x89], 'PN'), 'unknown'],
    ['nothing', bytes(), 'unknown'],
  ])('PB-4: %s', (_name, given, kind) => {
    expect(pictureKind(given)).toBe(kind);
  });
});
