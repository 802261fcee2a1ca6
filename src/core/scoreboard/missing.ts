/**
 * How complete the facts are, and what would make the numbers better: each gap with what to do about it.
 *
 * Handbook: docs/handbook/scoreboard.md
 */

import type { LocalDate } from '#core/calendar.ts';
import { roles } from '#core/program/roles.ts';
import type { Board } from './board.ts';
import { seatsToSign } from './definitions.ts';
import type { BoardFacts } from './facts.ts';
import { type Gap, gaps } from './figure.ts';
import type { Completeness, MissingItem } from './payload.ts';
import { gapDeals } from './row.ts';

/** Each gap with the deals that have it and those that could. */
export function completenessOf(board: Board): Completeness[] {
  return gaps.map((gap) => {
    const { having, of } = gapDeals(board, gap);
    return { gap, deals: having.length, of, figure: `gap.${gap}` };
  });
}

/** The newest day on which a deal became pipeline or closed; null if none ever did. */
export function latestDealOn(board: Board): LocalDate | null {
  let latest: LocalDate | null = null;
  for (const { enteredOn, closedOn } of board.deals) {
    if (enteredOn !== null && (latest === null || enteredOn > latest)) latest = enteredOn;
    if (closedOn !== null && (latest === null || closedOn > latest)) latest = closedOn;
  }
  return latest;
}

/** What is missing, the most useful repair first. Empty when nothing is. */
export function missingItems(
  board: Board,
  facts: BoardFacts,
  completeness: readonly Completeness[],
): MissingItem[] {
  if (board.deals.length === 0) {
    return [
      plain(
        'noOpportunities',
        'No opportunities are known.',
        'Import the opportunity export that you already have.',
      ),
    ];
  }
  return [
    ...aboutAge(board),
    ...aboutPartners(board, facts),
    ...aboutDeals(completeness, facts.currenciesWithoutRate),
    ...aboutDefinitions(facts),
  ];
}

/** Old data on a new day shows noughts: say where the data is instead. */
function aboutAge(board: Board): MissingItem[] {
  const latest = latestDealOn(board);
  if (latest === null || latest >= board.lastQuarter.start) return [];
  return [
    plain(
      'nothingRecent',
      `No deal became pipeline or closed after ${latest}, so the present quarters are empty.`,
      `Look at the scoreboard as of ${latest}, or import a newer export.`,
    ),
  ];
}

function aboutPartners(board: Board, facts: BoardFacts): MissingItem[] {
  const items: MissingItem[] = [];
  const hasProof = board.deals.some((deal) => deal.credit.class !== 'none');
  if (board.partnerDeals.length === 0) {
    items.push(
      plain(
        'noPartners',
        'No deal names a partner.',
        'Import the partners on your opportunities, or say which lead source, campaign or owner means a partner.',
      ),
    );
  } else if (!hasProof) {
    items.push(
      plain(
        'noEvidence',
        'No credit is proven: every partner on a deal is an imported claim.',
        'Record the introductions and confirm the touches of deals that are open now.',
      ),
    );
  }
  if (facts.acceptance.state === 'open') {
    items.push({
      code: 'openingBalanceNotAccepted',
      deals: facts.acceptance.claims,
      figure: null,
      text: 'Nobody has accepted the imported claims as the opening balance.',
      repair: 'Let the CRO, the CFO or the Head of Partnerships accept them as a whole.',
    });
  }
  if (!facts.partners.some(({ signedOn }) => signedOn !== null)) {
    items.push(
      plain(
        'noSignedPartner',
        'No partner has a date of signature, so program year one has not started and there is no floor.',
        'Enter when each partner was signed.',
      ),
    );
  }
  return items;
}

const repairs: readonly { gap: Gap; code: MissingItem['code']; text: string; repair: string }[] = [
  {
    gap: 'withoutRate',
    code: 'withoutRate',
    text: 'deals have an amount in a currency without an exchange rate.',
    repair: 'Add the rates',
  },
  {
    gap: 'withoutAmount',
    code: 'withoutAmount',
    text: 'deals have no amount; they are counted but not in any sum.',
    repair: 'Fill in their amounts at the source and import again.',
  },
  {
    gap: 'unknownStage',
    code: 'unknownStage',
    text: 'deals have no stage, or one whose meaning nobody has said; they are in no pipeline.',
    repair: 'Map their stages in the import.',
  },
  {
    gap: 'assumedEntry',
    code: 'noStageHistory',
    text: 'deals have no stage history: they are taken to have entered the pipeline when they were created.',
    repair: 'Import the stage history of your opportunities.',
  },
  {
    gap: 'assumedClose',
    code: 'assumedClose',
    text: 'closed deals have no close date of their own.',
    repair: 'Import the close date, or the stage history.',
  },
  {
    gap: 'withoutExpectedClose',
    code: 'withoutExpectedClose',
    text: 'open deals have no expected close date; the waterfall counts them inside the quarter.',
    repair: 'Fill in their close dates at the source and import again.',
  },
];

function aboutDeals(completeness: readonly Completeness[], currencies: readonly string[]): MissingItem[] {
  return repairs.flatMap(({ gap, code, text, repair }) => {
    const found = completeness.find((each) => each.gap === gap);
    if (!found || found.deals === 0) return [];
    const howTo = gap === 'withoutRate' ? `${repair}: ${currencies.join(', ')}.` : repair;
    return [
      {
        code,
        deals: found.deals,
        figure: found.figure,
        text: `${found.deals} of ${found.of} ${text}`,
        repair: howTo,
      },
    ];
  });
}

function aboutDefinitions(facts: BoardFacts): MissingItem[] {
  const { definitions } = facts;
  const items: MissingItem[] = [];
  if (definitions.targets.sourcedPipelinePerQuarterMinor === null) {
    items.push(
      plain('noTargets', 'No target is set for sourced pipeline.', 'Set the targets of the program.'),
    );
  }
  const missing = seatsToSign(definitions);
  if (missing.length > 0) {
    items.push(
      plain(
        'definitionsNotSigned',
        `The definitions are not signed by: ${missing.map(seatLabel).join(', ')}.`,
        'Have each seat sign them; until then every figure is a draft.',
      ),
    );
  }
  return items;
}

function seatLabel(seat: string): string {
  return Object.entries(roles).find(([name]) => name === seat)?.[1].label ?? seat;
}

function plain(code: MissingItem['code'], text: string, repair: string): MissingItem {
  return { code, deals: null, figure: null, text, repair };
}
