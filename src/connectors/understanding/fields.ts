import type { ImportKind } from '#connectors/port.ts';

/** Every field that a column can be mapped to. The first fifteen are the contract of the command line. */
export const fields = [
  'opportunityId',
  'name',
  'account',
  'accountDomain',
  'stage',
  'changedAt',
  'amount',
  'currency',
  'createdAt',
  'closedOn',
  'owner',
  'product',
  'partner',
  'partnerRole',
  'leadSource',
  'accountId',
  'pipeline',
  'outcome',
  'expectedCloseOn',
  'updatedAt',
  'campaign',
  'deleted',
  'isWon',
  'isClosed',
  'stageOrder',
  'previousStage',
  'field',
  'newValue',
  'partnerId',
  'isPrimary',
  'archetype',
  'signedOn',
  'domain',
  'country',
  'industry',
  'parent',
] as const;

export type Field = (typeof fields)[number];

const dealFields: readonly Field[] = [
  'opportunityId',
  'name',
  'accountId',
  'account',
  'accountDomain',
  'stage',
  'pipeline',
  'outcome',
  'amount',
  'currency',
  'createdAt',
  'updatedAt',
  'expectedCloseOn',
  'closedOn',
  'owner',
  'product',
  'partnerId',
  'partner',
  'partnerRole',
  'leadSource',
  'campaign',
  'deleted',
  'isWon',
  'isClosed',
  'stageOrder',
];

/** The fields of each kind, in the order in which columns are offered to them. */
export const fieldsOfKind: Readonly<Record<ImportKind, readonly Field[]>> = {
  opportunities: dealFields,
  'stage-history': [
    'field',
    'newValue',
    'previousStage',
    'changedAt',
    ...dealFields.filter((field) => field !== 'updatedAt' && field !== 'outcome'),
  ],
  accounts: ['accountId', 'name', 'domain', 'country', 'industry', 'parent', 'owner', 'deleted'],
  partners: ['partnerId', 'name', 'domain', 'country', 'archetype', 'signedOn', 'owner', 'deleted'],
  'opportunity-partners': ['opportunityId', 'partnerId', 'partner', 'partnerRole', 'isPrimary', 'deleted'],
};

/** The fields without which a row of the kind says nothing; of a list, one is enough. */
export const requiredFields: Readonly<Record<ImportKind, readonly (readonly Field[])[]>> = {
  opportunities: [['opportunityId'], ['stage']],
  'stage-history': [['opportunityId'], ['stage', 'newValue'], ['changedAt']],
  accounts: [['name']],
  partners: [['name', 'partnerId']],
  'opportunity-partners': [['opportunityId'], ['partner', 'partnerId']],
};
