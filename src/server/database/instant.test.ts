import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readInstant } from './instant.ts';

test.each([
  ['2026-03-01 12:34:56+00', Date.UTC(2026, 2, 1, 12, 34, 56)],
  ['2026-03-01 12:34:56.7+00', Date.UTC(2026, 2, 1, 12, 34, 56, 700)],
  ['2026-03-01 12:34:56.789999+00', Date.UTC(2026, 2, 1, 12, 34, 56, 789)],
  ['1969-12-31 23:59:59.001+00', -999],
  ['0099-01-01 00:00:00+00', Date.parse('0099-01-01T00:00:00Z')],
  ['2026-03-01 14:34:56+02', Date.UTC(2026, 2, 1, 12, 34, 56)],
  ['infinity', Number.NaN],
])('%s', (text, at) => {
  expect(readInstant(text)).toBe(at);
});

test('every instant that PostgreSQL writes is read back to the millisecond', () => {
  const from = Date.parse('0100-01-01T00:00:00Z');
  const to = Date.parse('9999-12-31T23:59:59Z');
  fc.assert(
    fc.property(fc.integer({ min: from, max: to }), fc.boolean(), (at, hasMicroseconds) => {
      const iso = new Date(at).toISOString();
      const written = `${iso.replace('T', ' ').slice(0, -1)}${hasMicroseconds ? '123' : ''}+00`;
      expect(readInstant(written)).toBe(at);
    }),
  );
});
