import type { ImportKind } from './import-data.ts';

type FieldWords = { readonly label: string; readonly hint?: string };

/** Every field that a column can mean, in words. */
const words: Readonly<Record<string, FieldWords>> = {
  opportunityId: { label: 'Deal ID', hint: 'The source’s own ID of the deal' },
  name: { label: 'Name' },
  accountId: { label: 'Account ID' },
  account: { label: 'Account', hint: 'The customer company' },
  accountDomain: { label: 'Account website' },
  stage: { label: 'Stage' },
  pipeline: { label: 'Pipeline name' },
  outcome: { label: 'Status (open, won, lost)' },
  amount: { label: 'Amount' },
  currency: { label: 'Currency' },
  createdAt: { label: 'Created' },
  updatedAt: { label: 'Last changed' },
  changedAt: { label: 'When it changed' },
  expectedCloseOn: { label: 'Expected close' },
  closedOn: { label: 'Close date', hint: 'Of an open deal it is the expected close' },
  owner: { label: 'Owner' },
  product: { label: 'Product' },
  partnerId: { label: 'Partner ID' },
  partner: { label: 'Partner' },
  partnerRole: { label: 'Role of the partner' },
  isPrimary: { label: 'Primary partner (yes or no)' },
  leadSource: { label: 'Lead source' },
  campaign: { label: 'Campaign' },
  registration: {
    label: 'Registration of Tandem',
    hint: 'By it a deal finds the registration that waits for it',
  },
  deleted: { label: 'Deleted (yes or no)' },
  isWon: { label: 'Won (yes or no)' },
  isClosed: { label: 'Closed (yes or no)' },
  stageOrder: { label: 'Order of the stage' },
  previousStage: { label: 'Stage before' },
  field: { label: 'Which field changed' },
  newValue: { label: 'New value' },
  archetype: { label: 'Archetype (kind of partner)' },
  signedOn: { label: 'Signed on' },
  openingStage: { label: 'Stage of the partner journey', hint: 'Where the partner stands today' },
  domain: { label: 'Website' },
  country: { label: 'Country' },
  industry: { label: 'Industry' },
  parent: { label: 'Parent company' },
  person: { label: 'Person at the partner', hint: 'By name or mail address' },
  personEmail: { label: 'Mail address of the person at the partner' },
  internalOwner: { label: 'Our person', hint: 'Who of ours was on the other side' },
  action: { label: 'What was done', hint: 'Such as Joint meeting or Objection handled' },
  result: { label: 'Outcome (what came of it)', hint: 'Without an outcome a touch earns nothing' },
  evidence: { label: 'Evidence', hint: 'Links, each on its own line or behind a semicolon' },
  occurredAt: { label: 'When it happened' },
  recordedAt: {
    label: 'When the source wrote it down',
    hint: 'Left out, it counts as written down today, which is late for what is long ago',
  },
  confirmedBy: { label: 'Confirmed by', hint: 'The name of who of ours stands behind it' },
  registrationId: {
    label: 'Registration ID',
    hint: 'By it the same registration is known when the file comes again',
  },
  state: {
    label: 'How it stands',
    hint: 'Submitted, accepted, rejected, expired, withdrawn, won or lost',
  },
  submittedOn: { label: 'Submitted on' },
  decidedOn: { label: 'Decided on' },
  protectedUntil: {
    label: 'Protected until',
    hint: 'The last protected day; left out, the length of the registration page counts',
  },
  reason: { label: 'Reason of the rejection' },
};

const deal =
  'opportunityId name stage amount closedOn createdAt account accountId accountDomain owner partner partnerId partnerRole leadSource campaign registration product currency expectedCloseOn pipeline outcome updatedAt isWon isClosed stageOrder deleted';
/** What a history of stages does not say. */
const onlyOfDeals = new Set(['updatedAt', 'outcome', 'registration']);
const ofKind: Readonly<Record<ImportKind, readonly string[]>> = {
  opportunities: deal.split(' '),
  'stage-history': `opportunityId stage changedAt previousStage field newValue ${deal}`
    .split(' ')
    .filter((field, at, all) => all.indexOf(field) === at && !onlyOfDeals.has(field)),
  accounts: 'name accountId domain country industry parent owner deleted'.split(' '),
  partners: 'name partnerId archetype signedOn openingStage domain country owner deleted'.split(' '),
  'opportunity-partners': 'opportunityId partner partnerId partnerRole isPrimary deleted'.split(' '),
  touches:
    'opportunityId account accountId accountDomain partner partnerId person personEmail internalOwner partnerRole action occurredAt result evidence stage recordedAt confirmedBy deleted'.split(
      ' ',
    ),
  registrations:
    'registrationId partner partnerId account accountDomain country product amount currency expectedCloseOn submittedOn decidedOn state reason protectedUntil closedOn person personEmail opportunityId deleted'.split(
      ' ',
    ),
};

const needed: Readonly<Record<ImportKind, readonly (readonly string[])[]>> = {
  opportunities: [['opportunityId'], ['stage']],
  'stage-history': [['opportunityId'], ['stage', 'newValue'], ['changedAt']],
  accounts: [['name']],
  partners: [['name', 'partnerId']],
  'opportunity-partners': [['opportunityId'], ['partner', 'partnerId']],
  touches: [
    ['opportunityId', 'account', 'accountId', 'accountDomain'],
    ['partner', 'partnerId'],
    ['person', 'personEmail'],
    ['internalOwner'],
    ['partnerRole'],
    ['action'],
    ['occurredAt'],
  ],
  registrations: [['partner', 'partnerId'], ['account'], ['submittedOn'], ['state']],
};

/** The fields whose cells are dates. */
export const dateFields: ReadonlySet<string> = new Set([
  'changedAt',
  'createdAt',
  'updatedAt',
  'closedOn',
  'expectedCloseOn',
  'signedOn',
  'occurredAt',
  'recordedAt',
  'submittedOn',
  'decidedOn',
  'protectedUntil',
]);

/** The name of a field on the screen. In a file of companies `name` needs no more words than elsewhere. */
export function fieldLabel(field: string): string {
  return words[field]?.label ?? field;
}

export function fieldHint(field: string): string | undefined {
  return words[field]?.hint;
}

/** The fields that a column of this kind of file can mean, the most important first. */
export function fieldsOf(kind: ImportKind): readonly string[] {
  return ofKind[kind];
}

/** The fields that every row needs; of a list, one is enough. */
export function neededFields(kind: ImportKind): readonly (readonly string[])[] {
  return needed[kind];
}
