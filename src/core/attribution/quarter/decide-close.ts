/**
 * When a quarter may be closed.
 *
 * Handbook: docs/handbook/closed-quarters.md
 */

import { addQuarters, type FiscalCalendar, type LocalDate, type Quarter } from '#core/calendar.ts';

export type CloseDecision =
  | { readonly kind: 'may_close' }
  | { readonly kind: 'closed_already' }
  /** It runs until its end. */
  | { readonly kind: 'not_over'; readonly endsOn: LocalDate }
  /** Quarters are closed in their order, from the first that ever was. */
  | { readonly kind: 'earlier_open'; readonly first: Quarter }
  /** It lies before the first closed quarter: what was reported without a close is not closed afterwards. */
  | { readonly kind: 'before_first' };

/**
 * Whether Finance may close a quarter: once its last day has passed; once; and in order, so that no quarter after the
 * first closed one is left open behind a closed one. `closed`: the first days of the closed quarters.
 */
export function decideClose(
  quarter: Quarter,
  closed: readonly LocalDate[],
  today: LocalDate,
  calendar: FiscalCalendar,
): CloseDecision {
  if (closed.includes(quarter.start)) return { kind: 'closed_already' };
  if (today <= quarter.end) return { kind: 'not_over', endsOn: quarter.end };
  const latest = [...closed].sort().at(-1);
  if (latest === undefined) return { kind: 'may_close' };
  if (quarter.start < latest) return { kind: 'before_first' };
  let first = addQuarters(quarter, -1, calendar);
  if (first.start <= latest) return { kind: 'may_close' };
  while (addQuarters(first, -1, calendar).start > latest) first = addQuarters(first, -1, calendar);
  return { kind: 'earlier_open', first };
}

/** What a close says no to, in words; null where it may be done. */
export function closeRefusal(decision: CloseDecision): string | null {
  switch (decision.kind) {
    case 'may_close':
      return null;
    case 'closed_already':
      return 'It is closed already. Later facts make restatements.';
    case 'not_over':
      return `It runs until ${decision.endsOn}. Close it after that day.`;
    case 'earlier_open':
      return `Close ${decision.first.label} first: quarters are closed in their order.`;
    case 'before_first':
      return 'Reported without a close: it lies before the first closed quarter.';
  }
}
