import { describe, expect, it } from 'vitest';
import type { CurrencyCode } from '#core/money.ts';
import { createFormatters } from '../../../ui/format.tsx';
import { figureWaits, leverLabel, missingOf, missingText, planText } from './plan-words.ts';

const format = createFormatters({ language: 'en-GB', timeZone: 'UTC' });
const text = planText(format, 'EUR' as CurrencyCode);
const missing = { known: false, why: 'missing', keys: ['dealSize', 'newPipelinePerYear'] } as const;
const never = { known: false, why: 'never', keys: [] } as const;

describe('the numbers of a plan', () => {
  it('read in their unit', () => {
    expect(text.number(14_400_000, 'money')).toBe(
      format.moneyCompact({ minor: 14_400_000, currency: 'EUR' as CurrencyCode }),
    );
    expect(text.number(0.155, 'share')).toBe('15.5%');
    expect(text.number(1.337, 'times')).toBe('1.34 ×');
    expect(text.number(25, 'count')).toBe('25');
    expect(text.number(14.06, 'months')).toBe('14.1 months');
  });

  it('say what they wait for in a sentence, and leave a dash in a table', () => {
    expect(text.figure(missing, 'money')).toMatch(/^needs “.+” and “.+”$/);
    expect(text.cell(missing, 'money')).toBe('—');
    expect(text.cell(never, 'months')).toBe('never');
    expect(text.cell({ known: true, value: 0.2 }, 'share')).toBe('20%');
    expect(figureWaits(never)).toBe('never');
  });
});

describe('what a plan waits for', () => {
  it('is named once, three at most, the rest counted', () => {
    const other = {
      known: false,
      why: 'missing',
      keys: ['dealSize', 'leaderCost', 'grossMargin'],
    } as const;
    expect(missingOf([missing, other, missing])).toMatch(/^“.+”, “.+”, “.+” and 1 more$/);
    expect(missingText(['dealSize'])).toMatch(/^“[^”]+”$/);
  });

  it('is nothing where every figure is known or never comes', () => {
    expect(missingOf([{ known: true, value: 1 }, never])).toBeNull();
  });
});

describe('the name of a lever', () => {
  it('is that of the assumption, or of the cohort', () => {
    expect(new Set([leverLabel('cohort'), leverLabel('cohortsPerYear'), leverLabel('dealSize')]).size).toBe(
      3,
    );
  });
});
