import type { OrgId } from '#core/ids.ts';
import type { PageWord } from '#core/program/page.ts';
import type { InterimAs } from '#core/program/seat.ts';
import type { Tx } from '../database/transaction.ts';

export type SignatureRow = {
  seat: string;
  membershipId: string;
  interim: InterimAs | null;
  signedAt: number;
};
export type PolicyRow = {
  word: PageWord;
  version: number;
  body: unknown;
  in_force_from: string;
  created_at: number;
  created_by: string;
  signatures: SignatureRow[];
  countersignatures: { seat: string; membershipId: string; signedAt: number }[];
};

/** Every version of a page with its signatures, oldest first; of all pages where none is named. */
/** Versions of pages. The bodies of those that are `known` are left out: a version never changes. */
export function policyRows(
  tx: Tx,
  org: OrgId,
  word: PageWord | null,
  known: readonly number[] = [],
): Promise<PolicyRow[]> {
  return tx.prepared(
    `select p.word, p.version, case when p.version <> all($3::int[]) then p.body end as body, p.in_force_from, p.created_at, p.created_by,
       coalesce((select jsonb_agg(jsonb_build_object('seat', s.seat, 'membershipId', s.membership_id,
           'interim', s.interim, 'signedAt', (extract(epoch from s.signed_at) * 1000)::bigint) order by s.signed_at, s.seat)
         from tandem.policy_signature s
         where s.org_id = p.org_id and s.word = p.word and s.version = p.version), '[]') as signatures,
       coalesce((select jsonb_agg(jsonb_build_object('seat', s.seat, 'membershipId', s.membership_id,
           'signedAt', (extract(epoch from s.signed_at) * 1000)::bigint) order by s.signed_at, s.seat)
         from tandem.policy_countersignature s
         where s.org_id = p.org_id and s.word = p.word and s.version = p.version), '[]') as countersignatures
     from tandem.policy p where p.org_id = $1 and ($2::text is null or p.word = $2) order by p.word, p.version`,
    [org, word, known],
  );
}

export async function insertPolicy(
  tx: Tx,
  org: OrgId,
  word: PageWord,
  row: { version: number; body: unknown; inForceFrom: string; createdBy: string; now: number },
): Promise<void> {
  await tx.query(
    `insert into tandem.policy (org_id, word, version, body, in_force_from, created_at, created_by)
     values ($1, $2, $3, $4, $5, to_timestamp($6::double precision / 1000), $7)`,
    [org, word, row.version, JSON.stringify(row.body), row.inForceFrom, row.now, row.createdBy],
  );
}

/** Adds a signature; false when the seat has signed this version already. */
export async function insertSignature(
  tx: Tx,
  org: OrgId,
  word: PageWord,
  row: { version: number; seat: string; membershipId: string; interim: InterimAs | null; now: number },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into tandem.policy_signature (org_id, word, version, seat, membership_id, interim, signed_at)
     values ($1, $2, $3, $4, $5, $6, to_timestamp($7::double precision / 1000)) on conflict do nothing returning seat`,
    [org, word, row.version, row.seat, row.membershipId, row.interim, row.now],
  );
  return rows.length === 1;
}

/** Adds a countersignature; false when the person has countersigned for the seat already. */
export async function insertCountersignature(
  tx: Tx,
  org: OrgId,
  word: PageWord,
  row: { version: number; seat: string; membershipId: string; now: number },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into tandem.policy_countersignature (org_id, word, version, seat, membership_id, signed_at)
     values ($1, $2, $3, $4, $5, to_timestamp($6::double precision / 1000)) on conflict do nothing returning seat`,
    [org, word, row.version, row.seat, row.membershipId, row.now],
  );
  return rows.length === 1;
}

export type DraftRow = {
  word: PageWord;
  body: unknown;
  confirmed: string[];
  base_version: number | null;
  revision: number;
  updated_at: number;
  updated_by: string;
};

const draftColumns = 'word, body, confirmed, base_version, revision, updated_at, updated_by';

export function draftRows(tx: Tx, org: OrgId): Promise<DraftRow[]> {
  return tx.query(`select ${draftColumns} from tandem.program_draft where org_id = $1`, [org]);
}

export async function draftRow(
  tx: Tx,
  org: OrgId,
  word: PageWord,
  lock: 'locked' | 'as_it_is' = 'as_it_is',
): Promise<DraftRow | null> {
  const [row] = await tx.query<DraftRow>(
    `select ${draftColumns} from tandem.program_draft where org_id = $1 and word = $2
     ${lock === 'locked' ? 'for update' : ''}`,
    [org, word],
  );
  return row ?? null;
}

/**
 * The next revision of a page's draft. No two drafts of a page ever share one, so who has seen an older draft cannot
 * save over a newer one. Whoever takes a revision is alone with this page until the transaction ends.
 */
export async function nextRevision(tx: Tx, org: OrgId, word: PageWord): Promise<number> {
  const [row] = await tx.query<{ last_number: number }>(
    `insert into tandem.number_series (org_id, word, last_number) values ($1, $2, 1)
     on conflict (org_id, word) do update set last_number = number_series.last_number + 1 returning last_number`,
    [org, `draft of ${word}`],
  );
  if (!row) throw new Error('a number series gave no number');
  return row.last_number;
}

/** Writes a draft over the one that its author has seen (revision `seen`; 0: there was none). False: it is another by now. */
export async function putDraft(
  tx: Tx,
  org: OrgId,
  seen: number,
  row: Omit<DraftRow, 'updated_at'> & { now: number },
): Promise<boolean> {
  const values = [
    org,
    row.word,
    JSON.stringify(row.body),
    row.confirmed,
    row.base_version,
    row.revision,
    row.now,
    row.updated_by,
  ];
  const rows =
    seen === 0
      ? await tx.query(
          `insert into tandem.program_draft
             (org_id, word, body, confirmed, base_version, revision, updated_at, updated_by)
           values ($1, $2, $3, $4, $5, $6, to_timestamp($7::double precision / 1000), $8)
           on conflict do nothing returning word`,
          values,
        )
      : await tx.query(
          `update tandem.program_draft set body = $3, confirmed = $4, base_version = coalesce(base_version, $5),
             revision = $6, updated_at = to_timestamp($7::double precision / 1000), updated_by = $8
           where org_id = $1 and word = $2 and revision = $9 returning word`,
          [...values, seen],
        );
  return rows.length === 1;
}

export async function deleteDraft(tx: Tx, org: OrgId, word: PageWord): Promise<void> {
  await tx.query('delete from tandem.program_draft where org_id = $1 and word = $2', [org, word]);
}

export type ProgramRow = { kickoff_on: string | null; mode: 'new' | 'running' };

/** The clock of the program; what a program starts with where nobody set it. */
export async function programRow(tx: Tx, org: OrgId): Promise<ProgramRow> {
  const [row] = await tx.query<ProgramRow>('select kickoff_on, mode from tandem.program where org_id = $1', [
    org,
  ]);
  return row ?? { kickoff_on: null, mode: 'new' };
}

/** Lets one deed of the program happen after another: who signs, who proposes, who holds which seat. */
export async function lockProgram(tx: Tx, org: OrgId, by: string, now: number): Promise<ProgramRow> {
  await tx.query(
    `insert into tandem.program (org_id, updated_at, updated_by)
     values ($1, to_timestamp($2::double precision / 1000), $3) on conflict do nothing`,
    [org, now, by],
  );
  const [row] = await tx.query<ProgramRow>(
    'select kickoff_on, mode from tandem.program where org_id = $1 for update',
    [org],
  );
  if (!row) throw new Error('a program has no row of its own');
  return row;
}

export async function updateProgram(
  tx: Tx,
  org: OrgId,
  row: ProgramRow & { by: string; now: number },
): Promise<void> {
  await tx.query(
    `update tandem.program set kickoff_on = $2, mode = $3, updated_at = to_timestamp($4::double precision / 1000),
       updated_by = $5 where org_id = $1`,
    [org, row.kickoff_on, row.mode, row.now, row.by],
  );
}
