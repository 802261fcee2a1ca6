import type { OpportunityRecord } from '#connectors/port.ts';
import { brandId, type OpportunityId } from '#core/ids.ts';
import { deriveOpportunityState } from '#core/opportunity/derive.ts';
import type { StageChange } from '#core/opportunity/facts.ts';
import { stateValues } from '../project/state-values.ts';
import type { Arrival, Loader, Verdicts } from './arrival.ts';
import { stageEvents } from './event-rows.ts';
import { knownMomentOf, stageFact } from './fact-rows.ts';
import { endClaims, partnerRows, stageClaims } from './partner-loader.ts';
import { hasOpportunities, type KnownOpportunity, knownOpportunities } from './queries.ts';
import { namedRegistrations } from './registration-links.ts';
import { byRow, fingerprintOf, type RowRecords } from './row-records.ts';

/** Stands for the id of a deal that a dry run would create. */
const dryRunId = brandId<OpportunityId>('');

/** Accounts that the rows of a batch name. */
export function accountsOf(rows: readonly RowRecords[]) {
  return rows.flatMap(({ opportunity: of }) =>
    of === null || (of.accountId ?? of.account ?? of.accountDomain) === null
      ? []
      : [{ recordId: of.accountId, name: of.account, domain: of.accountDomain }],
  );
}

/**
 * Opportunities, one row each: a new one is staged whole with its state, since all its facts are in hand; a
 * changed one gets a further fact and is projected anew afterwards; an unchanged one costs nothing.
 */
export async function opportunityLoader(arrival: Arrival): Promise<Loader> {
  const { tx, org, sourceId, staging, ids, now } = arrival;
  const mayKnow = sourceId !== null && (await hasOpportunities(tx, org, sourceId));
  const made = new Map<string, OpportunityId>();
  let ordinal = 0;
  let updated: { id: OpportunityId; partners: number; knownAt: number }[] = [];
  const named = namedRegistrations(arrival);

  async function lookUp(rows: readonly RowRecords[]): Promise<Map<string, KnownOpportunity>> {
    if (!mayKnow || sourceId === null) return new Map();
    const found = await knownOpportunities(tx, org, sourceId, [
      ...new Set(rows.map((row) => row.opportunityId)),
    ]);
    return new Map(found.map((row) => [row.record_id, row]));
  }

  /** A dry run says how many companies the rows would bring. */
  function countCompanies(row: RowRecords, record: OpportunityRecord): void {
    const { accountId: recordId, account: name, accountDomain: domain } = record;
    arrival.accounts.find({ recordId, name, domain }, now);
    for (const each of row.partners) arrival.partners.find(each.partnerId, each.partner, now);
  }

  function create(row: RowRecords, record: OpportunityRecord, print: string): OpportunityId {
    if (!staging) {
      if (arrival.namesPartners) made.set(row.opportunityId, dryRunId);
      countCompanies(row, record);
      return dryRunId;
    }
    const id = ids.next<OpportunityId>(now);
    ordinal += 1;
    // Only a later row that names nothing but a partner asks for it again.
    if (arrival.namesPartners) made.set(row.opportunityId, id);
    const moment = knownMomentOf(record, arrival);
    const fact = stageFact(arrival, id, record, moment, print);
    const changes: StageChange[] = row.events.map((event, index) => ({
      stage: event.stage,
      changedAt: event.changedAt.at,
      changedOn: event.changedAt.on,
      knownAt: event.changedAt.at,
      amountMinor: event.amountMinor,
      currency: event.currency,
      sequence: index,
    }));
    stageEvents(arrival, id, row.events, { isNew: true });
    const claims = stageClaims(arrival, id, row.partners, moment.at, { isNew: true });
    const state = deriveOpportunityState([fact], changes, arrival.stages);
    let lastKnownAt = moment.at;
    for (const change of changes) if (change.knownAt > lastKnownAt) lastKnownAt = change.knownAt;
    const values = stateValues(state, {
      recordId: row.opportunityId,
      claims,
      fingerprint: print,
      lastKnownAt,
    });
    staging.add('opportunity', [id, ordinal, row.opportunityId, ...values]);
    return id;
  }

  function update(row: RowRecords, record: OpportunityRecord, known: KnownOpportunity, print: string): void {
    if (!staging) return;
    const id = known.opportunity_id as OpportunityId;
    const moment = knownMomentOf(record, arrival);
    stageFact(arrival, id, record, moment, print);
    stageEvents(arrival, id, row.events, { isNew: false });
    stageClaims(arrival, id, row.partners, moment.at, { isNew: false });
    staging.add('touched', [id]);
    updated.push({ id, partners: row.partners.length, knownAt: moment.at });
  }

  return {
    async take(batch): Promise<Verdicts> {
      const rows = byRow(batch.records);
      const known = await lookUp(rows);
      await arrival.accounts.prepare(accountsOf(rows));
      const counts = { create: 0, update: 0, unchanged: 0 };
      updated = [];
      const later: RowRecords[] = [];
      const links = await named.look(rows, known);
      for (const row of rows) {
        if (row.opportunity === null) {
          later.push(row);
          continue;
        }
        const before = known.get(row.opportunityId);
        const print = fingerprintOf(row);
        const link = links.of(row);
        if (before === undefined) {
          link(create(row, row.opportunity, print));
          counts.create += 1;
        } else if (before.is_withdrawn || before.fingerprint?.toString('hex') !== print) {
          update(row, row.opportunity, before, print);
          link(before.opportunity_id as OpportunityId);
          counts[before.is_withdrawn ? 'create' : 'update'] += 1;
        } else if (link(before.opportunity_id as OpportunityId)) {
          counts.update += 1;
        } else {
          counts.unchanged += 1;
        }
      }
      const rest = await partnerRows(arrival, later, known, made);
      if (staging && arrival.namesPartners) await endClaims(arrival, updated);
      return {
        create: counts.create + rest.create,
        update: counts.update + rest.update,
        unchanged: counts.unchanged + rest.unchanged,
        rejected: rest.rejected,
        problems: [...links.problems, ...rest.problems],
      };
    },
  };
}
