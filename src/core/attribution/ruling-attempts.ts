/**
 * What the credit would be without the ruling that decided it, with the signature that one lacks, and without each of
 * the facts that it rests on.
 *
 * Handbook: docs/handbook/attribution.md
 */

import type { LocalDate } from '#core/calendar.ts';
import type { FactId, PartnerId } from '#core/ids.ts';
import type { Attempt } from './attempt.ts';
import type { CounterfactualAct } from './counterfactual-words.ts';
import type { CreditDecision } from './credit.ts';
import type { CreditFacts } from './facts.ts';

/** ATT-9 and ATT-17: without the ruling that stands, and with one more name under one that needs two. */
export function rulingAttempts(facts: CreditFacts, present: CreditDecision): Attempt[] {
  const lacking = new Set(
    present.reasons.filter(({ code }) => code === 'ruling.needs_two').map(({ params }) => params.fact),
  );
  return facts.rulings.flatMap((ruling): Attempt[] => {
    const params = { fact: ruling.id, on: ruling.ruledOn };
    if (ruling.id === present.rulingId) {
      const rulings = facts.rulings.filter((one) => one !== ruling);
      return [{ code: 'without_ruling', params, facts: { ...facts, rulings }, changes: 1 }];
    }
    if (!lacking.has(ruling.id)) return [];
    const signed = { ...ruling, signedBy: [...ruling.signedBy, 'a second signature'] };
    const rulings = facts.rulings.map((one) => (one === ruling ? signed : one));
    return [{ code: 'second_signature', params, facts: { ...facts, rulings }, changes: 1 }];
  });
}

/** The facts that the credit rests on, each taken away in turn, in the order in which the decision names them. */
export function withoutEvidence(facts: CreditFacts, present: CreditDecision): Attempt[] {
  const rows = new Map<
    FactId,
    { readonly act: CounterfactualAct; readonly on: LocalDate; readonly owner: PartnerId }
  >();
  for (const act of facts.originActs)
    rows.set(act.id, { act: act.kind, on: act.occurredOn, owner: act.partnerId });
  for (const touch of facts.touches)
    rows.set(touch.id, { act: 'touch', on: touch.occurredOn, owner: touch.partnerId });
  for (const plan of facts.cosellPlans)
    rows.set(plan.id, { act: 'cosell_plan', on: plan.activeFrom, owner: plan.partnerId });
  return present.evidence.flatMap((fact): Attempt[] => {
    const row = rows.get(fact);
    if (row === undefined) return [];
    const without = {
      ...facts,
      originActs: facts.originActs.filter(({ id }) => id !== fact),
      touches: facts.touches.filter(({ id }) => id !== fact),
      cosellPlans: facts.cosellPlans.filter(({ id }) => id !== fact),
    };
    return [{ code: 'rests_on', params: { fact, ...row }, facts: without, changes: 1 }];
  });
}
