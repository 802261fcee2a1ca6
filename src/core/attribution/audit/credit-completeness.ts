/**
 * How complete the credit of partner deals is written down: which of the fields of ATT-2 each deal has. Partner ops'
 * own number; 98 % is expected.
 *
 * Handbook: docs/handbook/finance-audit.md
 */

import type { CreditClass } from '../credit-class.ts';

/** The fields that the opportunity has to carry (ATT-2), in the order of the rule. */
export const creditFields = [
  'partner',
  'class',
  'role',
  'origin_event',
  'origin_time',
  'evidence',
  'recorded_at',
  'recorded_by',
  'lock_date',
  'page_version',
] as const;

export type CreditField = (typeof creditFields)[number];

export const creditFieldLabels = {
  partner: 'Partner',
  class: 'Class',
  role: 'Role',
  origin_event: 'Origin event',
  origin_time: 'Day of the origin',
  evidence: 'Evidence',
  recorded_at: 'Recorded when',
  recorded_by: 'Recorded by whom',
  lock_date: 'Day of the lock',
  page_version: 'Version of the page',
} as const satisfies Record<CreditField, string>;

/** The share of complete deals that partner ops answers for. */
export const completenessTarget = 0.98;

/** What is known about the credit of a deal. */
export type CreditRecord = {
  readonly opportunityId: string;
  readonly class: Exclude<CreditClass, 'none'>;
  readonly partnerId: string | null;
  readonly role: string | null;
  readonly lockOn: string | null;
  readonly pageVersion: number | null;
  /** The acts of the credited partner that were confirmed. */
  readonly acts: readonly {
    readonly kind: 'introduction' | 'registration' | 'touch' | 'cosell';
    readonly occurredOn: string | null;
    readonly recordedAt: number | null;
    readonly recordedBy: string | null;
    readonly evidence: string | null;
  }[];
};

/** The fields that a deal lacks. An origin is asked of sourced deals only; a role of those that are not. */
export function missingFields(deal: CreditRecord): CreditField[] {
  const origins = deal.acts.filter(({ kind }) => kind === 'introduction' || kind === 'registration');
  const isSourced = deal.class === 'sourced';
  const has: Record<CreditField, boolean> = {
    partner: deal.partnerId !== null,
    class: true,
    role: isSourced || deal.role !== null,
    origin_event: !isSourced || origins.length > 0,
    origin_time: !isSourced || origins.some(({ occurredOn }) => occurredOn !== null),
    evidence: deal.acts.some(({ evidence }) => evidence !== null && evidence.trim() !== ''),
    recorded_at: deal.acts.some(({ recordedAt }) => recordedAt !== null),
    recorded_by: deal.acts.some(({ recordedBy }) => recordedBy !== null),
    lock_date: deal.lockOn !== null,
    page_version: deal.pageVersion !== null,
  };
  return creditFields.filter((field) => !has[field]);
}

export type CreditCompleteness = {
  readonly deals: number;
  readonly complete: number;
  /** Complete deals over all; null where there is no partner deal. */
  readonly share: number | null;
  readonly byField: readonly { readonly field: CreditField; readonly missing: number }[];
  readonly incomplete: readonly {
    readonly opportunityId: string;
    readonly missing: readonly CreditField[];
  }[];
};

/** The completeness of all partner deals, and of each field how many lack it. */
export function creditCompleteness(records: readonly CreditRecord[]): CreditCompleteness {
  const incomplete = records
    .map((deal) => ({ opportunityId: deal.opportunityId, missing: missingFields(deal) }))
    .filter(({ missing }) => missing.length > 0);
  const complete = records.length - incomplete.length;
  return {
    deals: records.length,
    complete,
    share: records.length === 0 ? null : complete / records.length,
    byField: creditFields.map((field) => ({
      field,
      missing: incomplete.filter(({ missing }) => missing.includes(field)).length,
    })),
    incomplete,
  };
}
