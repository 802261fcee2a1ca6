import type { BodyOf, Fields } from '#core/program/field.ts';
import type { Page } from '#core/program/page.ts';

const number = (
  label: string,
  rule: string,
  source: string,
  unit: 'days' | 'business days' | 'hours' | 'count',
  value: number,
) =>
  ({
    kind: 'number',
    label,
    rule,
    source,
    unit,
    least: 0,
    most: 1000,
    isWhole: true,
    default: value,
  }) as const;
const asked = (label: string, value: 'required' | 'optional' | 'off') =>
  ({ label, default: { ask: value } }) as const;

const fields = {
  entry: {
    kind: 'group',
    label: 'How a partner registers',
    rule: 'G4',
    fields: {
      way: {
        kind: 'choice',
        label: 'Entry',
        options: { form: 'A form by secret link', api: 'The API', portal: 'The portal (after gate G5)' },
        default: 'form',
      },
      slaSeat: {
        kind: 'choice',
        label: 'Who answers in time',
        options: {
          partner_ops: 'Partner ops',
          partner_manager: 'Partner manager',
          head_of_partnerships: 'Head of Partnerships',
        },
        default: 'partner_ops',
      },
    },
  },
  form: {
    kind: 'grid',
    label: 'What the form asks',
    rule: '6',
    columns: {
      ask: {
        kind: 'choice',
        label: 'Asked',
        options: { required: 'Required', optional: 'Optional', off: 'Not asked' },
        default: 'optional',
      },
    },
    rows: {
      legalName: asked('Customer’s legal name', 'required'),
      domain: asked('Web domain', 'required'),
      country: asked('Country', 'required'),
      contact: asked('Contact: name, role, mail', 'required'),
      product: asked('Product or use case', 'required'),
      value: asked('Estimated annual value', 'required'),
      closeOn: asked('Expected close', 'required'),
      evidence: asked('How the partner knows the account', 'required'),
      nextStep: asked('Next joint step and its date', 'required'),
      consent: asked('Consent', 'required'),
      role: asked('Role that the partner wants', 'optional'),
      currentVendor: asked('Current vendor', 'optional'),
      competitors: asked('Competitors', 'off'),
      services: asked('Services scope', 'off'),
    },
  },
  formMost: number('Visible fields, at most', '6', 'INF', 'count', 12),
  checks: {
    kind: 'group',
    label: 'Checks at submission',
    fields: {
      contactDays: number('Direct contact is recent for', 'DR-1', 'O', 'days', 60),
      minimumValue: {
        kind: 'money',
        label: 'Minimum annual value',
        rule: 'DR-2',
        source: 'O',
        default: 500_000,
      },
      nameMatch: {
        kind: 'share',
        label: 'A near match goes to a person from',
        rule: 'DR-3',
        source: 'INF',
        least: 0.5,
        most: 1,
        default: 0.9,
      },
      liveMost: number('Review above this many live registrations per rep', 'DR-18', 'INF', 'count', 15),
      pipelineLeast: {
        kind: 'share',
        label: 'Review below this share that becomes pipeline',
        rule: 'DR-18',
        source: 'INF',
        least: 0,
        most: 1,
        default: 0.2,
      },
    },
  },
  deciding: {
    kind: 'group',
    label: 'Deciding',
    fields: {
      decideBusinessDays: number('Decide within', 'DR-4', 'O', 'business days', 2),
      alertLeaderBusinessDays: number(
        'Head of Partnerships is alerted after',
        'DR-5',
        'INF',
        'business days',
        2,
      ),
      alertCroBusinessDays: number('CRO is alerted after', 'DR-5', 'INF', 'business days', 4),
      returnedBusinessDays: number('Returned for information, at most', 'DR-7', 'INF', 'business days', 5),
      aeBusinessDays: number('AE assigned within', 'DR-6', 'O', 'business days', 1),
      firstMeetingDays: number('First joint meeting within', 'DR-6', 'O', 'days', 7),
      conflictHours: number('Conflict decided within', 'DR-15', 'O', 'hours', 48),
    },
  },
  protection: {
    kind: 'group',
    label: 'Protection',
    fields: {
      days: number('Protected for', 'DR-8', 'O', 'days', 90),
      extensionDays: number('One extension of', 'DR-8', 'INF', 'days', 60),
      extensionActivityDays: number('Extension needs activity within', 'DR-8', 'INF', 'days', 14),
      extensionStage: {
        kind: 'number',
        label: 'Extension needs stage',
        rule: 'DR-8',
        source: 'INF',
        unit: 'stage',
        least: 0,
        most: 6,
        isWhole: true,
        default: 2,
      },
      firstReminderDays: number('First reminder before the end', 'DR-10', 'INF', 'days', 14),
      lastReminderDays: number('Last reminder before the end', 'DR-10', 'INF', 'days', 3),
      stallDays: number('Stalled after no activity for', 'DR-11', 'P', 'days', 14),
      updatesAbove: {
        kind: 'money',
        label: 'Two updates a month above',
        rule: 'DR-17',
        source: 'O',
        default: 4_000_000,
      },
      meaning: {
        kind: 'text',
        label: 'What protection means',
        rule: 'DR-9',
        lines: 'many',
        most: 600,
        default:
          'No other partner, and no direct price below the partner’s. Our AE co-sells instead of competing. It protects the customer’s project, not an exclusive territory.',
      },
      direct: {
        kind: 'text',
        label: 'Partner against direct',
        rule: 'DR-14',
        lines: 'many',
        most: 600,
        default:
          'A live direct opportunity that is older than the registration wins; otherwise the partner. The list of direct-only accounts is refreshed each quarter.',
      },
      twoPartners: {
        kind: 'text',
        label: 'Partner against partner',
        rule: 'DR-13',
        lines: 'many',
        most: 600,
        default: 'The earliest complete and eligible registration wins.',
      },
    },
  },
  reasons: {
    kind: 'table',
    label: 'Reasons for a rejection',
    rule: 'DR-16',
    row: 'reason',
    most: 20,
    columns: { reason: { kind: 'text', label: 'Reason', lines: 'one', most: 120, default: '' } },
    default: [
      { reason: 'Another partner registered it' },
      { reason: 'Active direct deal' },
      { reason: 'Recent direct contact' },
      { reason: 'Existing customer' },
      { reason: 'Direct-only account' },
      { reason: 'Below the minimum value' },
      { reason: 'Not qualified' },
      { reason: 'Outside territory or partner type' },
      { reason: 'Missing information' },
      { reason: 'Partner not eligible' },
    ],
  },
  consent: {
    kind: 'text',
    label: 'Consent statement',
    rule: '6',
    lines: 'many',
    most: 800,
    default:
      'The customer knows that we register this project and agrees that both companies work on it together.',
  },
} as const satisfies Fields;

export type RegistrationBody = BodyOf<typeof fields>;

/** DR-1 to DR-18: how a deal is registered, decided and protected. */
export const registrationPage = {
  word: 'registration',
  title: 'Deal registration',
  question: 'How does a partner register a deal, how fast is it decided, and what does protection mean?',
  minutes: 20,
  seats: ['cro', 'head_of_partnerships'],
  sections: [
    { title: 'Entry', guidance: '', fields: ['entry'] },
    { title: 'The form', guidance: '', fields: ['form', 'formMost', 'consent'] },
    { title: 'Checks', guidance: '', fields: ['checks'] },
    { title: 'Deciding', guidance: '', fields: ['deciding', 'reasons'] },
    { title: 'Protection', guidance: '', fields: ['protection'] },
  ],
  fields,
} as const satisfies Page<typeof fields>;
