import type { PartnerId } from '#core/ids.ts';
import type { CheckIn, CosellPlan, CreditFacts, Touch } from './facts.ts';

/** What one partner did on the deal. Every partner that acted, claimed or planned has one, be it empty. */
export type PartnerActs = {
  readonly partnerId: PartnerId;
  readonly touches: Touch[];
  readonly plans: CosellPlan[];
  readonly checkIns: CheckIn[];
};

/** The acts on the deal by partner. What was withdrawn of plans and check-ins is not there; a touch says that it was. */
export function actsByPartner(facts: CreditFacts): PartnerActs[] {
  const byPartner = new Map<PartnerId, PartnerActs>();
  const of = (partnerId: PartnerId): PartnerActs => {
    const known = byPartner.get(partnerId);
    if (known !== undefined) return known;
    const acts = { partnerId, touches: [], plans: [], checkIns: [] };
    byPartner.set(partnerId, acts);
    return acts;
  };
  for (const act of facts.originActs) of(act.partnerId);
  for (const touch of facts.touches) of(touch.partnerId).touches.push(touch);
  for (const plan of facts.cosellPlans) if (plan.withdrawnAt === null) of(plan.partnerId).plans.push(plan);
  for (const checkIn of facts.checkIns) {
    if (checkIn.withdrawnAt === null) of(checkIn.partnerId).checkIns.push(checkIn);
  }
  return [...byPartner.values()];
}
