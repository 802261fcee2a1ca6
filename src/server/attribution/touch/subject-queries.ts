import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';

export type DealForAct = {
  opportunity_id: string;
  number: number;
  name: string;
  source_id: string;
  account_id: string | null;
  created_on: string | null;
  closed_on: string | null;
  ended: 'merged' | 'deleted' | 'restored' | null;
  /** The short number of the deal that it was merged into. */
  into_number: number | null;
};

export async function dealForAct(tx: Tx, org: OrgId, opportunity: string): Promise<DealForAct | null> {
  const [row] = await tx.query<DealForAct>(
    `select o.opportunity_id, o.number, o.name, o.source_id, o.account_id, o.created_on, o.closed_on, e.kind as ended,
       i.number as into_number
     from tandem.opportunity o
     left join lateral (select kind, into_opportunity_id from tandem.opportunity_end e
       where e.org_id = o.org_id and e.opportunity_id = o.opportunity_id
       order by e.recorded_at desc, e.end_id desc limit 1) e on true
     left join tandem.opportunity i on i.org_id = o.org_id and i.opportunity_id = e.into_opportunity_id
     where o.org_id = $1 and o.opportunity_id = $2 and (not o.is_withdrawn or e.kind in ('merged', 'deleted'))`,
    [org, opportunity],
  );
  return row ?? null;
}

export async function accountIsThere(tx: Tx, org: OrgId, account: string): Promise<boolean> {
  const rows = await tx.query(
    'select from tandem.account where org_id = $1 and account_id = $2 and not is_withdrawn',
    [org, account],
  );
  return rows.length === 1;
}

export type PersonForAct = {
  partner: string;
  signed_on: string | null;
  person: string | null;
  person_partner_id: string | null;
  person_partner: string | null;
  left_on: string | null;
};

/** A partner, and the person whom an act names; null where there is no such partner. */
export async function personForAct(
  tx: Tx,
  org: OrgId,
  partner: string,
  person: string | null,
): Promise<PersonForAct | null> {
  const [row] = await tx.query<PersonForAct>(
    `select p.name as partner, p.signed_on, h.name as person, h.partner_id as person_partner_id,
       q.name as person_partner, h.left_on
     from tandem.partner p
     left join tandem.partner_person h on h.org_id = p.org_id and h.partner_person_id = $3 and not h.is_withdrawn
     left join tandem.partner q on q.org_id = h.org_id and q.partner_id = h.partner_id
     where p.org_id = $1 and p.partner_id = $2 and not p.is_withdrawn`,
    [org, partner, person],
  );
  return row ?? null;
}

export async function filesThere(tx: Tx, org: OrgId, files: readonly string[]): Promise<number> {
  const rows = await tx.query('select from tandem.file where org_id = $1 and file_id = any($2::uuid[])', [
    org,
    files,
  ]);
  return rows.length;
}

export async function signalsThere(tx: Tx, org: OrgId, signals: readonly string[]): Promise<number> {
  const rows = await tx.query('select from tandem.signal where org_id = $1 and signal_id = any($2::uuid[])', [
    org,
    signals,
  ]);
  return rows.length;
}

export type SightingRow = {
  opportunity_id: string;
  stage: string;
  at: number;
  sequence: number;
  isSnapshot: boolean;
};

/**
 * Every row that says in which stage these deals were, without what withdrawn imports brought. A snapshot whose own
 * date was assumed says nothing of the time before it was recorded.
 */
export function sightingsOf(tx: Tx, org: OrgId, opportunities: readonly string[]): Promise<SightingRow[]> {
  return tx.query(
    `select s.opportunity_id, s.stage, s.changed_at as at, s.sequence, false as "isSnapshot" from tandem.stage_change s
     left join tandem.import i on i.org_id = s.org_id and i.import_id = s.import_id
     where s.org_id = $1 and s.opportunity_id = any($2::uuid[]) and i.withdrawn_at is null
     union all
     select f.opportunity_id, f.stage, case when f.known_assumed then f.recorded_at else f.known_at end, 0, true
     from tandem.opportunity_fact f
     left join tandem.import i on i.org_id = f.org_id and i.import_id = f.import_id
     where f.org_id = $1 and f.opportunity_id = any($2::uuid[]) and i.withdrawn_at is null
       and f.stage is not null`,
    [org, opportunities],
  );
}

/** The deals that the touches of an import are about: also those at whose account one was before there was a deal. */
export async function dealsOfImportedTouches(tx: Tx, org: OrgId, importId: string): Promise<string[]> {
  const rows = await tx.query<{ opportunity_id: string }>(
    `select opportunity_id from tandem.touch
     where org_id = $1 and import_id = $2 and opportunity_id is not null
     union select o.opportunity_id from tandem.touch t
       join tandem.opportunity o on o.org_id = t.org_id and o.account_id = t.account_id and not o.is_withdrawn
     where t.org_id = $1 and t.import_id = $2`,
    [org, importId],
  );
  return rows.map((row) => row.opportunity_id);
}

/** When the source of deals was last read; null if it never was by an import that stands. */
export async function sourceReadAt(tx: Tx, org: OrgId, source: string): Promise<number | null> {
  const [row] = await tx.query<{ read_at: number | null }>(
    `select max(committed_at) as read_at from tandem.import
     where org_id = $1 and source_id = $2 and withdrawn_at is null and kind in ('opportunities', 'stage-history')`,
    [org, source],
  );
  return row?.read_at ?? null;
}
