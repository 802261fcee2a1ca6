import type { LocalDate } from '#core/calendar.ts';
import type { PartnerId } from '#core/ids.ts';
import { lastMondayBefore } from '#core/scoreboard/board.ts';
import type { DealAsOf } from '#core/scoreboard/deal.ts';
import type { FigureKey } from '#core/scoreboard/figure.ts';
import { type Figure, parseFigureKey, unitOf } from '#core/scoreboard/figure-key.ts';
import type { FigureRow, FigureRows } from '#core/scoreboard/payload.ts';
import { type Row, rowsOf, sumRows } from '#core/scoreboard/row.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { localDateAt } from '../clock.ts';
import { readTransaction, type Tx } from '../database/transaction.ts';
import { invalidField } from '../problem.ts';
import { Kept } from './kept.ts';
import { loadBoard } from './load-board.ts';
import { dealNames, partnerNames, readFactsSeq } from './queries.ts';
import { boardKey, parseAsOf } from './scoreboard.ts';

type KeptRows = Pick<FigureRows, 'total' | 'rows' | 'rowsWithoutAmount'> & {
  readonly sorted: readonly Row[];
};

/** Rows are kept by their number: a figure may have a row for each deal of the company. */
const kept = new Kept<KeptRows>(400_000, (value) => value.sorted.length + 1);

export type FigureRowsInput = {
  readonly figure: string;
  readonly asOf?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
};

/**
 * The rows behind a figure of the scoreboard, a page at a time, the largest contribution first. All pages together
 * sum to the figure, and every page says the total. Rows that do not add a known amount come last.
 * Throws ProblemError `invalid-input` for a figure, day or cursor that does not exist.
 */
export async function figureRows(context: Context, input: FigureRowsInput): Promise<FigureRows> {
  requireCapability(context, 'scoreboard.read');
  const { organization, ports } = context;
  const org = organization.orgId;
  const figure = parseFigureKey(input.figure);
  if (figure === null) {
    throw invalidField(
      'figure',
      'a figure of the scoreboard',
      input.figure,
      'Take it from the scoreboard as it stands.',
    );
  }
  const today = localDateAt(context.now, organization.timeZone);
  const asOf = parseAsOf(input.asOf, today);
  const start = parseCursor(input.cursor);
  const limit = Math.min(200, Math.max(1, input.limit ?? 50));
  return readTransaction(ports.pool, { org }, async (tx) => {
    const factsSeq = await readFactsSeq(tx, org);
    const key = `${boardKey(context, asOf, today, factsSeq)} ${input.figure}`;
    const { sorted, ...sums } = await kept.get(key, () =>
      computeRows(tx, context, asOf, figure, input.figure),
    );
    const from = start === null ? 0 : firstAfter(sorted, start);
    const page = sorted.slice(from, from + limit);
    const last = page.at(-1);
    return {
      figure: input.figure as FigureKey,
      asOf,
      unit: unitOf(figure),
      ...sums,
      items: await namedRows(tx, context, page),
      nextCursor: last !== undefined && from + limit < sorted.length ? cursorOf(last) : null,
    };
  });
}

async function computeRows(
  tx: Tx,
  context: Context,
  asOf: LocalDate,
  figure: Figure,
  key: string,
): Promise<KeptRows> {
  const { board } = await loadBoard(tx, context.organization, asOf, {
    partnersOnly: 'scope' in figure,
    pastDays: figure.kind === 'waterfall' || figure.kind === 'waterfallNote' ? [lastMondayBefore(asOf)] : [],
  });
  const rows = rowsOf(board, figure);
  const { amountMinor, deals, dealsWithoutAmount } = sumRows(key as FigureKey, rows);
  return {
    sorted: rows.sort((a, b) => order(placeOf(a), placeOf(b))),
    total: amountMinor,
    rows: deals,
    rowsWithoutAmount: dealsWithoutAmount,
  };
}

async function namedRows(tx: Tx, context: Context, page: readonly Row[]): Promise<FigureRow[]> {
  const org = context.organization.orgId;
  const ids = page.map(({ deal }) => deal.opportunityId);
  const partners = [...new Set(page.flatMap(({ deal }) => partnerOf(deal) ?? []))];
  const named = new Map((await dealNames(tx, org, ids)).map((row) => [row.opportunity_id, row]));
  const partnersById = new Map(
    (await partnerNames(tx, org, partners)).map((row) => [row.partner_id, row.name]),
  );
  return page.map(({ deal, contribution }) => {
    const names = named.get(deal.opportunityId);
    return {
      opportunityId: deal.opportunityId,
      number: deal.number,
      name: names?.name ?? `#${deal.number}`,
      accountName: names?.account_name ?? null,
      partnerName: partnersById.get(partnerOf(deal) ?? '') ?? null,
      outcome: deal.outcome,
      enteredOn: deal.enteredOn,
      expectedCloseOn: deal.expectedCloseOn,
      closedOn: deal.closedOn,
      contribution,
      isUnproven: deal.credit.class === 'none' && deal.claim !== null,
      isDisputed: deal.credit.disputed,
    };
  });
}

function partnerOf(deal: DealAsOf): PartnerId | null {
  return deal.credit.partnerId ?? deal.claim?.partnerId ?? null;
}

/** Where a row stands: by size, unknown last, and by id among equals. */
type Place = readonly [size: number, id: string];

function placeOf({ contribution, deal }: Row): Place {
  return [contribution === null ? -1 : Math.abs(contribution), deal.opportunityId];
}

function order(a: Place, b: Place): number {
  return b[0] - a[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0);
}

function firstAfter(sorted: readonly Row[], place: Place): number {
  const index = sorted.findIndex((row) => order(place, placeOf(row)) < 0);
  return index < 0 ? sorted.length : index;
}

function cursorOf(row: Row): string {
  return placeOf(row).join('_');
}

function parseCursor(text: string | undefined): Place | null {
  if (text === undefined) return null;
  const [, size, id] = /^(-?\d{1,16})_([0-9a-f-]{36})$/.exec(text) ?? [];
  if (size === undefined || id === undefined) {
    throw invalidField(
      'cursor',
      'nextCursor of the page before',
      text,
      'Leave it out to start at the first page.',
    );
  }
  return [Number(size), id];
}
