import { addDays, type LocalDate, mondayOf, parseLocalDate } from '#core/calendar.ts';
import { weeksShown } from '#core/scoreboard/board.ts';
import type { SeatFact } from '#core/scoreboard/facts.ts';
import { seatOpenings } from '#core/scoreboard/openings.ts';
import type { Scoreboard } from '#core/scoreboard/payload.ts';
import { decideScoreboard, type Figures } from '#core/scoreboard/scoreboard.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { localDateAt } from '../clock.ts';
import { readTransaction } from '../database/transaction.ts';
import { invalidField } from '../problem.ts';
import { Kept } from './kept.ts';
import { loadScoreboard } from './load-board.ts';
import { type HeadRow, readHead } from './queries.ts';

/** How many scoreboards a process keeps, over all organizations and dates. */
const kept = new Kept<Figures & { readonly alertWeeks: number }>(200, () => 1, 2);

/**
 * The scoreboard as of a day (today, if none is given): everything as it was known at the end of that day.
 *
 * The figures are kept per organization and day for as long as no fact that moves a figure was written (the head
 * row's facts_seq stands still) and the local date is the same, so a call is one small read. The openings are read
 * fresh: they change without any figure changing. Throws ProblemError `invalid-input` for a day to come.
 */
export async function scoreboard(
  context: Context,
  input: { asOf?: string | undefined } = {},
): Promise<Scoreboard> {
  requireCapability(context, 'scoreboard.read');
  const { organization, ports } = context;
  const org = organization.orgId;
  const today = localDateAt(context.now, organization.timeZone);
  const asOf = parseAsOf(input.asOf, today);
  const since = addDays(mondayOf(asOf), -7 * weeksShown);
  const head = await readTransaction(ports.pool, { org }, (tx) =>
    readHead(tx, org, since, organization.timeZone),
  );
  const key = boardKey(context, asOf, today, head.facts_seq);
  const { alertWeeks, ...figures } = await kept.get(key, () => compute(context, asOf, today));
  const openings = (['cro', 'ceo'] as const).map((seat) =>
    seatOpenings(seatFact(head, seat), asOf, alertWeeks),
  );
  return { ...figures, openings };
}

/** What a value that was computed from the facts of a day stands on. */
export function boardKey(context: Context, asOf: LocalDate, today: LocalDate, factsSeq: number): string {
  return `${context.organization.orgId} ${asOf} ${asOf === today ? 'today' : 'past'} ${factsSeq}`;
}

/** The day that was asked for: a real one, and not one to come. Today if none was. */
export function parseAsOf(text: string | undefined, today: LocalDate): LocalDate {
  if (text === undefined) return today;
  const date = parseLocalDate(text);
  if (date === null) throw invalidField('asOf', 'a date as YYYY-MM-DD', text, 'Write it like 2026-03-31.');
  if (date > today) {
    throw invalidField('asOf', `${today} or earlier`, text, 'Nothing is known yet of a day to come.');
  }
  return date;
}

async function compute(context: Context, asOf: LocalDate, today: LocalDate) {
  const { organization, ports } = context;
  const scope = { org: organization.orgId };
  const { board, facts } = await readTransaction(ports.pool, scope, (tx) =>
    loadScoreboard(tx, organization, asOf),
  );
  const figures = decideScoreboard(board, facts, {
    organization: organization.name,
    currency: organization.currency,
    timeZone: organization.timeZone,
    isToday: asOf === today,
  });
  return { ...figures, alertWeeks: facts.definitions.settings.missedOpeningsAlert };
}

function seatFact(head: HeadRow, seat: 'cro' | 'ceo'): SeatFact {
  const since = head.seats.flatMap(({ roles, on }) => (roles.includes(seat) ? [on] : []));
  return {
    seat,
    heldSince: (since.sort()[0] ?? null) as LocalDate | null,
    openedOn: head.openings.flatMap(({ roles, on }) => (roles.includes(seat) ? [on as LocalDate] : [])),
  };
}
