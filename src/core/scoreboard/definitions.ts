/**
 * The definitions behind the figures, in the words that stand beside them.
 *
 * Handbook: docs/handbook/scoreboard.md
 */

import type { SignedDefinitions } from './facts.ts';
import type { DefinitionName, DefinitionsShown } from './payload.ts';

/** The seats whose signatures put the definitions in force (ATT-1). */
const signingSeats = ['cro', 'cfo', 'head_of_partnerships'] as const;

/** The seats that have not signed. */
export function seatsToSign(definitions: SignedDefinitions): string[] {
  return signingSeats.filter((seat) => !definitions.signatures.some((signature) => signature.seat === seat));
}

/** The definitions with their signatures, ready to be shown. */
export function shownDefinitions(definitions: SignedDefinitions): DefinitionsShown {
  const missingSeats = seatsToSign(definitions);
  const written = definitions.version !== null;
  return {
    version: definitions.version,
    inForceFrom: definitions.inForceFrom,
    state: written ? (missingSeats.length === 0 ? 'signed' : 'draft') : 'default',
    signatures: definitions.signatures.map((signature) => ({ ...signature })),
    missingSeats,
    texts: definitionTexts(definitions),
  };
}

function definitionTexts({ settings }: SignedDefinitions): Record<DefinitionName, string> {
  const floors = settings.shareFloors.map((floor) => `${Math.round(floor * 1000) / 10} %`).join(', ');
  return {
    pipeline:
      'A deal is pipeline from the day it first reaches the entry stage, until it is won or lost. ' +
      `The entry stage is the one its source marks, or else stage ${settings.entryStage} (qualified).`,
    newPipeline:
      'New pipeline is the amount of a deal on the day it became pipeline, at the exchange rate of that day. ' +
      'Later changes are bars of the waterfall.',
    sourcedPipelineThisQuarter:
      'Deals with sourced credit that became pipeline in the running fiscal quarter, at the amount of that day.',
    sourcedClosedWonLastQuarter:
      'Deals with sourced credit that were won in the last fiscal quarter, at the exchange rate of the close date.',
    forecastSourcedPipelineNextQuarter:
      'A simple forecast from complete quarters: their mean, or the last one again, whichever missed less on this ' +
      'history. Low and high are P20 and P80.',
    shareOfNewPipeline:
      'Sourced new pipeline over all new pipeline of the company in the running quarter. Program year one starts ' +
      `on the day the first partner is signed; the floors are ${floors} in years one, two and three onward.`,
    activityNotOutput:
      `Raised when the share has not risen by ${settings.flatPoints} percentage points over ` +
      `${settings.flatQuarters} complete quarters.`,
    columns:
      'Every deal has one class of credit. Sourced, co-sold and influenced stand side by side and are never added.',
    memo: 'Assisted: recorded help without a qualifying event. A memo, never a headline.',
    waterfall:
      'Open sourced pipeline expected to close in the running quarter, from the end of last Monday to today. ' +
      'Start plus all bars is end, deal by deal. Deals without a close date, or past it, are inside.',
    winRate:
      'Won over closed deals of the last four complete quarters, with a 95 % interval. Partner: sourced deals. ' +
      `Direct: deals without any partner. Hidden below ${settings.rateMinimumDeals} deals.`,
    cycle:
      'Median days from creation to the win, of deals won in the last four complete quarters, with a 95 % ' +
      `interval. Hidden below ${settings.rateMinimumDeals} deals.`,
    company: 'All deals of the company, each once, with the partner line inside.',
    indicators: 'Activity tells what may come. It is never counted as output.',
    openingBalance:
      'Partner roles that came with an import have no evidence behind them. They stand apart from proven credit ' +
      'and leave the opening balance as soon as anything about the deal is proven.',
    openings:
      `Who opened this page, by week. ${settings.missedOpeningsAlert} weeks in a row without an opening by a seat ` +
      'raise an alert.',
  };
}
