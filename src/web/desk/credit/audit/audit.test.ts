import { describe, expect, it } from 'vitest';
import { nextOpen } from './audit-words.ts';

const items = (text: string) => [...text].map((one) => ({ finding: one === '.' ? null : one }));

describe('working through a sample', () => {
  it('goes on with the next deal that nobody has looked at', () => {
    expect(nextOpen(items('s.s.'), 1)).toBe(3);
  });

  it('begins again at the front when the rest is done', () => {
    expect(nextOpen(items('.sss'), 3)).toBe(0);
  });

  it('has nowhere to go when all is done', () => {
    expect(nextOpen(items('sse'), 0)).toBe(-1);
  });
});
