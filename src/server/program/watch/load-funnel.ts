import { addMonths, type LocalDate } from '#core/calendar.ts';
import { type CurrencyCode, currencyExponent } from '#core/money.ts';
import { findStage } from '#core/opportunity/stage.ts';
import { type FunnelFact, funnelFacts, funnelMonths } from '#core/program/funnel.ts';
import type { Organization } from '../../access/context.ts';
import type { Tx } from '../../database/transaction.ts';
import { stageTables } from '../../opportunity/stage-tables.ts';
import {
  closedCounts,
  type Money,
  ratedCurrencies,
  type Spelling,
  stageCounts,
  stageSpellings,
} from './funnel-queries.ts';

/** The direct funnel of the last two years as measured facts: what TH-4 may point at. Deals stay in the database. */
export async function loadFunnel(
  tx: Tx,
  organization: Organization,
  today: LocalDate,
): Promise<FunnelFact[]> {
  const org = organization.orgId;
  const window = { from: addMonths(today, -funnelMonths), until: today };
  const stages = await stageCounts(tx, org, window, await loadSpellings(tx, organization));
  const closed = await closedCounts(tx, org, window, await loadMoney(tx, organization));
  return funnelFacts({
    stages: stages.map((row) => ({
      order: row.stage_order,
      name: row.name,
      medianDays: row.median_days,
      timedDeals: row.timed_deals,
      wentOn: row.went_on,
      decidedDeals: row.decided_deals,
      lostIn: row.lost_in,
    })),
    won: closed.won,
    lost: closed.lost,
    medianCycleDays: closed.median_cycle_days,
    timedWins: closed.timed_wins,
    medianDealMinor: closed.median_deal_minor,
    pricedWins: closed.priced_wins,
  });
}

/** What each spelling means in each source, by the rule of core, so that the database only compares texts. */
async function loadSpellings(tx: Tx, organization: Organization): Promise<Spelling[]> {
  const spellings = await stageSpellings(tx, organization.orgId);
  const tables = await stageTables(tx, organization.orgId, null);
  return [...tables].flatMap(([source, table]) =>
    spellings.flatMap((spelling): Spelling[] => {
      const rule = findStage(table, spelling);
      if (rule === null) return [];
      const { name, order, outcome, ignore } = rule;
      return [{ source_id: source, spelling, name, stage_order: order, outcome, is_ignored: ignore }];
    }),
  );
}

/** How amounts become the organization's own. */
export async function loadMoney(tx: Tx, organization: Organization): Promise<Money> {
  const own = organization.currency;
  const currencies = (await ratedCurrencies(tx, organization.orgId)) as CurrencyCode[];
  const shifts = currencies.map((one) => [one, currencyExponent(own) - currencyExponent(one)] as const);
  return { own, shifts: Object.fromEntries(shifts) };
}
