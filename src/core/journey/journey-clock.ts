import type { GroupField } from '#core/program/field.ts';
import { number, share } from './journey-cadence.ts';

/** J1 and J2: the days after signing that somebody looks at. */
export const clockField = {
  kind: 'group',
  label: 'The clock after signing',
  fields: {
    artefactDays: number(
      'A real joint action on a named account by day',
      'An introduction made, an account list agreed, a co-sell note sent. Training, a kickoff or a log-in do not count. Missed is escalated, not extended.',
      '8',
      'P',
      'days',
      7,
    ),
    onboardDays: number('Onboarded by day', 'Everything under Onboard is proved.', 'J1', 'S1', 'days', 30),
    targetDays: number('Activated, target day', 'The plan leads here.', 'J2', 'P', 'days', 60),
    dueDays: number('Activated, due day', 'Later is late, and the first 90 days end.', 'J2', 'F', 'days', 90),
    stopDays: number(
      'Stop at day',
      'Not activated by now is a case for off-boarding.',
      'J2',
      'F',
      'days',
      120,
    ),
    firstWinDays: number(
      'First deal won, good case by day',
      'Counted apart from activation; twice this is normal.',
      'J3',
      'F',
      'days',
      90,
    ),
    darkDays: number(
      'Dark after signing: no contact for',
      'Then somebody above the partner manager hears of it.',
      '14',
      'S1',
      'days',
      14,
    ),
  },
} as const satisfies GroupField;

/** JR-2 and JR-3: how many partners of a cohort activate, and when recruiting stops. */
export const activationField = {
  kind: 'group',
  label: 'Activation',
  fields: {
    target: share(
      'Activated within 90 days, target',
      'Of the partners signed in a cohort. Programs without a plan see 20 to 30 %; half is a good target.',
      'JR-2',
      'INF',
      0.5,
    ),
    stopBelow: share(
      'Recruiting stops below',
      'At day 90 of the last cohort. More signatures would only hide it.',
      'JR-3',
      'INF',
      0.3,
    ),
    capacityShare: share(
      '… or above this share of the managers’ cap signed and not activated',
      'So that every new partner finds somebody with time.',
      'JR-3',
      'INF',
      0.25,
    ),
  },
} as const satisfies GroupField;

/** Method 8.1: what a certificate is and how long it counts. */
export const certificationField = {
  kind: 'group',
  label: 'Certification',
  rule: '8.1',
  fields: {
    parts: {
      kind: 'text',
      label: 'What it consists of',
      guidance: 'One part that tests knowledge, one that shows the person at work.',
      rule: '8.1',
      source: 'INF',
      lines: 'many',
      most: 400,
      default: 'A knowledge test, and a recorded role-play or one live deal.',
    },
    passShare: share('Passed from', 'Of the knowledge test.', '8.1', 'INF', 0.8),
    validMonths: number('Valid for', 'Counts only while it is valid.', '8.1', 'INF', 'months', 12),
    warnDays: number(
      'Warning before the end',
      'To the rep and the partner manager.',
      '8.1',
      'INF',
      'days',
      30,
    ),
    reps: number(
      'Certified reps per partner',
      'Two, so that one holiday does not stop the partner. One is enough where a partner only introduces.',
      'J1',
      'F',
      'count',
      2,
    ),
  },
} as const satisfies GroupField;
