import { classifyCredit } from '#core/attribution/classify.ts';
import type { CreditDecision } from '#core/attribution/credit.ts';
import { policyFor } from '#core/attribution/policy.ts';
import type { LocalDate, Moment } from '#core/calendar.ts';
import type { Id } from '#core/ids.ts';
import type { Context } from '../access/context.ts';
import type { WriteTx } from '../audit/write.ts';
import { localDateAt } from '../clock.ts';
import type { Tx } from '../database/transaction.ts';
import { attributionPolicies } from '../program/policies.ts';
import { loadCreditFacts } from './load-facts.ts';
import {
  actedDeals,
  actedDealsOfImport,
  type CreditedRow,
  dealsWithActs,
  insertCredit,
  lockCredited,
  standingCredits,
} from './queries.ts';

/** What the signed page says about deals at this moment, by deal. Each is judged by the page of its creation day. */
export async function decisionsOf(
  tx: Tx,
  context: Context,
  deals: readonly CreditedRow[],
): Promise<ReadonlyMap<string, CreditDecision>> {
  const org = context.organization.orgId;
  const policies = await attributionPolicies(tx, context.organization);
  const newest = policies.at(-1);
  if (!newest) throw new Error('an organization has no attribution page');
  const facts = await loadCreditFacts(tx, org, deals, newest.settings);
  const now: Moment = { at: context.now, on: localDateAt(context.now, context.organization.timeZone) };
  const decisions = new Map<string, CreditDecision>();
  for (const deal of deals) {
    const known = facts.get(deal.opportunity_id);
    const policy = policyFor(policies, deal.created_on as LocalDate);
    if (known && policy) decisions.set(deal.opportunity_id, classifyCredit(known, policy, now));
  }
  return decisions;
}

/**
 * Decides the credit of deals again, in the transaction of whatever changed their facts. A verdict that differs from
 * the one that stands becomes a new row with its cause; one that is the same leaves no trace. Deals on which nobody
 * acted have no credit to decide and are passed over.
 */
export async function decideCredits(
  tx: WriteTx,
  context: Context,
  opportunities: readonly string[],
  cause: string,
): Promise<number> {
  const org = context.organization.orgId;
  const acted = await dealsWithActs(tx, org, opportunities);
  if (acted.length === 0) return 0;
  const deals = await lockCredited(tx, org, acted);
  const decisions = await decisionsOf(tx, context, deals);
  const standing = new Map((await standingCredits(tx, org, acted)).map((row) => [row.opportunity_id, row]));
  let changed = 0;
  for (const [opportunity, decision] of decisions) {
    const before = standing.get(opportunity);
    const same =
      (before?.class ?? 'none') === decision.class &&
      (before?.partner_id ?? null) === decision.partnerId &&
      (before?.co_sold ?? false) === decision.coSold;
    if (same && before) continue;
    if (same && decision.reasons.length === 0) continue;
    await insertCredit(tx, org, opportunity, {
      credit_id: context.ports.ids.next<Id<'credit'>>(context.now),
      class: decision.class,
      co_sold: decision.coSold,
      partner_id: decision.partnerId,
      policy_version: decision.policyVersion,
      reasons: decision.reasons,
      evidence: decision.evidence,
      cause,
      now: context.now,
    });
    tx.record({
      action: 'credit.decide',
      entityId: opportunity,
      before: before ? { class: before.class, partnerId: before.partner_id, coSold: before.co_sold } : null,
      after: { class: decision.class, partnerId: decision.partnerId, coSold: decision.coSold, cause },
      movesFigures: true,
    });
    changed += 1;
  }
  return changed;
}

/** Decides again the deals of which an import said something: part of committing it, and of undoing it. */
export async function decideCreditsOfImport(
  tx: WriteTx,
  context: Context,
  importId: string,
  cause: string,
): Promise<number> {
  return decideCredits(
    tx,
    context,
    await actedDealsOfImport(tx, context.organization.orgId, importId),
    cause,
  );
}

/** Decides every acted deal again, because other versions of the page count by now: part of proposing and signing it. */
export async function decideCreditsByPage(tx: WriteTx, context: Context, cause: string): Promise<number> {
  return decideCredits(tx, context, await actedDeals(tx, context.organization.orgId), cause);
}
