import type { GroupField } from '#core/program/field.ts';

const line = (label: string, guidance: string, rule: string, source: string, value: string) =>
  ({
    kind: 'text',
    label,
    guidance,
    rule,
    source,
    lines: 'many',
    most: 600,
    default: value,
  }) as const;

/** Precedence, ties and moves as sentences that people sign (method 5.2, ATT-8 to ATT-14). */
export const sentencesField = {
  kind: 'group',
  label: 'In plain words',
  fields: {
    precedence: line(
      'Precedence',
      'Which class wins where several fit. The figures are counted in this order; the sentence tells partners so.',
      '5.2',
      'INF',
      'Sourced before co-sold before influenced before assisted. The amount of a deal counts under exactly one of them; a sourced deal that was also co-sold stays sourced and carries a mark.',
    ),
    tie: line(
      'Two partners claim to have sourced a deal',
      'A rule by time, so that nobody has to like anybody. Half a credit each would make both numbers wrong.',
      'ATT-12',
      'F',
      'The earliest complete and eligible record wins; on the same day the earliest meeting with the buyer; after that the panel decides. A deal is never split.',
    ),
    influencers: line(
      'Several partners influenced a deal',
      'Everybody is named, one is counted.',
      'ATT-13',
      'INF',
      'All are named; one is primary: the highest role in the table, and among equals the latest act before proposal. The amount counts once.',
    ),
    twoTier: line(
      'Distributor and reseller',
      'Only where you sell through two levels.',
      'ATT-14',
      'O',
      'Both are attached to the one deal; one is credited.',
    ),
    afterLock: line(
      'After the lock',
      'What makes the number safe to report: it can fall by a ruling, never rise by an argument.',
      'ATT-8',
      'F',
      'No deal becomes sourced after its lock. A sourced deal falls to a lower class only when evidence is disproved, a registration is void or a dispute is lost, with two signatures, and the old value is kept.',
    ),
    winBack: line(
      'A lost deal that comes back',
      'Old contacts are not a new origin.',
      'ATT-10',
      'P',
      'It is sourced only if the partner reopened the conversation.',
    ),
    renewal: line(
      'Renewal and expansion',
      'Past credit is not inherited.',
      'ATT-11',
      'INF',
      'Each is a new opportunity and is tested afresh. An expansion that the partner surfaced may be sourced.',
    ),
    record: line(
      'What the opportunity carries',
      'Fields of the CRM, so that the figure can be found again from the deal in minutes.',
      'ATT-2',
      'F',
      'Partner, class, role rows, origin act and its time, link to the evidence, who set the credit and when, lock date, whether it is locked, version of this page.',
    ),
  },
} as const satisfies GroupField;
