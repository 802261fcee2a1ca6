import type { SourceName } from '#connectors/port.ts';
import {
  type CrmField,
  type CrmFieldNames,
  type CrmSystem,
  crmFieldFacts,
  crmFields,
} from '#core/attribution/crm-fields.ts';
import type { CrmNeed } from '#core/attribution/crm-readiness.ts';
import type { FileColumn, FileShape } from './csv/file-shape.ts';
import { type FileSource, openFile } from './csv/open-file.ts';
import { propertyDefinitions } from './hubspot/property-definitions.ts';
import { type FieldToDefine, fieldPackage } from './salesforce/field-package.ts';
import { canonicalSalesforceId, isSalesforceId } from './salesforce/record-id.ts';
import { aliasRank, foldHeader } from './understanding/aliases.ts';
import type { TableStats } from './understanding/column-stats.ts';
import type { Field } from './understanding/fields.ts';
import { understand, understandRows } from './understanding/understand.ts';
import { idTextOf, textOf } from './values/cell-text.ts';
import { type DateOrder, dayOf, readDate } from './values/date.ts';
import { zoneClock } from './values/zone-clock.ts';

/** The way of the credit into a CRM and back, over one interface: what compose hands to the server. */
export const crmFiles = {
  idHeader: (system: CrmSystem): string => (system === 'salesforce' ? 'Id' : 'Record ID'),

  recordId(system: CrmSystem, text: string): string | null {
    if (system === 'hubspot') return /^\d{1,20}$/.test(text) ? text : null;
    return text.startsWith('006') && isSalesforceId(text) ? canonicalSalesforceId(text) : null;
  },

  definitions: (system: CrmSystem, fields: readonly FieldToDefine[]) =>
    system === 'salesforce' ? fieldPackage(fields) : propertyDefinitions(fields),

  async read(file: FileSource) {
    const opened = await openFile(file);
    if (!opened.ok) return opened;
    const { shape, rows } = opened;
    const found = await understandRows(shape, rows());
    const { stats } = found;
    const isHistory = found.kind.is === 'stage-history';
    // What else it seems to be, the file is asked for deals.
    const deals = understand(shape, stats, { kind: 'opportunities' }).mapping;
    const idColumn = columnNamed(shape, deals.columns.opportunityId);
    const column = (field: Field) => deals.columns[field] ?? null;
    const hasDates = Object.keys(deals.stageColumns ?? {}).length > 0;
    const history = isHistory ? (found.mapping.columns.changedAt ?? null) : null;
    return {
      ok: true as const,
      value: {
        system: systemOf(found.source.is),
        hasDeals: found.kind.is === 'opportunities' || isHistory,
        rowsAre: found.kind.reason,
        needs: {
          recordId: idColumn?.name ?? null,
          created: column('createdAt'),
          stage: column('stage'),
          stageHistory: hasDates ? (Object.keys(deals.stageColumns ?? {})[0] ?? null) : history,
          amount: column('amount'),
          currency: column('currency'),
          owner: column('owner'),
        } satisfies Record<CrmNeed, string | null>,
        someIds: (stats.columns.find((each) => each.column === idColumn?.name)?.values ?? []).map(
          ({ value }) => value,
        ),
        like: likeColumns(shape),
        columnsOf: (names: CrmFieldNames) => columnsOf(shape, names),
        rows: (columns: Readonly<Record<CrmField, string | null>>) =>
          creditRows(rows(), { shape, stats, idColumn, columns, order: deals.dateOrder ?? null }),
      },
    };
  },
};

function systemOf(source: SourceName): CrmSystem | null {
  if (source.startsWith('salesforce')) return 'salesforce';
  return source === 'hubspot' ? 'hubspot' : null;
}

/** A column that is called like the field: by its name, its name as a label, or the label that we give it. */
function columnsOf(shape: FileShape, names: CrmFieldNames): Record<CrmField, string | null> {
  const byHeader = new Map(shape.columns.map((column) => [foldHeader(column.header), column.name]));
  const found = (field: CrmField, name: string | null): string | null => {
    if (name === null) return null;
    const spellings = [name, name.replace(/__c$/, ''), crmFieldFacts[field].label];
    for (const spelling of spellings) {
      const column = byHeader.get(foldHeader(spelling));
      if (column !== undefined) return column;
    }
    return null;
  };
  return Object.fromEntries(crmFields.map((field) => [field, found(field, names[field])])) as Record<
    CrmField,
    string | null
  >;
}

/** A CRM that already has a partner on the deal under a name of its own. */
function likeColumns(shape: FileShape): Partial<Record<CrmField, string>> {
  const best = (field: Field) =>
    shape.columns.find(({ name }) => aliasRank('opportunities', field, name) !== null)?.name;
  const [partner, role] = [best('partner'), best('partnerRole')];
  return { ...(partner ? { partner } : {}), ...(role ? { role } : {}) };
}

type Reading = {
  readonly shape: FileShape;
  readonly stats: TableStats;
  readonly idColumn: FileColumn | null;
  readonly columns: Readonly<Record<CrmField, string | null>>;
  /** The order of day and month that the file's other dates prove. */
  readonly order: DateOrder | null;
};

async function* creditRows(
  batches: ReturnType<Extract<Awaited<ReturnType<typeof openFile>>, { ok: true }>['rows']>,
  { shape, stats, idColumn, columns, order }: Reading,
) {
  const cells = crmFields.flatMap((field) => {
    const column = columnNamed(shape, columns[field] ?? undefined);
    return column ? [{ field, index: column.index, read: cellReader(field, stats, column, order) }] : [];
  });
  for await (const { rows } of batches) {
    yield rows.map(({ row, cells: own }) => {
      const id = idColumn ? idTextOf(own[idColumn.index]) : null;
      return {
        row,
        id: id !== null && isSalesforceId(id) ? (canonicalSalesforceId(id) ?? id) : id,
        cells: Object.fromEntries(
          cells.map(({ field, index, read }) => [field, read(own[index])]),
        ) as Partial<Record<CrmField, string>>,
      };
    });
  }
}

const utc = zoneClock('UTC');

/** Cells as they are compared: a day without its midnight, a number without its decimals. */
function cellReader(
  field: CrmField,
  stats: TableStats,
  column: FileColumn,
  fileOrder: DateOrder | null,
): (cell?: string) => string {
  const { kind } = crmFieldFacts[field];
  if (kind === 'number') {
    return (cell) => {
      const text = textOf(cell) ?? '';
      return /^\d+(?:[.,]0+)?$/.test(text) ? String(Number.parseInt(text, 10)) : text;
    };
  }
  if (kind !== 'date') return (cell) => textOf(cell) ?? '';
  const order = stats.columns.find((each) => each.column === column.name)?.dateOrder;
  const proven = order === 'mdy' || order === 'dmy' || order === 'ymd' ? order : fileOrder;
  return (cell) => {
    const text = textOf(cell);
    if (text === null) return '';
    const read = readDate(text, proven);
    return typeof read === 'string' ? text : dayOf(read, utc, utc);
  };
}

function columnNamed(shape: FileShape, name: string | undefined): FileColumn | null {
  return name === undefined ? null : (shape.columns.find((column) => column.name === name) ?? null);
}
