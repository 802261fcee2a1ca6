import type { ImportId, OrgId } from '#core/ids.ts';
import type { Archetype } from '#core/program/archetype.ts';
import type { Tx } from '../../database/transaction.ts';

export type DealForTouch = {
  readonly opportunity_id: string;
  readonly number: number;
  readonly source_id: string;
  readonly record_id: string;
  readonly name: string;
  readonly created_on: string | null;
  readonly closed_on: string | null;
  readonly is_withdrawn: boolean;
  readonly ended: 'merged' | 'deleted' | 'restored' | null;
  /** The short number of the deal that it was merged into. */
  readonly into_number: number | null;
};

/** Deals by the ids of their records, in whatever source, and by their short numbers. */
export function dealsForTouches(
  tx: Tx,
  org: OrgId,
  sourceIds: readonly string[],
  wanted: { readonly recordIds: readonly string[]; readonly numbers: readonly number[] },
): Promise<DealForTouch[]> {
  return tx.query<DealForTouch>(
    `select o.opportunity_id, o.number, o.source_id, o.record_id, o.name, o.created_on, o.closed_on, o.is_withdrawn,
       e.kind as ended, i.number as into_number
     from (
       select opportunity_id from tandem.opportunity
         where org_id = $1 and source_id = any($2::uuid[]) and record_id = any($3::text[])
       union select opportunity_id from tandem.opportunity where org_id = $1 and number = any($4::bigint[])) wanted
     join tandem.opportunity o on o.org_id = $1 and o.opportunity_id = wanted.opportunity_id
     left join lateral (select kind, into_opportunity_id from tandem.opportunity_end e
       where e.org_id = o.org_id and e.opportunity_id = o.opportunity_id
       order by e.recorded_at desc, e.end_id desc limit 1) e on true
     left join tandem.opportunity i on i.org_id = o.org_id and i.opportunity_id = e.into_opportunity_id`,
    [org, sourceIds, wanted.recordIds, wanted.numbers],
  );
}

/** Deals of these names, to tell whoever wrote a name where an id belongs. */
export function dealsNamed(
  tx: Tx,
  org: OrgId,
  names: readonly string[],
): Promise<{ name: string; number: number; record_id: string }[]> {
  return tx.query(
    `select name, number, record_id from tandem.opportunity
     where org_id = $1 and name = any($2::text[]) and not is_withdrawn`,
    [org, names],
  );
}

export type CompanyForTouch = {
  readonly id: string;
  readonly name: string;
  readonly source_id: string | null;
  readonly record_id: string | null;
  readonly name_key: string;
  readonly domain: string | null;
};

/** Accounts by the ids of their records, in whatever source, by their names and by their domains. */
export function accountsForTouches(
  tx: Tx,
  org: OrgId,
  sourceIds: readonly string[],
  wanted: {
    readonly recordIds: readonly string[];
    readonly nameKeys: readonly string[];
    readonly domains: readonly string[];
  },
): Promise<CompanyForTouch[]> {
  const columns = 'account_id as id, name, source_id, record_id, name_key, domain';
  const from = `select ${columns} from tandem.account where org_id = $1 and not is_withdrawn`;
  return tx.query<CompanyForTouch>(
    `${from} and source_id = any($2::uuid[]) and record_id = any($3::text[])
     union ${from} and name_key = any($4::text[])
     union ${from} and domain = any($5::text[])`,
    [org, sourceIds, wanted.recordIds, wanted.nameKeys, wanted.domains],
  );
}

export type PartnerForTouch = CompanyForTouch & {
  readonly number: number;
  readonly signed_on: string | null;
  readonly archetype: Archetype | null;
};

export function partnersForTouches(tx: Tx, org: OrgId): Promise<PartnerForTouch[]> {
  return tx.query<PartnerForTouch>(
    `select partner_id as id, number, name, source_id, record_id, name_key, domain, signed_on, archetype
     from tandem.partner where org_id = $1 and not is_withdrawn`,
    [org],
  );
}

export type PersonForTouch = {
  readonly id: string;
  readonly partner_id: string;
  readonly name: string;
  readonly email: string | null;
  readonly left_on: string | null;
  readonly is_withdrawn: boolean;
};

export function peopleForTouches(tx: Tx, org: OrgId): Promise<PersonForTouch[]> {
  return tx.query<PersonForTouch>(
    `select partner_person_id as id, partner_id, name, email, left_on, is_withdrawn
     from tandem.partner_person where org_id = $1 order by is_withdrawn, partner_person_id`,
    [org],
  );
}

export type StandingTouch = {
  readonly subject_id: string;
  readonly partner_person_id: string;
  readonly action: string;
  readonly occurred_on: string;
  readonly recorded_on: string;
  readonly role: string;
  readonly internal_owner: string;
  readonly stage_order: number | null;
  readonly outcome: string | null;
  readonly evidence: readonly string[];
  readonly side: 'vendor' | 'partner';
};

/** The touches that stand on these deals and at these accounts: neither withdrawn nor refused, of no undone import. */
export function standingTouches(
  tx: Tx,
  org: OrgId,
  deals: readonly string[],
  accounts: readonly string[],
): Promise<StandingTouch[]> {
  return tx.query<StandingTouch>(
    `select coalesce(t.opportunity_id, t.account_id) as subject_id, t.partner_person_id, t.action, t.occurred_on,
       t.recorded_on, t.role, t.internal_owner, t.stage_order, t.outcome, t.evidence, t.side
     from (select * from tandem.touch where org_id = $1 and opportunity_id = any($2::uuid[])
       union all select * from tandem.touch where org_id = $1 and account_id = any($3::uuid[])) t
     where ${stands}`,
    [org, deals, accounts],
  );
}

const stands = `not exists (select from tandem.withdrawal w
    where w.org_id = t.org_id and w.fact_kind = 'touch' and w.fact_id = t.touch_id)
  and not exists (select from tandem.claim_refusal r
    where r.org_id = t.org_id and r.fact_kind = 'touch' and r.fact_id = t.touch_id)
  and not exists (select from tandem.import i
    where i.org_id = t.org_id and i.import_id = t.import_id and i.withdrawn_at is not null)`;

/** Which of these files and mails are stored here, as they are written in evidence. */
export async function evidenceThere(
  tx: Tx,
  org: OrgId,
  files: readonly string[],
  mails: readonly string[],
): Promise<ReadonlySet<string>> {
  if (files.length + mails.length === 0) return new Set();
  const rows = await tx.query<{ line: string }>(
    `select 'file:' || file_id as line from tandem.file where org_id = $1 and file_id = any($2::uuid[])
     union all select 'mail:' || signal_id from tandem.signal where org_id = $1 and signal_id = any($3::uuid[])`,
    [org, files, mails],
  );
  return new Set(rows.map((row) => row.line));
}

type Arrival = {
  readonly org: OrgId;
  readonly importId: ImportId;
  readonly now: number;
  readonly recordedBy: string;
};

/** People whom the rows brought. One whom an undone import had brought is there again. */
export async function insertStagedPeople(tx: Tx, arrival: Omit<Arrival, 'recordedBy'>): Promise<void> {
  await tx.query(
    `insert into tandem.partner_person (org_id, partner_person_id, partner_id, name, email, created_at, import_id)
     select $1, partner_person_id, partner_id, name, email, to_timestamp($3::double precision / 1000), $2
     from staged_person
     on conflict (org_id, partner_person_id) do update set is_withdrawn = false, import_id = excluded.import_id`,
    [arrival.org, arrival.importId, arrival.now],
  );
}

/**
 * Adds the touches with their confirmations. `nth` counts the same acts before them that stand no more, as for a
 * single touch; one that somebody has recorded meanwhile, and that stands, breaks the constraint.
 */
export async function insertStagedTouches(tx: Tx, arrival: Arrival): Promise<void> {
  await tx.query('analyze staged_touch');
  await tx.query(
    `with gone as (
       select fact_id as touch_id from tandem.withdrawal where org_id = $1 and fact_kind = 'touch'
       union select fact_id from tandem.claim_refusal where org_id = $1 and fact_kind = 'touch'
       union select t.touch_id from tandem.import i
         join tandem.touch t on t.org_id = i.org_id and t.import_id = i.import_id
         where i.org_id = $1 and i.withdrawn_at is not null),
     earlier as (
       select coalesce(t.opportunity_id, t.account_id) as subject_id, t.partner_person_id, t.action, t.occurred_on,
         count(*) as count
       from gone join tandem.touch t on t.org_id = $1 and t.touch_id = gone.touch_id group by 1, 2, 3, 4)
     insert into tandem.touch (org_id, touch_id, opportunity_id, account_id, partner_id, partner_person_id,
       internal_owner, role, action, stage_order, outcome, evidence, occurred_at, occurred_on, recorded_at, recorded_on,
       recorded_by, side, way, import_id, nth)
     select $1, s.touch_id, s.opportunity_id, s.account_id, s.partner_id, s.partner_person_id, s.internal_owner, s.role,
       s.action, s.stage_order, s.outcome, s.evidence, s.occurred_at, s.occurred_on,
       to_timestamp($3::double precision / 1000), s.recorded_on, $4, 'vendor', 'import', $2, coalesce(e.count, 0)
     from staged_touch s
     left join earlier e on e.subject_id = coalesce(s.opportunity_id, s.account_id)
       and e.partner_person_id = s.partner_person_id and e.action = s.action and e.occurred_on = s.occurred_on`,
    [arrival.org, arrival.importId, arrival.now, arrival.recordedBy],
  );
  await tx.query(
    `insert into tandem.touch_confirmation (org_id, touch_id, confirmed_by, confirmed_at)
     select $1, touch_id, confirmed_by, to_timestamp($2::double precision / 1000)
     from staged_touch where confirmed_by is not null`,
    [arrival.org, arrival.now],
  );
}

/** The touches of an import that nobody has withdrawn. */
export async function touchesOfImport(tx: Tx, org: OrgId, importId: string): Promise<string[]> {
  const rows = await tx.query<{ touch_id: string }>(
    `select touch_id from tandem.touch t where t.org_id = $1 and t.import_id = $2
       and not exists (select from tandem.withdrawal w
         where w.org_id = t.org_id and w.fact_kind = 'touch' and w.fact_id = t.touch_id)`,
    [org, importId],
  );
  return rows.map((row) => row.touch_id);
}

/** Withdraws touches, each by a row of its own, so that whoever asks what stands is told the same everywhere. */
export async function withdrawTouches(
  tx: Tx,
  org: OrgId,
  touches: readonly string[],
  withdrawal: {
    readonly ids: readonly string[];
    readonly reason: string;
    readonly by: string;
    readonly now: number;
  },
): Promise<void> {
  await tx.query(
    `insert into tandem.withdrawal (org_id, withdrawal_id, fact_kind, fact_id, reason, withdrawn_by, withdrawn_at)
     select $1, w.id, 'touch', w.touch_id, $4, $5, to_timestamp($6::double precision / 1000)
     from unnest($2::uuid[], $3::uuid[]) as w(id, touch_id)`,
    [org, withdrawal.ids, touches, withdrawal.reason, withdrawal.by, withdrawal.now],
  );
}

/** People of an undone import whom no other act or registration names are not offered any more. */
export async function withdrawPeople(tx: Tx, org: OrgId, importId: string): Promise<void> {
  const others = ['introduction', 'cosell_plan', 'check_in', 'accrual', 'signal'].map(
    (table) => `select partner_person_id from tandem.${table} where org_id = $1`,
  );
  await tx.query(
    `with named as materialized (
       select t.partner_person_id from tandem.touch t
         left join tandem.import i on i.org_id = t.org_id and i.import_id = t.import_id
         where t.org_id = $1 and i.withdrawn_at is null
       union select rep_id from tandem.registration where org_id = $1 and rep_id is not null and not is_undone
       union ${others.join(' union ')})
     update tandem.partner_person h set is_withdrawn = true
     where h.org_id = $1 and h.import_id = $2
       and not exists (select from named n where n.partner_person_id = h.partner_person_id)`,
    [org, importId],
  );
}
