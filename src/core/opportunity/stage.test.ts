import { describe, expect, it } from 'vitest';
import { findStage, isPipelineStage, type StageRule, skipsStage, stageTable } from './stage.ts';

function rule(name: string, given: Partial<StageRule> = {}): StageRule {
  return { name, order: null, outcome: 'open', entry: false, ignore: false, ...given };
}

const stages = stageTable([
  rule('Prospecting', { order: 1 }),
  rule('Needs Analysis', { order: 2, entry: true }),
  rule('Proposal', { order: 4 }),
  rule('Closed Won', { outcome: 'won' }),
  rule('Closed Lost', { outcome: 'lost' }),
]);

const found = (name: string) => findStage(stages, name) ?? rule('missing');

describe('a stage table', () => {
  it('finds a stage whatever its case and spacing', () => {
    for (const name of ['Closed Won', ' closed  WON ', 'closedwon'])
      expect(findStage(stages, name)?.name).toBe('Closed Won');
  });

  it('is exact otherwise', () => {
    for (const name of ['Closed-Won', 'Closed', 'Propósal', '']) expect(findStage(stages, name)).toBeNull();
  });

  it('refuses two rules for one stage', () => {
    expect(() => stageTable([rule('Closed Won'), rule('closedwon')])).toThrow(RangeError);
  });

  it('takes the lowest marked stage as entry, else the default', () => {
    expect(stages.entryOrder).toBe(2);
    expect(stageTable([rule('Open', { order: 0 })], 2).entryOrder).toBe(2);
    expect(stageTable([rule('Open', { order: 0 })]).entryOrder).toBeNull();
  });
});

describe('a stage', () => {
  it('makes pipeline at or after the entry, and by winning', () => {
    const pipeline = ['Prospecting', 'Needs Analysis', 'Proposal', 'Closed Won', 'Closed Lost'].filter(
      (name) => isPipelineStage(stages, found(name)),
    );
    expect(pipeline).toEqual(['Needs Analysis', 'Proposal', 'Closed Won']);
  });

  it('is skipped when a step jumps over it, by winning too, but not by losing', () => {
    expect(skipsStage(stages, 1, found('Proposal'))).toBe(true);
    expect(skipsStage(stages, 2, found('Proposal'))).toBe(false);
    expect(skipsStage(stages, 2, found('Closed Won'))).toBe(true);
    expect(skipsStage(stages, 4, found('Closed Won'))).toBe(false);
    expect(skipsStage(stages, 1, found('Closed Lost'))).toBe(false);
    expect(skipsStage(stages, 4, found('Prospecting'))).toBe(false);
    expect(skipsStage(stages, null, found('Proposal'))).toBe(false);
  });
});
