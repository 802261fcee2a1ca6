import type { GroupField } from '#core/program/field.ts';
import { number, share } from './journey-cadence.ts';

const line = (label: string, guidance: string, source: string, value: string) =>
  ({
    kind: 'text',
    label,
    guidance,
    rule: '8.4',
    source,
    lines: 'many',
    most: 800,
    default: value,
  }) as const;

/** Method 8.4: when a partner grows. */
export const expansionField = {
  kind: 'group',
  label: 'Expand',
  rule: '8.4',
  fields: {
    condition: line(
      'A second product or segment when',
      'Growth is decided on what the first motion produced.',
      'INF',
      'The tier test is met, the first product converts at least like the program’s median, and the partner manager has capacity.',
    ),
    winsForTeam: number(
      'Ask a partner’s manager for a session with the team after',
      'Sourced wins under that one manager: a habit that others could take over.',
      '8.4',
      'P',
      'count',
      3,
    ),
  },
} as const satisfies GroupField;

/** Method 8.4: when and how a partner leaves. */
export const offBoardingField = {
  kind: 'group',
  label: 'Off-boarding',
  rule: '8.4',
  fields: {
    triggers: line(
      'What starts it',
      'Each of these is counted, so nobody has to accuse anybody.',
      'INF',
      'Not activated by the stop day; no accepted registration for the days below; below the tier floor for four quarters; the chase ladder exhausted twice in two quarters; a breach of contract or law.',
    ),
    noRegistrationDays: number(
      'Triggered by no accepted registration for',
      'Half a year is two quarters of other partners’ work.',
      '8.4',
      'INF',
      'days',
      180,
    ),
    dormantDays: number(
      'Dormant after no registration, lead or check-in for',
      'A mark, not a notice. 60 to 90 days are usual.',
      '8.4',
      'O',
      'days',
      90,
    ),
    cureDays: number(
      'Cure plan lasts',
      'One dated path to production. After it somebody decides.',
      '8.4',
      'INF',
      'days',
      30,
    ),
    removeDays: number(
      'Access ends on day',
      'Counted from the notice: access, overlap sharing, listing.',
      '8.4',
      'INF',
      'days',
      60,
    ),
    steps: line(
      'Steps',
      'In order, each with its day. What the partner has earned is paid.',
      'INF',
      'Day 0: evidence sheet and notice. Until the cure ends: one dated path to production. Then the decision: freeze new registrations; honour accepted ones until they expire; reassign open deals; settle commissions by contract; close MDF claims. Last day: remove access, overlap sharing and listing; archive the reasons.',
    ),
    reentryQuarters: number(
      'May come back after',
      'With a new profile score, like everybody else.',
      '8.4',
      'INF',
      'quarters',
      2,
    ),
    dormantAlert: share(
      'Alert above this dormant share of signed partners',
      'A roster that mostly sleeps costs attention and hides who works.',
      '8.4',
      'INF',
      0.4,
    ),
  },
} as const satisfies GroupField;
