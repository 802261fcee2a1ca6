import { archetypeLabels } from '#core/program/archetype.ts';
import type { GridField, TableField } from '#core/program/field.ts';

const asked = (label: string, guidance: string, value: 'required' | 'optional' | 'off') =>
  ({ label, guidance, default: { ask: value } }) as const;

/** Method 6: what a registration asks. Partner, its rep and the time of arrival are known and never asked. */
export const formField = {
  kind: 'grid',
  label: 'What the form asks',
  rule: '6',
  source: 'O',
  guidance: 'The partner, its rep and the time are filled in by the form itself and are not counted here.',
  columns: {
    ask: {
      kind: 'choice',
      label: 'Asked',
      options: { required: 'Required', optional: 'Optional', off: 'Not asked' },
      default: 'optional',
    },
  },
  rows: {
    legalName: asked(
      'Customer’s legal name',
      'Says who buys where several companies share a domain.',
      'required',
    ),
    domain: asked('Web domain', 'The key by which two registrations of one customer are found.', 'required'),
    country: asked('Country', 'Settles territory, and the key where there is no domain.', 'required'),
    contact: asked(
      'Contact: name, role, mail',
      'A named person; a company alone is a list entry.',
      'required',
    ),
    product: asked('Product or use case', 'Protection is for this product at this account.', 'required'),
    value: asked(
      'Estimated annual value',
      'A rough figure is enough; it is tested against the minimum.',
      'required',
    ),
    closeOn: asked('Expected close', 'Without it nobody can forecast the deal.', 'required'),
    evidence: asked(
      'How the partner knows the account',
      'One sentence and what shows it. It becomes the evidence of the credit.',
      'required',
    ),
    nextStep: asked(
      'Next joint step and its date',
      'A registration without one is a claim, not a deal.',
      'required',
    ),
    consent: asked('Consent', 'The partner confirms the sentence below.', 'required'),
    role: asked('Role that the partner wants', 'Introduce, sell together, deliver.', 'optional'),
    currentVendor: asked('Current vendor', 'Where the partner knows it.', 'optional'),
    competitors: asked('Competitors', 'Can be asked on the first call instead.', 'off'),
    services: asked('Services scope', 'Worth asking where the partner delivers.', 'off'),
  },
} as const satisfies GridField;

/** What a field that a program adds to the form may hold. */
export const ownFieldKinds = {
  text: 'One line of text',
  long: 'Several lines of text',
  number: 'A number',
  day: 'A day',
  choice: 'One of a list',
  yes: 'Yes or no',
  link: 'A web address',
} as const;

const archetypeColumn = {
  kind: 'choice',
  label: 'Archetype',
  options: { any: 'Every archetype', ...archetypeLabels },
  default: 'any',
} as const;

/** Method 6, AR-3: where one archetype is asked something else than the grid says. */
export const formExceptionsField = {
  kind: 'table',
  label: 'Other for one archetype',
  guidance: 'Only where an archetype knows less or owes more. The last row that fits decides.',
  rule: '6',
  source: 'INF',
  row: 'exception',
  isOptional: true,
  most: 40,
  columns: {
    archetype: archetypeColumn,
    field: {
      kind: 'choice',
      label: 'Field',
      options: Object.fromEntries(
        Object.entries(formField.rows).map(([key, { label }]) => [key, label]),
      ) as Readonly<Record<keyof typeof formField.rows, string>>,
      default: 'value',
    },
    ask: { ...formField.columns.ask, label: 'Asked' },
  },
  default: [],
} as const satisfies TableField;

/** Method 6: fields that the program adds. They count among the visible ones. */
export const ownFieldsField = {
  kind: 'table',
  label: 'Own fields',
  guidance:
    'What your CRM demands and no standard field holds. Its key stays the same when its label changes. A list is written with semicolons between its values.',
  rule: '6',
  source: 'O',
  row: 'field',
  isOptional: true,
  most: 12,
  columns: {
    key: { kind: 'text', label: 'Key', lines: 'one', most: 40, default: '' },
    label: { kind: 'text', label: 'Label', lines: 'one', most: 80, default: '' },
    holds: { kind: 'choice', label: 'Holds', options: ownFieldKinds, default: 'text' },
    options: {
      kind: 'text',
      label: 'Values of a list',
      lines: 'one',
      most: 600,
      default: '',
      isOptional: true,
    },
    isRequired: { kind: 'flag', label: 'Required', default: false },
    archetype: archetypeColumn,
  },
  default: [],
} as const satisfies TableField;

/** DR-3, DR-8: the products that are protected apart from each other. */
export const productsField = {
  kind: 'table',
  label: 'Products protected apart',
  guidance:
    'Two partners may hold one account for two of these. With no product here an account is protected as a whole, which is right for a company with one product.',
  rule: 'DR-8',
  source: 'O',
  row: 'product',
  isOptional: true,
  most: 60,
  columns: { product: { kind: 'text', label: 'Product', lines: 'one', most: 80, default: '' } },
  default: [],
} as const satisfies TableField;

const tested = (
  label: string,
  guidance: string,
  result: 'stops' | 'warns' | 'off',
  told: 'reason' | 'nothing',
) => ({ label, guidance, default: { result, told } }) as const;

/** DR-1: what is tested the moment a registration arrives. A test never accepts anything. */
export const testsField = {
  kind: 'grid',
  label: 'Tests at submission',
  rule: 'DR-1',
  source: 'O',
  guidance:
    'A test rejects with its reason or warns the person who decides. No test accepts. What only you know, such as your own deals, is not told at once: a registration would be a way to ask for your customer list. A test that is not told never rejects by itself.',
  columns: {
    result: {
      kind: 'choice',
      label: 'When it is found',
      options: { stops: 'Rejected, with the reason', warns: 'A person decides, warned', off: 'Not tested' },
      default: 'warns',
    },
    told: {
      kind: 'choice',
      label: 'What the partner is told at once',
      options: { reason: 'The reason', nothing: 'Only that a person decides' },
      default: 'nothing',
    },
  },
  rows: {
    directDeal: tested(
      'Active direct opportunity',
      'An open deal of ours at the account.',
      'warns',
      'nothing',
    ),
    directContact: tested(
      'Recent direct contact',
      'Our own meeting or outreach in the days below.',
      'warns',
      'nothing',
    ),
    directOnly: tested(
      'Account on the direct-only list',
      'A list that partners know, refreshed each quarter.',
      'stops',
      'reason',
    ),
    otherPartner: tested(
      'Live registration of another partner',
      'Same account, same product.',
      'warns',
      'nothing',
    ),
    belowMinimum: tested('Below the minimum value', 'The minimum stands below.', 'stops', 'reason'),
    customer: tested(
      'Existing customer',
      'Expansion may still be a registration; then warn.',
      'warns',
      'nothing',
    ),
    outside: tested(
      'Outside territory or partner type',
      'By the partner’s own agreement.',
      'warns',
      'reason',
    ),
    notEligible: tested(
      'Partner not signed or not certified',
      'Warn while partners are still onboarding.',
      'warns',
      'reason',
    ),
  },
} as const satisfies GridField;
