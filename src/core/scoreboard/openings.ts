import { addDays, type LocalDate, mondayOf } from '#core/calendar.ts';
import { weeksShown } from './board.ts';
import type { SeatFact } from './facts.ts';
import type { SeatOpenings } from './payload.ts';

/**
 * How often a seat opened the scoreboard, by week (Monday to Sunday), and whether it is time for an alert:
 * `alertWeeks` complete weeks in a row without an opening, counted back from the last complete week. The running
 * week ends an alert, never begins one. A week counts only if somebody held the seat since before its Monday.
 */
export function seatOpenings(fact: SeatFact, asOf: LocalDate, alertWeeks: number): SeatOpenings {
  const running = mondayOf(asOf);
  const opened = fact.openedOn.filter((on) => on <= asOf);
  const weeks = Array.from({ length: weeksShown }, (_, index) => {
    const monday = addDays(running, -7 * (weeksShown - 1 - index));
    return { monday, openings: opened.filter((on) => mondayOf(on) === monday).length };
  });
  const lastOpenedOn = opened.reduce<LocalDate | null>(
    (last, on) => (last === null || on > last ? on : last),
    null,
  );
  const told = { seat: fact.seat, lastOpenedOn, weeks };
  const { heldSince } = fact;
  if (heldSince === null || heldSince > asOf) return { ...told, state: 'vacant', missedWeeks: 0 };

  let missedWeeks = 0;
  for (const { monday, openings } of weeks.slice(0, -1).reverse()) {
    if (openings > 0 || heldSince > monday) break;
    missedWeeks += 1;
  }
  const openedNow = (weeks.at(-1)?.openings ?? 0) > 0;
  if (missedWeeks >= alertWeeks && !openedNow) return { ...told, state: 'alert', missedWeeks };
  const isNew = lastOpenedOn === null && missedWeeks < alertWeeks;
  return { ...told, state: isNew ? 'new' : 'opened', missedWeeks: openedNow ? 0 : missedWeeks };
}
