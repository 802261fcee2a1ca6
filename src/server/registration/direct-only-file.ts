import Papa from 'papaparse';
import { domainKey } from '#core/opportunity/account-name.ts';
import { countries } from '#core/registration/countries.ts';
import { type InputError, ProblemError } from '../problem.ts';

/** One account of the list. It has a domain or a country, so that it can be found. */
export type ListedAccount = {
  readonly name: string;
  readonly domain: string | null;
  readonly country: string | null;
};

/** As many accounts as one list may have, and as many errors as are told at once. */
const mostAccounts = 10_000;
const mostErrors = 50;
const longestName = 300;
const columns = ['name', 'domain', 'country'] as const;

/**
 * Reads a list of direct-only accounts: CSV with a header that names the columns name, domain and country in any order;
 * other columns are left unread. Every row is found by its domain, or by name and country. Rows are counted as a spreadsheet counts them,
 * the header being row 1. Throws ProblemError `invalid-input` with everything that is wrong.
 */
export function readDirectOnlyFile(
  csv: string,
  isFindable: (account: ListedAccount) => boolean,
): ListedAccount[] {
  const { data } = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: false });
  const header = (data[0] ?? []).map((cell) => cell.trim().toLowerCase());
  const at = Object.fromEntries(columns.map((column) => [column, header.indexOf(column)]));
  const absent = columns.filter((column) => header.indexOf(column) === -1);
  if (absent.length > 0) {
    throw refused([
      {
        path: 'row 1',
        expected: 'a header with the columns name, domain and country',
        found: header.filter((cell) => cell !== '').join(', ') || 'nothing',
        repair: `Add the ${absent.length === 1 ? 'column' : 'columns'} ${absent.join(', ')}.`,
      },
    ]);
  }
  const errors: InputError[] = [];
  const accounts = new Map<string, ListedAccount>();
  for (const [index, cells] of data.entries()) {
    if (index === 0 || cells.every((cell) => cell.trim() === '')) continue;
    const cell = (column: (typeof columns)[number]) => (cells[at[column] ?? -1] ?? '').trim();
    const read = readRow(`row ${index + 1}`, cell('name'), cell('domain'), cell('country'));
    if (Array.isArray(read)) errors.push(...read);
    else if (!isFindable(read)) {
      errors.push({
        path: `row ${index + 1}, domain`,
        expected: 'a domain of the account’s own, or a country beside the name',
        found: read.domain ?? 'nothing',
        repair: 'Many companies share that host: write the country, so that name and country find it.',
      });
    } else accounts.set(`${read.domain ?? read.name.toLowerCase()}|${read.country ?? ''}`, read);
  }
  if (accounts.size > mostAccounts) {
    errors.push({
      path: 'rows',
      expected: `at most ${mostAccounts} accounts`,
      found: String(accounts.size),
      repair: 'Keep the accounts that you really serve yourselves.',
    });
  }
  if (errors.length > 0) throw refused(errors);
  return [...accounts.values()];
}

function readRow(row: string, name: string, domain: string, country: string): ListedAccount | InputError[] {
  const errors: InputError[] = [];
  const wrong = (column: string, expected: string, found: string, repair: string) =>
    errors.push({ path: `${row}, ${column}`, expected, found: found.slice(0, 80) || 'nothing', repair });
  const code = country.toUpperCase();
  if (name === '') wrong('name', 'the name of the account', name, 'Write the name, or take the row out.');
  if (name.length > longestName) {
    wrong('name', `at most ${longestName} characters`, `${name.length} characters`, 'Shorten it.');
  }
  if (/[\u0000-\u001f\u007f]|\p{Surrogate}/u.test(name + domain)) {
    wrong('name', 'characters that can be seen', name, 'Type it again instead of pasting it.');
  }
  if (domain !== '' && domainKey(domain) === null) {
    wrong('domain', 'a web domain such as acme.com', domain, 'Correct it, or leave the cell empty.');
  }
  if (code !== '' && !countries.has(code)) {
    wrong('country', 'a country by its two letters, such as NL', country, 'Write the two letters.');
  }
  if (domain === '' && code === '') {
    wrong('domain', 'a domain, or a country beside the name', '', 'Without either nobody finds the account.');
  }
  if (errors.length > 0) return errors;
  return { name, domain: domain === '' ? null : domain, country: code === '' ? null : code };
}

function refused(errors: readonly InputError[]): ProblemError {
  const shown = errors.slice(0, mostErrors);
  const rest = errors.length - shown.length;
  return new ProblemError(
    'invalid-input',
    `The list was not replaced: ${errors.length === 1 ? 'one cell needs' : `${errors.length} cells need`} another look.${
      rest > 0 ? ` The first ${shown.length} stand below.` : ''
    }`,
    { errors: shown },
  );
}
