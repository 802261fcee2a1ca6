import type { OpportunityPartnerRecord, Problem } from '#connectors/port.ts';
import type { FactId, OpportunityId } from '#core/ids.ts';
import { companyNameKey } from '#core/opportunity/account-name.ts';
import type { Claim } from '../project/state-values.ts';
import type { Arrival, Loader, Verdicts } from './arrival.ts';
import { copyInstant } from './copy-text.ts';
import { type KnownOpportunity, knownClaims, knownOpportunities } from './queries.ts';
import { byRow, type RowRecords } from './row-records.ts';

/** The slot of a deal's nth partner in the row that describes it. */
const slotOf = (index: number): string => (index === 0 ? 'partner' : `partner:${index + 1}`);

/** The slot of a partner that has a row of its own: that partner, in whatever role. */
const ownSlot = (record: OpportunityPartnerRecord): string =>
  `with:${record.partnerId ?? companyNameKey(record.partner ?? '')}`;

/** Stages the partners that the row of a deal names, each in its slot. */
export function stageClaims(
  arrival: Arrival,
  opportunityId: OpportunityId,
  partners: readonly OpportunityPartnerRecord[],
  knownAt: number,
  options: { readonly isNew: boolean },
): Claim[] {
  return partners.map((record, index) =>
    stageClaim(arrival, opportunityId, record, slotOf(index), knownAt, options.isNew),
  );
}

function stageClaim(
  arrival: Arrival,
  opportunityId: OpportunityId,
  record: OpportunityPartnerRecord,
  slot: string,
  knownAt: number,
  isNew: boolean,
): Claim {
  const { staging, ids, now, partners } = arrival;
  const claim: Claim = {
    claimId: ids.next<FactId>(now),
    partnerId: partners.find(record.partnerId, record.partner, knownAt),
    role: record.role,
    isPrimary: record.primary ?? false,
    knownAt,
  };
  const { claimId, partnerId, role, isPrimary } = claim;
  staging?.add('claim', [
    opportunityId,
    claimId,
    isNew,
    slot,
    partnerId,
    role,
    isPrimary,
    copyInstant(knownAt),
  ]);
  return claim;
}

/** A row that names fewer partners than it did ends the claims of the rest. */
export async function endClaims(
  arrival: Arrival,
  rows: readonly { id: OpportunityId; partners: number; knownAt: number }[],
): Promise<void> {
  if (rows.length === 0) return;
  const { tx, org, staging, ids, now } = arrival;
  const byId = new Map(rows.map((row) => [row.id as string, row]));
  for (const slot of await knownClaims(tx, org, [...byId.keys()])) {
    const row = byId.get(slot.opportunity_id);
    const place = /^partner(?::(\d+))?$/.exec(slot.slot);
    if (!row || !place || slot.partner_id === null || Number(place[1] ?? 1) <= row.partners) continue;
    const claimId = ids.next<FactId>(now);
    staging?.add('claim', [row.id, claimId, false, slot.slot, null, null, false, copyInstant(row.knownAt)]);
  }
}

/**
 * Rows that name a partner on a deal and nothing else. The deal must be there: by an earlier import, or earlier
 * in the same file (`made`).
 */
export async function partnerRows(
  arrival: Arrival,
  rows: readonly RowRecords[],
  known: ReadonlyMap<string, KnownOpportunity>,
  made: ReadonlyMap<string, OpportunityId>,
): Promise<Verdicts> {
  const counts = { create: 0, update: 0, unchanged: 0, rejected: 0 };
  const problems: Problem[] = [];
  if (rows.length === 0) return { ...counts, problems };
  const { tx, org, now } = arrival;
  const ids = rows.flatMap((row) => known.get(row.opportunityId)?.opportunity_id ?? []);
  const standing = new Map(
    (ids.length === 0 ? [] : await knownClaims(tx, org, [...new Set(ids)])).map((claim) => [
      `${claim.opportunity_id} ${claim.slot}`,
      claim,
    ]),
  );
  for (const row of rows) {
    const before = known.get(row.opportunityId);
    const id = made.get(row.opportunityId) ?? (before?.opportunity_id as OpportunityId | undefined);
    if (id === undefined || before?.is_withdrawn) {
      counts.rejected += 1;
      problems.push(unknownDeal(row));
      continue;
    }
    let isChange = false;
    let isKnown = false;
    for (const record of row.partners) {
      const slot = ownSlot(record);
      const claim = standing.get(`${id} ${slot}`);
      const partnerId = arrival.partners.find(record.partnerId, record.partner, now);
      const same =
        claim !== undefined &&
        claim.partner_id === partnerId &&
        claim.role === record.role &&
        claim.is_primary === (record.primary ?? false);
      isKnown ||= claim !== undefined;
      if (same) continue;
      isChange = true;
      stageClaim(arrival, id, record, slot, now, false);
      arrival.staging?.add('touched', [id]);
    }
    counts[isChange ? (isKnown ? 'update' : 'create') : 'unchanged'] += 1;
  }
  return { ...counts, problems };
}

function unknownDeal(row: RowRecords): Problem {
  return {
    code: 'opportunity-unknown',
    severity: 'reject',
    row: row.row,
    column: null,
    expected: 'an opportunity of this source that was imported before',
    found: row.opportunityId,
    repair: 'Import the opportunities first, or correct the id.',
  };
}

/** Partners on opportunities, one a row, as in Salesforce's OpportunityPartner. */
export function opportunityPartnerLoader(arrival: Arrival): Loader {
  const { tx, org, sourceId } = arrival;
  return {
    async take(batch) {
      const rows = byRow(batch.records);
      const ids = [...new Set(rows.map((row) => row.opportunityId))];
      const found =
        sourceId === null || ids.length === 0 ? [] : await knownOpportunities(tx, org, sourceId, ids);
      const known = new Map(found.map((row) => [row.record_id, row]));
      return await partnerRows(arrival, rows, known, new Map());
    },
  };
}
