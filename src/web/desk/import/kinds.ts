import type { ImportKind } from './import-data.ts';

export type KindWords = {
  /** What the rows are, for a choice: "Opportunities (deals)". */
  readonly label: string;
  /** One and several of them, for counts. */
  readonly one: string;
  readonly many: string;
  readonly hint: string;
};

/** The kinds of file, in the order in which they are best imported: what others point to comes first. */
export const kinds: Readonly<Record<ImportKind, KindWords>> = {
  accounts: {
    label: 'Accounts (customer companies)',
    one: 'account',
    many: 'accounts',
    hint: 'Each row is one customer company.',
  },
  partners: {
    label: 'Partners',
    one: 'partner',
    many: 'partners',
    hint: 'Each row is one partner company.',
  },
  opportunities: {
    label: 'Opportunities (deals)',
    one: 'deal',
    many: 'deals',
    hint: 'Each row is one deal with the stage it is in.',
  },
  'stage-history': {
    label: 'Stage history',
    one: 'change',
    many: 'changes',
    hint: 'Each row is one change of a deal, with its date.',
  },
  'opportunity-partners': {
    label: 'Partners on opportunities',
    one: 'partner on a deal',
    many: 'partners on deals',
    hint: 'Each row links a deal to a partner.',
  },
  touches: {
    label: 'Touches (acts of partners)',
    one: 'touch',
    many: 'touches',
    hint: 'Each row is what somebody at a partner did, when, and what came of it.',
  },
  registrations: {
    label: 'Registrations (deals that partners registered)',
    one: 'registration',
    many: 'registrations',
    hint: 'Each row is a deal that a partner registered before, and how it stands.',
  },
};

const order = Object.keys(kinds) as readonly ImportKind[];

/** Several files in the order in which they are best imported; files of one kind stay as they were dropped. */
export function inImportOrder<File extends { readonly kind: ImportKind }>(files: readonly File[]): File[] {
  return files.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** Whether the rows are about deals, so that stages, dates and partners matter. */
export function isAboutDeals(kind: ImportKind): boolean {
  return kind === 'opportunities' || kind === 'stage-history';
}

const sources: Readonly<Record<string, string>> = {
  'salesforce-report': 'a Salesforce report',
  'salesforce-data-export': 'a Salesforce export',
  'salesforce-data-loader': 'a Salesforce Data Loader file',
  hubspot: 'a HubSpot export',
  pipedrive: 'a Pipedrive export',
  odoo: 'an Odoo export',
  table: 'a table',
};

/** The format of a file in words; a format that is not known is a table. */
export function sourceWords(source: string): string {
  return sources[source] ?? 'a table';
}

const encodings: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-8-bom': 'UTF-8 with a mark at its start',
  'utf-16le': 'UTF-16 (little endian)',
  'utf-16be': 'UTF-16 (big endian)',
  'utf-32le': 'UTF-32 (little endian)',
  'utf-32be': 'UTF-32 (big endian)',
  'windows-1252': 'Windows-1252 (Western European)',
};
const delimiters: Readonly<Record<string, string>> = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': 'Bar |',
};

/** The choices of a person whose file was read wrongly. */
export const encodingChoices = Object.entries(encodings).map(([value, label]) => ({ value, label }));
export const delimiterChoices = Object.entries(delimiters).map(([value, label]) => ({ value, label }));
