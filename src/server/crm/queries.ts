import type { CrmField, CrmSystem } from '#core/attribution/crm-fields.ts';
import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';

export type CrmFieldRow = {
  system: CrmSystem;
  field: CrmField;
  name: string | null;
};

/** The names that somebody has set. */
export function fieldRows(tx: Tx, org: OrgId): Promise<CrmFieldRow[]> {
  return tx.query('select system, field, name from tandem.crm_field where org_id = $1', [org]);
}

export type CrmSourceRow = { system: CrmSystem; source_name: string; set_by: string; set_at: number };

/** The sources that somebody has named, and who last changed anything of a system. */
export function sourceRows(tx: Tx, org: OrgId): Promise<CrmSourceRow[]> {
  return tx.query('select system, source_name, set_by, set_at from tandem.crm_source where org_id = $1', [
    org,
  ]);
}

/** Two people who save at once: the second waits here and then replaces the whole map of the first. */
export async function putSource(
  tx: Tx,
  org: OrgId,
  row: { system: CrmSystem; sourceName: string; by: string },
  now: number,
): Promise<void> {
  await tx.query(
    `insert into tandem.crm_source (org_id, system, source_name, set_by, set_at)
     values ($1, $2, $3, $4, to_timestamp($5::double precision / 1000))
     on conflict (org_id, system) do update
       set source_name = excluded.source_name, set_by = excluded.set_by, set_at = excluded.set_at`,
    [org, row.system, row.sourceName, row.by, now],
  );
}

/**
 * Sets the names of all fields of a system. They are emptied first, since two names may change places and no two may
 * be the same at any moment.
 */
export async function putFields(
  tx: Tx,
  org: OrgId,
  system: CrmSystem,
  names: readonly { field: CrmField; name: string | null }[],
  who: { by: string; now: number },
): Promise<void> {
  await tx.query('update tandem.crm_field set name = null where org_id = $1 and system = $2', [org, system]);
  await tx.query(
    `insert into tandem.crm_field (org_id, system, field, name, set_by, set_at)
     select $1, $2, r.field, r.name, $4, to_timestamp($5::double precision / 1000)
     from jsonb_to_recordset($3::jsonb) as r(field text, name text)
     on conflict (org_id, system, field) do update
       set name = excluded.name, set_by = excluded.set_by, set_at = excluded.set_at`,
    [org, system, JSON.stringify(names), who.by, who.now],
  );
}

export type VerdictRow = {
  record_id: string;
  number: number;
  class: string;
  partner: string | null;
  partner_id: string | null;
  policy_version: number;
  lock_on: string | null;
  evidence: string[];
  considered: { partnerId: string; role: string | null }[];
  origin_acts: { id: string; on: string }[];
  other_acts: { id: string; on: string }[];
  /** The registration that stands on the deal, or the last one that was lost with it. */
  registration: number | null;
};

/** The standing verdicts on the deals of a source, in the order of the bytes of their record ids. */
export function verdictsOf(tx: Tx, org: OrgId, source: string): Promise<VerdictRow[]> {
  const acts = (path: string, day: string) =>
    `select jsonb_build_object('id', a->>'id', 'on', a->>'${day}') as act
     from jsonb_array_elements(coalesce(c.facts->'${path}', '[]')) as a`;
  return tx.query(
    `select o.record_id, o.number, c.class, p.name as partner, c.partner_id, c.policy_version, c.lock_on, c.evidence,
       c.considered,
       (select r.number from tandem.registration r where r.org_id = o.org_id and r.opportunity_id = o.opportunity_id
         and r.state in ('accepted', 'converted', 'won', 'lost')
         order by r.state = 'lost', r.number desc limit 1) as registration,
       coalesce((select jsonb_agg(act) from (${acts('originActs', 'occurredOn')}) x), '[]') as origin_acts,
       coalesce((select jsonb_agg(act) from (${acts('touches', 'occurredOn')}
         union all ${acts('cosellPlans', 'activeFrom')}) x), '[]') as other_acts
     from tandem.opportunity o
     join tandem.source s on s.org_id = o.org_id and s.source_id = o.source_id
     cross join lateral (select class, partner_id, policy_version, lock_on, evidence, considered, facts
       from tandem.credit where org_id = o.org_id and opportunity_id = o.opportunity_id
       order by decided_at desc, credit_id desc limit 1) c
     left join tandem.partner p on p.org_id = o.org_id and p.partner_id = c.partner_id
     where o.org_id = $1 and not o.is_withdrawn and lower(s.name) = lower($2)
     order by o.record_id collate "C"`,
    [org, source],
  );
}

/** The stage in which a deal of the source begins, as its imports say; null where nobody has said. */
export async function firstOpenStage(tx: Tx, org: OrgId, source: string): Promise<string | null> {
  const [row] = await tx.query<{ name: string }>(
    `select r.name from tandem.stage_rule r
     join tandem.source s on s.org_id = r.org_id and s.source_id = r.source_id
     where r.org_id = $1 and lower(s.name) = lower($2) and r.outcome = 'open' and not r.is_ignored
     order by r.stage_order, r.name collate "C" limit 1`,
    [org, source],
  );
  return row?.name ?? null;
}

/** Which of these records are deals of the source. */
export async function knownRecords(
  tx: Tx,
  org: OrgId,
  source: string,
  records: readonly string[],
): Promise<{ record_id: string; number: number }[]> {
  return tx.query(
    `select o.record_id, o.number from tandem.opportunity o
     join tandem.source s on s.org_id = o.org_id and s.source_id = o.source_id
     where o.org_id = $1 and not o.is_withdrawn and lower(s.name) = lower($2) and o.record_id = any($3::text[])`,
    [org, source, records],
  );
}

export type CheckRow = {
  crm_check_id: string;
  system: CrmSystem;
  file_name: string;
  file_sha256: string;
  result: unknown;
  checked_by: string;
  checked_at: number;
};

const checkColumns = 'crm_check_id, system, file_name, file_sha256, result, checked_by, checked_at';

export async function insertCheck(tx: Tx, org: OrgId, row: CheckRow): Promise<void> {
  await tx.query(
    `insert into tandem.crm_check (org_id, crm_check_id, system, file_name, file_sha256, result, checked_by, checked_at)
     values ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8::double precision / 1000))`,
    [
      org,
      row.crm_check_id,
      row.system,
      row.file_name,
      row.file_sha256,
      JSON.stringify(row.result),
      row.checked_by,
      row.checked_at,
    ],
  );
}

export type DifferenceRow = {
  position: number;
  kind: string;
  field: CrmField | null;
  opportunity_number: number | null;
  row_number: number | null;
  expected: string;
  found: string;
};

export async function insertDifferences(
  tx: Tx,
  org: OrgId,
  check: string,
  rows: readonly DifferenceRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `insert into tandem.crm_difference (org_id, crm_check_id, position, kind, field, opportunity_number, row_number,
       expected, found)
     select $1, $2, r.position, r.kind, r.field, r.opportunity_number, r.row_number, r.expected, r.found
     from jsonb_to_recordset($3::jsonb) as r(position integer, kind text, field text, opportunity_number bigint,
       row_number integer, expected text, found text)`,
    [org, check, JSON.stringify(rows)],
  );
}

export async function checkRow(tx: Tx, org: OrgId, check: string): Promise<CheckRow | null> {
  const [row] = await tx.query<CheckRow>(
    `select ${checkColumns} from tandem.crm_check where org_id = $1 and crm_check_id = $2`,
    [org, check],
  );
  return row ?? null;
}

/** The newest check of a system. */
export async function newestCheck(tx: Tx, org: OrgId, system: CrmSystem): Promise<CheckRow | null> {
  const [row] = await tx.query<CheckRow>(
    `select ${checkColumns} from tandem.crm_check where org_id = $1 and system = $2
     order by checked_at desc, crm_check_id desc limit 1`,
    [org, system],
  );
  return row ?? null;
}

/** Checks, newest first, from before one on. */
export function checksBefore(
  tx: Tx,
  org: OrgId,
  before: { at: string; id: string } | null,
  limit: number,
): Promise<CheckRow[]> {
  return tx.query(
    `select ${checkColumns} from tandem.crm_check where org_id = $1
       and ($2::double precision is null or (checked_at, crm_check_id) < (to_timestamp($2 / 1000), $3::uuid))
     order by checked_at desc, crm_check_id desc limit $4`,
    [org, before?.at ?? null, before?.id ?? null, limit],
  );
}

/** The differences of a check behind a place, of one kind or of all. */
export function differencesAfter(
  tx: Tx,
  org: OrgId,
  check: string,
  page: { kind: string | null; after: number; limit: number },
): Promise<(DifferenceRow & { name: string | null; record_id: string | null })[]> {
  return tx.query(
    `select d.position, d.kind, d.field, d.opportunity_number, d.row_number, d.expected, d.found, o.name, o.record_id
     from tandem.crm_difference d
     left join tandem.opportunity o on o.org_id = d.org_id and o.number = d.opportunity_number
     where d.org_id = $1 and d.crm_check_id = $2 and d.position > $3 and ($4::text is null or d.kind = $4)
     order by d.position limit $5`,
    [org, check, page.after, page.kind, page.limit],
  );
}
