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
  credit_class: string;
  credit_partner_id: string | null;
  claim_class: string | null;
  claim_partner_id: string | null;
};

const creditedColumns = `opportunity_id, number, record_id, name, source_id, account_id, product, created_on, entered_on,
  closed_on, credit_class, credit_partner_id, claim_class, claim_partner_id`;

/**
 * Locks the deals that are about to be decided, always in the same order. Not for the key: an act that was just
 * inserted holds its deal's key, and two that wait for each other's would be a deadlock.
 */
export function lockCredited(tx: Tx, org: OrgId, ids: readonly string[]): Promise<CreditedRow[]> {
  return tx.query(
    `select ${creditedColumns} from tandem.opportunity
     where org_id = $1 and opportunity_id = any($2::uuid[]) and not is_withdrawn order by opportunity_id for no key update`,
    [org, ids],
  );
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

export type IntroductionRow = {
  introduction_id: string;
  partner_id: string;
  person: string | null;
  account_id: string | null;
  opportunity_id: string | null;
  product: string | null;
  occurred_at: number;
  occurred_on: string;
  recorded_on: string;
  recorded_by: string;
  evidence: string[];
  note: string | null;
  withdrawn: boolean;
};

export function introductionsFor(
  tx: Tx,
  org: OrgId,
  opportunities: readonly string[],
  accounts: readonly string[],
): Promise<IntroductionRow[]> {
  return tx.query(
    `select i.introduction_id, i.partner_id, p.name as person, i.account_id, i.opportunity_id, i.product, i.occurred_at,
       i.occurred_on, i.recorded_on, i.recorded_by, i.evidence, i.note, w.withdrawal_id is not null as withdrawn
     from tandem.introduction i
     left join tandem.partner_person p on p.org_id = i.org_id and p.partner_person_id = i.partner_person_id
     left join tandem.withdrawal w on w.org_id = i.org_id and w.fact_kind = 'introduction' and w.fact_id = i.introduction_id
     where i.org_id = $1
       and (i.opportunity_id = any($2::uuid[]) or (i.opportunity_id is null and i.account_id = any($3::uuid[])))
     order by i.occurred_at, i.introduction_id`,
    [org, opportunities, accounts],
  );
}

export type TouchRow = {
  touch_id: string;
  opportunity_id: string;
  partner_id: string;
  person: string;
  internal_owner: string;
  role: string;
  action: string;
  stage_order: number | null;
  outcome: string | null;
  evidence: string[];
  occurred_at: number;
  occurred_on: string;
  recorded_on: string;
  recorded_by: string;
  confirmed_by: string | null;
  withdrawn: boolean;
};

export function touchesOn(tx: Tx, org: OrgId, opportunities: readonly string[]): Promise<TouchRow[]> {
  return tx.query(
    `select t.touch_id, t.opportunity_id, t.partner_id, p.name as person, t.internal_owner, t.role, t.action,
       t.stage_order, t.outcome, t.evidence, t.occurred_at, t.occurred_on, t.recorded_on, t.recorded_by, c.confirmed_by,
       w.withdrawal_id is not null as withdrawn
     from tandem.touch t
     join tandem.partner_person p on p.org_id = t.org_id and p.partner_person_id = t.partner_person_id
     left join tandem.touch_confirmation c on c.org_id = t.org_id and c.touch_id = t.touch_id
     left join tandem.withdrawal w on w.org_id = t.org_id and w.fact_kind = 'touch' and w.fact_id = t.touch_id
     where t.org_id = $1 and t.opportunity_id = any($2::uuid[]) order by t.occurred_at, t.touch_id`,
    [org, opportunities],
  );
}

export type VendorContactRow = {
  vendor_contact_id: string;
  account_id: string;
  kind: 'meeting' | 'outbound';
  occurred_on: string;
};

export function vendorContactsAt(
  tx: Tx,
  org: OrgId,
  accounts: readonly string[],
): Promise<VendorContactRow[]> {
  return tx.query(
    `select v.vendor_contact_id, v.account_id, v.kind, v.occurred_on from tandem.vendor_contact v
     where v.org_id = $1 and v.account_id = any($2::uuid[])
       and not exists (select from tandem.withdrawal w
         where w.org_id = v.org_id and w.fact_kind = 'vendor_contact' and w.fact_id = v.vendor_contact_id)`,
    [org, accounts],
  );
}

export type SiblingRow = {
  opportunity_id: string;
  account_id: string;
  product: string | null;
  created_on: string;
  closed_on: string | null;
};

export function dealsAt(tx: Tx, org: OrgId, accounts: readonly string[]): Promise<SiblingRow[]> {
  return tx.query(
    `select opportunity_id, account_id, product, created_on, closed_on from tandem.opportunity
     where org_id = $1 and account_id = any($2::uuid[]) and not is_withdrawn and created_on is not null`,
    [org, accounts],
  );
}

export async function openDisputes(
  tx: Tx,
  org: OrgId,
  opportunities: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.query<{ opportunity_id: string }>(
    'select opportunity_id from tandem.dispute where org_id = $1 and opportunity_id = any($2::uuid[]) and closed_at is null',
    [org, opportunities],
  );
  return new Set(rows.map((row) => row.opportunity_id));
}

/** Deals on which somebody recorded an act: only these can have a credit. */
export async function dealsWithActs(tx: Tx, org: OrgId, opportunities: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ opportunity_id: string }>(
    `select o.opportunity_id from tandem.opportunity o
     where o.org_id = $1 and o.opportunity_id = any($2::uuid[]) and (
       exists (select from tandem.touch t where t.org_id = o.org_id and t.opportunity_id = o.opportunity_id)
       or exists (select from tandem.introduction i where i.org_id = o.org_id and i.opportunity_id = o.opportunity_id)
       or exists (select from tandem.introduction i
            where i.org_id = o.org_id and i.account_id = o.account_id and i.opportunity_id is null))`,
    [org, opportunities],
  );
  return rows.map((row) => row.opportunity_id);
}

/** The deals on which somebody recorded an act and of which this import said something. Starts from the acts: they are few. */
export async function actedDealsOfImport(tx: Tx, org: OrgId, importId: string): Promise<string[]> {
  const rows = await tx.query<{ opportunity_id: string }>(
    `select o.opportunity_id from (
       select opportunity_id from tandem.touch where org_id = $1
       union select opportunity_id from tandem.introduction where org_id = $1 and opportunity_id is not null
       union select d.opportunity_id from tandem.introduction i
         join tandem.opportunity d on d.org_id = i.org_id and d.account_id = i.account_id
         where i.org_id = $1 and i.opportunity_id is null) as o
     where exists (select from tandem.opportunity_fact f
         where f.org_id = $1 and f.opportunity_id = o.opportunity_id and f.import_id = $2)
       or exists (select from tandem.stage_change s
         where s.org_id = $1 and s.opportunity_id = o.opportunity_id and s.import_id = $2)`,
    [org, importId],
  );
  return rows.map((row) => row.opportunity_id);
}

/** Every deal on which somebody recorded an act. */
export async function actedDeals(tx: Tx, org: OrgId): Promise<string[]> {
  const rows = await tx.query<{ opportunity_id: string }>(
    `select opportunity_id from tandem.touch where org_id = $1
     union select opportunity_id from tandem.introduction where org_id = $1 and opportunity_id is not null
     union select d.opportunity_id from tandem.introduction i
       join tandem.opportunity d on d.org_id = i.org_id and d.account_id = i.account_id
       where i.org_id = $1 and i.opportunity_id is null`,
    [org],
  );
  return rows.map((row) => row.opportunity_id);
}

export type CreditRow = {
  credit_id: string;
  class: string;
  co_sold: boolean;
  partner_id: string | null;
  policy_version: number;
  reasons: unknown;
  evidence: unknown;
  cause: string;
  decided_at: number;
};

/** The verdicts on a deal, newest first. */
export function creditHistory(tx: Tx, org: OrgId, opportunity: string): Promise<CreditRow[]> {
  return tx.query(
    `select credit_id, class, co_sold, partner_id, policy_version, reasons, evidence, cause, decided_at
     from tandem.credit where org_id = $1 and opportunity_id = $2 order by decided_at desc, credit_id desc`,
    [org, opportunity],
  );
}

export function standingCredits(
  tx: Tx,
  org: OrgId,
  opportunities: readonly string[],
): Promise<(CreditRow & { opportunity_id: string })[]> {
  return tx.query(
    `select distinct on (opportunity_id) * from tandem.credit where org_id = $1 and opportunity_id = any($2::uuid[])
     order by opportunity_id, decided_at desc, credit_id desc`,
    [org, opportunities],
  );
}

export async function insertCredit(
  tx: Tx,
  org: OrgId,
  opportunity: string,
  row: Omit<CreditRow, 'decided_at'> & { now: number },
): Promise<void> {
  await tx.query(
    `insert into tandem.credit (org_id, opportunity_id, credit_id, class, co_sold, partner_id, policy_version, reasons,
       evidence, cause, decided_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, to_timestamp($11::double precision / 1000))`,
    [
      org,
      opportunity,
      row.credit_id,
      row.class,
      row.co_sold,
      row.partner_id,
      row.policy_version,
      JSON.stringify(row.reasons),
      JSON.stringify(row.evidence),
      row.cause,
      row.now,
    ],
  );
  await tx.query(
    'update tandem.opportunity set credit_class = $3, credit_partner_id = $4 where org_id = $1 and opportunity_id = $2',
    [org, opportunity, row.class, row.partner_id],
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
