/** What the stages of the deals mean that tests and measurements write. */
export const dealStages = {
  Prospecting: { order: 0 },
  Qualified: { order: 2, entry: true },
  Proposal: { order: 3 },
  'Closed Won': { outcome: 'won' },
  'Closed Lost': { outcome: 'lost' },
} as const;

/** A mapping for the deals that these tests write. */
export const dealMapping = {
  kind: 'opportunities',
  source: 'Test CRM',
  timeZone: 'Europe/Amsterdam',
  dateOrder: 'ymd',
  decimal: '.',
  currency: 'EUR',
  columns: {
    opportunityId: 'Id',
    name: 'Name',
    account: 'Account',
    stage: 'Stage',
    amount: 'Amount',
    createdAt: 'Created',
    closedOn: 'Closed',
    partner: 'Partner',
    partnerRole: 'Role',
  },
  stages: dealStages,
} as const;

export const dealHeader = 'Id,Name,Account,Stage,Amount,Created,Closed,Partner,Role';
