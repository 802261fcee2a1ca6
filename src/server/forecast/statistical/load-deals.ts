import { addDays, daysBetween, type LocalDate } from '#core/calendar.ts';
import type { ForecastDeal } from '#core/forecast/statistical/deal.ts';
import { type Calendar, dealPath } from '#core/forecast/statistical/deal-path.ts';
import { type StageTable, stageTable } from '#core/opportunity/stage.ts';
import type { Organization } from '../../access/context.ts';
import { localDateAt } from '../../clock.ts';
import type { Tx } from '../../database/transaction.ts';
import { stageTables } from '../../opportunity/stage-tables.ts';
import { scoreboardDefinitions } from '../../program/policies.ts';
import { loadConversion } from '../../scoreboard/deals/conversion.ts';
import { loadHistories } from '../../scoreboard/deals/replay.ts';
import { dealSources, undoneImports } from './queries.ts';

const epoch = '1970-01-01' as LocalDate;
const batch = 2000;
/** Offsets of time zones change at quarters of an hour only, so one look-up serves a whole one. */
const quarterHourMs = 900_000;

/** The date of a day number. */
export function dateOfDay(day: number): LocalDate {
  return addDays(epoch, day);
}

/** The number of a date, 0 being 1970-01-01. */
export function dayOfDate(date: string): number {
  return daysBetween(epoch, date as LocalDate);
}

/** Every deal of an organization as days on which something happened. Undone imports never count. */
export async function loadForecastDeals(
  tx: Tx,
  organization: Organization,
  asOf: LocalDate,
): Promise<ForecastDeal[]> {
  const { orgId: org, timeZone } = organization;
  const { entryStage } = await scoreboardDefinitions(tx, organization, asOf);
  const tables = await stageTables(tx, org, entryStage);
  const withdrawn = await undoneImports(tx, org);
  const { at } = await loadConversion(tx, organization);
  const calendar = calendarOf(timeZone);
  const noStages: StageTable = stageTable([]);
  const rows = await dealSources(tx, org);
  const deals: ForecastDeal[] = [];
  for (let from = 0; from < rows.length; from += batch) {
    const part = rows.slice(from, from + batch);
    const ids = part.map((row) => row.opportunity_id);
    const historyOf = await loadHistories(tx, org, ids, { withdrawn, timeZone, credits: new Map() });
    for (const { opportunity_id: id, source_id: source } of part) {
      const { facts, changes } = historyOf(id);
      const deal = dealPath(
        { id, facts, changes },
        tables.get(source) ?? noStages,
        calendar,
        (minor, currency, day) => at(minor, currency, dateOfDay(day)),
      );
      if (deal !== null) deals.push(deal);
    }
  }
  return deals;
}

function calendarOf(timeZone: string): Calendar {
  const [days, instants] = [new Map<string, number>(), new Map<number, number>()];
  const kept = <Key>(in_: Map<Key, number>, key: Key, find: () => number): number => {
    const known = in_.get(key);
    if (known !== undefined) return known;
    const found = find();
    in_.set(key, found);
    return found;
  };
  return {
    dayOf: (date) => kept(days, date, () => dayOfDate(date)),
    dayAt: (instant) =>
      kept(instants, Math.floor(instant / quarterHourMs), () => dayOfDate(localDateAt(instant, timeZone))),
  };
}
