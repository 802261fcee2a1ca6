import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';

/** The present reading of a deal, and the last day on which a source learnt something about it. */
export type DealRow = {
  opportunity_id: string;
  number: number;
  source_id: string;
  outcome: 'open' | 'won' | 'lost' | 'unknown';
  created_on: string | null;
  entered_on: string | null;
  entered_assumed: boolean;
  entry_amount_minor: number | null;
  entry_currency: string | null;
  amount_minor: number | null;
  currency: string | null;
  expected_close_on: string | null;
  closed_on: string | null;
  closed_assumed: boolean;
  credit_class: 'sourced' | 'co_sold' | 'influenced' | 'assisted' | 'none';
  credit_partner_id: string | null;
  claim_class: 'sourced' | 'co_sold' | 'influenced' | 'assisted' | null;
  claim_partner_id: string | null;
  known_on: string;
};

const dealColumns = `o.opportunity_id, o.number, o.source_id, o.outcome, o.created_on, o.entered_on, o.entered_assumed,
  o.entry_amount_minor, o.entry_currency, o.amount_minor, o.currency, o.expected_close_on, o.closed_on,
  o.closed_assumed, o.credit_class, o.credit_partner_id, o.claim_class, o.claim_partner_id`;

/**
 * Opens a cursor over deals, all of the company or those with a partner and some more. A cursor, since pages by key
 * would scan and sort anew for each: under row-level security the planner expects few rows and shuns the index.
 */
export async function openDeals(
  tx: Tx,
  org: OrgId,
  timeZone: string,
  onlyPartnersAnd: readonly string[] | null,
): Promise<void> {
  await tx.query(
    `declare deals_to_read no scroll cursor for
     select ${dealColumns}, (o.last_known_at at time zone $2)::date as known_on
     from tandem.opportunity o
     where o.org_id = $1 and not o.is_withdrawn
       and ($3::uuid[] is null or coalesce(o.credit_partner_id, o.claim_partner_id) is not null
         or o.opportunity_id = any($3::uuid[]))`,
    [org, timeZone, onlyPartnersAnd],
  );
}

/** The next deals of the open cursor; none at its end. */
export function nextDeals(tx: Tx, limit: number): Promise<DealRow[]> {
  return tx.query(`fetch forward ${limit} from deals_to_read`);
}

export async function closeDeals(tx: Tx): Promise<void> {
  await tx.query('close deals_to_read');
}

/** Deals without a partner that had one once, by credit or by claim. */
export async function formerPartnerDeals(tx: Tx, org: OrgId): Promise<string[]> {
  const rows = await tx.query<{ opportunity_id: string }>(
    `select o.opportunity_id from tandem.opportunity o
     where o.org_id = $1 and not o.is_withdrawn and coalesce(o.credit_partner_id, o.claim_partner_id) is null
       and o.opportunity_id in (
         select c.opportunity_id from tandem.credit c where c.org_id = $1 and c.class <> 'none'
         union select p.opportunity_id from tandem.opportunity_partner p
           where p.org_id = $1 and p.partner_id is not null)`,
    [org],
  );
  return rows.map((row) => row.opportunity_id);
}

/** Deals to which no live fact gives a created date: it was assumed. */
export async function dealsWithoutCreatedDate(
  tx: Tx,
  org: OrgId,
  withdrawn: readonly string[],
): Promise<string[]> {
  const rows = await tx.query<{ opportunity_id: string }>(
    `select o.opportunity_id from tandem.opportunity o
     where o.org_id = $1 and not o.is_withdrawn and not exists (
       select from tandem.opportunity_fact f
       where f.org_id = o.org_id and f.opportunity_id = o.opportunity_id and f.created_on is not null
         and (f.import_id is null or f.import_id <> all($2::uuid[])))`,
    [org, withdrawn],
  );
  return rows.map((row) => row.opportunity_id);
}

export async function withdrawnImports(tx: Tx, org: OrgId): Promise<string[]> {
  const rows = await tx.query<{ import_id: string }>(
    'select import_id from tandem.import where org_id = $1 and withdrawn_at is not null',
    [org],
  );
  return rows.map((row) => row.import_id);
}

export type FactRow = {
  opportunity_id: string;
  known_at: number;
  known_on: string;
  known_assumed: boolean;
  recorded_on: string;
  stage: string | null;
  amount_minor: number | null;
  currency: string | null;
  created_on: string | null;
  expected_close_on: string | null;
  closed_on: string | null;
};

/** The live snapshots of deals in the order of recording. */
export function factRows(
  tx: Tx,
  org: OrgId,
  deals: readonly string[],
  withdrawn: readonly string[],
  timeZone: string,
): Promise<FactRow[]> {
  return tx.query(
    `select opportunity_id, known_at, (known_at at time zone $4)::date as known_on, known_assumed,
       (recorded_at at time zone $4)::date as recorded_on, stage, amount_minor, currency, created_on,
       expected_close_on, closed_on
     from tandem.opportunity_fact
     where org_id = $1 and opportunity_id = any($2::uuid[]) and (import_id is null or import_id <> all($3::uuid[]))
     order by opportunity_id, recorded_at, fact_id`,
    [org, deals, withdrawn, timeZone],
  );
}

export type ClaimRow = {
  opportunity_id: string;
  claim_id: string;
  slot: string;
  partner_id: string | null;
  role: string | null;
  is_primary: boolean;
  known_at: number;
};

/** What live imports say about partners on deals, oldest first. */
export function claimRows(
  tx: Tx,
  org: OrgId,
  deals: readonly string[],
  withdrawn: readonly string[],
): Promise<ClaimRow[]> {
  return tx.query(
    `select opportunity_id, claim_id, slot, partner_id, role, is_primary, known_at from tandem.opportunity_partner
     where org_id = $1 and opportunity_id = any($2::uuid[]) and (import_id is null or import_id <> all($3::uuid[]))
     order by opportunity_id, known_at, recorded_at, claim_id`,
    [org, deals, withdrawn],
  );
}

/** Deals on which an import said something about a partner after a day. */
export async function dealsClaimedAfter(tx: Tx, org: OrgId, after: number): Promise<string[]> {
  const rows = await tx.query<{ opportunity_id: string }>(
    `select distinct opportunity_id from tandem.opportunity_partner
     where org_id = $1 and known_at > to_timestamp($2::double precision / 1000)`,
    [org, after],
  );
  return rows.map((row) => row.opportunity_id);
}

export type CreditRow = {
  opportunity_id: string;
  class: DealRow['credit_class'];
  partner_id: string | null;
  decided_at: number;
};

/** Every verdict on the deals that were judged again after a moment, oldest first. */
export function creditRows(tx: Tx, org: OrgId, after: number): Promise<CreditRow[]> {
  return tx.query(
    `select c.opportunity_id, c.class, c.partner_id, c.decided_at from tandem.credit c
     where c.org_id = $1 and exists (select from tandem.credit n
       where n.org_id = c.org_id and n.opportunity_id = c.opportunity_id
         and n.decided_at > to_timestamp($2::double precision / 1000))
     order by c.opportunity_id, c.decided_at, c.credit_id`,
    [org, after],
  );
}

export type DisputeRow = { opportunity_id: string; opened_at: number; closed_at: number | null };

/** Disputes that were open at some time after a moment. */
export function disputeRows(tx: Tx, org: OrgId, after: number): Promise<DisputeRow[]> {
  return tx.query(
    `select opportunity_id, opened_at, closed_at from tandem.dispute
     where org_id = $1 and (closed_at is null or closed_at > to_timestamp($2::double precision / 1000))`,
    [org, after],
  );
}

export type RateRow = { currency: string; effective_on: string; rate: string };

/** What one unit of a currency is worth in the organization's, from a day on, oldest first. */
export function rateRows(tx: Tx, org: OrgId): Promise<RateRow[]> {
  return tx.query(
    `select currency, effective_on, rate::text as rate from tandem.exchange_rate where org_id = $1
     order by currency, effective_on`,
    [org],
  );
}
