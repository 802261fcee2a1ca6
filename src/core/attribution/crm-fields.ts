/**
 * The fields by which a CRM carries the credit of a deal (ATT-2): which there are, what they are called in each system,
 * and what each holds for a verdict.
 *
 * Handbook: docs/handbook/crm.md
 */

import type { LocalDate } from '#core/calendar.ts';
import type { CreditClass } from './credit-class.ts';
import type { PartnerRole } from './policy.ts';

/** The systems that are written for. Both keep the credit on the opportunity itself. */
export const crmSystems = ['salesforce', 'hubspot'] as const;
export type CrmSystem = (typeof crmSystems)[number];
export const crmSystemNames = { salesforce: 'Salesforce', hubspot: 'HubSpot' } as const satisfies Record<
  CrmSystem,
  string
>;

/** What is carried, in the order of the columns. */
export const crmFields = [
  'partner',
  'class',
  'role',
  'originDate',
  'evidenceLink',
  'lockDate',
  'pageVersion',
  'registration',
] as const;
export type CrmField = (typeof crmFields)[number];

/** How a field is read and written: `choice` is one word of a closed list, `date` a day as YYYY-MM-DD. */
export type CrmFieldKind = 'text' | 'choice' | 'date' | 'link' | 'number';

/** What a field is called on a page of the CRM, how it is kept there, and what it says. */
export const crmFieldFacts = {
  partner: { label: 'Tandem Partner', kind: 'text', says: 'The partner that is credited with this deal.' },
  class: { label: 'Tandem Class', kind: 'choice', says: 'The class of the credit, or None.' },
  role: { label: 'Tandem Role', kind: 'choice', says: 'The role in which the partner earned it.' },
  originDate: {
    label: 'Tandem Origin Date',
    kind: 'date',
    says: 'The day of the act that brought the deal; of a deal that no partner brought, the first act that earned the credit.',
  },
  evidenceLink: {
    label: 'Tandem Evidence',
    kind: 'link',
    says: 'The page that shows the verdict with its evidence.',
  },
  lockDate: {
    label: 'Tandem Lock Date',
    kind: 'date',
    says: 'The last day on which a claim to have sourced the deal could be recorded.',
  },
  pageVersion: {
    label: 'Tandem Page Version',
    kind: 'number',
    says: 'The version of the signed attribution page that decided.',
  },
  registration: {
    label: 'Tandem Registration',
    kind: 'text',
    says: 'The deal registration by which the partner brought this deal. By it an import finds the deal that waits for the CRM.',
  },
} as const satisfies Record<CrmField, { label: string; kind: CrmFieldKind; says: string }>;

/** The class as it stands in the CRM. */
export const crmClassWords = {
  sourced: 'Sourced',
  co_sold: 'Co-sold',
  influenced: 'Influenced',
  assisted: 'Assisted',
  none: 'None',
} as const satisfies Record<CreditClass, string>;

/** The role as it stands in the CRM. */
export const crmRoleWords = {
  originator: 'Originator',
  introducer: 'Introducer',
  joint_seller: 'Joint seller',
  validator: 'Technical validator',
  objection_remover: 'Objection remover',
  procurement: 'Procurement path',
  reference: 'Reference',
  implementer: 'Implementer',
  overlap: 'Overlap',
} as const satisfies Record<PartnerRole, string>;

/** The words that a field of kind `choice` can have; null for every other field. */
export function crmChoices(field: CrmField): readonly string[] | null {
  if (field === 'class') return Object.values(crmClassWords);
  return field === 'role' ? Object.values(crmRoleWords) : null;
}

/** The name of the CRM's field by what it carries; null is a field that is not carried. */
export type CrmFieldNames = Readonly<Record<CrmField, string | null>>;

/** The names that are proposed until somebody changes them. */
export const defaultCrmNames: Readonly<Record<CrmSystem, CrmFieldNames>> = {
  salesforce: {
    partner: 'Tandem_Partner__c',
    class: 'Tandem_Class__c',
    role: 'Tandem_Role__c',
    originDate: 'Tandem_Origin_Date__c',
    evidenceLink: 'Tandem_Evidence__c',
    lockDate: 'Tandem_Lock_Date__c',
    pageVersion: 'Tandem_Page_Version__c',
    registration: 'Tandem_Registration__c',
  },
  hubspot: {
    partner: 'tandem_partner',
    class: 'tandem_class',
    role: 'tandem_role',
    originDate: 'tandem_origin_date',
    evidenceLink: 'tandem_evidence',
    lockDate: 'tandem_lock_date',
    pageVersion: 'tandem_page_version',
    registration: 'tandem_registration',
  },
};

/** How a registration is called in the CRM. */
export function registrationMark(number: number): string {
  return `R-${number}`;
}

/** The short number of the registration that a cell of the CRM names; null where it names none. */
export function registrationOfMark(text: string): number | null {
  const [, digits] = /^\s*R-?(\d{1,9})\s*$/i.exec(text) ?? [];
  return digits === undefined ? null : Number(digits);
}

/** The standing verdict on a deal, as far as a CRM carries it. */
export type CrmVerdict = {
  readonly class: CreditClass;
  /** The name of the credited partner; null where there is none. */
  readonly partner: string | null;
  readonly role: PartnerRole | null;
  /** The facts that the credit rests on, by id. */
  readonly evidence: readonly string[];
  /** Acts of origin among the deal’s facts, and all its other acts, each with its day. */
  readonly originActs: readonly DatedAct[];
  readonly otherActs: readonly DatedAct[];
  /** The page that shows the verdict; null while no public address is known. */
  readonly link: string | null;
  readonly lockOn: LocalDate | null;
  readonly policyVersion: number;
  /** The registration that stands on the deal, by its short number; null where there is none. */
  readonly registration: number | null;
};

export type DatedAct = { readonly id: string; readonly on: string };

/**
 * ATT-2: what each field holds for a verdict, as it is written; '' is nothing. The class always says something, so that
 * a deal which nobody brought differs from one that nobody has decided.
 */
export function crmValues(verdict: CrmVerdict): Readonly<Record<CrmField, string>> {
  return {
    partner: verdict.partner ?? '',
    class: crmClassWords[verdict.class],
    role: verdict.role === null || verdict.class === 'none' ? '' : crmRoleWords[verdict.role],
    originDate: verdict.class === 'none' ? '' : originDay(verdict),
    evidenceLink: verdict.link ?? '',
    lockDate: verdict.lockOn ?? '',
    pageVersion: String(verdict.policyVersion),
    registration: verdict.registration === null ? '' : registrationMark(verdict.registration),
  };
}

function originDay({ evidence, originActs, otherActs }: CrmVerdict): string {
  const counts = new Set(evidence);
  const firstOf = (acts: readonly DatedAct[]) =>
    acts
      .filter(({ id }) => counts.has(id))
      .map(({ on }) => on)
      .sort()[0];
  return firstOf(originActs) ?? firstOf(otherActs) ?? '';
}
