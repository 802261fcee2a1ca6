import { setImmediate as nextTurn } from 'node:timers/promises';
import { daysBetween, type LocalDate, quarterOf } from '#core/calendar.ts';
import type { LiftDeal } from '#core/forecast/lift/deal.ts';
import type { CurrencyCode } from '#core/money.ts';
import { findStage } from '#core/opportunity/stage.ts';
import type { DealAsOf } from '#core/scoreboard/deal.ts';
import type { Scope } from '#core/scoreboard/figure.ts';
import type { Organization } from '../../access/context.ts';
import { endOfLocalDate } from '../../clock.ts';
import type { Tx } from '../../database/transaction.ts';
import { stageTables } from '../../opportunity/stage-tables.ts';
import { scoreboardDefinitions } from '../../program/policies.ts';
import { conversion } from '../../scoreboard/deals/conversion.ts';
import { loadDeals } from '../../scoreboard/deals/load.ts';
import { firstAmounts, firstPlans, firstStages, firstTouches, liftRates, startRows } from './lift-queries.ts';

export type LiftDeals = {
  readonly deals: readonly LiftDeal[];
  /** What people call a deal, by its id. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Deals that cannot be compared, by why. */
  readonly leftOut: LeftOut;
};

export type LeftOut = {
  /** Nobody said when it was created. */
  readonly undated: number;
  /** Its stage is not known, so nobody can say whether it is won. */
  readonly unknownOutcome: number;
  /** An import says that a partner sourced it, or proof does while imports are asked about: on neither side. */
  readonly otherProof: number;
};

const sliceOfDeals = 2000;

/**
 * Every deal as of a day, counted in days from its creation, with what was known of it when it began.
 *
 * `proven`: who sourced a deal is what its credit says, and help is what confirmed acts say. `openingBalance`: what
 * imports say of who sourced it; they do not say since when a partner helped, so there is no help to compare.
 */
export async function loadLiftDeals(
  tx: Tx,
  organization: Organization,
  asOf: LocalDate,
  scope: Scope,
  attributeDays: number,
): Promise<LiftDeals> {
  const { orgId: org, timeZone } = organization;
  const at = endOfLocalDate(asOf, timeZone);
  const { entryStage } = await scoreboardDefinitions(tx, organization, asOf);
  const wanted = { asOf, pastDays: [], partnersOnly: false, entryStage };
  const { deals } = await loadDeals(tx, organization, wanted);
  const starts = new Map((await startRows(tx, org, at)).map((row) => [row.opportunity_id, row]));
  const amounts = new Map(
    (await firstAmounts(tx, org, at, timeZone)).map((row) => [row.opportunity_id, row]),
  );
  const stages = new Map((await firstStages(tx, org, at, timeZone)).map((row) => [row.opportunity_id, row]));
  const tables = await stageTables(tx, org, entryStage);
  const { at: convert } = conversion(await liftRates(tx, org), organization.currency);
  const worked = sinceOf(scope === 'proven' ? await firstTouches(tx, org, at) : []);
  const coSold = sinceOf(scope === 'proven' ? await firstPlans(tx, org, at) : []);
  const accountOf = (deal: DealAsOf) => starts.get(deal.opportunityId)?.account_id ?? null;
  const boughtOn = firstWins(deals, accountOf);

  const leftOut = { undated: 0, unknownOutcome: 0, otherProof: 0 };
  const result: LiftDeal[] = [];
  for (const [place, deal] of deals.entries()) {
    // Others are answered in between.
    if (place % sliceOfDeals === sliceOfDeals - 1) await nextTurn();
    const start = starts.get(deal.opportunityId);
    if (start === undefined) continue;
    const { createdOn } = deal;
    if (createdOn === null || deal.createdAssumed || createdOn > asOf) {
      leftOut.undated += 1;
      continue;
    }
    if (deal.outcome === 'unknown') {
      leftOut.unknownOutcome += 1;
      continue;
    }
    const byProof = deal.credit.class === 'sourced';
    const byImport = deal.credit.class === 'none' && deal.claim?.class === 'sourced';
    if (scope === 'proven' ? byImport : byProof) {
      leftOut.otherProof += 1;
      continue;
    }
    const after = (on: LocalDate | null | undefined) => (on ? daysBetween(createdOn, on) : null);
    // What was first said at the close is how the deal ended, not how it began.
    const isEarly = (on: string | undefined) =>
      on !== undefined &&
      (after(on as LocalDate) ?? 0) <= attributeDays &&
      (deal.closedOn === null || on < deal.closedOn);
    const [amount, stage] = [amounts.get(deal.opportunityId), stages.get(deal.opportunityId)];
    const table = tables.get(start.source_id);
    const order = stage && table && isEarly(stage.said_on) ? findStage(table, stage.stage)?.order : null;
    const account = start.account_id;
    const isClosed = deal.outcome !== 'open' && deal.closedOn !== null;
    result.push({
      id: deal.opportunityId,
      account,
      ageDays: daysBetween(createdOn, asOf),
      closedAfter: isClosed ? Math.max(0, after(deal.closedOn) ?? 0) : null,
      won: isClosed && deal.outcome === 'won',
      enteredAfter: deal.enteredOn === null ? null : Math.max(0, after(deal.enteredOn) ?? 0),
      wonAmountMinor: deal.outcome === 'won' ? deal.closedAmountMinor : null,
      sourced: scope === 'proven' ? byProof : byImport,
      workedAfter: after(worked.get(deal.opportunityId)),
      coSoldAfter: after(coSold.get(deal.opportunityId)),
      traits: {
        customer: customerOf(start.kind, account !== null && (boughtOn.get(account) ?? '9') < createdOn),
        segment: start.segment ?? start.industry,
        amountMinor:
          amount && isEarly(amount.said_on)
            ? convert(amount.amount_minor, amount.currency as CurrencyCode | null, createdOn)
            : null,
        country: start.country,
        product: start.product,
        quarter: quarterOf(createdOn, organization.fiscal).label,
        stage: typeof order === 'number' ? `stage ${order}` : null,
      },
    });
  }
  return { deals: result, leftOut, numbers: new Map(deals.map((deal) => [deal.opportunityId, deal.number])) };
}

function sinceOf(rows: readonly { opportunity_id: string; since_on: string }[]): Map<string, LocalDate> {
  return new Map(rows.map((row) => [row.opportunity_id, row.since_on as LocalDate]));
}

/** Since when each account has bought from us. */
function firstWins(
  deals: readonly DealAsOf[],
  accountOf: (deal: DealAsOf) => string | null,
): ReadonlyMap<string, LocalDate> {
  const wins = new Map<string, LocalDate>();
  for (const deal of deals) {
    const account = accountOf(deal);
    if (deal.outcome !== 'won' || deal.closedOn === null || account === null) continue;
    const known = wins.get(account);
    if (known === undefined || deal.closedOn < known) wins.set(account, deal.closedOn);
  }
  return wins;
}

function customerOf(kind: string | null, hasBought: boolean): string {
  if (kind === 'renewal') return 'renewal';
  if (kind === 'expansion') return 'expansion';
  return hasBought ? 'existing customer' : 'new customer';
}
