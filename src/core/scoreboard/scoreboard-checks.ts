/**
 * What the scoreboard needs before it is signed (method 10): targets that are output, floors that rise, an owner for
 * each indicator.
 *
 * Handbook: docs/handbook/scoreboard.md
 */

import { namesActivity } from '#core/program/activity-words.ts';
import type { Check, CheckCatalogue } from '#core/program/check.ts';
import { advisory, blocking, everyRow } from '#core/program/judge.ts';
import { type Role, roles } from '#core/program/roles.ts';
import { type ScoreboardBody, scoreboardPage } from './scoreboard-page.ts';

type Indicator = keyof ScoreboardBody['indicators'];

/** The checks of the page. */
export function checkScoreboard(body: ScoreboardBody): Check[] {
  return [...checkTargets(body), ...checkFloors(body), ...checkIndicators(body), ...checkJudged(body)];
}

function checkTargets({
  targets,
  indicators,
  flatPoints,
  flatQuarters,
}: ScoreboardBody): Check<ScoreboardCode>[] {
  const keys = ['sourcedPipelineMinor', 'sourcedClosedWonMinor'] as const;
  const output = indicatorKeys().filter((key) => indicators[key].kind === 'lagging');
  return [
    ...everyRow(
      'targets',
      keys.map((key) =>
        advisory('10', 'score.target', `targets.${key}`, (targets[key] ?? 0) > 0, {
          target: scoreboardPage.fields.targets.fields[key].label,
        }),
      ),
    ),
    ...everyRow(
      'indicators',
      output.map((key) =>
        blocking('10', 'score.row_one', `indicators.${key}.target`, !namesActivity(indicators[key].target), {
          indicator: label(key),
        }),
      ),
    ),
    blocking('10', 'score.flat', 'flatPoints', flatPoints > 0 && flatQuarters > 0, {
      points: flatPoints,
      quarters: flatQuarters,
    }),
  ];
}

function checkFloors({ shareFloors }: ScoreboardBody): Check<ScoreboardCode>[] {
  const falling = shareFloors.findIndex(
    (floor, index) => index > 0 && floor <= (shareFloors[index - 1] ?? 0),
  );
  return [
    blocking('10', 'score.floors', `shareFloors[${Math.max(0, falling)}]`, falling === -1, {
      year: falling + 1,
    }),
    blocking('10', 'score.floor_none', 'shareFloors[0]', (shareFloors[0] ?? 0) > 0),
  ];
}

function checkIndicators({ indicators }: ScoreboardBody): Check<ScoreboardCode>[] {
  return everyRow(
    'indicators',
    indicatorKeys()
      .filter((key) => indicators[key].owner.trim() !== '')
      .map((key) =>
        blocking('10', 'score.owner', `indicators.${key}.owner`, namesRole(indicators[key].owner), {
          indicator: label(key),
          owner: indicators[key].owner,
        }),
      ),
  );
}

function checkJudged({ indicators, judged: bounds }: ScoreboardBody): Check<ScoreboardCode>[] {
  const judged = indicatorKeys().filter((key) => indicators[key].isJudged);
  const count = judged.length;
  return [
    advisory('10', 'score.judged', 'indicators', count >= bounds.least && count <= bounds.most, {
      count,
      least: bounds.least,
      most: bounds.most,
    }),
    ...everyRow(
      'indicators',
      judged.map((key) =>
        advisory(
          '10',
          'score.judged_leading',
          `indicators.${key}.isJudged`,
          indicators[key].kind === 'lagging',
          {
            indicator: label(key),
          },
        ),
      ),
    ),
  ];
}

function indicatorKeys(): Indicator[] {
  return Object.keys(scoreboardPage.fields.indicators.rows) as Indicator[];
}

function label(key: Indicator): string {
  return scoreboardPage.fields.indicators.rows[key].label;
}

/** A role of the desk that answers for a number, by its label. */
function namesRole(text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return (Object.keys(roles) as Role[]).some(
    (role) =>
      roles[role].face === 'desk' && roles[role].owns !== null && roles[role].label.toLowerCase() === wanted,
  );
}

type ScoreboardCode = keyof typeof scoreboardCheckWords;

export const scoreboardCheckWords = {
  'score.target': {
    holds: () => 'Sourced pipeline and sourced closed-won have a target.',
    fails: ({ target }) =>
      `${target} has no target. The scoreboard shows the figure all the same, but nobody can say whether it is good.`,
  },
  'score.row_one': {
    holds: () =>
      'The first row is sourced pipeline, sourced closed-won and forecast, and no result is measured by activity.',
    fails: ({ indicator }) =>
      `The target of “${indicator}” counts activity. Results are measured by deals; move activity to a leading indicator.`,
  },
  'score.flat': {
    holds: ({ points, quarters }) =>
      `An alarm goes off if the share has not risen by ${points} points in ${quarters} quarters.`,
    fails: () =>
      'The alarm for activity without output is off. Give it a rise above 0 and at least one quarter.',
  },
  'score.floors': {
    holds: () => 'The floors rise from year to year.',
    fails: ({ year }) =>
      `The floor of year ${year} is not above the one before. Let the share of partners grow.`,
  },
  'score.floor_none': {
    holds: () => 'The first year has a floor.',
    fails: () => 'The first year has no floor. Say which share of new pipeline partners should source.',
  },
  'score.owner': {
    holds: () => 'Every indicator has a role that owns it.',
    fails: ({ indicator, owner }) =>
      `“${indicator}” is owned by “${owner}”, which is no role of the program. Write one, such as “Partner ops”: a person may leave, the seat stays.`,
  },
  'score.judged': {
    holds: ({ count }) => `The leader is judged on ${count} numbers.`,
    fails: ({ count, least, most }) =>
      `The leader is judged on ${count} ${count === 1 ? 'number' : 'numbers'}; ${least} to ${most} work. Fewer are gamed, and more are forgotten.`,
  },
  'score.judged_leading': {
    holds: () => 'The leader is judged on results.',
    fails: ({ indicator }) =>
      `The leader would be judged on “${indicator}”, which is a leading indicator. It can be met while nothing is sold.`,
  },
} as const satisfies CheckCatalogue;
