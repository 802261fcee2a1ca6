import type { Absence, Counted, QuarterMeasure } from '#core/attribution/quarter/counted.ts';
import type { Decision } from '#core/attribution/quarter/restate.ts';
import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';

export type RestatementRow = {
  restatement_id: string;
  number: number;
  starts_on: string;
  measure: QuarterMeasure;
  opportunity_id: string;
  deal_number: number;
  deal_name: string;
  before: Counted;
  after: Counted & { readonly absence: Absence | null };
  delta_minor: number;
  cause: string;
  raised_at: number;
  decision: Decision | null;
  decided_by: string | null;
  decided_at: number | null;
  note: string | null;
};

const columns = `r.restatement_id, r.number, r.starts_on, r.measure, r.opportunity_id, o.number as deal_number,
  o.name as deal_name, r.before, r.after, r.delta_minor, r.cause, r.raised_at, r.decision, r.decided_by, r.decided_at,
  r.note`;

/** The restatements of a quarter, of all quarters, or of some deals, oldest first. */
export function restatements(
  tx: Tx,
  org: OrgId,
  of: { readonly startsOn?: string; readonly ids?: readonly string[]; readonly by?: number } = {},
): Promise<RestatementRow[]> {
  return tx.query(
    `select ${columns} from tandem.restatement r
     join tandem.opportunity o on o.org_id = r.org_id and o.opportunity_id = r.opportunity_id
     where r.org_id = $1 and ($2::date is null or r.starts_on = $2)
       and ($3::uuid[] is null or r.opportunity_id = any($3::uuid[]))
       and ($4::double precision is null or r.raised_at <= to_timestamp($4::double precision / 1000))
     order by r.number`,
    [org, of.startsOn ?? null, of.ids ?? null, of.by ?? null],
  );
}

export type NewRestatement = Pick<
  RestatementRow,
  | 'restatement_id'
  | 'number'
  | 'starts_on'
  | 'measure'
  | 'opportunity_id'
  | 'before'
  | 'after'
  | 'delta_minor'
  | 'cause'
>;

export async function insertRestatements(
  tx: Tx,
  org: OrgId,
  rows: readonly NewRestatement[],
  now: number,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `insert into tandem.restatement (org_id, restatement_id, number, starts_on, measure, opportunity_id, before, after,
       delta_minor, cause, raised_at)
     select $1, r.restatement_id, r.number, r.starts_on, r.measure, r.opportunity_id, r.before, r.after, r.delta_minor,
       r.cause, to_timestamp($3::double precision / 1000)
     from jsonb_to_recordset($2::jsonb) as r(restatement_id uuid, number bigint, starts_on date, measure text,
       opportunity_id uuid, before jsonb, after jsonb, delta_minor bigint, cause text)`,
    [org, JSON.stringify(rows), now],
  );
}

/** Ends restatements that wait, since a newer reading of their deals takes their place. */
export async function supersede(
  tx: Tx,
  org: OrgId,
  ids: readonly string[],
  by: string,
  now: number,
): Promise<void> {
  if (ids.length === 0) return;
  await tx.query(
    `update tandem.restatement set decision = 'superseded', decided_by = $3,
       decided_at = to_timestamp($4::double precision / 1000)
     where org_id = $1 and restatement_id = any($2::uuid[]) and decision is null`,
    [org, ids, by, now],
  );
}

/** Takes a restatement for a decision: nobody else decides it until the end of the transaction. */
export async function lockRestatement(tx: Tx, org: OrgId, id: string): Promise<RestatementRow | null> {
  const [row] = await tx.query<RestatementRow>(
    `select ${columns} from tandem.restatement r
     join tandem.opportunity o on o.org_id = r.org_id and o.opportunity_id = r.opportunity_id
     where r.org_id = $1 and r.restatement_id = $2 for update of r`,
    [org, id],
  );
  return row ?? null;
}

export async function decideRow(
  tx: Tx,
  org: OrgId,
  row: {
    readonly id: string;
    readonly decision: 'accepted' | 'refused';
    readonly by: string;
    readonly note: string;
    readonly now: number;
  },
): Promise<void> {
  await tx.query(
    `update tandem.restatement set decision = $3, decided_by = $4, note = $5,
       decided_at = to_timestamp($6::double precision / 1000)
     where org_id = $1 and restatement_id = $2 and decision is null`,
    [org, row.id, row.decision, row.by, row.note, row.now],
  );
}
