/**
 * What is known about an opportunity: snapshots of what its source said, and stage changes. Both are appended
 * and never edited; a correction is a new row.
 *
 * Handbook: docs/handbook/opportunity.md
 */

import type { LocalDate } from '#core/calendar.ts';
import type { AccountId } from '#core/ids.ts';
import type { CurrencyCode } from '#core/money.ts';

/** One snapshot. Null means that this snapshot does not say, never that the value is zero or empty. */
export type OpportunityFact = {
  /** When the source knew it, and that day in the organization's time zone. */
  readonly knownAt: number;
  readonly knownOn: LocalDate;
  /** True where the source gave no date and the deal's created date stands in (a first import). */
  readonly knownAssumed: boolean;
  /** The day on which Tandem got it: a close that it reports happened no later than this. */
  readonly recordedOn: LocalDate;
  /** Order of recording, the tie-break of snapshots known at the same instant: higher is later. */
  readonly sequence: number;
  readonly name: string | null;
  readonly accountId: AccountId | null;
  readonly stage: string | null;
  readonly amountMinor: number | null;
  readonly currency: CurrencyCode | null;
  readonly createdOn: LocalDate | null;
  readonly expectedCloseOn: LocalDate | null;
  readonly closedOn: LocalDate | null;
  readonly owner: string | null;
  readonly product: string | null;
  readonly leadSource: string | null;
};

/** One row of stage history: the deal came into `stage` then, and was worth that much if the row says. */
export type StageChange = {
  readonly stage: string;
  readonly changedAt: number;
  readonly changedOn: LocalDate;
  readonly knownAt: number;
  readonly amountMinor: number | null;
  /** Null where the row names none: the deal's own currency is meant. */
  readonly currency: CurrencyCode | null;
  /** Order in the source, the tie-break of changes at the same instant: higher is later. */
  readonly sequence: number;
};

/**
 * The rows that were known at the instant, in the order of `compare`. Rows that are all known and already in
 * order come back as they are, without a copy: a scoreboard calls this for every deal of the company.
 */
export function knownInOrder<Row extends { readonly knownAt: number }>(
  rows: readonly Row[],
  at: number | null,
  compare: (a: Row, b: Row) => number,
): readonly Row[] {
  let previous: Row | null = null;
  for (const row of rows) {
    const unknown = at !== null && row.knownAt > at;
    if (unknown || (previous !== null && compare(previous, row) > 0)) {
      return rows.filter((each) => at === null || each.knownAt <= at).sort(compare);
    }
    previous = row;
  }
  return rows;
}

export function byKnownTime(a: OpportunityFact, b: OpportunityFact): number {
  return a.knownAt - b.knownAt || a.sequence - b.sequence;
}

export function byChangeTime(a: StageChange, b: StageChange): number {
  return a.changedAt - b.changedAt || a.sequence - b.sequence || a.knownAt - b.knownAt;
}
