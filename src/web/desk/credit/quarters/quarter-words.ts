import type { FrozenDeal, FrozenFigure, QuarterLine } from './quarters-data.ts';

export const measureLabels = {
  pipeline: 'New pipeline',
  closed_won: 'Closed-won',
} as const satisfies Record<FrozenFigure['measure'], string>;

export const classLabels = {
  sourced: 'Sourced',
  co_sold: 'Co-sold',
  influenced: 'Influenced',
  assisted: 'Assisted',
  none: 'No credit',
} as const satisfies Record<FrozenDeal['class'], string>;

/** What may be said of a quarter in its row. */
export function stateText(
  { state, close, refusal, quarter }: QuarterLine,
  words: { day: (on: string) => string; sentence: (text: string) => string },
): string {
  if (state === 'closed') return `Closed by ${close?.by ?? 'somebody'}`;
  if (state === 'running') return `Runs until ${words.day(quarter.end)}`;
  // The reason after the colon is the same for all of them.
  return refusal === null ? 'Can be closed' : (words.sentence(refusal).split(':')[0] ?? '');
}

/** "2 restatements wait", "1 restatement waits". */
export function waitingText(waiting: number): string {
  if (waiting === 0) return 'None waits';
  return waiting === 1 ? '1 restatement waits' : `${waiting} restatements wait`;
}

type Open = {
  disputes: number;
  grayCases: number;
  claims: number;
  undecided: number;
  monthsNotAudited: readonly string[];
};

/** What is not settled in a quarter, one line each; empty where all is. */
export function openMatters(open: Open, month: (on: string) => string): string[] {
  const lines: string[] = [];
  const say = (count: number, one: string, many: string): void => {
    if (count > 0) lines.push(count === 1 ? one : many.replace('#', String(count)));
  };
  say(open.disputes, '1 deal has an open dispute.', '# deals have an open dispute.');
  say(open.grayCases, '1 deal waits for the panel.', '# deals wait for the panel.');
  say(open.claims, '1 claim is not answered.', '# claims are not answered.');
  say(open.undecided, '1 deal is being decided again.', '# deals are being decided again.');
  const months = open.monthsNotAudited;
  if (months.length > 0) lines.push(`The sample is not worked through: ${months.map(month).join(', ')}.`);
  return lines;
}
