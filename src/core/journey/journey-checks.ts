/**
 * What the partner journey needs before it is signed (JR-1 to JR-4, method 8): a proof for every line, one commercial
 * event that means activated, a clock that runs forward and ends.
 *
 * Handbook: docs/handbook/program.md
 */

import type { Check, CheckCatalogue } from '#core/program/check.ts';
import { advisory, blocking, everyRow } from '#core/program/judge.ts';
import type { JourneyBody } from './journey-page.ts';
import { journeyStages } from './journey-stage.ts';
import { weeksOf } from './journey-weeks.ts';

/** The checks of the page. */
export function checkJourney(body: JourneyBody): Check[] {
  return [
    ...checkDone(body),
    ...checkActivation(body),
    ...checkClock(body),
    ...checkPlan(body),
    ...checkLadder(body),
    ...checkReview(body),
    ...checkOffBoarding(body),
  ];
}

function checkDone({ done }: JourneyBody): Check<JourneyCode>[] {
  const isProved = (row: JourneyBody['done'][number]) => row.line.trim() !== '' && row.proof.trim() !== '';
  return [
    ...everyRow(
      'done',
      Object.entries(journeyStages).map(([key, stage]) =>
        blocking(
          'JR-4',
          'journey.stage_done',
          'done',
          done.some((row) => row.stage === key && isProved(row)),
          {
            stage,
          },
        ),
      ),
    ),
    ...everyRow(
      'done',
      done.map((row, index) =>
        blocking('JR-4', 'journey.line_proof', `done[${index}].proof`, row.proof.trim() !== '', {
          line: row.line.trim() || `line ${index + 1}`,
        }),
      ),
    ),
  ];
}

/** Learning, and being let in: what enables a partner and is no commercial event. */
const learning =
  /\b(?:certif\w*|train(?:ing|ings|ed)?|courses?|log(?:s|ged)?[ -]?(?:in|ins|on)|kick-?offs?|enabled|enablement|onboarded|webinars?|access)\b/iu;
const commercial =
  /\b(?:registrations?|registered|opportunit\w*|deals?|introduc\w*|orders?|pipeline|sold|sale|offers?)\b/iu;

function checkActivation({ done, activation }: JourneyBody): Check<JourneyCode>[] {
  const lines = done
    .map((row, index) => ({ ...row, index }))
    .filter(({ stage, line }) => stage === 'activate' && line.trim() !== '');
  const first = `done[${lines[0]?.index ?? 0}].line`;
  return [
    ...everyRow(
      'done',
      lines.map(({ line, index }) =>
        blocking('JR-1', 'journey.activation_learning', `done[${index}].line`, !learning.test(line), {
          word: learning.exec(line)?.[0] ?? null,
        }),
      ),
    ),
    blocking('JR-1', 'journey.activation_one', first, lines.length <= 1, { lines: lines.length }),
    ...everyRow(
      'done',
      lines.map(({ line, index }) =>
        advisory('JR-1', 'journey.activation_event', `done[${index}].line`, commercial.test(line), { line }),
      ),
    ),
    blocking(
      'JR-3',
      'journey.recruiting',
      'activation.stopBelow',
      activation.stopBelow <= activation.target,
      {
        stop: percent(activation.stopBelow),
        target: percent(activation.target),
      },
    ),
  ];
}

function checkClock({ clock, stages }: JourneyBody): Check<JourneyCode>[] {
  const { artefactDays, onboardDays, targetDays, dueDays, stopDays } = clock;
  const inOrder =
    artefactDays > 0 &&
    artefactDays < onboardDays &&
    onboardDays <= targetDays &&
    targetDays < dueDays &&
    dueDays < stopDays;
  const deadlines = [
    { key: 'onboard', day: stages.onboard.deadlineDays, clockDay: onboardDays },
    { key: 'activate', day: stages.activate.deadlineDays, clockDay: dueDays },
  ] as const;
  return [
    blocking('J2', 'journey.clock', 'clock', inOrder, {
      artefact: artefactDays,
      onboard: onboardDays,
      target: targetDays,
      due: dueDays,
      stop: stopDays,
    }),
    ...everyRow(
      'stages',
      deadlines.map(({ key, day, clockDay }) =>
        advisory('8', 'journey.deadline', `stages.${key}.deadlineDays`, day === null || day === clockDay, {
          stage: journeyStages[key],
          day,
          clock: clockDay,
        }),
      ),
    ),
  ];
}

/** JR-4, and 8.1: the plan reaches from the first week to the one in which activation is due. */
function checkPlan({ plan, clock }: JourneyBody): Check<JourneyCode>[] {
  const rows = plan.map((row, index) => ({ ...row, index, number: weeksOf(row.weeks) }));
  const planned = new Set(rows.flatMap(({ number }) => number ?? []));
  const last = Math.ceil(clock.dueDays / 7);
  const missing = Array.from({ length: last }, (_, index) => index + 1).filter((week) => !planned.has(week));
  return [
    ...everyRow(
      'plan',
      rows.map(({ index, line, owner, number, proof }) => {
        const lacks = [
          owner === null ? 'an owner' : '',
          number === null ? 'weeks' : '',
          proof.trim() === '' ? 'a proof' : '',
        ].filter((one) => one !== '');
        return blocking('JR-4', 'journey.plan_line', `plan[${index}]`, lacks.length === 0, {
          line: line.trim() || `line ${index + 1}`,
          lacks: lacks.join(' and '),
        });
      }),
    ),
    advisory('8.1', 'journey.plan_weeks', 'plan', missing.length === 0, {
      missing: missing.join(', '),
      count: missing.length,
      last,
    }),
  ];
}

function checkLadder({ ladder }: JourneyBody): Check<JourneyCode>[] {
  const most = ladder.steps.length;
  const empty = ladder.steps.findIndex((step, index) => index < ladder.rungs && step.trim() === '');
  return [
    blocking('8.3', 'journey.ladder', 'ladder.rungs', ladder.rungs >= 1 && ladder.rungs <= most, {
      rungs: ladder.rungs,
      most,
    }),
    blocking('8.3', 'journey.ladder_step', `ladder.steps[${Math.max(0, empty)}]`, empty === -1, {
      rung: empty + 1,
    }),
  ];
}

function checkReview({ review }: JourneyBody): Check<JourneyCode>[] {
  const { commitmentsLeast: least, commitmentsMost: most } = review;
  return [
    blocking('8.2', 'journey.commitments', 'review.commitmentsLeast', least > 0 && least <= most, {
      least,
      most,
    }),
  ];
}

function checkOffBoarding({ offBoarding }: JourneyBody): Check<JourneyCode>[] {
  const {
    cureDays: cure,
    removeDays: remove,
    dormantDays: dormant,
    noRegistrationDays: silent,
  } = offBoarding;
  return [
    blocking('8.4', 'journey.cure', 'offBoarding.cureDays', cure > 0 && cure < remove, { cure, remove }),
    advisory('8.4', 'journey.dormant', 'offBoarding.dormantDays', dormant <= silent, { dormant, silent }),
  ];
}

function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}

type JourneyCode = keyof typeof journeyCheckWords;

export const journeyCheckWords = {
  'journey.stage_done': {
    holds: () => 'Every stage says when it is done.',
    fails: ({ stage }) =>
      `Nothing says when “${stage}” is done. Add a line with what has to have happened, and what proves it.`,
  },
  'journey.line_proof': {
    holds: () => 'Every line has its proof.',
    fails: ({ line }) => `“${line}” has no proof. Say what you would show, or take the line out.`,
  },
  'journey.activation_learning': {
    holds: () => 'Activation is something other than learning.',
    fails: ({ word }) =>
      `“${word}” enables a partner and does not activate it. Take the first accepted registration or joint opportunity, and move this line to Onboard.`,
  },
  'journey.activation_one': {
    holds: () => 'Activation is a single event.',
    fails: ({ lines }) =>
      `Activation has ${lines} lines. Keep the one commercial event that can be dated, and move the others to another stage.`,
  },
  'journey.activation_event': {
    holds: () => 'Activation is a commercial event.',
    fails: ({ line }) =>
      `“${line}” names no registration, opportunity or deal. A feeling of activity would count, and the rate would say nothing.`,
  },
  'journey.recruiting': {
    holds: ({ stop, target }) => `The target is ${target} %, and recruiting stops below ${stop} %.`,
    fails: ({ stop, target }) =>
      `Recruiting would stop below ${stop} % while the target is ${target} %. Stop below the target, not above it.`,
  },
  'journey.clock': {
    holds: ({ artefact, onboard, target, due, stop }) =>
      `The clock runs forward: day ${artefact}, ${onboard}, ${target}, ${due}, ${stop}.`,
    fails: ({ artefact, onboard, target, due, stop }) =>
      `The clock stands at day ${artefact}, ${onboard}, ${target}, ${due}, ${stop}. Put joint action, onboarded, target, due and stop in that order.`,
  },
  'journey.deadline': {
    holds: () => 'The stages end when the clock says.',
    fails: ({ stage, day, clock }) =>
      `“${stage}” is done by day ${day}, and the clock says day ${clock}. Two dates for one thing, and each side reads its own.`,
  },
  'journey.plan_line': {
    holds: () => 'Every line of the plan has an owner, its weeks and a proof.',
    fails: ({ line, lacks }) => `“${line}” lacks ${lacks}. Add it, or take the line out of the plan.`,
  },
  'journey.plan_weeks': {
    holds: ({ last }) => `The plan covers weeks 1 to ${last}.`,
    fails: ({ missing, count }) =>
      `Nothing is planned for ${count === 1 ? 'week' : 'weeks'} ${missing}. A week without a date is the week in which a partner goes quiet.`,
  },
  'journey.ladder': {
    holds: ({ rungs }) => `Somebody is chased ${rungs} times at most; the last is a decision.`,
    fails: ({ rungs, most }) =>
      `The ladder has ${rungs} rungs; it takes 1 to ${most}. After the last one somebody decides, nobody chases.`,
  },
  'journey.ladder_step': {
    holds: () => 'Every rung of the ladder says what happens.',
    fails: ({ rung }) =>
      `Rung ${rung} does not say what happens on it. Write it, or make the ladder shorter.`,
  },
  'journey.commitments': {
    holds: ({ least, most }) => `A review ends with ${least} to ${most} commitments per side.`,
    fails: ({ least, most }) =>
      `A review would end with ${least} to ${most} commitments per side. Ask for at least one, and put the smaller number first.`,
  },
  'journey.cure': {
    holds: ({ cure, remove }) => `A partner has ${cure} days to recover, and leaves after ${remove}.`,
    fails: ({ cure, remove }) =>
      `The cure plan lasts ${cure} days and access ends on day ${remove}. Give time for a cure, and let it end before access does.`,
  },
  'journey.dormant': {
    holds: () => 'A partner is marked dormant before it is asked to leave.',
    fails: ({ dormant, silent }) =>
      `A partner is dormant after ${dormant} days but off-boarded after ${silent} without a registration. Nobody would see it coming.`,
  },
} as const satisfies CheckCatalogue;
