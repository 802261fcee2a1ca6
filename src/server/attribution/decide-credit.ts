import { createHash } from 'node:crypto';
import { classifyCredit } from '#core/attribution/classify.ts';
import type { CreditDecision } from '#core/attribution/credit.ts';
import type { CreditClass } from '#core/attribution/credit-class.ts';
import { engineEdition } from '#core/attribution/edition.ts';
import type { CreditFacts } from '#core/attribution/facts.ts';
import { type AttributionPolicy, policyFor } from '#core/attribution/policy.ts';
import type { LocalDate, Moment } from '#core/calendar.ts';
import type { Id } from '#core/ids.ts';
import type { Context } from '../access/context.ts';
import { canonicalJson } from '../audit/chain.ts';
import type { WriteTx } from '../audit/write.ts';
import { localDateAt } from '../clock.ts';
import type { Tx } from '../database/transaction.ts';
import { attributionPolicies } from '../program/policies.ts';
import type { ChangedVerdict } from './changed-verdict.ts';
import { insertFrames } from './fact-queries.ts';
import { creditFactsLoader } from './load-facts.ts';
import {
  type CreditedRow,
  type CreditRow,
  dealsWithActs,
  insertCredits,
  insertPartnerDeals,
  lockCredited,
  type NewCreditRow,
  standingCredits,
} from './queries.ts';

/** A deal as it was decided: from which facts, by which page, with which answer. */
export type Decided = {
  readonly deal: CreditedRow;
  readonly facts: CreditFacts;
  readonly policy: AttributionPolicy;
  readonly decision: CreditDecision;
};

/** Decides a deal when it is asked for, by the page of its creation day; null for a deal that no page judges. */
export type Decide = (deal: CreditedRow) => Decided | null;

/** What the signed page says about deals at this moment; their facts are loaded by the batch. */
export async function deciderOf(
  tx: Tx,
  context: Context,
): Promise<(deals: readonly CreditedRow[]) => Promise<Decide>> {
  const policies = await attributionPolicies(tx, context.organization);
  const load = await creditFactsLoader(tx, context.organization);
  const now: Moment = { at: context.now, on: localDateAt(context.now, context.organization.timeZone) };
  return async (deals) => {
    const factsOf = await load(deals, policies);
    return (deal) => {
      const facts = factsOf(deal);
      const policy = policyFor(policies, deal.created_on as LocalDate);
      if (facts === null || policy === null) return null;
      return { deal, facts, policy, decision: classifyCredit(facts, policy, now) };
    };
  };
}

/** What the signed page says about all of these deals, by deal. */
export async function decisionsOf(
  tx: Tx,
  context: Context,
  deals: readonly CreditedRow[],
): Promise<ReadonlyMap<string, Decided>> {
  const decide = await (await deciderOf(tx, context))(deals);
  const decided = new Map<string, Decided>();
  for (const deal of deals) {
    const one = decide(deal);
    if (one !== null) decided.set(deal.opportunity_id, one);
  }
  return decided;
}

/** Why a deal is decided again: in words, and by which facts. */
export type Cause = { readonly cause: string; readonly facts: readonly string[] };

/**
 * Decides the credit of deals again and keeps each verdict that differs from the one that stands as a new row with its
 * cause; one that is the same leaves no trace. Deals on which nobody acted have no credit to decide. Returns those
 * whose credit changed hands or class.
 */
export async function decideDeals(
  tx: WriteTx,
  context: Context,
  causes: ReadonlyMap<string, Cause>,
): Promise<ChangedVerdict[]> {
  const org = context.organization.orgId;
  const acted = await dealsWithActs(tx, org, [...causes.keys()]);
  if (acted.length === 0) return [];
  const deals = await lockCredited(tx, org, acted);
  const decided = await decisionsOf(tx, context, deals);
  const standing = new Map((await standingCredits(tx, org, acted)).map((row) => [row.opportunity_id, row]));
  const rows: NewCreditRow[] = [];
  const changed: ChangedVerdict[] = [];
  for (const [opportunityId, one] of decided) {
    const before = standing.get(opportunityId) ?? null;
    if (before !== null && isSame(before, one.decision)) continue;
    const why = causes.get(opportunityId) ?? { cause: '', facts: [] };
    const creditId = context.ports.ids.next<Id<'credit'>>(context.now);
    rows.push(rowOf(creditId, one, why));
    const after = verdictOf(one.decision);
    if (before === null ? after.class === 'none' : hasSameCredit(before, one.decision)) continue;
    changed.push({
      opportunityId,
      creditId,
      before: before && {
        class: before.class as CreditClass,
        partnerId: before.partner_id,
        coSold: before.co_sold,
      },
      after,
      cause: why.cause,
    });
  }
  await insertCredits(tx, org, rows, context.now);
  await insertPartnerDeals(tx, org, partnersIn(decided.values()), context.now);
  await insertFrames(tx, org, [...decided.values()].map(frameOf), context.now);
  for (const one of changed) {
    tx.record({
      action: 'credit.decide',
      entityId: one.opportunityId,
      before: one.before && {
        class: one.before.class,
        partnerId: one.before.partnerId,
        coSold: one.before.coSold,
      },
      after: { ...one.after, cause: one.cause },
      movesFigures: true,
    });
  }
  return changed;
}

/** SHA-256 of a decision in its canonical text: the same facts, page, moment and edition of the code give the same. */
export function decisionHash(decision: CreditDecision): string {
  return createHash('sha256').update(canonicalJson(decision)).digest('hex');
}

function verdictOf({ class: creditClass, partnerId, coSold }: CreditDecision) {
  return { class: creditClass, partnerId, coSold };
}

function hasSameCredit(row: CreditRow, decision: CreditDecision): boolean {
  return (
    row.class === decision.class && row.partner_id === decision.partnerId && row.co_sold === decision.coSold
  );
}

/** Whether a verdict says the same: about the credited partner, about every other one, and about who has to rule. */
function isSame(row: CreditRow, decision: CreditDecision): boolean {
  return (
    hasSameCredit(row, decision) &&
    row.gray_area === decision.grayArea &&
    row.needs_panel === (decision.kind === 'needs_panel') &&
    row.ruling_id === decision.rulingId &&
    canonicalJson(row.considered) === canonicalJson(consideredOf(decision))
  );
}

function consideredOf(decision: CreditDecision) {
  return decision.considered.map(({ partnerId, class: creditClass, role }) => ({
    partnerId,
    class: creditClass,
    role,
  }));
}

function rowOf(creditId: string, { deal, facts, decision }: Decided, why: Cause): NewCreditRow {
  return {
    opportunity_id: deal.opportunity_id,
    credit_id: creditId,
    ...{ class: decision.class, co_sold: decision.coSold, partner_id: decision.partnerId },
    policy_version: decision.policyVersion,
    reasons: decision.reasons,
    evidence: decision.evidence,
    cause: why.cause,
    gray_area: decision.grayArea,
    needs_panel: decision.kind === 'needs_panel',
    ruling_id: decision.rulingId,
    lock_on: decision.lockOn,
    considered: consideredOf(decision),
    facts,
    decision_hash: decisionHash(decision),
    engine: engineEdition,
    caused_by: why.facts,
  };
}

function partnersIn(all: Iterable<Decided>) {
  return [...all].flatMap(({ deal, decision }) =>
    decision.considered.map(({ partnerId }) => ({ partner: partnerId, deal: deal.opportunity_id })),
  );
}

function frameOf({ deal, facts, policy }: Decided) {
  const { segment, cycleDays } = facts.opportunity;
  return {
    opportunity_id: deal.opportunity_id,
    segment,
    cycle_days: cycleDays,
    policy_version: policy.version,
  };
}
