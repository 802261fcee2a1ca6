/**
 * A list of companies as partners and CRMs export it: any table with names, web addresses or mail addresses of
 * companies. Its columns are found by their names; nothing is asked.
 *
 * Handbook: docs/handbook/overlap.md
 */

import type { Problem } from '#connectors/port.ts';
import { commonHosts } from '#core/ecosystem/common-hosts.ts';
import type { ListedCompany } from '#core/ecosystem/overlap/listed-company.ts';
import { domainKey } from '#core/opportunity/account-name.ts';
import { FileRefused, type FileShape, fileProblem } from '../csv/file-shape.ts';
import { type FileSource, openFile } from '../csv/open-file.ts';
import { foldHeader } from '../understanding/aliases.ts';
import { idTextOf, textOf } from '../values/cell-text.ts';
import { countryOf } from '../values/country.ts';

export type CompanyList = {
  readonly companies: readonly ListedCompany[];
  /** What was read from which column, for the person to see. */
  readonly columns: Readonly<Partial<Record<ListField, readonly string[]>>>;
  /** Rows that say nothing to compare, and what is odd about the list. */
  readonly problems: readonly Problem[];
};

export type CompanyListRead =
  | { readonly ok: true; readonly list: CompanyList }
  | { readonly ok: false; readonly problem: Problem };

/** What a column can hold, by the names that it goes by, best first. */
const headers = {
  id: 'ID|Account ID|AccountId|Record ID|Company ID|Organization ID|Organisation ID|External ID|CRM ID|Customer ID|Client ID|Partner Record ID|Key|UUID|Datensatz-ID|Kundennummer',
  name: 'Company Name|Account Name|Company|Account|Name|Organization Name|Organisation Name|Organization|Organisation|Organization - Name|Customer|Customer Name|Client|Client Name|Legal Name|Legal Entity|Legal Entity Name|Registered Name|Business Name|End Customer|Prospect|Firma|Firmenname|Unternehmen|Unternehmensname|Kunde|Kundenname|Entreprise|Société|Raison sociale|Nom|Empresa|Razón social|Nombre|Cliente|Bedrijf|Bedrijfsnaam|Naam|Společnost|Název|Azienda|Ragione sociale',
  otherName:
    'Alias|Aliases|Also Known As|AKA|Other Names|Other Name|Alternative Name|Alternate Name|Former Name|Former Names|Formerly|Previous Name|Previous Names|DBA|Doing Business As|Trading Name|Trade Name|Brand|Brands|Short Name|Display Name|Früherer Name|Handelsname',
  website:
    'Domain|Domains|Website|Web Site|Website URL|Company Domain Name|Company Domain|Account Domain|Web Domain|Primary Domain|Email Domain|Mail Domain|E-Mail Domain|Organization - Website|URL|Web|Homepage|Home Page|Company Website|Web Address|Other Domains|Alternate Domain|Domain Aliases|Additional Domains|Webseite|Internetseite|Site web|Sitio web|Sito web|Domäne|Domaine|Dominio',
  email:
    'Email|E-mail|Emails|Mail|Email Address|E-mail Address|Contact Email|Contact E-mail|Primary Email|Business Email|Work Email|Company Email|E-Mail-Adresse|Courriel|Correo electrónico',
  country:
    'Country|Billing Country|BillingCountry|Country/Region|Billing Country/Region|Country Code|HQ Country|Headquarters Country|Land|Pays|País|Paese|Země',
  city: 'City|Billing City|BillingCity|Town|HQ City|Headquarters City|Headquarters|Stadt|Ort|Ville|Ciudad|Città|Plaats|Město',
  lei: 'LEI|LEI Code|Legal Entity Identifier',
  duns: 'DUNS|D-U-N-S|DUNS Number|D-U-N-S Number|DunsNumber|DUNS No',
  linkedin:
    'LinkedIn|LinkedIn URL|LinkedIn Page|LinkedIn Company Page|Company LinkedIn|Company LinkedIn URL|LinkedIn Company URL|LinkedIn Slug|LinkedIn Handle',
} as const;
export type ListField = keyof typeof headers;

/** Columns that only a list of people has. */
const ofPeople = new Set(
  ['First Name', 'Last Name', 'Given Name', 'Surname', 'Family Name', 'Vorname', 'Nachname', 'Prénom'].map(
    foldHeader,
  ),
);
/** From this share of free mail addresses on, a list without companies is somebody's address book. */
const addressBookShare = 0.4;
const mostProblems = 1000;

const byHeader: ReadonlyMap<string, { readonly field: ListField; readonly rank: number }> = new Map(
  Object.entries(headers).flatMap(([field, names]) =>
    names
      .split('|')
      .map((name, rank) => [foldHeader(name), { field: field as ListField, rank }] as const)
      .reverse(),
  ),
);

type Columns = Readonly<Record<ListField, readonly number[]>>;

/** Reads a list whole. A file that is no such list is refused with what it should have had. */
export async function readCompanyList(source: FileSource): Promise<CompanyListRead> {
  try {
    const opened = await openFile(source);
    if (!opened.ok) return opened;
    const columns = columnsOf(opened.shape);
    const missing = noCompanies(opened.shape, columns);
    if (missing !== null) return { ok: false, problem: missing };
    const companies: ListedCompany[] = [];
    const problems: Problem[] = [];
    const ids = new Map<string, number>();
    const countries = new Map<string, string | null>();
    for await (const batch of opened.rows()) {
      for (const { row, cells } of batch.rows) {
        const company = companyOf(row, cells, columns, countries);
        if (company === null) note(problems, emptyRow(row));
        else {
          const before = ids.get(company.id);
          if (before !== undefined && columns.id.length > 0) note(problems, sameId(row, company.id, before));
          ids.set(company.id, row);
          companies.push(company);
        }
      }
      for (const problem of batch.problems) note(problems, problem);
    }
    if (companies.length === 0) return { ok: false, problem: noRows() };
    const book = addressBook(companies, columns, opened.shape);
    if (book !== null) return { ok: false, problem: book };
    const found = Object.entries(columns)
      .filter(([, places]) => places.length > 0)
      .map(([field, places]) => [field, places.map((at) => opened.shape.columns[at]?.name ?? '')]);
    return { ok: true, list: { companies, columns: Object.fromEntries(found), problems } };
  } catch (error) {
    if (error instanceof FileRefused) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** One column for the name and the ids, the best named; every one for domains, mails and other names. */
function columnsOf({ columns }: FileShape): Columns {
  const found: Record<ListField, { at: number; rank: number }[]> = {
    ...{ id: [], name: [], otherName: [], website: [], email: [] },
    ...{ country: [], city: [], lei: [], duns: [], linkedin: [] },
  };
  for (const [at, { name }] of columns.entries()) {
    const known = byHeader.get(foldHeader(name.replace(/__c$/i, '').replaceAll('_', ' ')));
    if (known !== undefined) found[known.field].push({ at, rank: known.rank });
  }
  const places = Object.entries(found).map(([field, all]) => {
    const sorted = all.toSorted((a, b) => a.rank - b.rank || a.at - b.at).map(({ at }) => at);
    return [field, ['otherName', 'website', 'email'].includes(field) ? sorted : sorted.slice(0, 1)];
  });
  return Object.fromEntries(places) as Columns;
}

function companyOf(
  row: number,
  cells: readonly string[],
  columns: Columns,
  countries: Map<string, string | null>,
): ListedCompany | null {
  const text = (field: ListField): string => {
    const [at] = columns[field];
    return (at === undefined ? null : textOf(cells[at])) ?? '';
  };
  const all = (field: ListField, between: RegExp): string[] =>
    columns[field]
      .flatMap((at) => (textOf(cells[at]) ?? '').split(between))
      .flatMap((one) => textOf(one) ?? []);
  const name = text('name');
  const websites = all('website', /[\s,;|]+/);
  const emails = all('email', /[\s,;|<>]+/).filter((one) => one.includes('@'));
  const otherNames = all('otherName', /[;|]/);
  if (name === '' && websites.length === 0 && emails.length === 0 && otherNames.length === 0) return null;
  const country = text('country');
  if (!countries.has(country)) countries.set(country, countryOf(country));
  const [idAt] = columns.id;
  const id = (idAt === undefined ? null : idTextOf(cells[idAt])) ?? (name || websites[0] || emails[0] || '');
  return {
    ...{ id, row, name, otherNames, websites, emails },
    country: countries.get(country) ?? null,
    city: text('city'),
    lei: leiIn(text('lei')),
    duns: text('duns'),
    linkedin: text('linkedin'),
  };
}

/** An LEI (ISO 17442): twenty letters and digits, of which the last two are a check of the rest (ISO 7064, 97-10). */
function leiIn(text: string): string {
  const code = text.toUpperCase().replace(/[\s.-]/g, '');
  if (!/^[A-Z0-9]{18}[0-9]{2}$/.test(code)) return '';
  const digits = [...code].map((sign) => Number.parseInt(sign, 36)).join('');
  return BigInt(digits) % 97n === 1n ? code : '';
}

function noCompanies(shape: FileShape, columns: Columns): Problem | null {
  if (columns.name.length + columns.website.length + columns.email.length > 0) return null;
  const names = shape.columns.slice(0, 12).map(({ name }) => name);
  return fileProblem(
    'no-companies',
    'a column with the names, the web addresses or the mail addresses of companies, such as Company Name, Website or Email',
    `the columns ${names.join(', ')}${shape.columns.length > names.length ? ' …' : ''}`,
    'Name the column of the companies “Company Name” and that of their web addresses “Website”.',
  );
}

/** A list of people instead of companies: refused, since whoever uploads an address book did not mean to. */
function addressBook(
  companies: readonly ListedCompany[],
  { name, website }: Columns,
  shape: FileShape,
): Problem | null {
  const isOfPeople = shape.columns.some((column) => ofPeople.has(foldHeader(column.name)));
  if (website.length > 0 || (name.length > 0 && !isOfPeople)) return null;
  const mails = companies.flatMap(({ emails }) => emails);
  const free = mails.filter((mail) => commonHosts.has(domainKey(mail) ?? ''));
  if (mails.length === 0 || free.length / mails.length < addressBookShare) return null;
  return fileProblem(
    'address-book',
    'a list of companies',
    `what looks like an address book: ${free.length} of ${mails.length} mail addresses are private ones`,
    'Export accounts instead of contacts, with their names and web addresses.',
  );
}

function emptyRow(row: number): Problem {
  return {
    ...{ code: 'nothing-to-compare', severity: 'note', row, column: null },
    expected: 'a name, a web address or a mail address',
    found: 'none of them',
    repair: 'Fill one in, or leave the row out; it was not compared.',
  };
}

function sameId(row: number, id: string, before: number): Problem {
  return {
    ...{ code: 'same-id', severity: 'note', row, column: null },
    expected: 'an id of its own',
    found: `${id}, which row ${before} has as well`,
    repair: 'Both rows were compared; give each company one row with one id.',
  };
}

function noRows(): Problem {
  return fileProblem('no-rows', 'rows with companies', 'none', 'Export the list again.');
}

function note(problems: Problem[], problem: Problem): void {
  if (problems.length < mostProblems) problems.push(problem);
}
