import type { LocalDate } from '#core/calendar.ts';
import type { OpportunityId, PartnerId } from '#core/ids.ts';
import type { CurrencyCode } from '#core/money.ts';
import { type StageTable, stageTable } from '#core/opportunity/stage.ts';
import type { DealAsOf } from '#core/scoreboard/deal.ts';
import type { Organization } from '../../access/context.ts';
import { endOfLocalDate, localDateAt } from '../../clock.ts';
import type { Tx } from '../../database/transaction.ts';
import { stageTables } from '../../opportunity/stage-tables.ts';
import { type Conversion, loadConversion } from './conversion.ts';
import {
  type CreditRow,
  closeDeals,
  creditRows,
  type DealRow,
  type DisputeRow,
  dealsClaimedAfter,
  dealsWithoutCreatedDate,
  disputeRows,
  formerPartnerDeals,
  nextDeals,
  openDeals,
  withdrawnImports,
} from './queries.ts';
import { latestKnown, loadHistories, type Reading, readAt } from './replay.ts';

/** Deals as of a day, and those with a partner as of some earlier days. */
export type LoadedDeals = {
  readonly deals: readonly DealAsOf[];
  readonly past: ReadonlyMap<LocalDate, readonly DealAsOf[]>;
  /** The newest day on which a source knew something that counts. */
  readonly latestFactOn: LocalDate | null;
  readonly currenciesWithoutRate: readonly string[];
};

export type Wanted = {
  readonly asOf: LocalDate;
  readonly pastDays: readonly LocalDate[];
  /** Only deals in which a partner has a part: enough for every figure of proven credit or opening balance. */
  readonly partnersOnly: boolean;
  /** The entry stage where a source marks none. */
  readonly entryStage: number;
};

const pageSize = 5000;
const replayedAtOnce = 2000;

/**
 * Loads deals as they were known at the end of each wanted day.
 *
 * The present reading of a deal is taken where nothing about it became known, happened or was decided after that
 * day; all others are derived again from their facts. So a scoreboard of today replays only what moved in the
 * last thirteen weeks, and one of a past day gives what was known then. Imports that were undone never count.
 */
export async function loadDeals(tx: Tx, organization: Organization, wanted: Wanted): Promise<LoadedDeals> {
  const { orgId: org, timeZone } = organization;
  const days = [wanted.asOf, ...wanted.pastDays];
  const since = endOfLocalDate(
    days.reduce((a, b) => (a < b ? a : b)),
    timeZone,
  );
  const withdrawn = await withdrawnImports(tx, org);
  const former = await formerPartnerDeals(tx, org);
  const frame: Frame = {
    convert: await loadConversion(tx, organization),
    ends: new Map(days.map((day) => [day, endOfLocalDate(day, timeZone)])),
    former: new Set(former),
    undated: new Set(wanted.partnersOnly ? [] : await dealsWithoutCreatedDate(tx, org, withdrawn)),
    claimedLately: new Set(await dealsClaimedAfter(tx, org, since)),
    credits: Map.groupBy(await creditRows(tx, org, since), (row) => row.opportunity_id),
    disputes: Map.groupBy(await disputeRows(tx, org, since), (row) => row.opportunity_id),
    stages: await stageTables(tx, org, wanted.entryStage),
  };
  const byDay = new Map<LocalDate, DealAsOf[]>(days.map((day) => [day, []]));
  let latestFactOn: string | null = null;
  let latestReplayed = 0;

  await openDeals(tx, org, timeZone, wanted.partnersOnly ? former : null);
  for (;;) {
    const rows = await nextDeals(tx, pageSize);
    if (rows.length === 0) break;
    const toReplay: { row: DealRow; day: LocalDate }[] = [];
    for (const row of rows) {
      if (row.known_on <= wanted.asOf && row.known_on > (latestFactOn ?? '')) latestFactOn = row.known_on;
      addSettled(frame, row, days, byDay, toReplay);
    }
    for (let from = 0; from < toReplay.length; ) {
      const part = takeDeals(toReplay, from);
      from += part.length;
      const ids = [...new Set(part.map(({ row }) => row.opportunity_id))];
      const historyOf = await loadHistories(tx, org, ids, { withdrawn, timeZone, credits: frame.credits });
      latestReplayed = Math.max(latestReplayed, addReplayed(frame, part, historyOf, byDay));
    }
  }
  await closeDeals(tx);

  const replayedOn = latestReplayed === 0 ? null : localDateAt(latestReplayed, timeZone);
  if (replayedOn !== null && replayedOn <= wanted.asOf && replayedOn > (latestFactOn ?? '')) {
    latestFactOn = replayedOn;
  }
  const deals = byDay.get(wanted.asOf) ?? [];
  byDay.delete(wanted.asOf);
  return {
    deals,
    past: byDay,
    latestFactOn: latestFactOn as LocalDate | null,
    currenciesWithoutRate: [...frame.convert.missing].sort(),
  };
}

type Frame = {
  readonly convert: Conversion;
  readonly ends: ReadonlyMap<LocalDate, number>;
  readonly former: ReadonlySet<string>;
  readonly undated: ReadonlySet<string>;
  readonly claimedLately: ReadonlySet<string>;
  readonly credits: ReadonlyMap<string, CreditRow[]>;
  readonly disputes: ReadonlyMap<string, DisputeRow[]>;
  readonly stages: ReadonlyMap<string, StageTable>;
};

/** Adds the present reading for the days on which it held already; the others are left to be replayed. */
function addSettled(
  frame: Frame,
  row: DealRow,
  days: readonly LocalDate[],
  byDay: ReadonlyMap<LocalDate, DealAsOf[]>,
  toReplay: { row: DealRow; day: LocalDate }[],
): void {
  const id = row.opportunity_id;
  const hadPartner = row.credit_partner_id !== null || row.claim_partner_id !== null || frame.former.has(id);
  const isRestless = frame.claimedLately.has(id) || frame.credits.has(id);
  const reading: Reading = {
    ...row,
    createdAssumed: frame.undated.has(id),
    credit: { class: row.credit_class, partner_id: row.credit_partner_id },
    claim:
      row.claim_class === null || row.claim_partner_id === null
        ? null
        : { class: row.claim_class, partnerId: row.claim_partner_id as PartnerId },
  };
  let previous: DealAsOf | null = null;
  for (const day of hadPartner ? days : days.slice(0, 1)) {
    if (isRestless || !isSettled(row, day)) {
      toReplay.push({ row, day });
      continue;
    }
    const next: DealAsOf = dealOf(frame, row, reading, day);
    // The same on most days: one object then stands for all of them.
    const isSame: boolean =
      previous !== null &&
      previous.openAmountMinor === next.openAmountMinor &&
      previous.credit.disputed === next.credit.disputed;
    previous = isSame && previous !== null ? previous : next;
    byDay.get(day)?.push(previous);
  }
}

function isSettled(row: DealRow, day: LocalDate): boolean {
  return (
    row.known_on <= day &&
    (row.entered_on === null || row.entered_on <= day) &&
    (row.closed_on === null || row.closed_on <= day)
  );
}

/** Adds what was known then; returns the latest instant at which anything of it was known by the as-of day. */
function addReplayed(
  frame: Frame,
  part: readonly { row: DealRow; day: LocalDate }[],
  historyOf: Awaited<ReturnType<typeof loadHistories>>,
  byDay: ReadonlyMap<LocalDate, DealAsOf[]>,
): number {
  let latest = 0;
  const noStages = stageTable([]);
  let last = { id: '', history: historyOf('') };
  for (const { row, day } of part) {
    const id = row.opportunity_id;
    if (last.id !== id) last = { id, history: historyOf(id) };
    const at = { at: frame.ends.get(day) ?? 0, on: day };
    const reading = readAt(last.history, frame.stages.get(row.source_id) ?? noStages, at, row);
    if (reading === null) continue;
    byDay.get(day)?.push(dealOf(frame, row, reading, day));
    latest = Math.max(latest, latestKnown(last.history, at.at));
  }
  return latest;
}

/** The next days to replay, of at most so many deals, never parting the days of one deal. */
function takeDeals<T extends { row: DealRow }>(all: readonly T[], from: number): T[] {
  const part: T[] = [];
  let deals = 0;
  let lastId = '';
  for (const each of all.slice(from)) {
    if (each.row.opportunity_id !== lastId) deals += 1;
    if (deals > replayedAtOnce) break;
    lastId = each.row.opportunity_id;
    part.push(each);
  }
  return part;
}

function dealOf(frame: Frame, row: DealRow, reading: Reading, on: LocalDate): DealAsOf {
  const { convert } = frame;
  const currency = reading.currency as CurrencyCode | null;
  const closedOn = reading.closed_on as LocalDate | null;
  const enteredOn = reading.entered_on as LocalDate | null;
  const entryCurrency = (reading.entry_currency ?? reading.currency) as CurrencyCode | null;
  return {
    opportunityId: row.opportunity_id as OpportunityId,
    number: row.number,
    outcome: reading.outcome,
    createdOn: reading.created_on as LocalDate | null,
    createdAssumed: reading.createdAssumed,
    enteredOn,
    enteredAssumed: reading.entered_assumed,
    entryAmountMinor:
      enteredOn === null ? null : convert.at(reading.entry_amount_minor, entryCurrency, enteredOn),
    openAmountMinor: closedOn === null ? convert.at(reading.amount_minor, currency, on) : null,
    nativeMinor: reading.amount_minor,
    nativeCurrency: currency,
    expectedCloseOn: reading.expected_close_on as LocalDate | null,
    closedOn,
    closedAssumed: reading.closed_assumed,
    closedAmountMinor: closedOn === null ? null : convert.at(reading.amount_minor, currency, closedOn),
    credit: {
      class: reading.credit.class,
      partnerId: reading.credit.partner_id as PartnerId | null,
      disputed: isDisputed(frame, row.opportunity_id, on),
    },
    claim: reading.claim,
  };
}

function isDisputed(frame: Frame, id: string, on: LocalDate): boolean {
  const end = frame.ends.get(on) ?? 0;
  const disputes = frame.disputes.get(id) ?? [];
  return disputes.some((row) => row.opened_at <= end && (row.closed_at === null || row.closed_at > end));
}
