import { archetypeLabels } from '#core/program/archetype.ts';
import type { BodyOf, Fields } from '#core/program/field.ts';
import type { Page } from '#core/program/page.ts';
import { profileSections } from './profile-sections.ts';

const value = (label: string) =>
  ({
    kind: 'number',
    label,
    unit: 'points',
    least: 0,
    most: 4,
    isWhole: true,
    default: null,
    isOptional: true,
  }) as const;
const band = (label: string) =>
  ({ kind: 'text', label: `${label} points`, lines: 'one', most: 120, default: '' }) as const;

const fields = {
  archetype: {
    kind: 'choice',
    label: 'One partner type',
    guidance: 'The archetype in build. Another kind of partner needs a profile of its own.',
    options: archetypeLabels,
    default: null,
  },
  criteria: {
    kind: 'grid',
    label: 'Criteria',
    guidance:
      'The weights add up to 100, and account overlap is the heaviest. For each criterion say how it is measured before anybody signs, and what earns 0 to 4 points.',
    columns: {
      weight: {
        kind: 'number',
        label: 'Weight',
        guidance: 'Points of 100. 0 takes the criterion out.',
        unit: 'points',
        least: 0,
        most: 100,
        isWhole: true,
        default: 0,
      },
      measure: {
        kind: 'text',
        label: 'Measured before signing as',
        lines: 'many',
        most: 300,
        default: '',
        guidance:
          'Good: “Partner sellers who cover our segment, counted on their team page.” Not enough: “Quality of the team”.',
      },
      zero: band('0'),
      one: band('1'),
      two: band('2'),
      three: band('3'),
      four: band('4'),
    },
    rows: {
      ipp1: {
        label: 'Account overlap',
        rule: 'IPP-1',
        default: {
          weight: 30,
          measure: 'Share of our target and open-opportunity accounts that are the partner’s customers',
          zero: 'under 1 %',
          one: '1 to 3 %',
          two: '3 to 7 %',
          three: '7 to 15 %',
          four: 'over 15 %',
        },
      },
      ipp2: {
        label: 'Capacity to sell',
        rule: 'IPP-2',
        default: {
          weight: 20,
          measure: 'Partner sellers who cover our segment',
          zero: 'none',
          one: '1 or 2',
          two: '3 to 5',
          three: '6 to 15',
          four: 'over 15',
        },
      },
      ipp3: {
        label: 'Segment served',
        rule: 'IPP-3',
        default: {
          weight: 15,
          measure: 'Share of the partner’s revenue in our segment',
          zero: 'none',
          one: 'up to 25 %',
          two: 'up to 50 %',
          three: 'up to 75 %',
          four: 'over 75 %',
        },
      },
      ipp4: {
        label: 'Motion fit',
        rule: 'IPP-4',
        default: {
          weight: 15,
          measure: 'Existing work contains the friction of the thesis',
          zero: 'no',
          one: 'now and then',
          two: 'adjacent',
          three: 'often',
          four: 'core service',
        },
      },
      ipp5: {
        label: 'Incentive fit',
        rule: 'IPP-5',
        default: {
          weight: 10,
          measure: 'The partner earns materially when we win: services, margin, retention',
          zero: 'nothing',
          one: 'a little',
          two: 'some',
          three: 'much',
          four: 'depends on it',
        },
      },
      ipp6: {
        label: 'Go-to-market maturity',
        rule: 'IPP-6',
        default: {
          weight: 10,
          measure: 'Named owner, CRM discipline, shares overlap both ways',
          zero: 'none of them',
          one: 'one, in part',
          two: 'one',
          three: 'two',
          four: 'all three',
        },
      },
    },
  },
  thresholds: {
    kind: 'group',
    label: 'Thresholds',
    fields: {
      recruitAt: {
        kind: 'number',
        label: 'Recruit from',
        guidance: 'From this score on the partner is recruited, highest first.',
        unit: 'points',
        least: 0,
        most: 100,
        isWhole: false,
        default: 70,
      },
      exceptionFrom: {
        kind: 'number',
        label: 'Hold, or written exception, from',
        guidance:
          'From here up to the line above the partner waits, or the Head of Partnerships writes down why not. Below, decline.',
        unit: 'points',
        least: 0,
        most: 100,
        isWhole: false,
        default: 55,
      },
      exceptionShare: {
        kind: 'share',
        label: 'Exceptions, at most, of a cohort',
        guidance: 'More than this, and the profile is decoration.',
        rule: 'IPP-R4',
        least: 0,
        most: 1,
        default: 0.1,
      },
      cohortLeast: {
        kind: 'number',
        label: 'First cohort, at least',
        guidance: 'Fewer than this teach you nothing.',
        unit: 'count',
        least: 1,
        most: 200,
        isWhole: true,
        default: 5,
      },
      cohortMost: {
        kind: 'number',
        label: 'First cohort, at most',
        guidance: 'More than this and nobody is looked after.',
        unit: 'count',
        least: 1,
        most: 200,
        isWhole: true,
        default: 15,
      },
      rewriteBelow: {
        kind: 'number',
        label: 'Rewrite if its rank correlation with production is below',
        guidance: 'Every two quarters score and production are compared. 1 is the same order, 0 none at all.',
        rule: 'IPP-R3',
        unit: 'count',
        least: -1,
        most: 1,
        isWhole: false,
        default: 0.2,
      },
      rewriteLeast: {
        kind: 'number',
        label: 'Measured on at least',
        rule: 'IPP-R3',
        unit: 'count',
        least: 2,
        most: 1000,
        isWhole: true,
        default: 10,
      },
      testLeast: {
        kind: 'number',
        label: 'Tested on at least',
        guidance: 'Gate G2 asks for this many scored candidates.',
        rule: 'G2',
        unit: 'count',
        least: 1,
        most: 200,
        isWhole: true,
        default: 10,
      },
    },
  },
  disqualifiers: {
    kind: 'table',
    label: 'Disqualifiers',
    guidance: 'One of them is enough: the score is void, however high. Keep the list short and hard.',
    row: 'disqualifier',
    most: 20,
    columns: {
      rule: { kind: 'text', label: 'Any one voids the score', lines: 'one', most: 200, default: '' },
    },
    default: [
      { rule: 'Another partner type than this profile' },
      { rule: 'A competing product in the same purchase' },
      { rule: 'Cannot name 3 accounts for a first motion' },
      { rule: 'No named owner on the partner’s side' },
      { rule: 'Refuses to exchange overlap after an NDA' },
      { rule: 'Blocked by law or sanctions' },
    ],
  },
  candidates: {
    kind: 'table',
    label: 'Candidates that it was tried on',
    guidance:
      'Ten real companies: some that you would take at once, some that you would not. Give each 0 to 4 points per criterion; leave out what you do not know, it counts 0 and shows as unknown. If the order surprises you, mend the criteria.',
    rule: 'G2',
    isOptional: true,
    row: 'candidate',
    most: 100,
    columns: {
      name: { kind: 'text', label: 'Candidate', lines: 'one', most: 200, default: '' },
      ipp1: value('IPP-1'),
      ipp2: value('IPP-2'),
      ipp3: value('IPP-3'),
      ipp4: value('IPP-4'),
      ipp5: value('IPP-5'),
      ipp6: value('IPP-6'),
      disqualified: {
        kind: 'text',
        label: 'Disqualified by',
        guidance: 'Which disqualifier, if one applies. Otherwise leave it empty.',
        lines: 'one',
        most: 200,
        default: '',
        isOptional: true,
      },
    },
    default: [],
  },
} as const satisfies Fields;

export type ProfileBody = BodyOf<typeof fields>;

/** IPP-1 to IPP-6: the written filter for recruiting, one partner type per profile. */
export const profilePage = {
  word: 'profile',
  title: 'Ideal partner profile',
  question: 'Which partners of this type will produce, told by what can be measured before signing?',
  minutes: 25,
  seats: ['head_of_partnerships'],
  sections: profileSections,
  fields,
} as const satisfies Page<typeof fields>;
