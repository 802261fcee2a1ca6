import type { AttributionBody } from '#core/attribution/attribution-page.ts';
import { dealFrame } from '#core/attribution/deal-frame.ts';
import type { CreditFacts } from '#core/attribution/facts.ts';
import { type AttributionPolicy, policyFor } from '#core/attribution/policy.ts';
import { type Pay, type Replay, startReplay } from '#core/attribution/replay/replay.ts';
import type { ReplayedDeal } from '#core/attribution/replay/replay-deal.ts';
import type { LocalDate, Moment } from '#core/calendar.ts';
import type { OpportunityId } from '#core/ids.ts';
import { payFor } from '#core/incentive/pay.ts';
import { payRulesOf } from '#core/incentive/pay-rules.ts';
import type { CurrencyCode } from '#core/money.ts';
import { type Context, requireCapability } from '../../access/context.ts';
import { endOfLocalDate, localDateAt } from '../../clock.ts';
import { readTransaction, type Tx } from '../../database/transaction.ts';
import { archetypeShares, attributionPageOn, attributionPolicies } from '../../program/policies.ts';
import { loadConversion } from '../../scoreboard/deals/conversion.ts';
import { creditFactsLoader } from '../load-facts.ts';
import { creditedDeals } from '../queries.ts';
import { type Asked, pageAsked } from './asked.ts';
import { archetypesOf, dealsOfDays, industriesOfDeals } from './queries.ts';

const dealsAtOnce = 400;
/** So many deals are decided before others get their turn: a few milliseconds. */
const dealsInATurn = 50;
/** More moved deals than this are counted and not listed: nobody reads them, and the sums hold them all. */
export const mostListed = 10_000;
const progressEveryMs = 200;

export type Days = { readonly fromOn: LocalDate; readonly toOn: LocalDate };

/** Tells how far it has come; false to stop. */
export type OnProgress = (done: number, all: number) => Promise<boolean>;

/**
 * Replays the deals that were created in these days and on which a partner acted, in one view of the database. Null if
 * it was stopped.
 *
 * Another page judges each deal by what is known now, whether it is closed or not: facts after the close count on
 * neither side, so a deal reads as it did at its close, corrected by what was confirmed or withdrawn since. For a past
 * number the pages are those of the deals themselves, and one side knows only what was known then.
 */
export async function replayDays(
  context: Context,
  asked: Asked,
  days: Days,
  onProgress: OnProgress = async () => true,
): Promise<Replay | null> {
  requireCapability(context, 'replay.run');
  const { organization, now, ports } = context;
  const org = organization.orgId;
  return readTransaction(ports.pool, { org }, async (tx) => {
    const policies = await attributionPolicies(tx, organization);
    const body = pageAsked(asked);
    const page = body === null ? null : pageOf(body, policies, days);
    const today: Moment = { at: now, on: localDateAt(now, organization.timeZone) };
    const known: Moment =
      asked.kind === 'page'
        ? today
        : { at: endOfLocalDate(asked.knownOn, organization.timeZone), on: asked.knownOn };
    const load = await dealLoader(tx, context, { policies, page, before: known, after: today });
    const replay = startReplay({
      fiscal: organization.fiscal,
      pay: await payer(tx, context, policies, body),
      mostListed,
    });
    const ids = await dealsOfDays(tx, org, days);
    if (!(await onProgress(0, ids.length))) return null;
    let told = performance.now();
    const batchAt = (from: number) => (from < ids.length ? load(ids.slice(from, from + dealsAtOnce)) : null);
    let next = batchAt(0);
    for (let from = 0; next !== null; from += dealsAtOnce) {
      const deals = await next;
      // The database reads the next deals while these are decided.
      next = batchAt(from + dealsAtOnce);
      next?.catch(() => undefined);
      for (let turn = 0; turn < deals.length; turn += dealsInATurn) {
        replay.add(deals.slice(turn, turn + dealsInATurn));
        await new Promise<void>((resolve) => setImmediate(resolve));
      }
      if (performance.now() - told < progressEveryMs) continue;
      told = performance.now();
      if (!(await onProgress(Math.min(from + dealsAtOnce, ids.length), ids.length))) {
        await next;
        return null;
      }
    }
    if (!(await onProgress(ids.length, ids.length))) return null;
    return replay.result();
  });
}

function pageOf(
  { settings, roleTable, sentences, cycles }: AttributionBody,
  policies: readonly AttributionPolicy[],
  days: Days,
): AttributionPolicy {
  const version = (policies.at(-1)?.version ?? 0) + 1;
  return { version, inForceFrom: days.fromOn, settings, roleTable, sentences, cycles };
}

type Sides = {
  readonly policies: readonly AttributionPolicy[];
  /** The page in question; null: the deal's own page judges both sides. */
  readonly page: AttributionPolicy | null;
  readonly before: Moment;
  readonly after: Moment;
};

async function dealLoader(tx: Tx, context: Context, sides: Sides) {
  const { organization } = context;
  const org = organization.orgId;
  const { policies, page } = sides;
  const conversion = await loadConversion(tx, organization);
  const load = await creditFactsLoader(tx, organization);
  // The day of entering the stage that bounds co-selling is looked up by the page, so another stage needs another look.
  const isOtherStage =
    page !== null &&
    policies.some(({ settings }) => settings.coSoldBeforeStage !== page.settings.coSoldBeforeStage);
  return async (ids: readonly string[]): Promise<ReplayedDeal[]> => {
    const rows = await creditedDeals(tx, org, ids);
    const factsOf = await load(rows, policies);
    const otherFactsOf = isOtherStage && page !== null ? await load(rows, [page]) : factsOf;
    const industries = page === null ? new Map() : await industriesOfDeals(tx, org, ids);
    return rows.flatMap((row): ReplayedDeal[] => {
      const id = row.opportunity_id;
      const createdOn = row.created_on as LocalDate | null;
      const own = createdOn === null ? null : policyFor(policies, createdOn);
      const known = factsOf(row);
      const other = otherFactsOf === factsOf ? known : otherFactsOf(row);
      if (createdOn === null || own === null || known === null || other === null) return [];
      const on = (row.closed_on ?? createdOn) as LocalDate;
      return [
        {
          opportunityId: id as OpportunityId,
          number: row.number,
          name: row.name,
          createdOn,
          isWon: row.outcome === 'won',
          amountMinor: conversion.at(row.amount_minor, row.currency as CurrencyCode | null, on),
          before: { page: own, facts: known, now: sides.before },
          after: {
            page: page ?? own,
            facts: page === null ? other : framedBy(page, own, other, industries.get(id) ?? null),
            now: sides.after,
          },
        },
      ];
    });
  };
}

/** The deal as it would have been framed had it been created under the page (ATT-4). */
function framedBy(
  page: AttributionPolicy,
  own: AttributionPolicy,
  facts: CreditFacts,
  industry: string | null,
): CreditFacts {
  if (page.cycles === own.cycles || JSON.stringify(page.cycles) === JSON.stringify(own.cycles)) return facts;
  const frame = dealFrame(facts.opportunity.segment ?? industry, page);
  return { ...facts, opportunity: { ...facts.opportunity, ...frame } };
}

/** What a verdict pays: by the amounts of the page that judges, as though signed, and by the commissions of today. */
async function payer(
  tx: Tx,
  context: Context,
  policies: readonly AttributionPolicy[],
  body: AttributionBody | null,
): Promise<Pay> {
  const { organization, now } = context;
  const archetypes = await archetypesOf(tx, organization.orgId);
  const { shares } = await archetypeShares(tx, organization, localDateAt(now, organization.timeZone));
  const bodies = new Map<number, AttributionBody>();
  for (const { version, inForceFrom } of policies) {
    bodies.set(version, (await attributionPageOn(tx, organization, inForceFrom)).body);
  }
  return (deal, verdict, { version }) => {
    const { partnerId } = verdict;
    const paidBy = bodies.get(version) ?? body;
    if (partnerId === null || paidBy === null) return 0;
    const archetype = archetypes.get(partnerId) ?? null;
    const commission = archetype === null ? null : (shares.get(archetype) ?? null);
    const paid = { ...verdict, isWon: deal.isWon, amountMinor: deal.amountMinor };
    const rules = payRulesOf({ version, isDraft: false, body: paidBy }, archetype, commission);
    return payFor(paid, rules).reduce((sum, line) => sum + line.amountMinor, 0);
  };
}
