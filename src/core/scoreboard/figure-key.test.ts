import { describe, expect, it } from 'vitest';
import { isFigureKey, parseFigureKey, unitOf } from './figure-key.ts';

describe('a figure key', () => {
  it.each([
    ['proven.sourcedPipelineThisQuarter', { kind: 'sourcedPipeline', scope: 'proven', quarterStart: null }],
    ['openingBalance.sourcedClosedWonLastQuarter', { kind: 'sourcedWon', scope: 'openingBalance' }],
    ['proven.sourcedPipelineInQuarter.2026-07-01', { quarterStart: '2026-07-01' }],
    ['proven.column.coSold.won', { kind: 'column', class: 'coSold', measure: 'won' }],
    ['openingBalance.waterfall.pulledIn', { kind: 'waterfall', bar: 'pulledIn' }],
    ['proven.waterfallOverdue', { kind: 'waterfallNote', note: 'overdue' }],
    ['company.open.imported', { kind: 'company', measure: 'open', part: 'imported' }],
    ['company.newInQuarter.2026-07-01', { kind: 'companyNew', quarterStart: '2026-07-01' }],
    ['comparison.cycle.direct', { kind: 'comparison', measure: 'cycle', group: 'direct' }],
    ['gap.withoutRate', { kind: 'gap', gap: 'withoutRate' }],
  ])('%s names its rows', (key, figure) => {
    expect(parseFigureKey(key)).toMatchObject(figure);
  });

  it.each([
    '',
    'proven',
    'proven.',
    'proven.everything',
    'proven.column.none.open',
    'proven.column.sourced.open.more',
    'proven.sourcedPipelineThisQuarter.2026-07-01',
    'proven.sourcedPipelineInQuarter.2026-02-30',
    'proven.sourcedPipelineInQuarter.0001-01-01',
    'company.newInQuarter.9999-10-01',
    'company.open',
    'company.open.all.more',
    'gap.withoutRate.more',
    'toString.constructor',
  ])('%j names nothing', (key) => {
    expect(isFigureKey(key)).toBe(false);
  });

  it('tells what the contributions of its rows count', () => {
    const unit = (key: string) => unitOf(parseFigureKey(key) ?? { kind: 'gap', gap: 'withoutRate' });
    expect(unit('company.open.all')).toBe('minor');
    expect(unit('gap.withoutAmount')).toBe('deals');
    expect(unit('comparison.winRate.partner')).toBe('wins');
    expect(unit('comparison.cycle.partner')).toBe('days');
  });
});
