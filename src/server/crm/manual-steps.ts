import {
  type CrmField,
  type CrmSystem,
  crmChoices,
  crmFieldFacts,
  crmSystemNames,
} from '#core/attribution/crm-fields.ts';
import { newDealsFile, valuesFile, type WrittenFile } from './crm-files.ts';

type Written = {
  readonly system: CrmSystem;
  readonly fields: readonly { readonly field: CrmField; readonly name: string; readonly defined: boolean }[];
  readonly notes: readonly string[];
  readonly deals: number;
  readonly newDeals: number;
  readonly definitions: readonly WrittenFile[];
};

/** The README of an export: what is in it and the steps for a person, from defining the fields to the check. */
export function manualSteps(written: Written): string {
  const { system, fields, notes, deals, newDeals, definitions } = written;
  const name = crmSystemNames[system];
  const rows = fields.map(({ field, name: own, defined }) => {
    const { label, kind, says } = crmFieldFacts[field];
    const words = crmChoices(field);
    const type = `${typeWords[system][kind]}${words ? `: ${words.join(', ')}` : ''}`;
    return `| ${own} | ${label} | ${type} | ${defined ? 'defined here' : 'seen in the CRM'} | ${says} |`;
  });
  const steps =
    system === 'salesforce'
      ? salesforceSteps(definitions, newDeals > 0)
      : hubspotSteps(definitions, newDeals > 0);
  return [
    `# The credit of ${deals === 1 ? 'one deal' : `${deals} deals`}, for ${name}`,
    '',
    `\`${valuesFile[system]}\` holds one row per deal that has a verdict, by the record id of ${name}. Nothing else of a deal is in it. \`manifest.json\` names the version of the signed page, the time and the SHA-256 of each file.`,
    '',
    '| Field | Label | Type | | Holds |',
    '|---|---|---|---|---|',
    ...rows,
    '',
    ...(notes.length === 0 ? [] : ['## To know first', '', ...notes.map((note) => `- ${note}`), '']),
    '## Steps',
    '',
    ...steps.map((step, index) => `${index + 1}. ${step}`),
    '',
  ].join('\n');
}

const typeWords = {
  salesforce: { text: 'Text (255)', choice: 'Picklist', date: 'Date', link: 'URL', number: 'Number (9, 0)' },
  hubspot: {
    text: 'Single-line text',
    choice: 'Dropdown select',
    date: 'Date picker',
    link: 'Single-line text',
    number: 'Number',
  },
} as const;

const lastStep = (what: string) =>
  `Prove it: ${what}, and run \`bin/tandem export --check FILE\`, or drop the file on the page CRM check. Every value that did not arrive is listed; nothing is changed by it.`;

function salesforceSteps(definitions: readonly WrittenFile[], hasNew: boolean): string[] {
  return [
    ...(definitions.length === 0
      ? []
      : [
          'Create the fields that are missing, in a sandbox first: `sf project deploy start --metadata-dir fields`, or Workbench with the folder `fields` as a zip, or by hand in Setup, Object Manager, Opportunity, Fields & Relationships with the names and types above.',
          'Give those who read them access: a deployed field is hidden until a permission set or profile shows it. Nobody but the integration needs to write them.',
        ]),
    `Data Loader, Settings: tick Insert null values, so that a credit that went away is emptied, Read all CSVs with UTF-8 encoding, and leave the Bulk API off.`,
    ...(hasNew
      ? [
          `Data Loader, Insert, Opportunity, \`${newDealsFile.salesforce}\`: accepted registrations that have no opportunity yet. First put the id of each account into a column AccountId, and check stage and close date; leave CurrencyIsoCode out where your org has one currency. Where the AE has created the opportunity already, take the row out and write the number of the registration on that opportunity instead. Insert each once; the next import links them.`,
        ]
      : []),
    `Data Loader, Update, Opportunity, \`${valuesFile.salesforce}\`: match the fields automatically; \`Id\` names the record. Keep the two files that it writes; a row in the error file did not go in.`,
    lastStep('export the opportunities again with `Id` and these fields'),
  ];
}

function hubspotSteps(definitions: readonly WrittenFile[], hasNew: boolean): string[] {
  return [
    ...(definitions.length === 0
      ? []
      : [
          'Create the properties that are missing, with a token that may write deal schemas: `curl -X POST https://api.hubapi.com/crm/properties/2026-09/deals/batch/create -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" -d @fields/properties.json`, or by hand in Settings, Properties, Deal properties with the names and types above.',
        ]),
    ...(hasNew
      ? [
          `CRM, Import, File from computer, Deals and Companies, create new: \`${newDealsFile.hubspot}\`, accepted registrations that have no deal yet. Check stage and pipeline first. Where the AE has created the deal already, take the row out and write the number of the registration on that deal instead. Import each once; the next import into Tandem links them.`,
        ]
      : []),
    `CRM, Import, File from computer, Deals only, update existing: \`${valuesFile.hubspot}\`. Map Record ID to Record ID and each column to the property with its name; dates are YYYY-MM-DD.`,
    'An import leaves a value alone where the cell is empty. A credit that went away has the class None; what it left in the other properties has to be emptied by hand, and the check names it.',
    lastStep('export all deals again with Record ID and these properties'),
  ];
}
