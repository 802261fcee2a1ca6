import { daysBetween } from '#core/calendar.ts';
import type { Scope } from '#core/scoreboard/figure.ts';
import type {
  AmountFigure,
  AnswerPart,
  QuarterName,
  ScopeFigures,
  Scoreboard,
  Waterfall,
} from '#core/scoreboard/payload.ts';

/**
 * The answer in two sentences: what is proven, and what an import claims. The second may be empty. That it is an
 * answer of the past is left out: the page says so above it.
 */
export function splitAnswer(answer: readonly AnswerPart[]): { proven: AnswerPart[]; claimed: AnswerPart[] } {
  const parts = answer[0]?.text.startsWith('As known on ') === true ? answer.slice(1) : answer;
  const firstClaim = parts.findIndex(
    (part) => 'figure' in part && part.figure?.startsWith('openingBalance.'),
  );
  if (firstClaim <= 0) return { proven: [...parts], claimed: [] };
  return { proven: parts.slice(0, firstClaim - 1), claimed: parts.slice(firstClaim - 1) };
}

/** Whether any deal stands behind the figures of a scope. */
export function hasDeals(figures: ScopeFigures): boolean {
  const { sourced, coSold, influenced } = figures.columns;
  const columns = [sourced, coSold, influenced, figures.memo.assisted];
  return (
    figures.sourcedPipelineThisQuarter.deals > 0 ||
    figures.sourcedClosedWonLastQuarter.deals > 0 ||
    figures.forecastSourcedPipelineNextQuarter.quarters.some(({ deals }) => deals > 0) ||
    columns.some(({ openPipeline, newThisQuarter, wonLastQuarter }) =>
      [openPipeline, newThisQuarter, wonLastQuarter].some(({ deals }) => deals > 0),
    )
  );
}

/**
 * What the board can stand on: nothing imported; no deal with a partner; claims only; or proven credit. The screen
 * leads with the best that there is.
 */
export function standingOf(board: Scoreboard): 'empty' | 'noPartners' | 'claimsOnly' | 'proven' {
  if (board.freshness.opportunities === 0) return 'empty';
  if (hasDeals(board)) return 'proven';
  return hasDeals(board.openingBalance) ? 'claimsOnly' : 'noPartners';
}

/** The scope that the waterfall shows: the one asked for, else the one with something in it. */
export function shownScope(board: Scoreboard, asked: string | undefined): Scope {
  if (asked === 'proven' || asked === 'openingBalance') return asked;
  return standingOf(board) === 'claimsOnly' ? 'openingBalance' : 'proven';
}

/** How much of a quarter has passed at the end of a day, from 0 to 1. */
export function quarterPassed({ start, end }: QuarterName, on: Scoreboard['asOf']): number {
  const whole = daysBetween(start, end) + 1;
  return Math.max(0, Math.min(1, (daysBetween(start, on) + 1) / whole));
}

/** The bars that are drawn: those that may be left out are, while they are empty. */
export function drawnBars({ bars }: Waterfall): Waterfall['bars'] {
  return bars.filter((bar) => !bar.onlyIfNotEmpty || bar.deals > 0 || bar.amountMinor !== 0);
}

/** "3 deals", "1 deal, 1 without an amount". */
export function dealsText({ deals, dealsWithoutAmount }: Omit<AmountFigure, 'figure'>): string {
  const count = `${deals} ${deals === 1 ? 'deal' : 'deals'}`;
  return dealsWithoutAmount === 0 ? count : `${count}, ${dealsWithoutAmount} without an amount`;
}

/** The share of deals that do not have a gap; null where no deal could have it. */
export function completeShare(
  board: Scoreboard,
  gap: Scoreboard['completeness'][number]['gap'],
): number | null {
  const found = board.completeness.find((each) => each.gap === gap);
  return found === undefined || found.of === 0 ? null : 1 - found.deals / found.of;
}

/** The parts of a bar from 0 to 1 by amount, in their order; nothing for those without a known positive amount. */
export function stackParts<Part extends { amountMinor: number | null }>(
  parts: readonly Part[],
): (Part & { from: number; to: number })[] {
  const size = ({ amountMinor }: { amountMinor: number | null }): number => Math.max(0, amountMinor ?? 0);
  const whole = parts.reduce((sum, part) => sum + size(part), 0);
  let at = 0;
  return parts.flatMap((part) => {
    if (size(part) === 0) return [];
    const from = at;
    at += size(part) / whole;
    return [{ ...part, from, to: at }];
  });
}
