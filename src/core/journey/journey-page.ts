import type { BodyOf, Fields } from '#core/program/field.ts';
import type { Page } from '#core/program/page.ts';

const number = (
  label: string,
  rule: string,
  source: string,
  unit: 'days' | 'business days' | 'months' | 'quarters' | 'count',
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
const share = (label: string, rule: string, source: string, value: number) =>
  ({ kind: 'share', label, rule, source, least: 0, most: 1, default: value }) as const;

/** J0 to J6. */
export const journeyStages = {
  recruit: 'Recruit',
  onboard: 'Onboard',
  activate: 'Activate',
  producing: 'Producing',
  manage: 'Manage',
  expand: 'Expand',
  off_board: 'Off-board',
} as const;

export type JourneyStage = keyof typeof journeyStages;

const owners = {
  head_of_partnerships: 'Head of Partnerships',
  partner_manager: 'Partner manager',
  partner_ops: 'Partner ops',
  executive_sponsor: 'Executive sponsor',
  partner: 'The partner',
} as const;

const done = (stage: JourneyStage, line: string, proof: string) => ({ stage, line, proof });
const week = (weeks: string, line: string, owner: keyof typeof owners, proof: string) => ({
  weeks,
  line,
  owner,
  proof,
});

const fields = {
  stages: {
    kind: 'grid',
    label: 'Stages',
    rule: '8',
    columns: {
      owner: { kind: 'choice', label: 'Owner', options: owners, default: 'partner_manager' },
      deadlineDays: {
        kind: 'number',
        label: 'Done by day',
        unit: 'days',
        least: 0,
        most: 1000,
        isWhole: true,
        default: null,
        isOptional: true,
      },
    },
    rows: {
      recruit: { label: 'Recruit', rule: 'J0', default: { owner: 'head_of_partnerships' } },
      onboard: { label: 'Onboard', rule: 'J1', default: { deadlineDays: 30 } },
      activate: { label: 'Activate', rule: 'J2', default: { deadlineDays: 90 } },
      producing: { label: 'Producing', rule: 'J3', default: { deadlineDays: 180 } },
      manage: { label: 'Manage', rule: 'J4', default: {} },
      expand: { label: 'Expand', rule: 'J5', default: { owner: 'head_of_partnerships' } },
      off_board: {
        label: 'Off-board',
        rule: 'J6',
        default: { owner: 'head_of_partnerships', deadlineDays: 60 },
      },
    },
  },
  done: {
    kind: 'table',
    label: 'Definition of done',
    rule: '8',
    row: 'line',
    most: 80,
    columns: {
      stage: { kind: 'choice', label: 'Stage', options: journeyStages, default: null },
      line: { kind: 'text', label: 'Done when', lines: 'one', most: 200, default: '' },
      proof: { kind: 'text', label: 'Proved by', rule: 'JR-4', lines: 'one', most: 200, default: '' },
    },
    default: [
      done('recruit', 'Profile score of 70 or more', 'Stored score'),
      done('recruit', 'Named owner on both sides', 'Partner record'),
      done('recruit', 'Three or more named first accounts', 'Account list'),
      done('recruit', 'The partner’s gain is written', 'Joint plan'),
      done('recruit', 'Agreement signed', 'Signing date'),
      done('onboard', 'Access done, form tested', 'Test registration'),
      done('onboard', 'Overlap exchanged', 'Overlap list of both sides'),
      done('onboard', 'Joint value proposition written', 'Document'),
      done('onboard', 'Executive sponsor paired', 'Sponsor named'),
      done('onboard', 'Two or more reps certified', 'Valid certificates'),
      done('onboard', 'First joint motion dated', 'Date in the joint plan'),
      done('activate', 'First accepted registration or joint opportunity', 'Registration or opportunity'),
      done(
        'producing',
        'One sourced or co-sold deal won, or two sourced deals at stage 3 or later in two quarters',
        'Credit of the deals',
      ),
      done('manage', 'Cadence met and no red flag', 'Check-ins and meetings'),
      done('manage', '80 % of review commitments kept', 'Commitments'),
      done('expand', 'Tier criteria met, and capacity for it', 'Tier calculation'),
      done('expand', 'Plan for a new segment or product', 'Joint plan'),
      done(
        'off_board',
        'Notice, freeze, deals reassigned, commissions settled, access removed',
        'Off-boarding steps',
      ),
    ],
  },
  clock: {
    kind: 'group',
    label: 'The clock after signing',
    fields: {
      artefactDays: number('A real joint action on a named account by day', '8', 'P', 'days', 7),
      onboardDays: number('Onboarded by day', 'J1', 'S1', 'days', 30),
      targetDays: number('Activated, target day', 'J2', 'P', 'days', 60),
      dueDays: number('Activated, due day', 'J2', 'F', 'days', 90),
      stopDays: number('Stop at day', 'J2', 'F', 'days', 120),
    },
  },
  plan: {
    kind: 'table',
    label: 'First 90 days',
    rule: '8.1',
    row: 'line',
    most: 60,
    columns: {
      weeks: { kind: 'text', label: 'Weeks', lines: 'one', most: 20, default: '' },
      line: { kind: 'text', label: 'What', lines: 'one', most: 200, default: '' },
      owner: { kind: 'choice', label: 'Owner', options: owners, default: null },
      proof: { kind: 'text', label: 'Proof signal', rule: 'JR-4', lines: 'one', most: 200, default: '' },
    },
    default: [
      week('1', 'Kickoff; sponsor named; overlap run', 'partner_manager', 'Overlap list'),
      week(
        '1',
        'One real joint action on a named account',
        'partner_manager',
        'Introduction, account list or co-sell note',
      ),
      week(
        '2',
        'Joint value proposition and 5 to 10 target accounts',
        'partner_manager',
        'Document and list',
      ),
      week('3', 'Sellers certified', 'partner', 'Valid certificates'),
      week('4', 'Playbook rehearsed on a live account', 'partner_manager', 'Note of the rehearsal'),
      week('5–6', '3 to 7 introduction requests sent; first registration', 'partner', 'Registration'),
      week('7–8', 'First joint discovery; co-sell plan', 'partner_manager', 'Touch on the deal'),
      week('9–10', 'Second registration; technical validation', 'partner', 'Registration; session record'),
      week('11–12', 'Proposal', 'partner_manager', 'Stage of the deal'),
      week('13', 'Review: promote, cure or stop', 'head_of_partnerships', 'Decision with reason'),
    ],
  },
  activation: {
    kind: 'group',
    label: 'Activation',
    fields: {
      target: share('Activated within 90 days, target', 'JR-2', 'INF', 0.5),
      stopBelow: share('Recruiting stops below', 'JR-3', 'INF', 0.3),
      capacityShare: share(
        '… or above this share of the managers’ cap signed and not activated',
        'JR-3',
        'INF',
        0.25,
      ),
    },
  },
  certification: {
    kind: 'group',
    label: 'Certification',
    rule: '8.1',
    fields: {
      passShare: share('Passed from', '8.1', 'INF', 0.8),
      validMonths: number('Valid for', '8.1', 'INF', 'months', 12),
      warnDays: number('Warning before the end', '8.1', 'INF', 'days', 30),
      reps: number('Certified reps per partner', 'J1', 'F', 'count', 2),
    },
  },
  cadence: {
    kind: 'grid',
    label: 'Cadence',
    rule: '8.2',
    columns: {
      checkin: { kind: 'text', label: 'Deal check-in', lines: 'one', most: 120, default: '' },
      meeting: { kind: 'text', label: 'Partner meeting', lines: 'one', most: 120, default: '' },
      review: { kind: 'text', label: 'Business review', lines: 'one', most: 120, default: '' },
    },
    rows: {
      onboarding: { label: 'Onboarding', default: { checkin: 'Weekly', meeting: 'Weekly', review: 'None' } },
      strategic: {
        label: 'Third tier',
        default: {
          checkin: 'Within 14 days per open deal',
          meeting: 'Every two weeks, 3 to 7 accounts',
          review: 'Quarterly',
        },
      },
      growth: {
        label: 'Second tier',
        default: { checkin: 'Within 14 days per open deal', meeting: 'Monthly', review: 'Half-yearly' },
      },
      member: {
        label: 'First tier',
        default: { checkin: 'Self-serve', meeting: 'Monthly digest', review: 'None' },
      },
    },
  },
  ladder: {
    kind: 'group',
    label: 'Escalation',
    rule: '8.3',
    fields: {
      rungs: number('Chases, at most', '8.3', 'P', 'count', 4),
      spacingBusinessDays: number('Between two chases', '8.3', 'INF', 'business days', 5),
      sponsorBusinessDays: number('To the sponsor after', '8.3', 'INF', 'business days', 5),
    },
  },
  offBoarding: {
    kind: 'group',
    label: 'Off-boarding',
    rule: '8.4',
    fields: {
      noRegistrationDays: number('Triggered by no accepted registration for', '8.4', 'INF', 'days', 180),
      dormantDays: number('Dormant after no registration, lead or check-in for', '8.4', 'O', 'days', 90),
      cureDays: number('Cure plan lasts', '8.4', 'INF', 'days', 30),
      removeDays: number('Access ends on day', '8.4', 'INF', 'days', 60),
      reentryQuarters: number('May come back after', '8.4', 'INF', 'quarters', 2),
      dormantAlert: share('Alert above this dormant share of signed partners', '8.4', 'INF', 0.4),
    },
  },
} as const satisfies Fields;

export type JourneyBody = BodyOf<typeof fields>;

/** The partner journey: six stages, each with a definition of done, a clock and an owner (method 8). */
export const journeyPage = {
  word: 'journey',
  title: 'Partner journey',
  question: 'What does a partner pass through, when is each stage done, and who owns it?',
  minutes: 25,
  seats: ['head_of_partnerships'],
  sections: [
    { title: 'Stages', guidance: '', fields: ['stages', 'done'] },
    { title: 'Clock', guidance: '', fields: ['clock', 'activation'] },
    { title: 'First 90 days', guidance: '', fields: ['plan', 'certification'] },
    { title: 'Cadence and escalation', guidance: '', fields: ['cadence', 'ladder'] },
    { title: 'Off-boarding', guidance: '', fields: ['offBoarding'] },
  ],
  fields,
} as const satisfies Page<typeof fields>;
