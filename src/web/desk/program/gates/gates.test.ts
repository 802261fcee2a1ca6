import { describe, expect, it } from 'vitest';
import { createFormatters } from '../../../ui/format.tsx';
import { detailOf } from './gates.tsx';

const format = createFormatters({ language: 'en-GB', timeZone: 'UTC' });
const condition = {
  code: 'c',
  rule: 'TH-9',
  state: 'met' as const,
  says: 'It is signed.',
  on: '2026-06-11',
  who: ['cro' as const, 'cfo' as const],
  place: 'thesis',
  evidence: 'Version 1, signed on 2026-06-11.',
};

describe('the small print of a condition', () => {
  it('says a day once, as the reader writes it', () => {
    expect(detailOf(condition, format)).toBe('Version 1, signed on 11 Jun 2026.');
    expect(detailOf({ ...condition, evidence: null }, format)).toBe('Since 11 Jun 2026.');
  });

  it('says who can supply what is missing, and who will answer for what nobody can measure', () => {
    const open = { ...condition, on: null, evidence: null };
    expect(detailOf({ ...open, state: 'unmet' }, format)).toBe('CRO and CFO can supply it.');
    expect(detailOf({ ...open, state: 'not_measured' }, format)).toBe('CRO and CFO will answer for it.');
  });
});
