import type { ImportKind, SourceName } from '#connectors/port.ts';
import type { FileShape } from '../csv/file-shape.ts';
import { flagOf } from '../values/cell-text.ts';
import { aliasRank } from './aliases.ts';
import type { ColumnStats, TableStats } from './column-stats.ts';
import { type Field, fieldsOfKind, requiredFields } from './fields.ts';
import { ownColumn } from './own-columns.ts';

/** A column with the field that it seems to be; `field` is null where it is left out. */
export type ColumnSuggestion = {
  readonly column: string;
  readonly field: Field | null;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: string;
};

const vendors: Readonly<Record<SourceName, string>> = {
  'salesforce-report': 'Salesforce',
  'salesforce-data-export': 'Salesforce',
  'salesforce-data-loader': 'Salesforce',
  hubspot: 'HubSpot',
  pipedrive: 'Pipedrive',
  odoo: 'Odoo',
  table: 'The table',
};

const dateFields: ReadonlySet<Field> = new Set<Field>([
  'changedAt',
  'createdAt',
  'updatedAt',
  'closedOn',
  'expectedCloseOn',
  'signedOn',
  'occurredAt',
  'recordedAt',
  'submittedOn',
  'decidedOn',
  'protectedUntil',
]);

/**
 * Gives each field the column whose name fits best; fields that every row needs choose first. A column whose
 * values contradict the field (a date column without dates) is not suggested for it, nor one that Tandem wrote.
 */
export function suggestColumns(
  shape: FileShape,
  stats: TableStats | null,
  kind: ImportKind,
  source: SourceName,
): ColumnSuggestion[] {
  const required = new Set(requiredFields[kind].flat());
  const byName = new Map(stats?.columns.map((column) => [column.column, column]));
  const pairs = fieldsOfKind[kind].flatMap((field, order) =>
    shape.columns.flatMap((column) => {
      const rank = aliasRank(kind, field, column.name);
      if (rank === null || (field !== 'registration' && ownColumn(column.name) !== null)) return [];
      if (contradicts(field, byName.get(column.name))) return [];
      return [{ field, column: column.name, rank, order, first: required.has(field) ? 0 : 1 }];
    }),
  );
  pairs.sort((a, b) => a.first - b.first || a.rank - b.rank || a.order - b.order);
  const fieldOf = new Map<string, { field: Field; rank: number }>();
  const taken = new Set<Field>();
  for (const { field, column, rank } of pairs) {
    if (taken.has(field) || fieldOf.has(column)) continue;
    taken.add(field);
    fieldOf.set(column, { field, rank });
  }
  return shape.columns.map(({ name }) => {
    const match = fieldOf.get(name);
    if (!match) return { column: name, field: null, confidence: 0, reason: 'No field goes by this name.' };
    const known = source !== 'table';
    const confidence = known ? 0.97 : Math.max(0.4, 0.95 - match.rank * 0.015);
    const reason = known ? `${vendors[source]} exports it under this name.` : 'A usual name for it.';
    return { column: name, field: match.field, confidence: Math.round(confidence * 100) / 100, reason };
  });
}

function contradicts(field: Field, stats: ColumnStats | undefined): boolean {
  if (!stats || stats.filled === 0) return false;
  const sample = Math.min(stats.filled, 400);
  if (field === 'partner' && stats.values.every(({ value }) => flagOf(value) !== null)) return true;
  if (dateFields.has(field)) return stats.dates < sample * 0.5 && stats.dateOrder === null;
  if (field === 'amount') return stats.numbers < sample * 0.5;
  if (field === 'stage' || field === 'partner')
    return stats.dates > sample * 0.8 && stats.numbers < sample * 0.5;
  return false;
}
