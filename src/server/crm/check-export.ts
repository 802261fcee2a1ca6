import { type CrmDifference, crmDifference, crmDifferences } from '#core/attribution/crm-check.ts';
import { type CrmField, type CrmSystem, crmFields } from '#core/attribution/crm-fields.ts';
import type { Id } from '#core/ids.ts';
import { actorId, type Context, requireCapability } from '../access/context.ts';
import { settleCredits } from '../attribution/settle-credits.ts';
import { write } from '../audit/write.ts';
import { readTransaction } from '../database/transaction.ts';
import type { ReadableFile } from '../import/reader.ts';
import type { CheckResult } from './check-result.ts';
import type { CrmFiles, CrmRow } from './crm-files.ts';
import { type DealValues, dealValues } from './deal-values.ts';
import { carriedFields, carriedNames, crmMapOf } from './field-map.ts';
import { type DifferenceRow, insertCheck, insertDifferences, knownRecords } from './queries.ts';
import { openExport, readinessOf } from './readiness.ts';

/** Differences that are listed one by one; what is beyond is counted. */
const mostListed = 20_000;
const rowsAtOnce = 5_000;
const shownLength = 300;

export type Checked = { readonly checkId: string; readonly system: CrmSystem; readonly result: CheckResult };

/**
 * ATT-22: compares an export of the CRM with the verdicts as they stand, and keeps what differed: fields that the CRM
 * lacks, values that did not arrive, that are others, or that an earlier version of the page wrote, and deals that the
 * file lacks. Neither the file nor a deal is changed by it. Throws ProblemError `invalid-input` where the file is no
 * export of deals or has no record ids.
 */
export async function checkExport(
  context: Context,
  crmFiles: CrmFiles,
  file: ReadableFile & { readonly sha256: string },
  wanted: { readonly system: CrmSystem | null; readonly publicUrl: string | null },
): Promise<Checked> {
  requireCapability(context, 'crm.work');
  await settleCredits({ ...context, idempotency: null }, Number.POSITIVE_INFINITY);
  const { found, system } = await openExport(crmFiles, file, wanted.system);
  const org = context.organization.orgId;
  const { pool } = context.ports;
  const { map, deals, leftOut } = await readTransaction(pool, { org }, async (tx) => {
    const own = await crmMapOf(tx, context, system);
    return { map: own, ...(await dealValues(tx, context, crmFiles, own, wanted.publicUrl)) };
  });
  const names = carriedNames(map, wanted.publicUrl);
  const readiness = readinessOf(crmFiles, found, system, names);
  const columns = found.columnsOf(names);
  const comparison = new Comparison(
    new Map(deals.map((deal) => [deal.id, deal])),
    carriedFields(names).map(({ field }) => field),
    columns,
  );
  if (found.needs.recordId !== null) {
    for await (const rows of found.rows(columns)) {
      for (let from = 0; from < rows.length; from += rowsAtOnce) {
        const some = rows.slice(from, from + rowsAtOnce);
        const ids = some.flatMap(({ id }) => id ?? []);
        const known = await readTransaction(pool, { org }, (tx) => knownRecords(tx, org, map.source, ids));
        comparison.take(some, new Map(known.map((row) => [row.record_id, row.number])));
      }
    }
  }
  const { listed, ...outcome } = comparison.finish();
  const notes = [
    ...(found.needs.recordId === null
      ? ['The file has no record ids, so no deal could be compared. See what to add.']
      : []),
    ...(leftOut.length === 0
      ? []
      : [
          `${leftOut.length} deals with a verdict have a record id that is not of this system; they are not compared.`,
        ]),
  ];
  const result: CheckResult = { readiness, columns, ...outcome, listed: listed.length, notes };
  const checkId: string = context.ports.ids.next<Id<'crm check'>>(context.now);
  return write(context, async (tx) => {
    await insertCheck(tx, org, {
      crm_check_id: checkId,
      system,
      file_name: file.name.slice(0, 200),
      file_sha256: file.sha256,
      result,
      checked_by: actorId(context.actor),
      checked_at: context.now,
    });
    for (let from = 0; from < listed.length; from += rowsAtOnce)
      await insertDifferences(tx, org, checkId, listed.slice(from, from + rowsAtOnce));
    tx.record({
      action: 'crm.check',
      entityId: checkId,
      after: { system, fileName: file.name, decided: outcome.decided, arrived: outcome.arrived },
    });
    return { checkId, system, result };
  });
}

type Outcome = Omit<CheckResult, 'readiness' | 'columns' | 'listed' | 'notes'> & {
  readonly listed: readonly DifferenceRow[];
};

/** What Tandem says of a deal without a verdict: nothing. */
const nothing = Object.fromEntries(crmFields.map((field) => [field, ''])) as Record<CrmField, string>;

/** Row by row, the cells of a file against the values of the deals. */
class Comparison {
  readonly #deals: ReadonlyMap<string, DealValues>;
  readonly #compared: readonly CrmField[];
  readonly #lacking: readonly CrmField[];
  readonly #counts = Object.fromEntries(crmDifferences.map((kind) => [kind, 0])) as Record<
    CrmDifference,
    number
  >;
  readonly #listed: DifferenceRow[] = [];
  readonly #seen = new Set<string>();
  readonly #wrong = new Set<string>();
  #rows = 0;
  #known = 0;

  constructor(
    deals: ReadonlyMap<string, DealValues>,
    fields: readonly CrmField[],
    columns: Readonly<Record<CrmField, string | null>>,
  ) {
    this.#deals = deals;
    this.#compared = fields.filter((field) => columns[field] !== null);
    this.#lacking = fields.filter((field) => columns[field] === null);
    for (const field of this.#lacking)
      this.#note('missing_field', { field, expected: 'a column', found: '' });
  }

  /** Takes rows of the file; `known`: the short numbers of those that are deals of the source. */
  take(rows: readonly CrmRow[], known: ReadonlyMap<string, number>): void {
    for (const { row, id, cells } of rows) {
      this.#rows += 1;
      const number = id === null ? undefined : known.get(id);
      if (id === null || number === undefined) continue;
      this.#known += 1;
      this.#seen.add(id);
      const { values } = this.#deals.get(id) ?? { values: nothing };
      for (const field of this.#compared) {
        const says = values[field];
        const held = cells[field] ?? '';
        const kind = crmDifference(field, says, held);
        if (kind === null) continue;
        this.#wrong.add(id);
        this.#note(kind, { field, number, row, expected: says, found: held });
      }
    }
  }

  finish(): Outcome {
    let arrived = 0;
    for (const { id, number } of this.#deals.values()) {
      if (!this.#seen.has(id)) this.#note('missing_deal', { number, expected: id, found: '' });
      else if (!this.#wrong.has(id) && this.#lacking.length === 0) arrived += 1;
    }
    return {
      compared: this.#compared,
      rows: this.#rows,
      known: this.#known,
      unknown: this.#rows - this.#known,
      decided: this.#deals.size,
      arrived,
      differences: this.#counts,
      listed: this.#listed,
    };
  }

  #note(
    kind: CrmDifference,
    what: { field?: CrmField; number?: number; row?: number; expected: string; found: string },
  ): void {
    this.#counts[kind] += 1;
    if (this.#listed.length >= mostListed) return;
    this.#listed.push({
      position: this.#listed.length + 1,
      kind,
      field: what.field ?? null,
      opportunity_number: what.number ?? null,
      row_number: what.row ?? null,
      expected: what.expected.slice(0, shownLength),
      found: what.found.slice(0, shownLength),
    });
  }
}
