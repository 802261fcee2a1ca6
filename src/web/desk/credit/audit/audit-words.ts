import type { SampleLine } from './audit-data.ts';

/** Where a sample stands, in a few words. */
export function standingText(sample: NonNullable<SampleLine['sample']>): string {
  switch (sample.standing) {
    case 'open':
      return `${sample.judged} of ${sample.size} looked at`;
    case 'clean':
      return 'Clean';
    case 'above_target':
      return 'Above the target';
    case 'too_many':
      return 'Too many errors';
  }
}

/** The place to go on with: the first deal after this one without a finding, else the first of all without one. */
export function nextOpen(items: readonly { finding: unknown }[], after: number): number {
  const later = items.findIndex(({ finding }, place) => place > after && finding === null);
  return later >= 0 ? later : items.findIndex(({ finding }) => finding === null);
}
