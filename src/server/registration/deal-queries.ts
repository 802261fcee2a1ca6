import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';

/** The source under which deals stand that came by a registration and that no CRM has shown yet. */
export const sourceName = 'Deal registration';
/** Its one stage: known, and not yet pipeline. */
const stage = 'Registered';

/** Finds the source of registered deals, or makes it with its one stage. */
export async function registrationSource(tx: Tx, org: OrgId, newId: string, now: number): Promise<string> {
  await tx.query(
    `insert into tandem.source (org_id, source_id, name, created_at)
     values ($1, $2, $3, to_timestamp($4::double precision / 1000)) on conflict (org_id, name) do nothing`,
    [org, newId, sourceName, now],
  );
  const [row] = await tx.query<{ source_id: string }>(
    'select source_id from tandem.source where org_id = $1 and name = $2',
    [org, sourceName],
  );
  const source = row?.source_id ?? newId;
  await tx.query(
    `insert into tandem.stage_rule (org_id, source_id, name, stage_order, outcome) values ($1, $2, $3, 0, 'open')
     on conflict do nothing`,
    [org, source, stage],
  );
  return source;
}

/** Whether a deal was opened by a registration and stands in no CRM yet. */
export async function isOwnDeal(tx: Tx, org: OrgId, deal: string): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from tandem.opportunity o join tandem.source s on s.org_id = o.org_id and s.source_id = o.source_id
     where o.org_id = $1 and o.opportunity_id = $2 and s.name = $3`,
    [org, deal, sourceName],
  );
  return rows.length > 0;
}

export async function accountOfDeal(tx: Tx, org: OrgId, deal: string): Promise<string | null> {
  const [row] = await tx.query<{ account_id: string | null }>(
    'select account_id from tandem.opportunity where org_id = $1 and opportunity_id = $2',
    [org, deal],
  );
  return row?.account_id ?? null;
}

export async function insertAccount(
  tx: Tx,
  org: OrgId,
  one: {
    id: string;
    number: number;
    name: string;
    nameKey: string;
    domain: string | null;
    country: string | null;
    sortKey: string;
    factId: string;
    importId: string | null;
    now: number;
  },
): Promise<void> {
  await tx.query(
    `insert into tandem.account (org_id, account_id, number, name, name_key, domain, country, sort_key)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [org, one.id, one.number, one.name, one.nameKey, one.domain, one.country, one.sortKey],
  );
  await tx.query(
    `insert into tandem.account_fact (org_id, account_id, fact_id, known_at, recorded_at, body, import_id)
     values ($1, $2, $3, to_timestamp($4::double precision / 1000), to_timestamp($4::double precision / 1000), $5, $6)`,
    [
      org,
      one.id,
      one.factId,
      one.now,
      { name: one.name, domain: one.domain, country: one.country },
      one.importId,
    ],
  );
}

export async function insertDeal(
  tx: Tx,
  org: OrgId,
  one: {
    id: string;
    number: number;
    source: string;
    recordId: string;
    account: string;
    name: string;
    sortKey: string;
    factId: string;
    today: string;
    valueMinor: number | null;
    currency: string | null;
    closeOn: string | null;
    importId: string | null;
    now: number;
  },
): Promise<void> {
  await tx.query(
    `insert into tandem.opportunity (org_id, opportunity_id, number, source_id, record_id, name, sort_key, account_id,
       outcome, last_known_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'unknown', to_timestamp($9::double precision / 1000))`,
    [org, one.id, one.number, one.source, one.recordId, one.name, one.sortKey, one.account, one.now],
  );
  await tx.query(
    `insert into tandem.opportunity_fact (org_id, opportunity_id, fact_id, known_at, known_assumed, recorded_at, name,
       account_id, stage, amount_minor, currency, created_on, expected_close_on, lead_source, import_id)
     values ($1, $2, $3, to_timestamp($4::double precision / 1000), false, to_timestamp($4::double precision / 1000),
       $5, $6, $7, $8, $9, $10, $11, 'Partner registration', $12)`,
    [
      org,
      one.id,
      one.factId,
      one.now,
      one.name,
      one.account,
      stage,
      one.valueMinor,
      one.currency,
      one.today,
      one.closeOn,
      one.importId,
    ],
  );
}
