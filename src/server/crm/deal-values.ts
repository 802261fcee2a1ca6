import type { CreditClass } from '#core/attribution/credit-class.ts';
import { type CrmField, type CrmSystem, crmValues } from '#core/attribution/crm-fields.ts';
import type { PartnerRole } from '#core/attribution/policy.ts';
import type { LocalDate } from '#core/calendar.ts';
import type { Context } from '../access/context.ts';
import type { Tx } from '../database/transaction.ts';
import type { CrmFiles } from './crm-files.ts';
import type { CrmMap } from './field-map.ts';
import { type VerdictRow, verdictsOf } from './queries.ts';

/** What a CRM has to hold of one deal. */
export type DealValues = {
  /** The record id in the spelling of the system. */
  readonly id: string;
  /** The short number of the deal in Tandem. */
  readonly number: number;
  readonly values: Readonly<Record<CrmField, string>>;
};

/** A deal with a verdict that cannot be written for a CRM. */
export type LeftOut = { readonly number: number; readonly id: string; readonly why: string };

/** Text fields of both systems as they are defined here take no more. */
const longestText = 255;

/**
 * What the CRM of a system has to hold: of every deal of its source that has a verdict, by record id. A deal whose id
 * cannot be one of that system is named and left out. `publicUrl` is where links lead; null: no link is written.
 */
export async function dealValues(
  tx: Tx,
  context: Context,
  crmFiles: CrmFiles,
  map: CrmMap,
  publicUrl: string | null,
): Promise<{ deals: DealValues[]; leftOut: LeftOut[] }> {
  const { orgId: org, slug } = context.organization;
  const deals: DealValues[] = [];
  const leftOut: LeftOut[] = [];
  for (const row of await verdictsOf(tx, org, map.source)) {
    const link = publicUrl === null ? null : `${publicUrl}/o/${slug}/pipeline/${row.number}`;
    const id = crmFiles.recordId(map.system, row.record_id);
    const values = crmValues(verdictOf(row, link));
    const why = id === null ? whyNot[map.system] : tooLong(values);
    if (id === null || why !== null) leftOut.push({ number: row.number, id: row.record_id, why: why ?? '' });
    else deals.push({ id, number: row.number, values });
  }
  return { deals, leftOut };
}

const whyNot = {
  salesforce: 'Its record id is not that of a Salesforce opportunity (18 characters that begin with 006).',
  hubspot: 'Its record id is not that of a HubSpot deal (digits only).',
} as const satisfies Record<CrmSystem, string>;

function tooLong(values: DealValues['values']): string | null {
  const found = Object.values(values).find((value) => value.length > longestText);
  return found === undefined
    ? null
    : `"${found.slice(0, 40)}…" is longer than the ${longestText} characters that the field takes.`;
}

function verdictOf(row: VerdictRow, link: string | null) {
  const credited = row.considered.find(({ partnerId }) => partnerId === row.partner_id);
  return {
    class: row.class as CreditClass,
    partner: row.partner,
    role: (credited?.role ?? null) as PartnerRole | null,
    evidence: row.evidence,
    originActs: row.origin_acts,
    otherActs: row.other_acts,
    link,
    lockOn: row.lock_on as LocalDate | null,
    policyVersion: row.policy_version,
    registration: row.registration,
  };
}
