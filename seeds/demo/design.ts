import { unchosenIn } from '#core/blueprint/standing-signature.ts';
import { workedExample, workedExampleOn } from '#core/blueprint/worked-example.ts';
import { addDays, daysBetween, type LocalDate, parseLocalDate } from '#core/calendar.ts';
import type { PageWord } from '#core/program/page.ts';
import type { Seat } from '#core/program/seat.ts';
import { proofInStory } from '#server/identity/fresh-proof.ts';
import { assignSeat } from '#server/program/assign-seat.ts';
import { listVersions } from '#server/program/list-versions.ts';
import { proposePage } from '#server/program/propose-page.ts';
import { saveDraft } from '#server/program/save-draft.ts';
import { setClock } from '#server/program/set-clock.ts';
import { signPage } from '#server/program/sign-page.ts';
import { overrideGate } from '#server/program/watch/override-gate.ts';
import type { Stage } from './stage.ts';
import type { Step } from './steps.ts';

type Day = (week: number, within?: number) => LocalDate;

/** Which page is proposed in which week of the program, in the order that works. Tiers stay a draft until gate G5. */
const proposedInWeek: readonly (readonly [week: number, page: PageWord])[] = [
  [2, 'thesis'],
  [3, 'archetypes'],
  [3, 'profile'],
  [4, 'operating_model'],
  [4, 'assumptions'],
  [5, 'registration'],
  [6, 'attribution'],
  [6, 'journey'],
];

/** Who signs for which seat while the design is made: the CEO sits in for the leader, who comes in week 8. */
const signers: readonly (readonly [person: string, seat: Seat])[] = [
  ['cro', 'cro'],
  ['cfo', 'cfo'],
  ['ceo', 'head_of_partnerships'],
];

/**
 * The weeks before the hire: the clock is set, the CEO holds the leader's seat in the interim, and page after page is
 * written, proposed and signed.
 */
export function designing(day: Day): Step[] {
  return [
    {
      on: day(0),
      hour: 10,
      play: async (stage) => {
        await setClock(stage.as('ceo'), { kickoffOn: day(0), mode: 'new' });
        await assignSeat(stage.as('ceo'), 'head_of_partnerships', {
          membershipId: stage.memberId('ceo'),
          interim: 'ceo',
        });
      },
    },
    ...proposedInWeek.map(([week, word]) => ({
      on: day(week, 2),
      hour: 11,
      play: async (stage: Stage) => {
        const body = movedTo(day(week, 2), workedExample[word]);
        const context = stage.as('ops');
        const { revision } = await saveDraft(context, word, { body, confirmed: [], revision: 0 });
        await proposePage(context, word, { revision, inForceFrom: null });
        await signAll(stage, word);
      },
    })),
    {
      on: day(7, 1),
      hour: 11,
      play: async (stage) => {
        const body = movedTo(day(7, 1), workedExample.tiers);
        await saveDraft(stage.as('ops'), 'tiers', { body, confirmed: [], revision: 0 });
      },
    },
  ];
}

/** Every seat that has still to sign signs what waits of a page. */
export async function signAll(stage: Stage, word: PageWord): Promise<void> {
  for (const [who, seat] of signers) {
    const context = stage.as(who);
    const waiting = (await listVersions(context, word)).filter(
      (one) =>
        one.standing === 'proposed' && one.missing.includes(seat) && unchosenIn(word, one.body).length === 0,
    );
    for (const { version } of waiting.toReversed())
      await signPage(context, { word, version, seat }, proofInStory(context));
  }
}

/** Week 8: the leader comes and takes the seat over. */
export async function takeSeat(stage: Stage): Promise<void> {
  await assignSeat(stage.as('ceo'), 'head_of_partnerships', {
    membershipId: stage.memberId('head'),
    interim: null,
  });
}

/** Week 9: all that G4 still misses is a test deal, which only a partner can bring; the CRO lets recruiting begin. */
export function recruiting(on: LocalDate): Step {
  return {
    on,
    hour: 10,
    play: async (stage) => {
      const reason = 'Every page is signed. The test deal comes with the first partner of the cohort.';
      await overrideGate(stage.as('cro'), 'g4', reason);
    },
  };
}

/** All that G5 still misses is not kept in Tandem; the CRO lets the people of partners into the portal. */
export function openingPortal(on: LocalDate): Step {
  return {
    on,
    hour: 10,
    play: async (stage) => {
      const reason =
        'The journey is signed. Certification and co-sell plans are kept outside Tandem this year.';
      await overrideGate(stage.as('cro'), 'g5', reason);
    },
  };
}

/** The same body with every day in it moved as far as this day lies from the day of the worked example. */
function movedTo(on: LocalDate, value: unknown): unknown {
  const days = daysBetween(workedExampleOn, on);
  const move = (one: unknown): unknown => {
    if (typeof one === 'string') {
      const date = parseLocalDate(one);
      return date === null ? one : addDays(date, days);
    }
    if (Array.isArray(one)) return one.map(move);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, move(inner)]));
  };
  return move(value);
}
