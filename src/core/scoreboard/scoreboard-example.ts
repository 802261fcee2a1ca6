import { defaultBody } from '#core/program/field.ts';
import { type ScoreboardBody, scoreboardPage } from './scoreboard-page.ts';

const body: ScoreboardBody = defaultBody(scoreboardPage.fields);

/**
 * The scoreboard of the worked example, in minor units of its currency: a quarter of the $3.6M that the algebra asks
 * for, and a quarter of that won.
 */
export const scoreboardExample: ScoreboardBody = {
  ...body,
  targets: { sourcedPipelineMinor: 90_000_000, sourcedClosedWonMinor: 22_500_000 },
};
