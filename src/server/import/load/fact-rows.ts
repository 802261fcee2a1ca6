import type { OpportunityRecord } from '#connectors/port.ts';
import type { FactId, OpportunityId } from '#core/ids.ts';
import type { OpportunityFact } from '#core/opportunity/facts.ts';
import { startOfLocalDate } from '../../clock.ts';
import type { Arrival } from './arrival.ts';
import { copyInstant } from './copy-text.ts';

export type KnownMoment = { readonly at: number; readonly assumed: boolean };

/**
 * When the source knew what a row says: its own time stamp; for the first import of a source the day on which
 * the deal was created (or, without one, closed), marked as assumed; otherwise now. Never later than now.
 */
export function knownMomentOf(record: OpportunityRecord, arrival: Arrival): KnownMoment {
  const { now } = arrival;
  if (record.updatedAt !== null) return { at: Math.min(record.updatedAt.at, now), assumed: false };
  if (!arrival.isFirst) return { at: now, assumed: false };
  if (record.createdAt !== null) return { at: Math.min(record.createdAt.at, now), assumed: true };
  if (record.closedOn === null) return { at: now, assumed: false };
  return { at: Math.min(startOfDay(record.closedOn), now), assumed: true };
}

/** Stages one snapshot of a deal and returns it as core reads it. */
export function stageFact(
  arrival: Arrival,
  opportunityId: OpportunityId,
  record: OpportunityRecord,
  known: KnownMoment,
  print: string,
): OpportunityFact {
  const { recordId, name, domain } = {
    recordId: record.accountId,
    name: record.account,
    domain: record.accountDomain,
  };
  const fact: OpportunityFact = {
    knownAt: known.at,
    knownOn: arrival.dayOf(known.at),
    knownAssumed: known.assumed,
    recordedOn: arrival.dayOf(arrival.now),
    sequence: 0,
    name: record.name,
    accountId: arrival.accounts.find({ recordId, name, domain }, known.at),
    stage: record.stage,
    amountMinor: record.amountMinor,
    currency: record.currency,
    createdOn: record.createdAt?.on ?? null,
    expectedCloseOn: record.expectedCloseOn,
    closedOn: record.closedOn,
    owner: record.owner,
    product: record.product,
    leadSource: record.leadSource,
  };
  addFact(arrival, opportunityId, fact, print);
  return fact;
}

/** Puts a snapshot among the rows that go in. */
export function addFact(
  arrival: Arrival,
  opportunityId: OpportunityId,
  fact: OpportunityFact,
  print: string,
): void {
  arrival.staging?.add('fact', [
    opportunityId,
    arrival.ids.next<FactId>(arrival.now),
    copyInstant(fact.knownAt),
    fact.knownAssumed,
    fact.name,
    fact.accountId,
    fact.stage,
    fact.amountMinor,
    fact.currency,
    fact.createdOn,
    fact.expectedCloseOn,
    fact.closedOn,
    fact.owner,
    fact.product,
    fact.leadSource,
    { hex: print },
  ]);
}

const days = new Map<string, number>();

/** A close date without a time stands at noon UTC, which is that day in nearly every time zone. */
function startOfDay(date: Parameters<typeof startOfLocalDate>[0]): number {
  let at = days.get(date);
  if (at === undefined) {
    at = startOfLocalDate(date, 'UTC') + 12 * 3_600_000;
    days.set(date, at);
  }
  return at;
}
