/**
 * Whether a CRM can tag a deal that a partner brought: what an export of it must have for a deal to be decided and for
 * the credit to be carried (ATT-2), and what to add where it has not.
 *
 * Handbook: docs/handbook/crm.md
 */

import {
  type CrmField,
  type CrmFieldNames,
  type CrmSystem,
  crmFieldFacts,
  crmFields,
  crmSystemNames,
} from './crm-fields.ts';

/** What a deal needs besides the fields of the credit. */
export const crmNeeds = [
  'recordId',
  'created',
  'stage',
  'stageHistory',
  'amount',
  'currency',
  'owner',
] as const;
export type CrmNeed = (typeof crmNeeds)[number];

/** What an export has: of each need and each field the column, or null. */
export type CrmExportFacts = {
  readonly system: CrmSystem;
  readonly needs: Readonly<Record<CrmNeed, string | null>>;
  /** Record ids in the first rows that cannot be ids of the system, with one of them. */
  readonly wrongIds: { readonly rows: number; readonly example: string } | null;
  readonly columns: Readonly<Record<CrmField, string | null>>;
  /** Columns of the CRM’s own that seem to hold the same already. */
  readonly like: Readonly<Partial<Record<CrmField, string>>>;
};

export type ReadinessItem = {
  readonly item: CrmNeed | CrmField;
  readonly label: string;
  readonly holds: boolean;
  /** Without it a deal cannot be tagged; the others make a verdict poorer. */
  readonly needed: boolean;
  /** The column that answers it. */
  readonly column: string | null;
  /** What to add where it does not hold; '' where it does. */
  readonly add: string;
};

/** `canTag`: everything that is needed is there. */
export type CrmReadiness = { readonly canTag: boolean; readonly items: readonly ReadinessItem[] };

/** ATT-2: answers each item with yes or no, and says what to add. A field that is not carried is not asked for. */
export function crmReadiness(facts: CrmExportFacts, names: CrmFieldNames): CrmReadiness {
  const needs = crmNeeds.map((item): ReadinessItem => {
    const column = facts.needs[item];
    const wrong = item === 'recordId' && column !== null ? facts.wrongIds : null;
    const holds = column !== null && wrong === null;
    const add = wrong ? wrongIdWords(facts.system, wrong) : needWords[item][facts.system];
    const needed = item === 'recordId' || item === 'created' || item === 'stage';
    return { item, label: needLabels[item], holds, needed, column, add: holds ? '' : add };
  });
  const fields = crmFields.flatMap((item): ReadinessItem[] => {
    const name = names[item];
    if (name === null) return [];
    const column = facts.columns[item];
    const { label } = crmFieldFacts[item];
    const add = column === null ? fieldWords(facts.system, name, facts.like[item]) : '';
    return [{ item, label, holds: column !== null, needed: true, column, add }];
  });
  const items = [...needs, ...fields];
  return { canTag: items.every(({ holds, needed }) => holds || !needed), items };
}

const needLabels = {
  recordId: 'Record id',
  created: 'Created date',
  stage: 'Stage',
  stageHistory: 'Stage history',
  amount: 'Amount',
  currency: 'Currency',
  owner: 'Owner',
} as const satisfies Record<CrmNeed, string>;

const needWords = {
  recordId: {
    salesforce: 'Add Opportunity ID to the report, or Id to the export: values go back by it.',
    hubspot: 'Add Record ID to the export: values go back by it.',
  },
  created: {
    salesforce: 'Add Created Date: a partner’s act is dated against it.',
    hubspot: 'Add Create date: a partner’s act is dated against it.',
  },
  stage: {
    salesforce: 'Add Stage: without it no deal is pipeline.',
    hubspot: 'Add Deal Stage: without it no deal is pipeline.',
  },
  stageHistory: {
    salesforce:
      'Export the report Opportunity History, or the object OpportunityHistory, as a second file: it says when each stage was entered.',
    hubspot:
      'Export all properties, so that the columns Date entered … come along: they say when each stage was entered.',
  },
  amount: {
    salesforce: 'Add Amount: without it the deal counts and its money does not.',
    hubspot: 'Add Amount: without it the deal counts and its money does not.',
  },
  currency: {
    salesforce:
      'Add Amount Currency (CurrencyIsoCode). Where all deals are in one currency, say which when you import.',
    hubspot: 'Add Currency. Where all deals are in one currency, say which when you import.',
  },
  owner: {
    salesforce: 'Add Opportunity Owner: it names the AE of the deal.',
    hubspot: 'Add Deal owner: it names the AE of the deal.',
  },
} as const satisfies Record<CrmNeed, Record<CrmSystem, string>>;

function wrongIdWords(system: CrmSystem, wrong: { rows: number; example: string }): string {
  const looks = system === 'salesforce' ? '15 or 18 letters and digits that begin with 006' : 'digits only';
  const rows = wrong.rows === 1 ? '1 row has' : `${wrong.rows} rows have`;
  return `${rows} another id, such as "${wrong.example}": an id of ${crmSystemNames[system]} is ${looks}. Export again; a spreadsheet may have changed it.`;
}

function fieldWords(system: CrmSystem, name: string, like: string | undefined): string {
  const what = system === 'salesforce' ? 'the field' : 'the property';
  const known =
    like === undefined ? '' : ` If "${like}" holds the same, name it on the page CRM fields instead.`;
  return `Add ${what} ${name}; its definition is in the export of Tandem. If it is there, add it to what you export.${known}`;
}
