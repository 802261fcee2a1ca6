import type { CrmField, CrmFieldNames, CrmSystem } from '#core/attribution/crm-fields.ts';
import type { CrmNeed } from '#core/attribution/crm-readiness.ts';
import type { Opened, ReadableFile } from '../import/reader.ts';

/** A file of an export, by its path in the folder. */
export type WrittenFile = { readonly path: string; readonly text: string };

/** The file of values, by system. */
export const valuesFile = {
  salesforce: 'salesforce-opportunities.csv',
  hubspot: 'hubspot-deals.csv',
} as const satisfies Record<CrmSystem, string>;

/** The file of deals that the CRM does not have yet. */
export const newDealsFile = {
  salesforce: 'salesforce-new-opportunities.csv',
  hubspot: 'hubspot-new-deals.csv',
} as const satisfies Record<CrmSystem, string>;

/** An export of a CRM, read as far as the credit goes: which columns it has, and their cells row by row. */
export type CrmExport = {
  /** The system whose export it is; null where its columns do not say. */
  readonly system: CrmSystem | null;
  /** False where the rows are no deals: a history of stages, companies. */
  readonly hasDeals: boolean;
  readonly rowsAre: string;
  readonly needs: Readonly<Record<CrmNeed, string | null>>;
  /** Record ids as they stand in the file, some hundred at most. */
  readonly someIds: readonly string[];
  /** Columns that seem to hold the same as a field of the credit. */
  readonly like: Readonly<Partial<Record<CrmField, string>>>;
  /** Of each field the column that has its name or its label, or null. */
  readonly columnsOf: (names: CrmFieldNames) => Record<CrmField, string | null>;
  /** The rows with the cells of these columns; dates as YYYY-MM-DD where they can be read. */
  readonly rows: (columns: Readonly<Record<CrmField, string | null>>) => AsyncIterable<readonly CrmRow[]>;
};

/** One row of an export; `id` is null where it has none, and in its one spelling where it is one of the system. */
export type CrmRow = {
  readonly row: number;
  readonly id: string | null;
  readonly cells: Readonly<Partial<Record<CrmField, string>>>;
};

/** What the credit's way into a CRM and back needs of the connectors. compose.ts chooses them. */
export type CrmFiles = {
  /** The name of the column that holds the record id in a file that the system takes. */
  readonly idHeader: (system: CrmSystem) => string;
  /** The id in its one spelling; null where it cannot be an id of a deal in that system. */
  readonly recordId: (system: CrmSystem, text: string) => string | null;
  /** Definitions of fields that the system does not have yet, as the files that it takes. */
  readonly definitions: (
    system: CrmSystem,
    fields: readonly { readonly field: CrmField; readonly name: string }[],
  ) => readonly WrittenFile[];
  readonly read: (file: ReadableFile) => Promise<Opened<CrmExport>>;
};
