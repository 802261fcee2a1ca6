/**
 * Partners that a deal names and that did nothing on it (ATT-21): listed every week, never credited.
 *
 * Handbook: docs/handbook/finance-audit.md
 */

import { type LocalDate, mondayOf } from '#core/calendar.ts';

/** Somebody says that a partner has a part in a deal: the CRM, or a claim that nobody confirmed. */
export type Named = {
  readonly opportunityId: string;
  readonly partnerId: string;
  readonly by: 'crm' | 'claim';
  readonly on: LocalDate;
};

/** A confirmed act of a partner on a deal, or on its account before it. */
export type ActBy = { readonly opportunityId: string; readonly partnerId: string };

export type NamedWithoutAct = {
  readonly opportunityId: string;
  readonly partnerId: string;
  /** Who names it; both, where both do. */
  readonly by: readonly Named['by'][];
  /** Since when it is named, the earliest of all. */
  readonly since: LocalDate;
  /** Named for the first time in the week of the list. */
  readonly isNew: boolean;
};

/** The list of a week: each deal and partner once, the newest first. */
export function namedWithoutAct(
  named: readonly Named[],
  acts: readonly ActBy[],
  today: LocalDate,
): NamedWithoutAct[] {
  const acted = new Set(acts.map(keyOf));
  const monday = mondayOf(today);
  const byPair = new Map<string, NamedWithoutAct>();
  for (const one of named) {
    if (one.on > today || acted.has(keyOf(one))) continue;
    const before = byPair.get(keyOf(one));
    const since = before !== undefined && before.since < one.on ? before.since : one.on;
    const by = (['crm', 'claim'] as const).filter((way) => way === one.by || before?.by.includes(way));
    const { opportunityId, partnerId } = one;
    byPair.set(keyOf(one), { opportunityId, partnerId, by, since, isNew: since >= monday });
  }
  return [...byPair.values()].sort(
    (a, b) => (a.since === b.since ? 0 : a.since < b.since ? 1 : -1) || (keyOf(a) < keyOf(b) ? -1 : 1),
  );
}

function keyOf({ opportunityId, partnerId }: ActBy): string {
  return `${opportunityId} ${partnerId}`;
}
