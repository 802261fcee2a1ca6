import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';

export type VersionRow = {
  readonly word: string;
  readonly version: number;
  readonly body: unknown;
  readonly in_force_from: string;
  readonly signatures: readonly { readonly seat: string; readonly on: string }[];
};

/** Every version of every page with the days of its signatures, oldest first. */
export function versionRows(tx: Tx, org: OrgId, timeZone: string): Promise<VersionRow[]> {
  return tx.query(
    `select p.word, p.version, p.body, p.in_force_from,
       coalesce((select jsonb_agg(jsonb_build_object('seat', s.seat, 'on', (s.signed_at at time zone $2)::date))
         from tandem.policy_signature s
         where s.org_id = p.org_id and s.word = p.word and s.version = p.version), '[]') as signatures
     from tandem.policy p where p.org_id = $1 order by p.word, p.version`,
    [org, timeZone],
  );
}

export function draftRows(tx: Tx, org: OrgId): Promise<{ word: string; body: unknown }[]> {
  return tx.query('select word, body from tandem.program_draft where org_id = $1', [org]);
}

export type ProgramRow = {
  readonly kickoff_on: string | null;
  readonly mode: 'new' | 'running';
  readonly created_on: string;
};

/** The clock of the program; an organization that never set it has none. */
export async function programRow(tx: Tx, org: OrgId, timeZone: string): Promise<ProgramRow> {
  const [row] = await tx.query<ProgramRow>(
    `select p.kickoff_on, coalesce(p.mode, 'new') as mode, (o.created_at at time zone $2)::date as created_on
     from tandem.organization o left join tandem.program p on p.org_id = o.org_id where o.org_id = $1`,
    [org, timeZone],
  );
  if (!row) throw new Error('an organization has no row');
  return row;
}

export type OverrideRow = {
  readonly override_id: string;
  readonly gate: string;
  readonly reason: string;
  readonly by: string;
  readonly on: string;
};

/** Overrides that nobody has taken back. */
export function overrideRows(tx: Tx, org: OrgId): Promise<OverrideRow[]> {
  return tx.query(
    `select o.override_id, o.gate, o.reason, m.display_name as by, o.overridden_on as on
     from tandem.gate_override o
       join tandem.membership m on m.org_id = o.org_id and m.membership_id = o.overridden_by
     where o.org_id = $1 and o.revoked_at is null order by o.gate`,
    [org],
  );
}

export type PastOverrideRow = OverrideRow & { readonly revoked_by: string; readonly revoked_on: string };

/** Overrides that were taken back, the latest first; `revoked_by` is a name where a member did it. */
export function pastOverrideRows(tx: Tx, org: OrgId, timeZone: string): Promise<PastOverrideRow[]> {
  return tx.query(
    `select o.override_id, o.gate, o.reason, m.display_name as by, o.overridden_on as on,
       coalesce(r.display_name, o.revoked_by) as revoked_by, (o.revoked_at at time zone $2)::date as revoked_on
     from tandem.gate_override o
       join tandem.membership m on m.org_id = o.org_id and m.membership_id = o.overridden_by
       left join tandem.membership r on r.org_id = o.org_id and r.membership_id::text = o.revoked_by
     where o.org_id = $1 and o.revoked_at is not null order by o.revoked_at desc, o.override_id desc limit 100`,
    [org, timeZone],
  );
}

/** Adds an override; false where the gate has one already. */
export async function insertOverride(
  tx: Tx,
  org: OrgId,
  row: { id: string; gate: string; reason: string; by: string; on: string; now: number },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into tandem.gate_override (org_id, override_id, gate, reason, overridden_by, overridden_on, recorded_at)
     values ($1, $2, $3, $4, $5, $6, to_timestamp($7::double precision / 1000)) on conflict do nothing
     returning override_id`,
    [org, row.id, row.gate, row.reason, row.by, row.on, row.now],
  );
  return rows.length === 1;
}

/** Takes the standing override of a gate back; null where there is none. */
export async function revokeOverrideRow(
  tx: Tx,
  org: OrgId,
  row: { gate: string; by: string; now: number },
): Promise<{ override_id: string; reason: string } | null> {
  const [revoked] = await tx.query<{ override_id: string; reason: string }>(
    `update tandem.gate_override set revoked_by = $3, revoked_at = to_timestamp($4::double precision / 1000)
     where org_id = $1 and gate = $2 and revoked_at is null returning override_id, reason`,
    [org, row.gate, row.by, row.now],
  );
  return revoked ?? null;
}

/** The counter that moves whenever a fact that moves a figure is written. */
export async function readFactsSeq(tx: Tx, org: OrgId): Promise<number> {
  const [row] = await tx.query<{ facts_seq: number }>(
    'select facts_seq from tandem.org_head where org_id = $1',
    [org],
  );
  if (!row) throw new Error('the organization has no head row');
  return row.facts_seq;
}
