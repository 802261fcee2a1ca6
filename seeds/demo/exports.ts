import { addDays, type LocalDate } from '#core/calendar.ts';
import { accounts } from './cast.ts';
import type { Deal } from './deals.ts';

/**
 * The company's CRM as its weekly export shows it on a day: nothing of later days is in it. Written in the formats
 * that Tandem reads from everybody.
 */
export type CrmExport = {
  readonly accounts: string;
  readonly opportunities: string;
  readonly history: string;
};

/** How the exports are read; what a person would answer in the import's questions. */
export const mappings = {
  accounts: {
    kind: 'accounts',
    timeZone: 'America/New_York',
    columns: { accountId: 'Id', name: 'Name', domain: 'Website' },
  },
  opportunities: {
    kind: 'opportunities',
    timeZone: 'America/New_York',
    dateOrder: 'ymd',
    currency: 'USD',
    columns: {
      opportunityId: 'Id',
      name: 'Name',
      accountId: 'AccountId',
      stage: 'StageName',
      amount: 'Amount',
      createdAt: 'CreatedDate',
      updatedAt: 'LastModifiedDate',
      closedOn: 'CloseDate',
      owner: 'Owner',
      product: 'Product',
      leadSource: 'LeadSource',
    },
    partner: { column: 'Partner', role: 'originator' },
  },
  history: {
    kind: 'stage-history',
    timeZone: 'America/New_York',
    dateOrder: 'ymd',
    currency: 'USD',
    columns: {
      opportunityId: 'OpportunityId',
      stage: 'StageName',
      changedAt: 'CreatedDate',
      amount: 'Amount',
    },
  },
} as const;

const stageRules = {
  New: { order: 0 },
  Accepted: { order: 1 },
  Discovery: { order: 2, entry: true },
  Validation: { order: 3 },
  Proposal: { order: 4 },
  Contract: { order: 5 },
  'Closed Won': { outcome: 'won' },
  'Closed Lost': { outcome: 'lost' },
} as const;

/** The mapping of an export with the meaning of the company's stages. */
export function mappingOf(kind: keyof typeof mappings) {
  return kind === 'accounts' ? mappings.accounts : { ...mappings[kind], stages: stageRules };
}

/** What changed in the CRM after `since` (null: ever) up to and on `on`. */
export function exportOn(deals: readonly Deal[], since: LocalDate | null, on: LocalDate): CrmExport {
  const opportunities = [
    'Id,Name,AccountId,StageName,Amount,CreatedDate,LastModifiedDate,CloseDate,Owner,Product,LeadSource,Partner',
  ];
  const history = ['OpportunityId,StageName,Amount,CreatedDate'];
  for (const deal of deals) {
    const known = deal.events.filter((event) => event.on <= on);
    const last = known.at(-1);
    if (!last) continue;
    for (const event of known) {
      if (since === null || event.on > since)
        history.push(row([deal.id, event.stage, event.amount, at(event.on, '10:30')]));
    }
    if (since !== null && last.on <= since) continue;
    const closed = last.stage.startsWith('Closed');
    const closeOn = closed ? last.on : deal.expectedCloseOn > on ? deal.expectedCloseOn : addDays(on, 45);
    opportunities.push(
      row([
        deal.id,
        deal.name,
        accountId(deal),
        last.stage,
        last.amount,
        at(deal.createdOn, '09:00'),
        at(last.on, '10:30'),
        closeOn,
        deal.owner,
        deal.product,
        deal.leadSource,
        deal.legacyPartner ?? '',
      ]),
    );
  }
  return {
    accounts: accountsFile(),
    opportunities: `${opportunities.join('\n')}\n`,
    history: `${history.join('\n')}\n`,
  };
}

/** The record id of a deal's account at the source. */
export function accountId(deal: Deal): string {
  return `001${String(accounts.indexOf(deal.account) + 1).padStart(6, '0')}`;
}

function accountsFile(): string {
  const lines = accounts.map((account, index) =>
    row([`001${String(index + 1).padStart(6, '0')}`, account.name, account.domain]),
  );
  return `Id,Name,Website\n${lines.join('\n')}\n`;
}

function at(date: LocalDate, time: string): string {
  return `${date} ${time}:00`;
}

function row(cells: readonly (string | number)[]): string {
  return cells
    .map((cell) => (/[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell)))
    .join(',');
}
