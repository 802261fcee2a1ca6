import { type Money, parseCurrencyCode } from '#core/money.ts';

export const outcomeLabels = {
  open: 'Open',
  won: 'Won',
  lost: 'Lost',
  unknown: 'Not known',
} as const;

/** A stage by its own name; the outcome is added where the name does not say it. */
export function stageText(stage: string | null, outcome: keyof typeof outcomeLabels): string {
  const label = outcomeLabels[outcome];
  if (stage === null) return label;
  const says = outcome === 'open' || stage.toLowerCase().includes(outcome);
  return says ? stage : `${stage} (${label.toLowerCase()})`;
}

/** The classes as the API says them. */
export const classLabels = {
  sourced: 'Sourced',
  co_sold: 'Co-sold',
  influenced: 'Influenced',
  assisted: 'Assisted',
  none: 'No credit',
} as const;

/** A class in words; one that is not known shows its own name. */
export function classLabel(name: string): string {
  return Object.entries(classLabels).find(([key]) => key === name)?.[1] ?? name;
}

/** What people do on a deal, in words: `joint_meeting` reads "Joint meeting". */
export function plainWords(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** An amount of the API; null where the amount or its currency is not known. */
export function moneyOf(minor: number | null, currency: string | null): Money | null {
  const code = currency === null ? null : parseCurrencyCode(currency);
  return minor === null || code === null ? null : { minor, currency: code };
}

/**
 * The instant that stands for a day on which something happened: noon in the organization's time zone, or a minute
 * ago where that is still to come. `day` is YYYY-MM-DD; `now` in epoch milliseconds.
 */
export function instantOn(day: string, timeZone: string, now: number): number {
  const noon = Date.parse(`${day}T12:00:00Z`);
  const there = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const offset = Date.parse(`${there.format(noon).replace(' ', 'T')}Z`) - noon;
  return Math.min(noon - offset, now - 60_000);
}

/** "1,234 deals", "1 deal", "more than 10,000 deals". */
export function countText(found: { count: number; isMore: boolean }, say: (count: number) => string): string {
  if (found.isMore) return `more than ${say(found.count)} deals`;
  return `${say(found.count)} ${found.count === 1 ? 'deal' : 'deals'}`;
}

/** The order after a press on a header: the API sorts each column one way, and by name otherwise. */
export function listSort(pressed: string | undefined): string | undefined {
  if (pressed === undefined) return undefined;
  const column = pressed.replace(/^-/, '');
  return column === 'name' ? undefined : `-${column}`;
}
