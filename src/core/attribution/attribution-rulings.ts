import type { GroupField } from '#core/program/field.ts';

const number = <Unit extends 'count' | 'business days' | 'hours'>(
  label: string,
  guidance: string,
  rule: string,
  source: string,
  unit: Unit,
  value: number,
) =>
  ({
    kind: 'number',
    label,
    guidance,
    rule,
    source,
    unit,
    least: 0,
    most: 100_000,
    isWhole: true,
    default: value,
  }) as const;
const share = (label: string, guidance: string, rule: string, value: number) =>
  ({ kind: 'share', label, guidance, rule, source: 'INF', least: 0, most: 1, default: value }) as const;

/** The gray area, disputes and the audit (ATT-16 to ATT-21). */
export const rulingsField = {
  kind: 'group',
  label: 'Gray area, disputes, audit',
  fields: {
    panel: {
      kind: 'text',
      label: 'Who rules where the table is silent',
      guidance: 'People, not a formula. Their reason is one paragraph, and the next case follows it.',
      rule: 'ATT-17',
      source: 'INF',
      lines: 'one',
      most: 200,
      default: 'Head of Partnerships, a sales leader and RevOps; the ruling is kept as precedent.',
    },
    rulingBusinessDays: number(
      'Panel rules within',
      'A deal may close while it waits.',
      'ATT-17',
      'INF',
      'business days',
      5,
    ),
    cfoAbove: {
      kind: 'money',
      label: 'The CFO’s delegate joins above',
      guidance: 'Value of the deal. Keep it the same as in the operating model.',
      rule: 'ATT-17',
      source: 'INF',
      default: 10_000_000,
    },
    grayAreaMost: share(
      'Revise the page above this share of gray-area deals',
      'Of the partner deals of a quarter. Many rulings mean that the table misses something.',
      'ATT-18',
      0.1,
    ),
    disputeBusinessDays: number(
      'A dispute may be opened until this long after lock or close',
      'Commission is frozen meanwhile; the CRO is final.',
      'ATT-19',
      'INF',
      'business days',
      10,
    ),
    firstAnswerHours: number(
      'First answer to a dispute',
      'An answer, not yet the ruling.',
      'ATT-19',
      'O',
      'hours',
      48,
    ),
    auditLeast: number(
      'Finance samples a month, at least',
      'Deals with partner credit, drawn by finance. The larger of this and the share below.',
      'ATT-20',
      'INF',
      'count',
      10,
    ),
    auditShare: share('Finance samples a month, share', 'Of the deals with partner credit.', 'ATT-20', 0.1),
    auditErrorTarget: share(
      'Errors in the sample, target',
      'Credit without the evidence that it names.',
      'ATT-20',
      0.05,
    ),
    auditErrorMost: share(
      'Unaudited above this error rate',
      'Then the figure is shown as unaudited until a later sample is clean.',
      'ATT-20',
      0.1,
    ),
    washing: {
      kind: 'text',
      label: 'Partner named, nothing done',
      guidance: 'Deals that name a partner without one confirmed act.',
      rule: 'ATT-21',
      source: 'P',
      lines: 'one',
      most: 200,
      default: 'Listed every week for the partner manager; it earns no credit.',
    },
  },
} as const satisfies GroupField;
