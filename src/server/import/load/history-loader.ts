import type { OpportunityId } from '#core/ids.ts';
import type { OpportunityFact } from '#core/opportunity/facts.ts';
import type { Arrival, Loader } from './arrival.ts';
import { copyInstant } from './copy-text.ts';
import { eventKey, stageEvents } from './event-rows.ts';
import { addFact } from './fact-rows.ts';
import { accountsOf } from './opportunity-loader.ts';
import { stageClaims } from './partner-loader.ts';
import {
  hasOpportunities,
  type KnownOpportunity,
  knownClaims,
  knownEvents,
  knownFactTimes,
  knownOpportunities,
} from './queries.ts';
import { byRow, fingerprint, type RowRecords } from './row-records.ts';

/** What stands there already of the deals of a batch. */
type Standing = {
  readonly deals: ReadonlyMap<string, KnownOpportunity>;
  readonly events: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
  readonly claims: ReadonlyMap<string, string | null>;
};

/**
 * Stage history: events are appended unless they stand there; rows in which the stage stood still become
 * snapshots of the amount and the close date. A deal that nobody named before is created by its first row. All
 * touched deals are projected afterwards, since their rows may lie anywhere in the file.
 */
export async function historyLoader(arrival: Arrival): Promise<Loader> {
  const { tx, org, sourceId, staging, ids, now } = arrival;
  const mayKnow = sourceId !== null && (await hasOpportunities(tx, org, sourceId));
  const made = new Map<string, OpportunityId>();
  const touched = new Set<string>();
  const closeDates = new Map<string, string>();

  async function lookUp(rows: readonly RowRecords[]): Promise<Standing> {
    const recordIds = [...new Set(rows.map((row) => row.opportunityId))].filter((id) => !made.has(id));
    const found = mayKnow && sourceId !== null ? await knownOpportunities(tx, org, sourceId, recordIds) : [];
    const dealIds = found.map((row) => row.opportunity_id);
    const none = dealIds.length === 0;
    return {
      deals: new Map(found.map((row) => [row.record_id, row])),
      events: new Set(
        none
          ? []
          : (await knownEvents(tx, org, dealIds)).map((row) => `${row.opportunity_id} ${row.event_key}`),
      ),
      facts: new Set(
        none
          ? []
          : (await knownFactTimes(tx, org, dealIds)).map((row) =>
              factKey(row.opportunity_id, row.known_at, row.fingerprint?.toString('hex') ?? ''),
            ),
      ),
      claims: new Map(
        none
          ? []
          : (await knownClaims(tx, org, dealIds)).map((row) => [
              `${row.opportunity_id} ${row.slot}`,
              row.partner_id,
            ]),
      ),
    };
  }

  function dealOf(row: RowRecords, standing: Standing): { id: OpportunityId; isNew: boolean } {
    const there = standing.deals.get(row.opportunityId);
    if (there) return { id: there.opportunity_id as OpportunityId, isNew: there.is_withdrawn };
    const before = made.get(row.opportunityId);
    if (before !== undefined) return { id: before, isNew: true };
    const id = ids.next<OpportunityId>(now);
    made.set(row.opportunityId, id);
    staging?.add('opportunity', placeholder(id, made.size, row.opportunityId, now));
    return { id, isNew: true };
  }

  /** The snapshots that a row gives, each with the instant that it speaks of. */
  function snapshots(row: RowRecords, id: string): OpportunityFact[] {
    const facts: OpportunityFact[] = [];
    const event = row.events[0] ?? row.changes[0];
    const moment = event?.changedAt.at ?? now;
    const { opportunity } = row;
    if (opportunity) {
      const account = {
        recordId: opportunity.accountId,
        name: opportunity.account,
        domain: opportunity.accountDomain,
      };
      const accountId = arrival.accounts.find(account, moment);
      const { createdAt, name, owner, product, leadSource } = opportunity;
      facts.push({
        ...blank(arrival, moment),
        name,
        accountId,
        createdOn: createdAt?.on ?? null,
        owner,
        product,
        leadSource,
      });
    }
    for (const change of row.changes) {
      const { amountMinor, currency, expectedCloseOn } = change;
      facts.push({ ...blank(arrival, change.changedAt.at), amountMinor, currency, expectedCloseOn });
      if (expectedCloseOn !== null) closeDates.set(id, expectedCloseOn);
    }
    for (const { changedAt, expectedCloseOn } of row.events) {
      if (expectedCloseOn === null || closeDates.get(id) === expectedCloseOn) continue;
      closeDates.set(id, expectedCloseOn);
      facts.push({ ...blank(arrival, changedAt.at), expectedCloseOn });
    }
    return facts;
  }

  return {
    async take(batch) {
      const rows = byRow(batch.records);
      const standing = await lookUp(rows);
      await arrival.accounts.prepare(accountsOf(rows));
      const counts = { create: 0, update: 0, unchanged: 0, rejected: 0 };
      for (const row of rows) {
        const { id, isNew } = dealOf(row, standing);
        const events = row.events.filter((event) => !standing.events.has(`${id} ${eventKey(event)}`));
        let changed = events.length > 0;
        stageEvents(arrival, id, events, {
          isNew: !standing.deals.has(row.opportunityId),
          sequence: row.row,
        });
        for (const fact of snapshots(row, id)) {
          const print = fingerprint({ ...fact, recordedOn: null, knownOn: null });
          if (standing.facts.has(factKey(id, fact.knownAt, print))) continue;
          changed = true;
          addFact(arrival, id, fact, print);
        }
        if (row.partners.length > 0) {
          const at = row.events[0]?.changedAt.at ?? row.changes[0]?.changedAt.at ?? now;
          const claims = stageClaims(arrival, id, row.partners, at, { isNew: false });
          changed ||= claims.some(
            (claim, index) =>
              standing.claims.get(`${id} ${index === 0 ? 'partner' : `partner:${index + 1}`}`) !==
              claim.partnerId,
          );
        }
        if (changed && !touched.has(id)) {
          touched.add(id);
          staging?.add('touched', [id]);
        }
        counts[isNew ? 'create' : changed ? 'update' : 'unchanged'] += 1;
      }
      return { ...counts, problems: [] };
    },
  };
}

const factKey = (id: string, knownAt: number, print: string): string => `${id} ${knownAt} ${print}`;

function blank(arrival: Arrival, at: number): OpportunityFact {
  return {
    knownAt: at,
    knownOn: arrival.dayOf(at),
    knownAssumed: false,
    recordedOn: arrival.dayOf(arrival.now),
    sequence: 0,
    name: null,
    accountId: null,
    stage: null,
    amountMinor: null,
    currency: null,
    createdOn: null,
    expectedCloseOn: null,
    closedOn: null,
    owner: null,
    product: null,
    leadSource: null,
  };
}

/** A new deal whose state is projected once all of its rows have arrived. */
function placeholder(id: OpportunityId, ordinal: number, recordId: string, now: number) {
  const nulls = (count: number): null[] => Array.from({ length: count }, () => null);
  return [
    id,
    ordinal,
    recordId,
    recordId,
    recordId,
    ...nulls(3),
    'unknown',
    ...nulls(4),
    false,
    ...nulls(4),
    false,
    ...nulls(3),
    0,
    ...nulls(3),
    copyInstant(now),
  ];
}
