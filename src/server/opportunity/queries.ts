import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';

export type OpportunityRow = {
  opportunity_id: string;
  number: number;
  record_id: string;
  source: string;
  name: string;
  account_id: string | null;
  account: string | null;
  stage: string | null;
  stage_order: number | null;
  outcome: 'open' | 'won' | 'lost' | 'unknown';
  amount_minor: number | null;
  currency: string | null;
  created_on: string | null;
  entered_on: string | null;
  entered_assumed: boolean;
  entry_amount_minor: number | null;
  entry_currency: string | null;
  expected_close_on: string | null;
  closed_on: string | null;
  closed_assumed: boolean;
  owner: string | null;
  product: string | null;
  lead_source: string | null;
  late_events: number;
  credit_class: string;
  credit_partner: string | null;
  credit_partner_id: string | null;
  claim_class: string | null;
  claim_partner: string | null;
  claim_partner_id: string | null;
  sort_value: string;
};

export type OpportunityFilter = {
  /** Folded as sort_key is, with the pattern marks escaped; and as typed, for numbers and record ids. */
  readonly search: { readonly folded: string; readonly typed: string } | null;
  readonly outcome: string | null;
  readonly credit: string | null;
  readonly claim: string | null;
  readonly partnerId: string | null;
  readonly accountId: string | null;
  readonly owner: string | null;
  readonly stage: string | null;
};

/** How each order of the list is written as text that sorts bytewise; descending ones are complements. */
const sortValues = {
  name: 'o.sort_key',
  '-amount': `lpad((999999999999999 - coalesce(o.amount_minor, -1))::text, 16, '0')`,
  '-entered': `lpad((99999 - coalesce(o.entered_on - date '1900-01-01', -1))::text, 6, '0')`,
  '-closed': `lpad((99999 - coalesce(o.closed_on - date '1900-01-01', -1))::text, 6, '0')`,
  '-created': `lpad((99999 - coalesce(o.created_on - date '1900-01-01', -1))::text, 6, '0')`,
} as const;

export type OpportunitySort = keyof typeof sortValues;

const columns = `o.opportunity_id, o.number, o.record_id, s.name as source, o.name, o.account_id, a.name as account, o.stage,
  o.stage_order, o.outcome, o.amount_minor, o.currency, o.created_on, o.entered_on, o.entered_assumed,
  o.entry_amount_minor, o.entry_currency, o.expected_close_on, o.closed_on, o.closed_assumed, o.owner, o.product,
  o.lead_source, o.late_events, o.credit_class, o.credit_partner_id, cp.name as credit_partner, o.claim_class,
  o.claim_partner_id, lp.name as claim_partner`;

const joins = `join tandem.source s on s.org_id = o.org_id and s.source_id = o.source_id
  left join tandem.account a on a.org_id = o.org_id and a.account_id = o.account_id
  left join tandem.partner cp on cp.org_id = o.org_id and cp.partner_id = o.credit_partner_id
  left join tandem.partner lp on lp.org_id = o.org_id and lp.partner_id = o.claim_partner_id`;

/** Adds only the conditions that are asked for, so that each shape of list gets a plan of its own. */
function conditions(filter: OpportunityFilter, values: unknown[]): string {
  const parts: string[] = ['o.org_id = $1', 'not o.is_withdrawn'];
  const bind = (value: unknown) => `$${values.push(value)}`;
  if (filter.search) {
    const typed = bind(filter.search.typed);
    parts.push(`(o.sort_key like '%' || ${bind(filter.search.folded)} || '%' or o.record_id = ${typed}
      or o.number::text = ltrim(${typed}, '#'))`);
  }
  if (filter.outcome) parts.push(`o.outcome = ${bind(filter.outcome)}`);
  if (filter.credit) parts.push(`o.credit_class = ${bind(filter.credit)}`);
  if (filter.claim) parts.push(`o.claim_class = ${bind(filter.claim)} and o.credit_class = 'none'`);
  if (filter.partnerId)
    parts.push(`coalesce(o.credit_partner_id, o.claim_partner_id) = ${bind(filter.partnerId)}::uuid`);
  if (filter.accountId) parts.push(`o.account_id = ${bind(filter.accountId)}::uuid`);
  if (filter.owner) parts.push(`o.owner = ${bind(filter.owner)}`);
  if (filter.stage) parts.push(`o.stage = ${bind(filter.stage)}`);
  return parts.join(' and ');
}

/** A page of opportunities. The page is cut before anything is joined to it. */
export function opportunityPage(
  tx: Tx,
  org: OrgId,
  filter: OpportunityFilter,
  sort: OpportunitySort,
  after: { sortKey: string; id: string } | null,
  limit: number,
): Promise<OpportunityRow[]> {
  const values: unknown[] = [org];
  const where = conditions(filter, values);
  const value = sortValues[sort];
  const bind = (one: unknown) => `$${values.push(one)}`;
  const beyond = after
    ? `and (${value}, o.opportunity_id) > (${bind(after.sortKey)}, ${bind(after.id)}::uuid)`
    : '';
  return tx.prepared<OpportunityRow>(
    `with o as materialized (
       select o.*, ${value} as sort_value from tandem.opportunity o where ${where} ${beyond}
       order by ${value}, o.opportunity_id limit ${bind(limit)})
     select ${columns}, o.sort_value from o ${joins} order by o.sort_value, o.opportunity_id`,
    values as never,
  );
}

/** How many opportunities a filter finds, counted up to a limit: beyond it a list says "more than". */
export async function countOpportunities(
  tx: Tx,
  org: OrgId,
  filter: OpportunityFilter,
  most: number,
): Promise<number> {
  const values: unknown[] = [org];
  const where = conditions(filter, values);
  const [row] = await tx.query<{ found: number }>(
    `select count(*) as found from (select from tandem.opportunity o where ${where} limit $${values.push(most)}) as counted`,
    values as never,
  );
  return row?.found ?? 0;
}

export async function opportunityRow(tx: Tx, org: OrgId, reference: string): Promise<OpportunityRow | null> {
  const [row] = await tx.query<OpportunityRow>(
    `select ${columns}, '' as sort_value from tandem.opportunity o ${joins}
     where o.org_id = $1 and not o.is_withdrawn
       and (o.opportunity_id::text = $2 or o.record_id = $2 or o.number::text = ltrim($2, '#'))
     order by (o.opportunity_id::text = $2) desc, (o.record_id = $2) desc limit 1`,
    [org, reference],
  );
  return row ?? null;
}

export type FactRow = {
  known_at: number;
  known_assumed: boolean;
  recorded_at: number;
  import_number: number | null;
  name: string | null;
  stage: string | null;
  amount_minor: number | null;
  currency: string | null;
  expected_close_on: string | null;
  closed_on: string | null;
  owner: string | null;
};

/** What the source said about one deal over time, oldest first; withdrawn imports are left out. */
export function factRows(tx: Tx, org: OrgId, opportunity: string): Promise<FactRow[]> {
  return tx.query(
    `select f.known_at, f.known_assumed, f.recorded_at, i.number as import_number, f.name, f.stage, f.amount_minor,
       f.currency, f.expected_close_on, f.closed_on, f.owner
     from tandem.opportunity_fact f
     left join tandem.import i on i.org_id = f.org_id and i.import_id = f.import_id
     where f.org_id = $1 and f.opportunity_id = $2 and i.withdrawn_at is null
     order by f.known_at, f.fact_id`,
    [org, opportunity],
  );
}

export type ClaimRow = {
  partner_id: string;
  partner: string;
  role: string | null;
  is_primary: boolean;
  known_at: number;
  import_number: number | null;
  slot: string;
};

/** What imports claim about partners on one deal. */
export function claimRows(tx: Tx, org: OrgId, opportunity: string): Promise<ClaimRow[]> {
  return tx.query(
    `select p.partner_id, p.name as partner, c.role, c.is_primary, c.known_at, i.number as import_number, c.slot
     from tandem.opportunity_partner c
     join tandem.partner p on p.org_id = c.org_id and p.partner_id = c.partner_id
     left join tandem.import i on i.org_id = c.org_id and i.import_id = c.import_id
     where c.org_id = $1 and c.opportunity_id = $2 and i.withdrawn_at is null
     order by c.known_at, c.claim_id`,
    [org, opportunity],
  );
}

export type FoundRow = { kind: string; id: string; number: number; name: string; detail: string | null };

/**
 * Finds deals, partners and accounts by the start of their name or by number; an index serves each. 1114111 is the
 * last character there is.
 */
export function findByName(
  tx: Tx,
  org: OrgId,
  start: string,
  typed: string,
  limit: number,
): Promise<FoundRow[]> {
  return tx.query(
    `(select 'opportunity' as kind, opportunity_id::text as id, number, name, stage as detail from tandem.opportunity
        where org_id = $1 and not is_withdrawn and sort_key >= $2 and sort_key < $2 || chr(1114111) order by sort_key limit $4)
     union all
     (select 'opportunity', opportunity_id::text, number, name, stage from tandem.opportunity
        where org_id = $1 and not is_withdrawn and $3 ~ '^#?[0-9]{1,9}$' and number = nullif(ltrim($3, '#'), '')::bigint)
     union all
     (select 'partner', partner_id::text, number, name, archetype from tandem.partner
        where org_id = $1 and not is_withdrawn and sort_key >= $2 and sort_key < $2 || chr(1114111) order by sort_key limit $4)
     union all
     (select 'account', account_id::text, number, name, domain from tandem.account
        where org_id = $1 and not is_withdrawn and sort_key >= $2 and sort_key < $2 || chr(1114111) order by sort_key limit $4)`,
    [org, start, typed, limit],
  );
}
