import type { CrmDifference } from '#core/attribution/crm-check.ts';
import type { CrmField, CrmSystem } from '#core/attribution/crm-fields.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { memberNames } from '../access/member-names.ts';
import { readTransaction } from '../database/transaction.ts';
import { pageOf, readCursor } from '../http/page.ts';
import { notFound } from '../problem.ts';
import type { CheckResult } from './check-result.ts';
import { type CheckRow, checkRow, checksBefore, differencesAfter } from './queries.ts';

/** A check as it is listed. */
export type Check = {
  readonly checkId: string;
  readonly system: CrmSystem;
  readonly fileName: string;
  readonly sha256: string;
  readonly checkedBy: string;
  readonly checkedAt: number;
  readonly result: CheckResult;
};

/** One difference: of a field, of a deal, or of both. */
export type Difference = {
  readonly position: number;
  readonly kind: CrmDifference;
  readonly field: CrmField | null;
  readonly deal: { readonly number: number; readonly name: string; readonly recordId: string } | null;
  readonly row: number | null;
  readonly expected: string;
  readonly found: string;
};

/** The checks of exports of the CRM, newest first. */
export function listChecks(
  context: Context,
  page: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ items: Check[]; nextCursor: string | null }> {
  requireCapability(context, 'crm.work');
  const org = context.organization.orgId;
  const cursor = readCursor(page.cursor);
  const before = cursor && { at: cursor.sortKey, id: cursor.id };
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const names = await memberNames(tx, org);
    const rows = await checksBefore(tx, org, before, page.limit + 1);
    return pageOf(
      rows,
      page.limit,
      (row) => ({ sortKey: String(row.checked_at), id: row.crm_check_id }),
      (row) => checkOf(row, names),
    );
  });
}

/** One check. */
export function readCheck(context: Context, checkId: string): Promise<Check> {
  requireCapability(context, 'crm.work');
  const org = context.organization.orgId;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const row = await checkRow(tx, org, checkId);
    if (!row) throw notFound('check');
    return checkOf(row, await memberNames(tx, org));
  });
}

/** What differed, in the order of the file; `cursor` is the place of the last one seen. */
export function listDifferences(
  context: Context,
  checkId: string,
  page: {
    readonly kind?: CrmDifference | undefined;
    readonly cursor?: number | undefined;
    readonly limit: number;
  },
): Promise<{ items: Difference[]; nextCursor: number | null }> {
  requireCapability(context, 'crm.work');
  const org = context.organization.orgId;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    if (!(await checkRow(tx, org, checkId))) throw notFound('check');
    const rows = await differencesAfter(tx, org, checkId, {
      kind: page.kind ?? null,
      after: page.cursor ?? 0,
      limit: page.limit + 1,
    });
    const items = rows.slice(0, page.limit).map((row) => ({
      position: row.position,
      kind: row.kind as CrmDifference,
      field: row.field,
      deal:
        row.opportunity_number === null
          ? null
          : { number: row.opportunity_number, name: row.name ?? '', recordId: row.record_id ?? '' },
      row: row.row_number,
      expected: row.expected,
      found: row.found,
    }));
    return { items, nextCursor: rows.length > page.limit ? (items.at(-1)?.position ?? null) : null };
  });
}

function checkOf(row: CheckRow, names: ReadonlyMap<string, string>): Check {
  return {
    checkId: row.crm_check_id,
    system: row.system,
    fileName: row.file_name,
    sha256: row.file_sha256,
    checkedBy: names.get(row.checked_by) ?? row.checked_by,
    checkedAt: row.checked_at,
    result: row.result as CheckResult,
  };
}
