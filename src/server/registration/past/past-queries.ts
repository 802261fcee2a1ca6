import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';

/** A registration as it is written, with its events and what they add up to; names are those of the columns. */
export type WrittenRow = Readonly<Record<string, unknown>> & {
  readonly registration_id: string;
  readonly written_events: readonly Readonly<Record<string, unknown>>[];
};

/** Writes registrations with what happened to them, and by which import they came. */
export async function insertPast(
  tx: Tx,
  org: OrgId,
  importId: string,
  rows: readonly WrittenRow[],
  made: { readonly by: string; readonly now: number },
): Promise<void> {
  const values = JSON.stringify(rows);
  await tx.query(
    `insert into tandem.registration (org_id, registration_id, number, partner_id, way, rep_id, created_by, created_at,
       changed_at, state, draft, submission, page_version, legal_name, country, domain, name_country, account_key,
       products, value_minor, currency, close_on, events, submitted_at, submitted_on, complete_at, decided_on, due_on,
       protected_from, protected_until, last_activity_on)
     select $1, r.registration_id, r.number, r.partner_id, 'import', r.rep_id, $3, to_timestamp($4::double precision / 1000),
       to_timestamp($4::double precision / 1000), r.state, r.draft, r.submission, r.page_version, r.legal_name, r.country,
       r.domain, r.name_country, r.account_key, r.products, r.value_minor, r.currency, r.close_on,
       jsonb_array_length(r.written_events), to_timestamp(r.submitted_at / 1000), r.submitted_on,
       to_timestamp(r.complete_at / 1000), r.decided_on, r.due_on, r.protected_from, r.protected_until, r.last_activity_on
     from jsonb_to_recordset($2::jsonb) as r(registration_id uuid, number bigint, partner_id uuid, rep_id uuid, state text,
       draft jsonb, submission jsonb, page_version integer, legal_name text, country text, domain text, name_country text,
       account_key text, products text[], value_minor bigint, currency text, close_on date, written_events jsonb,
       submitted_at double precision, submitted_on date, complete_at double precision, decided_on date, due_on date,
       protected_from date, protected_until date, last_activity_on date)`,
    [org, values, made.by, made.now],
  );
  await tx.query(
    `insert into tandem.registration_event (org_id, registration_id, nth, type, by, actor, at, on_day, body)
     select $1, r.registration_id, e.nth, e.type, e.by, e.actor, to_timestamp(e.at / 1000), e.on_day, e.body
     from jsonb_to_recordset($2::jsonb) as r(registration_id uuid, written_events jsonb),
       jsonb_to_recordset(r.written_events) as e(nth integer, type text, by text, actor text, at double precision,
         on_day date, body jsonb)`,
    [org, values],
  );
  await tx.query(
    `insert into tandem.registration_import (org_id, registration_id, import_id, record_key, fingerprint, introduction_id)
     select $1, r.registration_id, $3, r.record_key, decode(r.print, 'hex'), r.introduction_id
     from jsonb_to_recordset($2::jsonb) as r(registration_id uuid, record_key text, print text, introduction_id uuid)`,
    [org, values, importId],
  );
}

export type ImportedRegistration = {
  readonly registration_id: string;
  readonly number: number;
  readonly introduction_id: string | null;
  /** Somebody did something about it since it came in. */
  readonly went_on: boolean;
};

/** What an import brought, in one order; locked. What the CRM and the passing of time did to it is nobody's doing. */
export async function registrationsOfImport(
  tx: Tx,
  org: OrgId,
  importId: string,
): Promise<ImportedRegistration[]> {
  await tx.query(
    `select from tandem.registration r where r.org_id = $1 and exists (select from tandem.registration_import b
       where b.org_id = r.org_id and b.registration_id = r.registration_id and b.import_id = $2)
     order by r.registration_id for update`,
    [org, importId],
  );
  return tx.query(
    `select r.registration_id, r.number, b.introduction_id, exists (
       select from tandem.registration_event e join tandem.registration_event i on i.org_id = e.org_id
         and i.registration_id = e.registration_id and i.type = 'import' and e.nth > i.nth
       where e.org_id = r.org_id and e.registration_id = r.registration_id
         and (e.by <> 'system' or e.type not in ('convert', 'win', 'lose', 'correct', 'expire', 'link'))) as went_on
     from tandem.registration_import b
     join tandem.registration r on r.org_id = b.org_id and r.registration_id = b.registration_id
     where b.org_id = $1 and b.import_id = $2 order by r.number`,
    [org, importId],
  );
}

/** Hides what an undone import brought, and frees what it protected. */
export async function hideUndone(tx: Tx, org: OrgId, ids: readonly string[]): Promise<void> {
  await tx.query(
    'delete from tandem.registration_protection where org_id = $1 and registration_id = any($2::uuid[])',
    [org, ids],
  );
  await tx.query(
    'update tandem.registration set is_undone = true where org_id = $1 and registration_id = any($2::uuid[])',
    [org, ids],
  );
}
