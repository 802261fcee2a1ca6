import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';

export type CreditedRow = {
  opportunity_id: string;
  number: number;
  record_id: string;
  name: string;
  source_id: string;
  account_id: string | null;
  product: string | null;
  created_on: string | null;
  entered_on: string | null;
  closed_on: string | null;
  outcome: 'open' | 'won' | 'lost' | 'unknown';
  owner: string | null;
  amount_minor: number | null;
  currency: string | null;
  credit_class: string;
  credit_partner_id: string | null;
  claim_class: string | null;
  claim_partner_id: string | null;
};

const creditedColumns = `opportunity_id, number, record_id, name, source_id, account_id, product, created_on, entered_on,
  closed_on, outcome, owner, amount_minor, currency, credit_class, credit_partner_id, claim_class, claim_partner_id`;

/**
 * Locks the deals that are about to be decided, always in the same order; also those that the CRM merged or deleted,
 * whose credit ends. Not for the key: an act that was just
 * inserted holds its deal's key, and two that wait for each other's would be a deadlock.
 */
export function lockCredited(tx: Tx, org: OrgId, ids: readonly string[]): Promise<CreditedRow[]> {
  return tx.query(
    `select ${creditedColumns} from tandem.opportunity
     where org_id = $1 and opportunity_id = any($2::uuid[]) and (not is_withdrawn or exists (
       select from tandem.opportunity_end e
       where e.org_id = opportunity.org_id and e.opportunity_id = opportunity.opportunity_id))
     order by opportunity_id for no key update`,
    [org, ids],
  );
}

/** Deals by their ids, in order; by the hundred thousand, hence without an object for each answer of the driver. */
export async function creditedDeals(tx: Tx, org: OrgId, ids: readonly string[]): Promise<CreditedRow[]> {
  const row = await tx.copyOut(
    `select ${creditedColumns} from tandem.opportunity
     where org_id = $1 and opportunity_id = any((select $2::uuid[])::uuid[]) and not is_withdrawn order by opportunity_id`,
    [org, ids],
  );
  const deals: CreditedRow[] = [];
  while (row.next()) {
    deals.push({
      opportunity_id: row.id() ?? '',
      number: row.integer() ?? 0,
      record_id: row.text() ?? '',
      name: row.text() ?? '',
      source_id: row.id() ?? '',
      account_id: row.id(),
      product: row.text(),
      created_on: row.day(),
      entered_on: row.day(),
      closed_on: row.day(),
      outcome: row.text() as CreditedRow['outcome'],
      owner: row.text(),
      amount_minor: row.integer(),
      currency: row.text(),
      credit_class: row.text() ?? '',
      credit_partner_id: row.id(),
      claim_class: row.text(),
      claim_partner_id: row.id(),
    });
  }
  return deals;
}

/** Finds a deal by what people call it: its short number, the id of its record at the source, or ours. */
export function findCredited(tx: Tx, org: OrgId, reference: string): Promise<CreditedRow[]> {
  return tx.query(
    `select ${creditedColumns} from tandem.opportunity
     where org_id = $1 and not is_withdrawn
       and (record_id = $2 or number::text = ltrim($2, '#') or opportunity_id::text = $2)
     order by (record_id = $2) desc limit 2`,
    [org, reference],
  );
}

export async function accountOfRecord(tx: Tx, org: OrgId, recordId: string): Promise<string | null> {
  const [row] = await tx.query<{ account_id: string }>(
    'select account_id from tandem.account where org_id = $1 and record_id = $2 and not is_withdrawn limit 1',
    [org, recordId],
  );
  return row?.account_id ?? null;
}

/** The deals that stand on an account, for facts that are known before there is a deal. */
export async function dealsOfAccount(tx: Tx, org: OrgId, account: string): Promise<string[]> {
  const rows = await tx.query<{ opportunity_id: string }>(
    'select opportunity_id from tandem.opportunity where org_id = $1 and account_id = $2 and not is_withdrawn',
    [org, account],
  );
  return rows.map((row) => row.opportunity_id);
}

const actTables = ['touch', 'introduction', 'cosell_plan', 'check_in'] as const;

/** Deals on which somebody recorded an act, or that have a verdict or a ruling: only these can have a credit. */
export async function dealsWithActs(tx: Tx, org: OrgId, opportunities: readonly string[]): Promise<string[]> {
  const onDeal = [...actTables, 'credit', 'ruling'].map(
    (table) =>
      `exists (select from tandem.${table} t where t.org_id = o.org_id and t.opportunity_id = o.opportunity_id)`,
  );
  const rows = await tx.query<{ opportunity_id: string }>(
    `select o.opportunity_id from tandem.opportunity o
     where o.org_id = $1 and o.opportunity_id = any($2::uuid[]) and (
       ${onDeal.join(' or ')}
       or exists (select from tandem.opportunity_end e where e.org_id = o.org_id and e.into_opportunity_id = o.opportunity_id)
       or exists (select from tandem.introduction i
            where i.org_id = o.org_id and i.account_id = o.account_id and i.opportunity_id is null)
       or exists (select from tandem.touch t where t.org_id = o.org_id and t.account_id = o.account_id))`,
    [org, opportunities],
  );
  return rows.map((row) => row.opportunity_id);
}

/**
 * Every deal on which somebody recorded an act, also one at its account before it was there. Each table tells its deals
 * apart before they are united, which several processes do at once; the union is done by one.
 */
const acted = `
  ${actTables.map((table) => `select distinct opportunity_id from tandem.${table} where org_id = $1 and opportunity_id is not null`).join(' union ')}
  union select d.opportunity_id from tandem.introduction i
    join tandem.opportunity d on d.org_id = i.org_id and d.account_id = i.account_id
    where i.org_id = $1 and i.opportunity_id is null
  union select d.opportunity_id from tandem.touch t
    join tandem.opportunity d on d.org_id = t.org_id and d.account_id = t.account_id
    where t.org_id = $1 and t.account_id is not null`;

/** The acted deals of which this import said something. Starts from the acts: they are few. */
export async function actedDealsOfImport(tx: Tx, org: OrgId, importId: string): Promise<string[]> {
  const rows = await tx.query<{ opportunity_id: string }>(
    `select o.opportunity_id from (${acted}) as o
     where exists (select from tandem.opportunity_fact f
         where f.org_id = $1 and f.opportunity_id = o.opportunity_id and f.import_id = $2)
       or exists (select from tandem.stage_change s
         where s.org_id = $1 and s.opportunity_id = o.opportunity_id and s.import_id = $2)
       or exists (select from tandem.touch t
         where t.org_id = $1 and t.opportunity_id = o.opportunity_id and t.import_id = $2)`,
    [org, importId],
  );
  return rows.map((row) => row.opportunity_id);
}

/** Every deal on which somebody recorded an act, those of one account together. */
export async function actedDeals(tx: Tx, org: OrgId): Promise<string[]> {
  const rows = await tx.query<{ opportunity_id: string }>(
    `select o.opportunity_id from (${acted}) as o
     join tandem.opportunity d on d.org_id = $1 and d.opportunity_id = o.opportunity_id
     order by d.account_id, d.opportunity_id`,
    [org],
  );
  return rows.map((row) => row.opportunity_id);
}

export type CreditRow = {
  opportunity_id: string;
  credit_id: string;
  class: string;
  co_sold: boolean;
  partner_id: string | null;
  policy_version: number;
  reasons: unknown;
  evidence: unknown;
  cause: string;
  gray_area: boolean;
  needs_panel: boolean;
  ruling_id: string | null;
  lock_on: string | null;
  considered: readonly { partnerId: string; class: string; role: string | null }[];
  decision_hash: string | null;
  engine: number;
  caused_by: readonly string[];
  decided_at: number;
};

const creditColumns = `opportunity_id, credit_id, class, co_sold, partner_id, policy_version, reasons, evidence, cause,
  gray_area, needs_panel, ruling_id, lock_on, considered, decision_hash, engine, caused_by, decided_at`;

/** The verdicts on a deal, newest first. */
export function creditHistory(tx: Tx, org: OrgId, opportunity: string): Promise<CreditRow[]> {
  return tx.query(
    `select ${creditColumns} from tandem.credit where org_id = $1 and opportunity_id = $2
     order by decided_at desc, credit_id desc`,
    [org, opportunity],
  );
}

export function standingCredits(tx: Tx, org: OrgId, opportunities: readonly string[]): Promise<CreditRow[]> {
  return tx.query(
    `select c.* from unnest($2::uuid[]) as wanted(id) cross join lateral (
       select ${creditColumns} from tandem.credit where org_id = $1 and opportunity_id = wanted.id
       order by decided_at desc, credit_id desc limit 1) as c`,
    [org, opportunities],
  );
}

/** The verdict that stands on each deal. */
export function standingVerdicts(
  tx: Tx,
  org: OrgId,
): Promise<{ opportunity_id: string; credit_id: string; number: number; class: string }[]> {
  return tx.query(
    `select distinct on (o.number) o.number, c.opportunity_id, c.credit_id, c.class from tandem.credit c
     join tandem.opportunity o on o.org_id = c.org_id and o.opportunity_id = c.opportunity_id
     where c.org_id = $1 order by o.number, c.decided_at desc, c.credit_id desc`,
    [org],
  );
}

/** The facts that a verdict was decided from. */
export async function factsOfVerdict(
  tx: Tx,
  org: OrgId,
  credit: string,
  opportunity: string,
): Promise<{
  facts: unknown;
  policy_version: number;
  decision_hash: string | null;
  engine: number;
  decided_at: number;
} | null> {
  const [row] = await tx.query<{
    facts: unknown;
    policy_version: number;
    decision_hash: string | null;
    engine: number;
    decided_at: number;
  }>(
    `select facts, policy_version, decision_hash, engine, decided_at from tandem.credit
     where org_id = $1 and opportunity_id = $2 and credit_id = $3`,
    [org, opportunity, credit],
  );
  return row ?? null;
}

export type NewCreditRow = Omit<CreditRow, 'decided_at' | 'reasons' | 'evidence'> & {
  readonly reasons: unknown;
  readonly evidence: unknown;
  readonly facts: unknown;
};

/** Keeps verdicts, and repeats each on its deal for lists. */
export async function insertCredits(
  tx: Tx,
  org: OrgId,
  rows: readonly NewCreditRow[],
  now: number,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `insert into tandem.credit (org_id, opportunity_id, credit_id, class, co_sold, partner_id, policy_version, reasons,
       evidence, cause, gray_area, needs_panel, ruling_id, lock_on, considered, facts, decision_hash, engine, caused_by,
       decided_at)
     select $1, r.opportunity_id, r.credit_id, r.class, r.co_sold, r.partner_id, r.policy_version, r.reasons, r.evidence,
       r.cause, r.gray_area, r.needs_panel, r.ruling_id, r.lock_on, r.considered, r.facts, r.decision_hash, r.engine,
       r.caused_by, to_timestamp($3::double precision / 1000)
     from jsonb_to_recordset($2::jsonb) as r(opportunity_id uuid, credit_id uuid, class text, co_sold boolean,
       partner_id uuid, policy_version integer, reasons jsonb, evidence jsonb, cause text, gray_area boolean,
       needs_panel boolean, ruling_id uuid, lock_on date, considered jsonb, facts jsonb, decision_hash text,
       engine integer, caused_by jsonb)`,
    [org, JSON.stringify(rows), now],
  );
  await tx.query(
    `update tandem.opportunity o set credit_class = r.class, credit_partner_id = r.partner_id, credit_co_sold = r.co_sold
     from jsonb_to_recordset($2::jsonb) as r(opportunity_id uuid, class text, partner_id uuid, co_sold boolean)
     where o.org_id = $1 and o.opportunity_id = r.opportunity_id`,
    [
      org,
      JSON.stringify(
        rows.map(({ opportunity_id, class: creditClass, partner_id, co_sold }) => ({
          opportunity_id,
          class: creditClass,
          partner_id,
          co_sold,
        })),
      ),
    ],
  );
}

/** Lets partners see the deals in which they have a part. */
export async function insertPartnerDeals(
  tx: Tx,
  org: OrgId,
  pairs: readonly { readonly partner: string; readonly deal: string }[],
  now: number,
): Promise<void> {
  if (pairs.length === 0) return;
  await tx.query(
    `insert into tandem.partner_deal (org_id, partner_id, opportunity_id, since_at)
     select $1, p.partner, p.deal, to_timestamp($4::double precision / 1000)
     from unnest($2::uuid[], $3::uuid[]) as p(partner, deal) on conflict do nothing`,
    [org, pairs.map(({ partner }) => partner), pairs.map(({ deal }) => deal), now],
  );
}

/** The short numbers of deals whose list entry names another credit than their newest verdict. */
export async function creditsOutOfStep(tx: Tx, org: OrgId, limit: number): Promise<number[]> {
  const rows = await tx.query<{ number: number }>(
    `select o.number from tandem.opportunity o
     left join lateral (select class, partner_id from tandem.credit c
       where c.org_id = o.org_id and c.opportunity_id = o.opportunity_id
       order by c.decided_at desc, c.credit_id desc limit 1) v on true
     where o.org_id = $1 and (o.credit_class <> coalesce(v.class, 'none')
       or o.credit_partner_id is distinct from v.partner_id)
     order by o.number limit $2`,
    [org, limit],
  );
  return rows.map((row) => row.number);
}
