import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import type { FactId } from '#core/ids.ts';
import { clauseOf } from './clause.ts';
import { defaultAttributionPolicy } from './policy.ts';
import { reasonCatalogue } from './reason-catalogue.ts';
import { because } from './reasons.ts';

const page = defaultAttributionPolicy('2026-01-01' as LocalDate);
const fact = 'f1' as FactId;
const on = '2026-04-02' as LocalDate;
const bare = (code: string) => ({ rule: '', code, holds: true, params: {} });

describe('the clause of the signed page', () => {
  it('stands behind every reason, as a sentence', () => {
    for (const code of Object.keys(reasonCatalogue)) {
      expect(clauseOf(bare(code), page)).toMatch(/^[A-Z“][^!]*\.$/);
      expect(clauseOf(bare(code), page)).not.toMatch(/undefined|null|NaN/);
    }
  });

  it('has the numbers of the page that was signed, not those of the method', () => {
    const settings = {
      ...page.settings,
      introLookbackDays: 45,
      lockDays: 10,
      longLockDays: 21,
      touchLoggedWithinDays: 1,
    };
    const signed = { ...page, settings };
    expect(clauseOf(bare('timestamp.too_early'), signed)).toBe(
      'An introduction counts for 45 days before the deal is created.',
    );
    expect(clauseOf(bare('lock.too_late'), signed)).toContain(
      'within 10 days after the deal was created; within 21',
    );
    expect(clauseOf(bare('touch.logged_late'), signed)).toContain('within 1 day;');
  });

  it('names the row and the cell of the role table that decided', () => {
    const at = { fact, on, renewal: false, role: 'validator', stage: 2 } as const;
    expect(clauseOf(because('touch.qualifies', { ...at, earns: 'influenced' }), page)).toBe(
      'Role table: “Technical validator or solution architect” at stage 2 earns influenced.',
    );
    expect(clauseOf(because('touch.outside_page', { ...at, stage: 1 }), page)).toBe(
      'Role table: “Technical validator or solution architect” at stage 1 is left to the panel.',
    );
    const renewed = { ...at, renewal: true, role: 'implementer', earns: 'influenced' } as const;
    expect(clauseOf(because('touch.qualifies', renewed), page)).toBe(
      'Role table: “Implementer or success partner” on a renewal or expansion earns influenced.',
    );
  });

  it('is the sentence that people wrote themselves where they did', () => {
    const signed = { ...page, sentences: { ...page.sentences, tie: 'Oldest mail wins.' } };
    expect(clauseOf(bare('single.tied'), signed)).toBe('Oldest mail wins.');
  });

  it('of a reason whose code is gone is the sentence on precedence', () => {
    expect(clauseOf(bare('gone'), page)).toBe(page.sentences.precedence);
  });
});
