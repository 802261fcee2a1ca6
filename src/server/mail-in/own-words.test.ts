import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownWords } from './own-words.ts';

describe('the own words of a mail', () => {
  it.each<[string, string | null]>([
    ['The buyer chose our design.', 'The buyer chose our design.'],
    ['Hi Dana,\n\nThe buyer chose\nour design.\n\nMore below.', 'The buyer chose our design.'],
    ['Hi Dana,\nThe buyer chose our design.\nBest regards\nRachel', 'The buyer chose our design. Rachel'],
    ['Dear all,\n\n> quoted\n\nnothing of it is mine', null],
    ['Done.\n\nOn Tue, 3 Mar 2026 at 10:00 Dana Reyes <dana@company.example> wrote:\n> Please', 'Done.'],
    ['FYI\n\n---------- Forwarded message ----------\nFrom: Ann <ann@x.example>', 'FYI'],
    ['-----Original Message-----\nFrom: Ann', null],
    ['-- \nRachel Stone, Northgate', null],
    ['See [https://track.example/x] there', 'See there'],
    ['  \n \n', null],
    ['', null],
  ])('%j are %j', (text, expected) => {
    expect(ownWords(text)).toBe(expected);
  });

  it('are one line of at most 300 characters, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        const words = ownWords(text);
        expect(words === null || (words.length > 0 && words.length <= 300 && !words.includes('\n'))).toBe(
          true,
        );
        expect(words === null || words.isWellFormed() || !text.isWellFormed()).toBe(true);
      }),
    );
    expect(ownWords('word '.repeat(1000))).toMatch(/^word .{200,}…$/);
  });

  it('are found in time that grows with the text, however it is made', () => {
    for (const hostile of [
      'on '.repeat(30_000),
      'hi '.repeat(30_000),
      '[https://'.repeat(10_000),
      'from: a'.repeat(12_000),
    ]) {
      const started = performance.now();
      ownWords(hostile);
      expect(performance.now() - started).toBeLessThan(1000);
    }
  });
});
