import type { CrmDifference } from '#core/attribution/crm-check.ts';
import type { CrmField } from '#core/attribution/crm-fields.ts';
import type { CrmReadiness } from '#core/attribution/crm-readiness.ts';

/** What a check found, as it is kept. The differences themselves are rows beside it. */
export type CheckResult = {
  readonly readiness: CrmReadiness;
  /** Of each field the column of the file, or null. */
  readonly columns: Readonly<Record<CrmField, string | null>>;
  /** The fields that were compared. */
  readonly compared: readonly CrmField[];
  readonly rows: number;
  /** Rows that are deals of Tandem, and those that are not. */
  readonly known: number;
  readonly unknown: number;
  /** Deals that have a verdict, and those of them that the CRM holds as Tandem says. */
  readonly decided: number;
  readonly arrived: number;
  readonly differences: Readonly<Record<CrmDifference, number>>;
  /** How many of the differences are listed one by one. */
  readonly listed: number;
  /** Why deals could not be compared, where any could not. */
  readonly notes: readonly string[];
};
