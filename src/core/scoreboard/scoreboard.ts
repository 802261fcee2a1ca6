/**
 * The scoreboard: a pure function of facts, definitions, calendar and the as-of date.
 *
 * Handbook: docs/handbook/scoreboard.md
 */

import type { CurrencyCode } from '#core/money.ts';
import { answerOf } from './answer.ts';
import type { Board } from './board.ts';
import { companyLine } from './company-line.ts';
import { compareGroups } from './comparison.ts';
import { shownDefinitions } from './definitions.ts';
import type { BoardFacts } from './facts.ts';
import { leadingIndicators } from './indicators.ts';
import { completenessOf, latestDealOn, missingItems } from './missing.ts';
import type { Scoreboard } from './payload.ts';
import { quarterNames, scopeFigures } from './scope-figures.ts';

/** Whose scoreboard it is, and in which frame its numbers are read. */
export type Frame = {
  readonly organization: string;
  readonly currency: CurrencyCode;
  readonly timeZone: string;
  readonly isToday: boolean;
};

/** Everything but the openings, which change without any figure changing. */
export type Figures = Omit<Scoreboard, 'openings'>;

/** Computes every figure of the screen. The same inputs give the same scoreboard. */
export function decideScoreboard(board: Board, facts: BoardFacts, frame: Frame): Figures {
  const { settings, targets } = facts.definitions;
  const proven = scopeFigures(board, 'proven', facts.partners, settings, targets);
  const claimed = scopeFigures(board, 'openingBalance', facts.partners, settings, targets);
  const completeness = completenessOf(board);
  const figures = {
    ...frame,
    asOf: board.asOf,
    ...quarterNames(board),
    lastMonday: board.lastMonday,
    ...proven,
    openingBalance: { ...claimed, acceptance: facts.acceptance },
    freshness: {
      latestFactOn: facts.latestFactOn,
      latestDealOn: latestDealOn(board),
      latestImport: facts.latestImport,
      opportunities: board.deals.length,
    },
  };
  return {
    ...figures,
    answer: answerOf(figures),
    comparison: compareGroups(board, settings.rateMinimumDeals),
    company: { openPipeline: companyLine(board, 'open'), newThisQuarter: companyLine(board, 'new') },
    indicators: [...leadingIndicators(board.asOf, facts, settings)],
    completeness,
    missing: missingItems(board, facts, completeness),
    audit: facts.audit,
    definitions: shownDefinitions(facts.definitions),
  };
}
