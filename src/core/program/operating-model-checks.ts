/**
 * What an operating model needs before it is signed (OM-1 to OM-3, ATT-1): a number for each seat and no number
 * twice, a decider and a doer for each decision, a start that follows the design.
 *
 * Handbook: docs/handbook/program.md
 */

import { namesActivity } from './activity-words.ts';
import type { Check, CheckCatalogue } from './check.ts';
import { advisory, blocking, everyRow } from './judge.ts';
import { type OperatingModelBody, operatingModelPage } from './operating-model.ts';
import { type Seat, seatLabel, seats } from './seat.ts';

/** The checks of the page. `heldSeats`: whether somebody holds a seat; a seat that is absent is not known. */
export function checkOperatingModel(
  body: OperatingModelBody,
  heldSeats: Readonly<Partial<Record<Seat, boolean>>>,
): Check[] {
  return [
    ...checkNumbers(body),
    ...checkHolders(heldSeats),
    ...checkDecisions(body),
    ...checkStarts(body),
    advisory('OM-3', 'om.cap', 'caps.pmCap', body.caps.pmCap <= body.caps.pmBreak, {
      cap: body.caps.pmCap,
      most: body.caps.pmBreak,
    }),
    blocking('OM-2', 'om.sponsor', 'sponsor', body.sponsor.topTier && body.sponsor.onboardingDays > 0, {
      topTier: body.sponsor.topTier,
    }),
  ];
}

function checkNumbers({ seats: rows }: OperatingModelBody): Check<OperatingModelCode>[] {
  const numbers = seats.map((seat) => ({ seat, number: plain(rows[seat].number) }));
  const path = (seat: Seat) => `seats.${seat}.number`;
  const given = numbers.filter(({ number }) => number !== '');
  return [
    ...everyRow(
      'seats',
      numbers.map(({ seat, number }) =>
        blocking('OM-1', 'om.number', path(seat), number !== '', { seat: seatLabel(seat) }),
      ),
    ),
    ...everyRow(
      'seats',
      given.map(({ seat, number }, index) => {
        const owner = given.slice(0, index).find((earlier) => earlier.number === number);
        const other = owner === undefined ? null : seatLabel(owner.seat);
        return blocking('OM-1', 'om.number_twice', path(seat), other === null, {
          seat: seatLabel(seat),
          other,
        });
      }),
    ),
    ...everyRow(
      'seats',
      given.map(({ seat, number }) =>
        blocking('OM-1', 'om.one_number', path(seat), !number.includes(';'), { seat: seatLabel(seat) }),
      ),
    ),
    ...everyRow(
      'seats',
      given.map(({ seat, number }) =>
        advisory('10', 'om.activity', path(seat), !namesActivity(number), { seat: seatLabel(seat) }),
      ),
    ),
  ];
}

function checkHolders(held: Readonly<Partial<Record<Seat, boolean>>>): Check<OperatingModelCode>[] {
  const known = seats.filter((seat) => held[seat] !== undefined);
  return everyRow(
    'seats',
    known.map((seat) =>
      advisory('OM-1', 'om.holder', `seats.${seat}`, held[seat] === true, { seat: seatLabel(seat) }),
    ),
  );
}

function checkDecisions({ raci }: OperatingModelBody): Check<OperatingModelCode>[] {
  const { rows } = operatingModelPage.fields.raci;
  const decisions = (Object.keys(rows) as (keyof typeof rows)[]).map((key) => ({
    key,
    decision: rows[key].label,
    parts: seats.map((seat) => raci[key][seat]),
  }));
  const decides = (part: string) => part === 'decides' || part === 'decides_and_does';
  const does = (part: string) => part === 'does' || part === 'decides_and_does';
  const deciders = (key: keyof typeof rows) => seats.filter((seat) => decides(raci[key][seat]));
  const signers = operatingModelPage.seats.filter((seat) => !decides(raci.attribution[seat]));
  return [
    ...everyRow(
      'raci',
      decisions.map(({ key, decision, parts }) =>
        blocking('4.2', 'om.decider', `raci.${key}`, parts.some(decides), { decision }),
      ),
    ),
    ...everyRow(
      'raci',
      decisions.map(({ key, decision, parts }) =>
        blocking('4.2', 'om.doer', `raci.${key}`, parts.some(does), { decision }),
      ),
    ),
    ...everyRow(
      'raci',
      decisions.map(({ key, decision }) => {
        const several = deciders(key).length > 1;
        return advisory('4.2', 'om.deciders_note', `raci.${key}`, !several || plain(raci[key].note) !== '', {
          decision,
          seats: deciders(key).map(seatLabel).join(', '),
        });
      }),
    ),
    blocking('ATT-1', 'om.attribution', 'raci.attribution', signers.length === 0, {
      seats: signers.map(seatLabel).join(', '),
    }),
  ];
}

function checkStarts({ seats: rows, caps }: OperatingModelBody): Check<OperatingModelCode>[] {
  const leader = rows.head_of_partnerships.startWeek;
  const first = rows.partner_manager.startWeek;
  if (leader === null) return [];
  const early = advisory(
    'G5',
    'om.leader_early',
    'seats.head_of_partnerships.startWeek',
    leader >= caps.designWeeks,
    { week: leader, design: caps.designWeeks, delay: caps.hireDelayWeeks },
  );
  if (first === null) return [early];
  return [
    early,
    advisory('S1', 'om.manager_early', 'seats.partner_manager.startWeek', first >= leader, {
      week: first,
      leader,
    }),
  ];
}

function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ').replace(/\.$/, '').toLowerCase();
}

type OperatingModelCode = keyof typeof operatingModelCheckWords;

export const operatingModelCheckWords = {
  'om.number': {
    holds: () => 'Every seat has its number.',
    fails: ({ seat }) => `${seat} has no number. Write the one number that this seat answers for.`,
  },
  'om.number_twice': {
    holds: () => 'No number belongs to two seats.',
    fails: ({ seat, other }) =>
      `${seat} owns the same number as ${other}. What two seats own, neither answers for; give one of them another number.`,
  },
  'om.one_number': {
    holds: () => 'Every seat answers for a single number.',
    fails: ({ seat }) =>
      `${seat} has more than one number. Keep the one that you would ask for first; the other is its guard number.`,
  },
  'om.activity': {
    holds: () => 'No seat is measured by activity.',
    fails: ({ seat }) =>
      `The number of ${seat} counts activity. Activity can rise for a year while no deal comes of it; take what it should lead to.`,
  },
  'om.holder': {
    holds: () => 'Every seat has a holder.',
    fails: ({ seat }) =>
      `Nobody holds the seat ${seat}. Name its person, or the CEO, the CRO or an advisor in the interim: gate G3 stays closed until then.`,
  },
  'om.decider': {
    holds: () => 'Every decision has a seat that decides.',
    fails: ({ decision }) => `Nobody decides: ${decision}. Give one seat “Decides”.`,
  },
  'om.doer': {
    holds: () => 'Every decision has a seat that does the work.',
    fails: ({ decision }) => `Nobody does the work: ${decision}. Give one seat “Does”.`,
  },
  'om.deciders_note': {
    holds: () => 'Where several seats decide, the note says which decides when.',
    fails: ({ decision, seats: deciders }) =>
      `${decision}: ${deciders} decide, and no note says who decides when. The first disagreement would have no end.`,
  },
  'om.attribution': {
    holds: () => 'CRO, CFO and Head of Partnerships all decide on the attribution page.',
    fails: ({ seats: missing }) =>
      `The attribution page is signed by CRO, CFO and Head of Partnerships. Let this seat decide too: ${missing}.`,
  },
  'om.leader_early': {
    holds: ({ week, design }) =>
      `The Head of Partnerships starts in week ${week}, when the design of week ${design} is done.`,
    fails: ({ week, design, delay }) =>
      `The Head of Partnerships starts in week ${week}, before the design is done in week ${design}. Programs that hire first lose about ${delay} weeks; let the seat be held in the interim.`,
  },
  'om.manager_early': {
    holds: () => 'The partner manager starts with the leader or after.',
    fails: ({ week, leader }) =>
      `The partner manager starts in week ${week}, the leader in week ${leader}. Somebody would manage partners before anyone answers for the system, and get a second plan when the leader comes.`,
  },
  'om.cap': {
    holds: ({ cap }) => `One partner manager carries at most ${cap} active partners.`,
    fails: ({ cap, most }) =>
      `A cap of ${cap} partners per manager is beyond the ${most} at which the cadence breaks. The rest would hear from nobody; hire earlier or lower the cap.`,
  },
  'om.sponsor': {
    holds: () => 'Partners of the third tier and partners in onboarding have an executive sponsor.',
    fails: ({ topTier }) =>
      topTier === true
        ? 'A partner in onboarding has no executive sponsor. Say for how many days it has one.'
        : 'Partners of the third tier have no executive sponsor. Switch it on: without one nobody can decide what a partner manager cannot.',
  },
} as const satisfies CheckCatalogue;
