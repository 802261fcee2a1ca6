import type { LocalDate } from '#core/calendar.ts';
import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';

export type ImportedRow = {
  readonly record_key: string;
  readonly print: string;
  readonly number: number;
  readonly import_number: number;
};

/** Registrations that live imports of a source brought under these keys. */
export function importedByKey(
  tx: Tx,
  org: OrgId,
  sourceId: string,
  keys: readonly string[],
): Promise<ImportedRow[]> {
  return tx.query(
    `select b.record_key, encode(b.fingerprint, 'hex') as print, r.number, i.number as import_number
     from tandem.registration_import b
     join tandem.import i on i.org_id = b.org_id and i.import_id = b.import_id and i.withdrawn_at is null
     join tandem.registration r on r.org_id = b.org_id and r.registration_id = b.registration_id
     where b.org_id = $1 and i.source_id = $2 and b.record_key = any($3::text[])`,
    [org, sourceId, keys],
  );
}

export type ProtectedRow = {
  readonly account_key: string;
  readonly number: number;
  readonly partner: string;
  readonly products: string[];
  readonly protected_from: LocalDate;
  readonly protected_until: LocalDate | null;
};

/** What is protected at these accounts, each registration once; no products: the whole account. */
export function protectedAccounts(
  tx: Tx,
  org: OrgId,
  accountKeys: readonly string[],
): Promise<ProtectedRow[]> {
  return tx.query(
    `select p.account_key, r.number, t.name as partner, lower(p.during) as protected_from,
       upper(p.during) as protected_until, coalesce(array_agg(k.product_key) filter (where p.product <> '(,)'), '{}') as products
     from tandem.registration_protection p
     join tandem.registration r on r.org_id = p.org_id and r.registration_id = p.registration_id
     join tandem.partner t on t.org_id = r.org_id and t.partner_id = r.partner_id
     left join tandem.protected_product k on k.org_id = p.org_id and p.product @> k.number
     where p.org_id = $1 and p.account_key = any($2::text[])
     group by p.account_key, r.number, t.name, p.during`,
    [org, accountKeys],
  );
}

export type DealRow = {
  readonly opportunity_id: string;
  readonly entered_on: LocalDate | null;
  readonly created_on: LocalDate | null;
  readonly closed_on: LocalDate | null;
  /** The registration that stands on it. */
  readonly standing: number | null;
};

/** Where these deals stand, and which registration stands on each. */
export function dealsOfThePast(tx: Tx, org: OrgId, deals: readonly string[]): Promise<DealRow[]> {
  return tx.query(
    `select o.opportunity_id, o.entered_on, o.created_on, o.closed_on, r.number as standing
     from tandem.opportunity o
     left join tandem.registration r on r.org_id = o.org_id and r.opportunity_id = o.opportunity_id
       and r.state in ('accepted', 'converted', 'won')
     where o.org_id = $1 and o.opportunity_id = any($2::uuid[])`,
    [org, deals],
  );
}
