/**
 * What would have changed the answer: each possibility is one fact made different, decided again by the very rules,
 * and told only if the credit then is another. Nothing is guessed.
 *
 * Handbook: docs/handbook/attribution.md
 */

import { addDays, daysBetween, type LocalDate, type Moment } from '#core/calendar.ts';
import type { ReasonParams } from '#core/decision.ts';
import type { FactId, PartnerId } from '#core/ids.ts';
import { classifyCredit } from './classify.ts';
import { type CounterfactualCode, counterfactualWords } from './counterfactual-words.ts';
import type { CreditDecision } from './credit.ts';
import { byCreditClass, type CreditClass } from './credit-class.ts';
import type { CreditFacts, OriginAct, Touch } from './facts.ts';
import { isVoid, lockDate } from './origin.ts';
import type { AttributionPolicy } from './policy.ts';
import { classWords } from './reason-catalogue.ts';

/** A possibility, and the credit that it would have given. */
export type Counterfactual = {
  readonly code: CounterfactualCode;
  readonly params: ReasonParams;
  readonly class: CreditClass;
  readonly partnerId: PartnerId | null;
};

type Attempt = {
  readonly code: CounterfactualCode;
  readonly params: ReasonParams;
  readonly facts: CreditFacts;
};

const mostTold = 10;

/**
 * The possibilities that matter, those that raise the credit first, then what the credit rests on. `now` stays the same:
 * this asks what the answer would be today, had the one fact been different.
 */
export function counterfactuals(
  facts: CreditFacts,
  policy: AttributionPolicy,
  now: Moment,
): Counterfactual[] {
  if (facts.opportunity.ended !== null) return [];
  const present = classifyCredit(facts, policy, now);
  const attempts = [
    ...facts.originActs
      .filter((act) => act.recordedAt <= now.at && !isVoid(act))
      .flatMap((act) => originAttempts(act, facts, policy)),
    ...facts.touches
      .filter((touch) => touch.recordedAt <= now.at && touch.withdrawnAt === null)
      .flatMap((touch) => touchAttempts(touch, facts, policy)),
    ...jointAttempts(facts, policy, now),
  ];
  const told = attempts.flatMap((attempt) => tell(attempt, present, policy, now));
  const resting = restsOn(present, facts).flatMap((attempt) => tell(attempt, present, policy, now));
  const raising = told.toSorted((a, b) => byCreditClass(a.class, b.class));
  return distinct([...raising, ...resting]).slice(0, mostTold);
}

/** A possibility in one sentence; `nameOf` gives the name of a partner as the reader may see it. */
export function counterfactualSentence(one: Counterfactual, nameOf: (partner: PartnerId) => string): string {
  const by = one.partnerId === null ? '' : ` by ${nameOf(one.partnerId)}`;
  const result =
    one.class === 'none' ? 'nobody would be credited' : `it would be ${classWords[one.class]}${by}`;
  return counterfactualWords[one.code](one.params, result);
}

/** Kept if somebody gains, or if the fact that is taken away carries the credit. */
function tell(
  attempt: Attempt,
  present: CreditDecision,
  policy: AttributionPolicy,
  now: Moment,
): Counterfactual[] {
  const other = classifyCredit(attempt.facts, policy, now);
  const isSame = other.class === present.class && other.partnerId === present.partnerId;
  if (isSame) return [];
  if (attempt.code !== 'rests_on' && byCreditClass(other.class, present.class) > 0) return [];
  const { code, params } = attempt;
  return [{ code, params, class: other.class, partnerId: other.partnerId }];
}

function originAttempts(act: OriginAct, facts: CreditFacts, policy: AttributionPolicy): Attempt[] {
  const { createdOn, closedOn } = facts.opportunity;
  const { introLookbackDays, vendorQuietDays } = policy.settings;
  const change = (part: Partial<OriginAct>): CreditFacts => ({
    ...facts,
    originActs: facts.originActs.map((one) => (one === act ? ({ ...one, ...part } as OriginAct) : one)),
  });
  const on = act.occurredOn;
  const fact = act.id;
  const attempts: Attempt[] = [];
  const lockOn = lockDate(facts.opportunity, policy.settings);
  const latest = closedOn !== null && closedOn < lockOn ? closedOn : lockOn;
  if (act.recordedOn > latest) {
    const days = daysBetween(latest, act.recordedOn);
    const facts = change({ recordedOn: latest, recordedAt: act.occurredAt });
    attempts.push({ code: 'recorded_earlier', params: { fact, on, by: latest, days }, facts });
  }
  const earliest = addDays(createdOn, -introLookbackDays);
  if (act.kind === 'introduction' && on < earliest) {
    const days = daysBetween(on, earliest);
    attempts.push({
      code: 'introduced_later',
      params: { fact, on, days },
      facts: change({ occurredOn: earliest }),
    });
  }
  if (on > createdOn) {
    const days = daysBetween(createdOn, on);
    attempts.push({
      code: 'introduced_earlier',
      params: { fact, on, days },
      facts: change({ occurredOn: createdOn }),
    });
  }
  if (act.kind === 'registration') {
    const { approvedOn, expiresOn } = act;
    if (approvedOn === null || approvedOn > createdOn) {
      const days = approvedOn === null ? null : daysBetween(createdOn, approvedOn);
      const part = {
        approvedOn: createdOn,
        occurredOn: on > createdOn ? createdOn : on,
      } as Partial<OriginAct>;
      attempts.push({ code: 'approved_earlier', params: { fact, by: createdOn, days }, facts: change(part) });
    }
    if (expiresOn !== null && expiresOn < createdOn) {
      const days = daysBetween(expiresOn, createdOn);
      const part = { expiresOn: createdOn } as Partial<OriginAct>;
      attempts.push({ code: 'protected_longer', params: { fact, days }, facts: change(part) });
    }
  }
  const lacking: Partial<OriginAct> = {
    ...(act.evidence.length === 0 ? { evidence: ['link'] } : {}),
    ...(act.partnerPerson === null ? { partnerPerson: 'somebody' } : {}),
    ...(act.confirmation === null ? { confirmation: { by: 'us', at: act.recordedAt }, refusedAt: null } : {}),
  };
  attempts.push(...completions(lacking, { fact, on }, change));
  const tooClose = facts.vendorContacts.filter(
    ({ occurredOn }) => occurredOn < on && daysBetween(occurredOn, on) <= vendorQuietDays,
  );
  const contact = tooClose[0];
  if (contact !== undefined) {
    const without = {
      ...facts,
      vendorContacts: facts.vendorContacts.filter((one) => !tooClose.includes(one)),
    };
    attempts.push({ code: 'without_contact', params: { fact, on: contact.occurredOn }, facts: without });
  }
  const rivals = facts.originActs.filter((one) => one.partnerId !== act.partnerId);
  for (const rival of rivals) {
    const without = { ...facts, originActs: facts.originActs.filter((one) => one !== rival) };
    const params = { fact, on: rival.occurredOn };
    attempts.push({ code: 'without_other_claim', params, facts: without });
  }
  return attempts;
}

function touchAttempts(touch: Touch, facts: CreditFacts, policy: AttributionPolicy): Attempt[] {
  const change = (part: Partial<Touch>): CreditFacts => ({
    ...facts,
    touches: facts.touches.map((one) => (one === touch ? { ...one, ...part } : one)),
  });
  const fact = touch.id;
  const on = touch.occurredOn;
  const attempts: Attempt[] = [];
  const latest = addDays(on, policy.settings.touchLoggedWithinDays);
  if (touch.recordedOn > latest) {
    const days = daysBetween(latest, touch.recordedOn);
    const earlier = change({ recordedOn: latest, recordedAt: touch.occurredAt });
    attempts.push({ code: 'recorded_earlier', params: { fact, on, by: latest, days }, facts: earlier });
  }
  const lacking: Partial<Touch> = {
    ...(touch.outcome === null ? { outcome: 'an outcome' } : {}),
    ...(touch.evidence.length === 0 ? { evidence: ['link'] } : {}),
    ...(touch.partnerPerson === null ? { partnerPerson: 'somebody' } : {}),
    ...(touch.internalOwner === null ? { internalOwner: 'one of us' } : {}),
    ...(touch.confirmation === null
      ? { confirmation: { by: 'us', at: touch.recordedAt }, refusedAt: null }
      : {}),
  };
  return [...attempts, ...completions(lacking, { fact, on }, change)];
}

const lackingWords: Readonly<Record<string, string>> = {
  outcome: 'an outcome',
  evidence: 'a link',
  partnerPerson: 'a named person at the partner',
  internalOwner: 'one of us named',
};

/** What an act lacks to be complete: told together, since each alone would not do. */
function completions<Act extends OriginAct | Touch>(
  lacking: Partial<Act>,
  at: { readonly fact: FactId; readonly on: LocalDate },
  change: (part: Partial<Act>) => CreditFacts,
): Attempt[] {
  const keys = Object.keys(lacking).filter((key) => key !== 'refusedAt');
  if (keys.length === 0) return [];
  const named = keys.flatMap((key) => lackingWords[key] ?? []);
  const params = { ...at, lacking: named.join(', '), confirmed: keys.includes('confirmation') };
  return [{ code: named.length === 0 ? 'confirmed' : 'completed', params, facts: change(lacking) }];
}

/** What joint selling lacked: a plan, one more event in time, a check-in before the close. */
function jointAttempts(facts: CreditFacts, policy: AttributionPolicy, now: Moment): Attempt[] {
  const { coSoldStage: stage, coSoldBeforeStage } = policy.settings;
  const { closedOn, createdOn, enteredS4On } = facts.opportunity;
  const until = [closedOn, enteredS4On].reduce<LocalDate>(
    (first, day) => (day !== null && day < first ? day : first),
    now.on,
  );
  const attempts: Attempt[] = [];
  const joint = facts.touches.filter((touch) => touch.role === 'joint_seller' && touch.withdrawnAt === null);
  for (const partnerId of new Set(joint.map((touch) => touch.partnerId))) {
    const id = 'what-if' as FactId;
    const plans = facts.cosellPlans.filter((plan) => plan.partnerId === partnerId);
    const plan = {
      id,
      partnerId,
      activeFrom: createdOn,
      lapsedOn: null,
      lapseRecordedAt: null,
      recordedAt: 0,
      withdrawnAt: null,
    };
    const checkIn = { id, partnerId, occurredOn: closedOn ?? now.on, recordedAt: 0, withdrawnAt: null };
    const like = joint.find((touch) => touch.partnerId === partnerId);
    const more: Touch | null =
      like === undefined ? null : { ...like, id, stageOrder: stage, occurredOn: until, recordedOn: until };
    const withPlan = {
      ...facts,
      cosellPlans: [...facts.cosellPlans.filter((one) => !plans.includes(one)), plan],
    };
    const withEvent = more === null ? facts : { ...facts, touches: [...facts.touches, more] };
    attempts.push({
      code: plans.length === 0 ? 'with_plan' : 'with_plan_kept',
      params: { partner: partnerId },
      facts: withPlan,
    });
    attempts.push({
      code: 'with_event',
      params: { partner: partnerId, stage, before: coSoldBeforeStage },
      facts: withEvent,
    });
    if (closedOn !== null) {
      const days = policy.settings.coSoldCheckinDays;
      const withCheckIn = { ...facts, checkIns: [...facts.checkIns, checkIn] };
      attempts.push({ code: 'with_check_in', params: { partner: partnerId, days }, facts: withCheckIn });
    }
  }
  return attempts;
}

/** The facts that the credit rests on, each taken away in turn. */
function restsOn(present: CreditDecision, facts: CreditFacts): Attempt[] {
  const dates = new Map<FactId, LocalDate>();
  for (const one of [...facts.originActs, ...facts.touches]) dates.set(one.id, one.occurredOn);
  return present.evidence.flatMap((fact): Attempt[] => {
    const on = dates.get(fact);
    if (on === undefined) return [];
    const without = {
      ...facts,
      originActs: facts.originActs.filter(({ id }) => id !== fact),
      touches: facts.touches.filter(({ id }) => id !== fact),
    };
    return [{ code: 'rests_on', params: { fact, on }, facts: without }];
  });
}

function distinct(all: readonly Counterfactual[]): Counterfactual[] {
  const seen = new Set<string>();
  return all.filter((one) => {
    const key = [one.code, one.params.on, one.params.partner, one.class, one.partnerId].join(' ');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
