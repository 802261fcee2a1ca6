import {
  claimedClass,
  headlineClaim,
  type ImportedClaim,
  parseClaimedRole,
} from '#core/attribution/opening-balance.ts';
import type { LocalDate, Moment } from '#core/calendar.ts';
import type { FactId, OrgId, PartnerId } from '#core/ids.ts';
import type { CurrencyCode } from '#core/money.ts';
import { deriveOpportunityState } from '#core/opportunity/derive.ts';
import type { OpportunityFact, StageChange } from '#core/opportunity/facts.ts';
import type { StageTable } from '#core/opportunity/stage.ts';
import type { DealAsOf } from '#core/scoreboard/deal.ts';
import type { Tx } from '../../database/transaction.ts';
import { stageHistories } from '../../opportunity/stage-tables.ts';
import { type ClaimRow, type CreditRow, claimRows, type DealRow, type FactRow, factRows } from './queries.ts';

/** A deal as it was known on a past day, before its amounts are converted. */
export type Reading = Pick<
  DealRow,
  | 'outcome'
  | 'created_on'
  | 'entered_on'
  | 'entered_assumed'
  | 'entry_amount_minor'
  | 'entry_currency'
  | 'amount_minor'
  | 'currency'
  | 'expected_close_on'
  | 'closed_on'
  | 'closed_assumed'
> & { readonly createdAssumed: boolean; readonly credit: Verdict; readonly claim: DealAsOf['claim'] };

export type Verdict = { readonly class: DealRow['credit_class']; readonly partner_id: string | null };

/** Everything that was ever known about a deal, to be read as of any day. */
export type DealHistory = {
  readonly facts: readonly OpportunityFact[];
  readonly changes: readonly StageChange[];
  readonly claims: readonly ClaimRow[];
  readonly credits: readonly CreditRow[];
};

/** Loads the histories of some deals in three queries. `credits`: those of deals that were judged again lately. */
export async function loadHistories(
  tx: Tx,
  org: OrgId,
  ids: readonly string[],
  also: {
    readonly withdrawn: readonly string[];
    readonly timeZone: string;
    readonly credits: ReadonlyMap<string, readonly CreditRow[]>;
  },
): Promise<(id: string) => DealHistory> {
  const facts = Map.groupBy(
    await factRows(tx, org, ids, also.withdrawn, also.timeZone),
    (row) => row.opportunity_id,
  );
  const changes = await stageHistories(tx, org, ids);
  const claims = Map.groupBy(await claimRows(tx, org, ids, also.withdrawn), (row) => row.opportunity_id);
  return (id) => ({
    facts: (facts.get(id) ?? []).map(factOf),
    changes: changes.get(id) ?? [],
    claims: claims.get(id) ?? [],
    credits: also.credits.get(id) ?? [],
  });
}

/** The latest instant by a moment at which a source knew something of the deal; 0 if none did. */
export function latestKnown(history: DealHistory, at: number): number {
  let latest = 0;
  for (const { knownAt } of history.facts) if (knownAt <= at && knownAt > latest) latest = knownAt;
  for (const { knownAt } of history.changes) if (knownAt <= at && knownAt > latest) latest = knownAt;
  return latest;
}

/** The deal as it was known at a moment; null if nobody knew of it. `present`: the credit, if it never changed. */
export function readAt(
  history: DealHistory,
  stages: StageTable,
  at: Moment,
  present: DealRow,
): Reading | null {
  if (latestKnown(history, at.at) === 0) return null;
  const state = deriveOpportunityState(history.facts, history.changes, stages, at);
  return {
    outcome: state.outcome,
    created_on: state.createdOn,
    createdAssumed: state.createdAssumed,
    entered_on: state.enteredOn,
    entered_assumed: state.enteredAssumed,
    entry_amount_minor: state.entryAmountMinor,
    entry_currency: state.entryCurrency,
    amount_minor: state.amountMinor,
    currency: state.currency,
    expected_close_on: state.expectedCloseOn,
    closed_on: state.closedOn,
    closed_assumed: state.closedAssumed,
    credit: verdictAt(history, at.at, present),
    claim: claimAt(history.claims, at.at),
  };
}

/**
 * Credit as of a day is the verdict that stood then, not what today's page or today's evidence would have said.
 */
function verdictAt(history: DealHistory, at: number, present: DealRow): Verdict {
  if (history.credits.length === 0) {
    return { class: present.credit_class, partner_id: present.credit_partner_id };
  }
  return history.credits.findLast((row) => row.decided_at <= at) ?? { class: 'none', partner_id: null };
}

/** The headline of the claims that stood at a moment: of each slot the newest row, unless it ended the claim. */
function claimAt(rows: readonly ClaimRow[], at: number): DealAsOf['claim'] {
  const bySlot = new Map<string, ClaimRow>();
  for (const row of rows) if (row.known_at <= at) bySlot.set(row.slot, row);
  const standing = [...bySlot.values()].flatMap((row): ImportedClaim[] =>
    row.partner_id === null
      ? []
      : [
          {
            id: row.claim_id as FactId,
            partnerId: row.partner_id as PartnerId,
            role: parseClaimedRole(row.role ?? '') ?? 'unspecified',
            isPrimary: row.is_primary,
            knownAt: row.known_at,
          },
        ],
  );
  const headline = headlineClaim(standing);
  return headline && { class: claimedClass(headline.role), partnerId: headline.partnerId };
}

function factOf(row: FactRow, sequence: number): OpportunityFact {
  return {
    knownAt: row.known_at,
    knownOn: row.known_on as LocalDate,
    knownAssumed: row.known_assumed,
    recordedOn: row.recorded_on as LocalDate,
    sequence,
    name: null,
    accountId: null,
    stage: row.stage,
    amountMinor: row.amount_minor,
    currency: row.currency as CurrencyCode | null,
    createdOn: row.created_on as LocalDate | null,
    expectedCloseOn: row.expected_close_on as LocalDate | null,
    closedOn: row.closed_on as LocalDate | null,
    owner: null,
    product: null,
    leadSource: null,
  };
}
