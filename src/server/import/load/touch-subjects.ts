import type { TouchRecord } from '#connectors/port.ts';
import { nearestKey } from '#core/blueprint/nearest-key.ts';
import { companyNameKey, domainKey } from '#core/opportunity/account-name.ts';
import type { Arrival } from './arrival.ts';
import type { Fault } from './touch-problems.ts';
import {
  accountsForTouches,
  type CompanyForTouch,
  type DealForTouch,
  dealsForTouches,
  dealsNamed,
} from './touch-queries.ts';

/** What an act was about: a deal, or an account where the row names no deal. */
export type Subject =
  | { readonly is: 'deal'; readonly id: string; readonly deal: DealForTouch }
  | { readonly is: 'account'; readonly id: string };

/** How a row names a deal, or an account where it names no deal. */
type Naming = Pick<TouchRecord, 'opportunityId' | 'accountId' | 'account' | 'accountDomain'>;

export type Subjects = { readonly of: (record: Naming) => Subject | Fault };

/** One of the number in Tandem: `#7`. A bare number is a record id, which some CRMs count from one as well. */
const shortNumber = /^#\s?(\d{1,9})$/;

/** Finds the deals and accounts that the rows of a batch name, in one go. Nothing is made: an act needs its ground. */
export async function subjectsOf(
  arrival: Pick<Arrival, 'tx' | 'org' | 'sourceId'>,
  sourceIds: readonly string[],
  records: readonly Naming[],
): Promise<Subjects> {
  const { tx, org, sourceId } = arrival;
  const references = [...new Set(records.flatMap((record) => record.opportunityId ?? []))];
  const numbers = references.flatMap((text) => numberOf(text) ?? []);
  const recordIds = references.filter((text) => numberOf(text) === null);
  const deals =
    references.length === 0 ? [] : await dealsForTouches(tx, org, sourceIds, { recordIds, numbers });
  const byRecord = Map.groupBy(deals, (deal) => deal.record_id);
  const byNumber = new Map(deals.map((deal) => [deal.number, deal]));
  const strange = recordIds.filter((id) => !byRecord.has(id)).slice(0, 50);
  const named = Map.groupBy(
    strange.length === 0 ? [] : await dealsNamed(tx, org, strange),
    (row) => row.name,
  );
  const accounts = await accountsFor(arrival, sourceIds, records);

  function dealOf(text: string): Subject | Fault {
    const number = numberOf(text);
    const found = number === null ? byRecord.get(text) : [byNumber.get(number)].flatMap((deal) => deal ?? []);
    const [deal, ...others] = preferred(found ?? [], sourceId);
    if (!deal || (deal.is_withdrawn && deal.ended !== 'merged' && deal.ended !== 'deleted'))
      return unknownDeal(text, number, named.get(text) ?? []);
    if (others.length > 0) return severalDeals(text, [deal, ...others]);
    if (deal.ended === 'merged' || deal.ended === 'deleted') return endedDeal(deal);
    return { is: 'deal', id: deal.opportunity_id, deal };
  }

  return {
    of: (record) => (record.opportunityId === null ? accounts(record) : dealOf(record.opportunityId)),
  };
}

async function accountsFor(
  { tx, org, sourceId }: Pick<Arrival, 'tx' | 'org' | 'sourceId'>,
  sourceIds: readonly string[],
  records: readonly Naming[],
): Promise<(record: Naming) => Subject | Fault> {
  const wanted = records.filter((record) => record.opportunityId === null);
  const all = <Value>(values: readonly (Value | null)[]): Value[] => [
    ...new Set(values.filter((value) => value !== null)),
  ];
  const rows =
    wanted.length === 0
      ? []
      : await accountsForTouches(tx, org, sourceIds, {
          recordIds: all(wanted.map((record) => record.accountId)),
          nameKeys: all(wanted.map(({ account }) => (account === null ? null : companyNameKey(account)))),
          domains: all(wanted.map((record) => domainOf(record))),
        });
  const byRecord = Map.groupBy(rows, (row) => row.record_id ?? '');
  const byName = Map.groupBy(rows, (row) => row.name_key);
  const byDomain = Map.groupBy(rows, (row) => row.domain ?? '');
  return (record) => {
    const { accountId, account } = record;
    const domain = domainOf(record);
    const found =
      (accountId === null ? undefined : byRecord.get(accountId)) ??
      (account === null ? undefined : byName.get(companyNameKey(account))) ??
      (domain === null ? undefined : byDomain.get(domain));
    const [first, ...others] = preferred(found ?? [], sourceId);
    if (first && others.length === 0) return { is: 'account', id: first.id };
    return accountFault(record, first ? [first, ...others] : []);
  };
}

/** Of records with one id in several sources, those of the source that the file comes from. */
export function preferred<Row extends { readonly source_id: string | null }>(
  rows: readonly Row[],
  sourceId: string | null,
): readonly Row[] {
  const own = rows.filter((row) => row.source_id === sourceId);
  return own.length > 0 ? own : rows;
}

function domainOf(record: Naming): string | null {
  return record.accountDomain === null ? null : domainKey(record.accountDomain);
}

function numberOf(text: string): number | null {
  const [, digits] = shortNumber.exec(text) ?? [];
  return digits === undefined ? null : Number(digits);
}

function unknownDeal(
  text: string,
  number: number | null,
  named: readonly { number: number; record_id: string }[],
): Fault {
  const [only, ...others] = named;
  const isName = only !== undefined && others.length === 0;
  return {
    field: 'opportunityId',
    code: 'opportunity-unknown',
    expected: number === null ? 'the record id of a deal that is here' : 'the number of a deal that is here',
    found: text,
    repair: isName
      ? `This is the name of deal #${only.number}. Write its record id ${only.record_id}, or #${only.number}.`
      : /^\d{1,9}$/.test(text)
        ? `Import the opportunities first, or correct the id. If it is the deal’s number in Tandem, write #${text}.`
        : 'Import the opportunities first, or correct the id.',
  };
}

function severalDeals(text: string, deals: readonly DealForTouch[]): Fault {
  const numbers = deals.map((deal) => `#${deal.number}`);
  return {
    field: 'opportunityId',
    code: 'opportunity-ambiguous',
    expected: 'the id of one deal',
    found: `${text}, which ${numbers.join(' and ')} have in their sources`,
    repair: `Write the number of the one that is meant: ${numbers.join(' or ')}.`,
  };
}

function endedDeal(deal: DealForTouch): Fault {
  const isMerged = deal.ended === 'merged';
  return {
    field: 'opportunityId',
    code: 'opportunity-ended',
    expected: 'a deal that stands',
    found: isMerged
      ? `#${deal.number}, which was merged into #${deal.into_number}`
      : `#${deal.number}, which was deleted in the CRM`,
    repair: isMerged
      ? `Write #${deal.into_number}; its acts count there.`
      : 'Bring the deal back first, if that was a mistake, or remove the row.',
  };
}

function accountFault(record: Naming, several: readonly CompanyForTouch[]): Fault {
  const { accountId, account, accountDomain } = record;
  const field = account !== null ? 'account' : accountId !== null ? 'accountId' : 'accountDomain';
  const text = account ?? accountId ?? accountDomain ?? '';
  if (several.length > 0) {
    return {
      field,
      code: 'account-ambiguous',
      expected: 'one account',
      found: `${text}, which ${several.length} accounts go by`,
      repair: 'Add the column with the record id of the account.',
    };
  }
  return {
    field,
    code: 'account-unknown',
    expected: 'an account that is here',
    found: text,
    repair: 'Import the accounts first, or correct the name. A touch makes no account.',
  };
}

/** The partner that a row names; a fault where there is none, or where several share the id. */
export function partnerIn<Partner extends CompanyForTouch>(
  partners: readonly Partner[],
  sourceId: string | null,
): (record: Pick<TouchRecord, 'partner' | 'partnerId'>) => Partner | Fault {
  const byRecord = Map.groupBy(partners, (row) => row.record_id ?? '');
  const byName = Map.groupBy(partners, (row) => row.name_key);
  return ({ partnerId, partner }) => {
    const found =
      (partnerId === null ? undefined : byRecord.get(partnerId)) ??
      (partner === null ? undefined : byName.get(companyNameKey(partner)));
    const [first, ...others] = preferred(found ?? [], sourceId);
    if (first && others.length === 0) return first;
    const text = partner ?? partnerId ?? '';
    const names = partners.map((row) => row.name);
    const near = nearestKey(text, names);
    return {
      field: partner === null ? 'partnerId' : 'partner',
      code: first ? 'partner-ambiguous' : 'partner-unknown',
      expected: first ? 'the id of one partner' : 'a partner that is here',
      found: text,
      repair: first
        ? 'Write the name of the partner as well.'
        : near === null
          ? 'Add the partner first, or correct the name.'
          : `Write "${near}" if that is the one, or add the partner first.`,
    };
  };
}
