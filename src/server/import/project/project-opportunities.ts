import type { LocalDate } from '#core/calendar.ts';
import type { AccountId } from '#core/ids.ts';
import type { CurrencyCode } from '#core/money.ts';
import { deriveOpportunityState } from '#core/opportunity/derive.ts';
import type { OpportunityFact, StageChange } from '#core/opportunity/facts.ts';
import { type StageTable, stageTable } from '#core/opportunity/stage.ts';
import type { Organization } from '../../access/context.ts';
import type { Tx } from '../../database/transaction.ts';
import { stageHistories, stageTables } from '../../opportunity/stage-tables.ts';
import { presentEntryStage } from '../../program/policies.ts';
import { copyLine } from '../load/copy-text.ts';
import { localDays } from './local-days.ts';
import {
  applyStates,
  type ClaimRow,
  copyStates,
  type DealRow,
  type FactRow,
  liveClaims,
  liveFacts,
  nextToProject,
  type Selection,
  selectForProjection,
} from './queries.ts';
import { type Claim, stateValues } from './state-values.ts';

const chunk = 4000;

/**
 * Computes the present reading of opportunities from their live facts (those of no withdrawn import) and writes
 * it over their rows. An opportunity of which no fact lives any more, or that its source merged or deleted, is withdrawn. Returns how many were read.
 */
export async function projectOpportunities(
  tx: Tx,
  organization: Organization,
  selection: Selection,
  onProgress: (done: number) => void = () => {},
): Promise<number> {
  const org = organization.orgId;
  const dayOf = localDays(organization.timeZone);
  const tables = await presentStageTables(tx, organization);
  const none = stageTable([]);
  await selectForProjection(tx, org, selection);
  let done = 0;
  for (let after: string | null = null; ; ) {
    const deals: DealRow[] = await nextToProject(tx, org, after, chunk);
    if (deals.length === 0) break;
    const ids = deals.map((deal) => deal.opportunity_id);
    const facts = grouped(await liveFacts(tx, org, ids));
    const changes = await stageHistories(tx, org, ids);
    const claims = grouped(await liveClaims(tx, org, ids));
    const lines = deals.map((deal) => {
      const id = deal.opportunity_id;
      const all = {
        facts: facts.get(id) ?? [],
        changes: changes.get(id) ?? [],
        claims: claims.get(id) ?? [],
      };
      return stateLine(deal, all, tables.get(deal.source_id) ?? none, dayOf);
    });
    await copyStates(tx, [lines.join('')]);
    done += deals.length;
    after = ids.at(-1) ?? null;
    onProgress(done);
  }
  if (done > 0) await applyStates(tx, org);
  return done;
}

/** The stage table of each source, with the entry stage of the newest definitions where a source marks none. */
export async function presentStageTables(
  tx: Tx,
  organization: Organization,
): Promise<ReadonlyMap<string, StageTable>> {
  const org = organization.orgId;
  const entry = await presentEntryStage(tx, organization);
  return stageTables(tx, org, entry);
}

function stateLine(
  deal: DealRow,
  all: { facts: readonly FactRow[]; changes: readonly StageChange[]; claims: readonly ClaimRow[] },
  stages: StageTable,
  dayOf: (epochMs: number) => LocalDate,
): string {
  const { facts, changes } = all;
  const isWithdrawn = deal.is_ended || (facts.length === 0 && changes.length === 0);
  const state = deriveOpportunityState(
    facts.map((row, index) => factOf(row, index, dayOf)),
    changes,
    stages,
  );
  const snapshots = facts.filter((row) => row.kind === 'opportunities' && row.fingerprint !== null);
  const newest = snapshots.reduce<FactRow | null>(
    (best, row) => (best === null || row.recorded_at >= best.recorded_at ? row : best),
    null,
  );
  let lastKnownAt = 0;
  for (const row of facts) lastKnownAt = Math.max(lastKnownAt, row.known_at);
  for (const change of changes) lastKnownAt = Math.max(lastKnownAt, change.knownAt);
  const values = stateValues(state, {
    recordId: deal.record_id,
    claims: all.claims.flatMap(claimOf),
    fingerprint: newest?.fingerprint?.toString('hex') ?? null,
    lastKnownAt,
  });
  return copyLine([deal.opportunity_id, isWithdrawn, ...values]);
}

function factOf(row: FactRow, sequence: number, dayOf: (epochMs: number) => LocalDate): OpportunityFact {
  return {
    knownAt: row.known_at,
    knownOn: dayOf(row.known_at),
    knownAssumed: row.known_assumed,
    recordedOn: dayOf(row.recorded_at),
    sequence,
    name: row.name,
    accountId: row.account_id as AccountId | null,
    stage: row.stage,
    amountMinor: row.amount_minor,
    currency: row.currency as CurrencyCode | null,
    createdOn: row.created_on as LocalDate | null,
    expectedCloseOn: row.expected_close_on as LocalDate | null,
    closedOn: row.closed_on as LocalDate | null,
    owner: row.owner,
    product: row.product,
    leadSource: row.lead_source,
  };
}

function claimOf(row: ClaimRow): Claim[] {
  if (row.partner_id === null) return [];
  return [
    {
      claimId: row.claim_id,
      partnerId: row.partner_id,
      role: row.role,
      isPrimary: row.is_primary,
      knownAt: row.known_at,
    },
  ];
}

function grouped<Row extends { readonly opportunity_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.opportunity_id);
    if (group) group.push(row);
    else groups.set(row.opportunity_id, [row]);
  }
  return groups;
}
