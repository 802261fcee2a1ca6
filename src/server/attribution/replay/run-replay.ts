import type { AttributionBody } from '#core/attribution/attribution-page.ts';
import { type AttributionPolicy, policyFor } from '#core/attribution/policy.ts';
import { reasonSentence } from '#core/attribution/reasons.ts';
import { type Pay, type Replay, type ReplayedDeal, startReplay } from '#core/attribution/replay/replay.ts';
import type { LocalDate } from '#core/calendar.ts';
import type { OpportunityId } from '#core/ids.ts';
import { payFor } from '#core/incentive/pay.ts';
import { payRulesOf } from '#core/incentive/pay-rules.ts';
import type { CurrencyCode } from '#core/money.ts';
import type { Context, Ports } from '../../access/context.ts';
import { contextOf } from '../../access/create-organization.ts';
import { localDateAt } from '../../clock.ts';
import { readTransaction } from '../../database/transaction.ts';
import { withoutTrail } from '../../jobs/without-trail.ts';
import { archetypeShares, attributionPolicies } from '../../program/policies.ts';
import { loadConversion } from '../../scoreboard/deals/conversion.ts';
import { loadCreditFacts } from '../load-facts.ts';
import { creditedDeals } from '../queries.ts';
import { archetypesOf, dealsOfDays, replayRow, updateReplay } from './queries.ts';

export type RunReplay = { readonly org: string; readonly replayId: string };

const dealsAtOnce = 1000;
/** More moved deals than this are counted and not listed: nobody reads them, and the sums hold them all. */
const mostMoved = 5000;

/** The job behind a replay: decides every deal of the days twice and tells how far it has come. Started again, it begins anew. */
export async function runReplay(ports: Ports, job: RunReplay): Promise<void> {
  const context = await contextOf(ports, job.org, { kind: 'job', name: 'replay' });
  if (!context) return;
  const org = context.organization.orgId;
  const row = await readTransaction(ports.pool, { org }, (tx) => replayRow(tx, org, job.replayId));
  if (!row || row.state === 'done') return;
  const tell = (change: Parameters<typeof updateReplay>[3]): Promise<void> =>
    withoutTrail(context, (tx) => updateReplay(tx, org, job.replayId, change));
  try {
    const days = { fromOn: row.from_on as LocalDate, toOn: row.to_on as LocalDate };
    const result = await replayDays(context, row.body as AttributionBody, days, (done, all) =>
      tell({ state: 'running', progress: { done, all } }),
    );
    await tell({ state: 'done', result, finishedAt: ports.clock.now() });
  } catch (error) {
    await tell({ state: 'failed', finishedAt: ports.clock.now() });
    throw error;
  }
}

/** What the replay found, with every name that a screen needs. */
export type ReplayResult = Omit<Replay, 'moved'> & {
  readonly moved: readonly (Omit<Replay['moved'][number], 'reasons'> & {
    readonly reasons: readonly string[];
  })[];
  readonly movedDeals: number;
};

/** Replays the deals that were created in these days under a page, in one view of the database. */
export async function replayDays(
  context: Context,
  body: AttributionBody,
  days: { readonly fromOn: LocalDate; readonly toOn: LocalDate },
  onProgress: (done: number, all: number) => Promise<void> = async () => {},
): Promise<ReplayResult> {
  const { organization, now } = context;
  const org = organization.orgId;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const policies = await attributionPolicies(tx, organization);
    const newest = policies.at(-1);
    const page: AttributionPolicy = {
      version: (newest?.version ?? 0) + 1,
      inForceFrom: days.fromOn,
      settings: body.settings,
      roleTable: body.roleTable,
      sentences: body.sentences,
      cycles: body.cycles,
    };
    const archetypes = await archetypesOf(tx, org);
    const { shares } = await archetypeShares(tx, organization, localDateAt(now, organization.timeZone));
    const conversion = await loadConversion(tx, organization);
    const pay: Pay = (deal, verdict, policy) => {
      const archetype = verdict.partnerId === null ? null : (archetypes.get(verdict.partnerId) ?? null);
      // Both are paid by the amounts of the page in question, so that only the credit makes the difference.
      const commission = archetype === null ? null : (shares.get(archetype) ?? null);
      return payFor(
        { ...verdict, isWon: deal.isWon, amountMinor: deal.amountMinor },
        payRulesOf({ version: policy.version, isDraft: false, body }, archetype, commission),
      ).reduce((sum, line) => sum + line.amountMinor, 0);
    };
    const moment = { at: now, on: localDateAt(now, organization.timeZone) };
    const replay = startReplay(page, moment, pay);
    const ids = await dealsOfDays(tx, org, days);
    let told = 0;
    for (let from = 0; from < ids.length; from += dealsAtOnce) {
      const deals = await creditedDeals(tx, org, ids.slice(from, from + dealsAtOnce));
      const facts = await loadCreditFacts(tx, organization, deals, policies);
      replay.add(
        deals.flatMap((deal): ReplayedDeal[] => {
          const known = facts.get(deal.opportunity_id);
          const createdOn = deal.created_on as LocalDate | null;
          const before = createdOn === null ? null : policyFor(policies, createdOn);
          if (known === undefined || createdOn === null || before === null) return [];
          const on = (deal.closed_on ?? createdOn) as LocalDate;
          return [
            {
              opportunityId: deal.opportunity_id as OpportunityId,
              number: deal.number,
              name: deal.name,
              createdOn,
              isWon: deal.outcome === 'won',
              amountMinor: conversion.at(deal.amount_minor, deal.currency as CurrencyCode | null, on),
              facts: known,
              before,
            },
          ];
        }),
      );
      const done = Math.min(from + dealsAtOnce, ids.length);
      if (performance.now() - told > 400 || done === ids.length) {
        told = performance.now();
        await onProgress(done, ids.length);
      }
    }
    const { moved, ...sums } = replay.result();
    return {
      ...sums,
      movedDeals: moved.length,
      moved: moved.slice(0, mostMoved).map((one) => ({
        ...one,
        reasons: one.reasons.map((reason) => reasonSentence(reason)),
      })),
    };
  });
}
