import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import { seatOpenings } from './openings.ts';

const wednesday = '2026-07-15' as LocalDate;
const openingsOf = (openedOn: string[], heldSince: string | null = '2026-01-01') =>
  seatOpenings(
    { seat: 'cro', heldSince: heldSince as LocalDate | null, openedOn: openedOn as LocalDate[] },
    wednesday,
    2,
  );

describe('the openings of a seat', () => {
  it('are counted by week, Monday to Sunday, the running one last', () => {
    const { weeks, lastOpenedOn } = openingsOf(['2026-07-06', '2026-07-12', '2026-07-13', '2026-07-16']);
    expect(weeks).toHaveLength(13);
    expect(weeks.slice(-2)).toEqual([
      { monday: '2026-07-06', openings: 2 },
      { monday: '2026-07-13', openings: 1 },
    ]);
    expect(lastOpenedOn).toBe('2026-07-13');
  });

  it('raise an alert after two complete weeks without one, until the next opening', () => {
    expect(openingsOf(['2026-06-28'])).toMatchObject({ state: 'alert', missedWeeks: 2 });
    expect(openingsOf(['2026-06-29'])).toMatchObject({ state: 'opened', missedWeeks: 1 });
    expect(openingsOf(['2026-06-28', '2026-07-15'])).toMatchObject({ state: 'opened', missedWeeks: 0 });
  });

  it('raise none for weeks in which nobody held the seat from the start', () => {
    expect(openingsOf([], '2026-07-01')).toMatchObject({ state: 'new', missedWeeks: 1 });
    expect(openingsOf([], '2026-06-29')).toMatchObject({ state: 'alert', missedWeeks: 2 });
    expect(openingsOf([], null)).toMatchObject({ state: 'vacant' });
  });
});
