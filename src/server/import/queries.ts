import type { ImportKind, Problem } from '#connectors/port.ts';
import type { ImportId, OrgId } from '#core/ids.ts';
import type { SqlValue, Tx } from '../database/transaction.ts';
import type { ImportMapping } from './reader.ts';

const at = (position: number) => `to_timestamp($${position}::double precision / 1000)`;

export type DraftState = 'uploaded' | 'running' | 'tried' | 'failed' | 'committed' | 'discarded';

export type DraftRow = {
  readonly draft_id: string;
  readonly file_id: string;
  readonly file_name: string;
  readonly source_name: string | null;
  readonly mapping: ImportMapping | null;
  readonly state: DraftState;
  readonly task: string | null;
  readonly progress: unknown;
  readonly outcome: unknown;
  readonly import_id: string | null;
  readonly created_at: number;
  readonly updated_at: number;
};

export async function insertDraft(
  tx: Tx,
  org: OrgId,
  draft: Pick<DraftRow, 'draft_id' | 'file_id' | 'file_name' | 'source_name' | 'mapping' | 'outcome'>,
  createdBy: string | null,
  now: number,
): Promise<void> {
  await tx.query(
    `insert into tandem.import_draft (org_id, draft_id, file_id, file_name, source_name, mapping, state, outcome,
       created_by, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, 'uploaded', $7, $8, ${at(9)}, ${at(9)})`,
    [
      org,
      draft.draft_id,
      draft.file_id,
      draft.file_name,
      draft.source_name,
      json(draft.mapping),
      json(draft.outcome),
      createdBy,
      now,
    ],
  );
}

export async function draftRow(tx: Tx, org: OrgId, draftId: string, lock = false): Promise<DraftRow | null> {
  const [row] = await tx.query<DraftRow>(
    `select draft_id, file_id, file_name, source_name, mapping, state, task, progress, outcome, import_id, created_at,
       updated_at
     from tandem.import_draft where org_id = $1 and draft_id = $2${lock ? ' for update' : ''}`,
    [org, draftId],
  );
  return row ?? null;
}

/** Changes some of a draft's columns. */
export async function updateDraft(
  tx: Tx,
  org: OrgId,
  draftId: string,
  change: Partial<
    Pick<DraftRow, 'source_name' | 'mapping' | 'state' | 'task' | 'progress' | 'outcome' | 'import_id'>
  >,
  now: number,
): Promise<void> {
  const values: SqlValue[] = [org, draftId, now];
  const sets = Object.entries(change).map(([column, value]) => {
    const isJson = column === 'mapping' || column === 'progress' || column === 'outcome';
    values.push(isJson ? json(value) : (value as string | null));
    return `${column} = $${values.length}`;
  });
  await tx.query(
    `update tandem.import_draft set ${sets.join(', ')}, updated_at = ${at(3)} where org_id = $1 and draft_id = $2`,
    values,
  );
}

/** Says how far a run is; a draft that is no longer running keeps what it says. */
export async function saveProgress(
  tx: Tx,
  org: OrgId,
  draftId: string,
  progress: unknown,
  now: number,
): Promise<void> {
  await tx.query(
    `update tandem.import_draft set progress = $4, updated_at = ${at(3)}
     where org_id = $1 and draft_id = $2 and state = 'running'`,
    [org, draftId, now, json(progress)],
  );
}

export async function clearRejects(tx: Tx, org: OrgId, draftId: string): Promise<void> {
  await tx.query('delete from tandem.import_reject where org_id = $1 and draft_id = $2', [org, draftId]);
}

/** Keeps the problems of rows; several of one row are numbered. */
export async function insertRejects(
  tx: Tx,
  org: OrgId,
  draftId: string,
  problems: readonly (Problem & { readonly position: number })[],
): Promise<void> {
  await tx.query(
    `insert into tandem.import_reject (org_id, draft_id, row_number, position, column_name, code, expected, found,
       repair)
     select $1, $2, p.row, p.position, p."column", p.code, p.expected, p.found, p.repair
     from jsonb_to_recordset($3::jsonb) as p(row integer, position integer, "column" text, code text, expected text,
       found text, repair text)
     on conflict do nothing`,
    [org, draftId, JSON.stringify(problems).replaceAll('\\u0000', '')],
  );
}

export type RejectRow = {
  readonly row_number: number;
  readonly position: number;
  readonly column_name: string | null;
  readonly code: string;
  readonly expected: string;
  readonly found: string;
  readonly repair: string;
};

export function rejectsAfter(
  tx: Tx,
  org: OrgId,
  draftId: string,
  after: { readonly row: number; readonly position: number },
  limit: number,
): Promise<RejectRow[]> {
  return tx.query<RejectRow>(
    `select row_number, position, column_name, code, expected, found, repair from tandem.import_reject
     where org_id = $1 and draft_id = $2 and (row_number, position) > ($3, $4)
     order by row_number, position limit $5`,
    [org, draftId, after.row, after.position, limit],
  );
}

export type SourceRow = {
  readonly source_id: string;
  readonly name: string;
  readonly remembered_mappings: Record<string, ImportMapping>;
};

export function sources(tx: Tx, org: OrgId): Promise<SourceRow[]> {
  return tx.query<SourceRow>(
    'select source_id, name, remembered_mappings from tandem.source where org_id = $1 order by created_at, name',
    [org],
  );
}

export async function insertSource(tx: Tx, org: OrgId, id: string, name: string, now: number): Promise<void> {
  await tx.query(
    `insert into tandem.source (org_id, source_id, name, created_at) values ($1, $2, $3, ${at(4)})`,
    [org, id, name, now],
  );
}

export async function rememberMapping(
  tx: Tx,
  org: OrgId,
  sourceId: string,
  signature: string,
  mapping: ImportMapping,
): Promise<void> {
  await tx.query(
    `update tandem.source set remembered_mappings = remembered_mappings || jsonb_build_object($3::text, $4::jsonb)
     where org_id = $1 and source_id = $2`,
    [org, sourceId, signature, json(mapping)],
  );
}

export type StageRuleRow = {
  readonly name: string;
  readonly stage_order: number | null;
  readonly outcome: 'open' | 'won' | 'lost';
  readonly is_entry: boolean;
  readonly is_ignored: boolean;
};

export function stageRulesOf(tx: Tx, org: OrgId, sourceId: string): Promise<StageRuleRow[]> {
  return tx.query<StageRuleRow>(
    `select name, stage_order, outcome, is_entry, is_ignored from tandem.stage_rule
     where org_id = $1 and source_id = $2`,
    [org, sourceId],
  );
}

export async function putStageRules(
  tx: Tx,
  org: OrgId,
  sourceId: string,
  rules: readonly StageRuleRow[],
  gone: readonly string[],
): Promise<void> {
  if (gone.length > 0)
    await tx.query('delete from tandem.stage_rule where org_id = $1 and source_id = $2 and name = any($3)', [
      org,
      sourceId,
      gone,
    ]);
  await tx.query(
    `insert into tandem.stage_rule (org_id, source_id, name, stage_order, outcome, is_entry, is_ignored)
     select $1, $2, r.name, r.stage_order, r.outcome, r.is_entry, r.is_ignored
     from jsonb_to_recordset($3::jsonb) as r(name text, stage_order smallint, outcome text, is_entry boolean,
       is_ignored boolean)
     on conflict (org_id, source_id, name) do update set stage_order = excluded.stage_order,
       outcome = excluded.outcome, is_entry = excluded.is_entry, is_ignored = excluded.is_ignored`,
    [org, sourceId, JSON.stringify(rules)],
  );
}

export type ImportRow = {
  readonly import_id: string;
  readonly number: number;
  readonly source_id: string;
  readonly source: string;
  readonly kind: ImportKind;
  readonly file_name: string;
  readonly file_sha256: string;
  readonly mapping: ImportMapping;
  readonly first_of_source: boolean;
  readonly counts: Record<string, number>;
  readonly committed_at: number;
  readonly committed_by: string;
  readonly withdrawn_at: number | null;
  readonly withdrawn_by: string | null;
};

const importColumns = `i.import_id, i.number, i.source_id, s.name as source, i.kind, i.file_name, i.file_sha256,
  i.mapping, i.first_of_source, i.counts, i.committed_at, i.committed_by, i.withdrawn_at, i.withdrawn_by`;

export function importsBefore(tx: Tx, org: OrgId, number: number, limit: number): Promise<ImportRow[]> {
  return tx.query<ImportRow>(
    `select ${importColumns} from tandem.import i
     join tandem.source s on s.org_id = i.org_id and s.source_id = i.source_id
     where i.org_id = $1 and i.number < $2 order by i.number desc limit $3`,
    [org, number, limit],
  );
}

export async function importRow(tx: Tx, org: OrgId, importId: string): Promise<ImportRow | null> {
  const [row] = await tx.query<ImportRow>(
    `select ${importColumns} from tandem.import i
     join tandem.source s on s.org_id = i.org_id and s.source_id = i.source_id
     where i.org_id = $1 and i.import_id = $2`,
    [org, importId],
  );
  return row ?? null;
}

/** The live imports of a source, oldest first. */
export function liveImports(
  tx: Tx,
  org: OrgId,
  sourceId: string,
): Promise<{ kind: ImportKind; mapping: ImportMapping }[]> {
  return tx.query(
    `select kind, mapping from tandem.import
     where org_id = $1 and source_id = $2 and withdrawn_at is null order by number`,
    [org, sourceId],
  );
}

export async function insertImport(
  tx: Tx,
  org: OrgId,
  row: {
    readonly importId: ImportId;
    readonly number: number;
    readonly sourceId: string;
    readonly kind: ImportKind;
    readonly fileId: string;
    readonly fileName: string;
    readonly sha256: string;
    readonly mapping: ImportMapping;
    readonly isFirst: boolean;
    readonly counts: unknown;
    readonly committedBy: string;
  },
  now: number,
): Promise<void> {
  await tx.query(
    `insert into tandem.import (org_id, import_id, number, source_id, kind, file_id, file_name, file_sha256, mapping,
       first_of_source, counts, committed_at, committed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, ${at(12)}, $13)`,
    [
      org,
      row.importId,
      row.number,
      row.sourceId,
      row.kind,
      row.fileId,
      row.fileName,
      row.sha256,
      json(row.mapping),
      row.isFirst,
      json(row.counts),
      now,
      row.committedBy,
    ],
  );
}

export async function markWithdrawn(
  tx: Tx,
  org: OrgId,
  importId: string,
  by: string,
  now: number,
): Promise<boolean> {
  const rows = await tx.query(
    `update tandem.import set withdrawn_at = ${at(4)}, withdrawn_by = $3
     where org_id = $1 and import_id = $2 and withdrawn_at is null returning import_id`,
    [org, importId, by, now],
  );
  return rows.length > 0;
}

function json(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}

export type ClaimSum = {
  readonly claim_class: string;
  readonly outcome: string;
  readonly currency: string | null;
  readonly deals: number;
  readonly amount_minor: number;
};

/** The live claims of all deals, added up by class, outcome and currency. */
export function claimSums(tx: Tx, org: OrgId): Promise<ClaimSum[]> {
  return tx.query<ClaimSum>(
    `select claim_class, outcome, currency, count(*) as deals, coalesce(sum(amount_minor), 0)::bigint as amount_minor
     from tandem.opportunity
     where org_id = $1 and claim_class is not null and credit_class = 'none' and not is_withdrawn
     group by claim_class, outcome, currency order by claim_class, outcome, currency`,
    [org],
  );
}

export async function lastImportNumber(tx: Tx, org: OrgId): Promise<number> {
  const [row] = await tx.query<{ number: number }>(
    'select coalesce(max(number), 0) as number from tandem.import where org_id = $1',
    [org],
  );
  return row?.number ?? 0;
}

export type OpeningBalanceRow = {
  readonly opening_balance_id: string;
  readonly accepted_by: string;
  readonly accepted_at: number;
  readonly accepted_on: string;
  readonly through_import: number;
  readonly claims: number;
  readonly amounts: readonly ClaimSum[];
};

export function openingBalances(tx: Tx, org: OrgId): Promise<OpeningBalanceRow[]> {
  return tx.query<OpeningBalanceRow>(
    `select opening_balance_id, accepted_by, accepted_at, accepted_on, through_import, claims, amounts
     from tandem.opening_balance where org_id = $1 order by accepted_at desc, opening_balance_id desc limit 50`,
    [org],
  );
}

export async function insertOpeningBalance(tx: Tx, org: OrgId, row: OpeningBalanceRow): Promise<void> {
  await tx.query(
    `insert into tandem.opening_balance (org_id, opening_balance_id, accepted_by, accepted_at, accepted_on,
       through_import, claims, amounts)
     values ($1, $2, $3, ${at(4)}, $5, $6, $7, $8)`,
    [
      org,
      row.opening_balance_id,
      row.accepted_by,
      row.accepted_at,
      row.accepted_on,
      row.through_import,
      row.claims,
      json(row.amounts),
    ],
  );
}

/** Tells the planner what an import brought; without it the lists of the next minute are slow. */
export async function refreshStatistics(tx: Tx): Promise<void> {
  await tx.query('select tandem.refresh_statistics()');
}
