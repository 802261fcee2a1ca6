/**
 * The answer in one sentence: what partners brought, how that compares, what is coming.
 *
 * Handbook: docs/handbook/scoreboard.md
 */

import { type CurrencyCode, currencyExponent } from '#core/money.ts';
import type { FigureKey } from './figure.ts';
import type { AnswerPart, FixedFigure, ScopeFigures, Scoreboard } from './payload.ts';

type Answered = Pick<
  Scoreboard,
  keyof ScopeFigures | 'currency' | 'openingBalance' | 'freshness' | 'asOf' | 'isToday' | 'thisQuarter'
>;

/** The sentence of a scoreboard, in parts that put together are its text. */
export function answerOf(board: Answered): { text: string; parts: AnswerPart[] } {
  const parts = partsOf(board);
  return { text: parts.map(({ text }) => text).join(''), parts };
}

function partsOf(board: Answered): AnswerPart[] {
  const { currency } = board;
  const opening: AnswerPart[] = board.isToday ? [] : [words(`As known on ${board.asOf}: `)];
  if (board.freshness.opportunities === 0) {
    return [...opening, words('No opportunities are known yet, so there is nothing to answer with.')];
  }
  const proven = board.sourcedPipelineThisQuarter;
  const claimed = board.openingBalance.sourcedPipelineThisQuarter;
  return [
    ...opening,
    words('Partner-sourced pipeline '),
    ...amount(proven, currency),
    words(` in ${board.thisQuarter.label}`),
    ...ofPlan(proven),
    ...sinceMonday(proven, currency),
    ...forecast(board, currency),
    words('.'),
    ...(hasClaims(board.openingBalance)
      ? [
          words(' Beside it, imported and unproven: '),
          ...amount(claimed, currency),
          ...sinceMonday(claimed, currency),
          ...forecast(board.openingBalance, currency),
          words('.'),
        ]
      : []),
  ];
}

function hasClaims(claimed: ScopeFigures): boolean {
  return (
    claimed.sourcedPipelineThisQuarter.deals > 0 ||
    claimed.sourcedClosedWonLastQuarter.deals > 0 ||
    claimed.forecastSourcedPipelineNextQuarter.likelyMinor !== null ||
    claimed.columns.sourced.openPipeline.deals > 0
  );
}

function amount({ amountMinor, deals, figure }: FixedFigure, currency: CurrencyCode): AnswerPart[] {
  if (amountMinor === null) {
    return [words(`of unknown amount (${deals} ${deals === 1 ? 'deal' : 'deals'} without one)`)];
  }
  return [money(amountMinor, currency, figure)];
}

function ofPlan({ amountMinor, targetMinor }: FixedFigure): AnswerPart[] {
  if (amountMinor === null || targetMinor === null || targetMinor <= 0) return [];
  const value = amountMinor / targetMinor;
  return [words(', '), { kind: 'percent', text: `${Math.round(value * 100)} %`, value }, words(' of plan')];
}

function sinceMonday({ sinceLastMonday }: FixedFigure, currency: CurrencyCode): AnswerPart[] {
  const change = sinceLastMonday.amountMinor;
  if (change === 0) return [words(', unchanged since last Monday')];
  return [
    words(change > 0 ? ', up ' : ', down '),
    money(Math.abs(change), currency, null),
    words(' on last Monday'),
  ];
}

function forecast(
  { forecastSourcedPipelineNextQuarter: next }: Pick<ScopeFigures, 'forecastSourcedPipelineNextQuarter'>,
  currency: CurrencyCode,
): AnswerPart[] {
  const { lowMinor, likelyMinor, highMinor, figure } = next;
  if (lowMinor === null || likelyMinor === null || highMinor === null) {
    return [words('; no forecast of next quarter yet')];
  }
  return [
    words('; next quarter forecast '),
    money(likelyMinor, currency, figure),
    words(' ('),
    money(lowMinor, currency, figure),
    words(' to '),
    money(highMinor, currency, figure),
    words(')'),
  ];
}

function words(text: string): AnswerPart {
  return { kind: 'words', text };
}

function money(amountMinor: number, currency: CurrencyCode, figure: FigureKey | null): AnswerPart {
  return { kind: 'money', text: compactMoney(amountMinor, currency), amountMinor, figure };
}

/** An amount as people say it: `EUR 4.2M`, `EUR 310k`, `EUR 950`. For sentences; screens format their own. */
export function compactMoney(amountMinor: number, currency: CurrencyCode): string {
  const units = Math.abs(amountMinor) / 10 ** currencyExponent(currency);
  const sign = amountMinor < 0 ? '−' : '';
  for (const [size, mark] of [
    [1e9, 'B'],
    [1e6, 'M'],
    [1e3, 'k'],
  ] as const) {
    // 999,950 is said as 1M, not as 1000k.
    if (units < size * 0.9995) continue;
    const shown = units / size;
    return `${currency} ${sign}${Number(shown.toFixed(shown < 10 ? 2 : shown < 100 ? 1 : 0))}${mark}`;
  }
  return `${currency} ${sign}${Math.round(units)}`;
}
