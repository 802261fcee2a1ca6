import { describe, expect, it } from 'vitest';
import { refuseUnstorable } from './storable.ts';

const refusalOf = (input: unknown): string | null => {
  try {
    refuseUnstorable('body', input);
    return null;
  } catch (error) {
    return (error as { errors: { path: string }[] }).errors[0]?.path ?? '';
  }
};
const nested = (levels: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
};

describe('an input that the database could not keep', () => {
  it('is refused where it stands, in a value or in a name', () => {
    expect(refusalOf({ a: ['b', 'c\0'] })).toBe('body.a.1');
    expect(refusalOf({ a: 'half \ud800 of a pair' })).toBe('body.a');
    expect(refusalOf({ a: { 'b\0': 1 } })).toBe('a name in body.a');
    expect(refusalOf('\0')).toBe('body');
  });

  it('is refused when it is nested without end, and never ends the process', () => {
    expect(refusalOf(nested(65))).toBe('body');
    expect(refusalOf(nested(200_000))).toBe('body');
  });

  it('is not text of any language, an emoji, nor an input of a usual depth', () => {
    expect(refusalOf({ a: 'שלום 😀 Zoë \u202e', b: null, c: nested(60) })).toBeNull();
  });
});
