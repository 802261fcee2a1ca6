import { type CrmSystem, registrationMark } from '#core/attribution/crm-fields.ts';
import type { OrgId } from '#core/ids.ts';
import { type CurrencyCode, currencyExponent } from '#core/money.ts';
import type { Tx } from '../database/transaction.ts';
import { csvLine } from '../import/safe-cell.ts';
import { type DealForCrm, dealsForCrm } from '../registration/link-import.ts';
import { newDealsFile, type WrittenFile } from './crm-files.ts';
import type { CrmMap } from './field-map.ts';
import { firstOpenStage } from './queries.ts';

/** The columns of a file of deals that the CRM does not have yet, as each system takes them. */
const headers = {
  salesforce: [
    'Name',
    'AccountName',
    'Website',
    'StageName',
    'Amount',
    'CurrencyIsoCode',
    'CloseDate',
    'LeadSource',
  ],
  hubspot: [
    'Deal Name',
    'Company name',
    'Company Domain Name',
    'Deal Stage',
    'Amount',
    'Currency',
    'Close Date',
    'Lead Source',
  ],
} as const satisfies Record<CrmSystem, readonly string[]>;

/**
 * Deals of accepted registrations that the CRM does not have yet, as a file that it takes in, each with the number of
 * its registration: by that the next import of the CRM's export links the two. Null where there are none, or where the
 * number is not carried.
 */
export async function newDeals(
  tx: Tx,
  org: OrgId,
  map: CrmMap,
): Promise<{ readonly file: WrittenFile | null; readonly deals: number }> {
  const waiting = await dealsForCrm(tx, org);
  const name = map.names.registration;
  if (waiting.length === 0 || name === null) return { file: null, deals: waiting.length };
  const stage = (await firstOpenStage(tx, org, map.source)) ?? '';
  const lines = waiting.map((row) => [...cellsOf(row, stage), registrationMark(row.number)]);
  const text = [[...headers[map.system], name], ...lines].map((cells) => csvLine(cells)).join('');
  return { file: { path: newDealsFile[map.system], text }, deals: waiting.length };
}

function cellsOf(row: DealForCrm, stage: string): string[] {
  const { legal_name, domain, value_minor: minor, currency, close_on } = row;
  const amount = minor === null || currency === null ? '' : decimalText(minor, currency as CurrencyCode);
  const named = amount === '' ? '' : (currency ?? '');
  return [legal_name, legal_name, domain ?? '', stage, amount, named, close_on ?? '', 'Partner registration'];
}

function decimalText(minor: number, currency: CurrencyCode): string {
  const digits = currencyExponent(currency);
  return (minor / 10 ** digits).toFixed(digits);
}
