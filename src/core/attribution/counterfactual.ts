/**
 * What would have changed the answer: each possibility is one thing made different, decided again by the very rules,
 * and told only if it raises the partner that it names. Nothing is guessed.
 *
 * Handbook: docs/handbook/attribution.md
 */

import type { Moment } from '#core/calendar.ts';
import type { ReasonParams } from '#core/decision.ts';
import type { PartnerId } from '#core/ids.ts';
import type { PortalLanguage } from '#core/registration/portal-format.ts';
import type { Attempt } from './attempt.ts';
import { classifyCredit } from './classify.ts';
import {
  type CounterfactualCode,
  type CounterfactualSay,
  counterfactualWords,
} from './counterfactual-words.ts';
import { germanCounterfactuals } from './counterfactual-words-de.ts';
import type { CreditDecision } from './credit.ts';
import { byCreditClass, type CreditClass } from './credit-class.ts';
import type { CreditFacts } from './facts.ts';
import { jointAttempts } from './joint-attempts.ts';
import { knownAt } from './known.ts';
import { originAttempts } from './origin-attempts.ts';
import type { AttributionPolicy } from './policy.ts';
import { rulingAttempts, withoutEvidence } from './ruling-attempts.ts';
import { touchAttempts } from './touch-attempts.ts';

/** A possibility, and the credit that it would have given. */
export type Counterfactual = {
  readonly code: CounterfactualCode;
  readonly params: ReasonParams;
  readonly class: CreditClass;
  readonly partnerId: PartnerId | null;
};

const mostTold = 10;
const mostResting = 3;

/**
 * The possibilities that matter, the most telling first: the highest class, then the smallest change. After those that
 * would raise the partner they name come the facts that the present credit rests on: without one of these it would be
 * another. `now` stays the same: this asks what the answer would be at that moment, had the one thing been different.
 */
export function counterfactuals(
  facts: CreditFacts,
  policy: AttributionPolicy,
  now: Moment,
): Counterfactual[] {
  const known = knownAt(facts, now);
  if (known.opportunity.ended !== null) return [];
  const present = classifyCredit(known, policy, now);
  const decide = (attempt: Attempt) => ({
    attempt,
    other: classifyCredit(attempt.facts, policy, now),
  });
  const raising = attemptsOn(known, present, policy, now)
    .map(decide)
    .filter(({ other }) => isRaised(other, present))
    .sort((a, b) => byCreditClass(a.other.class, b.other.class) || byTelling(a.attempt, b.attempt));
  const resting = withoutEvidence(known, present)
    .map(decide)
    .filter(({ other }) => isLowered(other, present))
    .slice(0, mostResting);
  return distinct([...raising, ...resting]).slice(0, mostTold);
}

const languages: Readonly<Record<PortalLanguage, Readonly<Record<CounterfactualCode, CounterfactualSay>>>> = {
  en: counterfactualWords,
  de: germanCounterfactuals,
};

/** A possibility in one sentence; `nameOf` gives the name of a partner as the reader may see it in that language. */
export function counterfactualSentence(
  one: Counterfactual,
  nameOf: (partner: PartnerId) => string,
  language: PortalLanguage = 'en',
): string {
  const named = (key: string) => {
    const id = one.params[key];
    return typeof id === 'string' ? nameOf(id as PartnerId) : '';
  };
  const partner = one.partnerId === null ? null : nameOf(one.partnerId);
  return languages[language][one.code](one.params, { class: one.class, partner, named });
}

/** Everything that one may ask about these facts, whatever would come of it. */
function attemptsOn(
  facts: CreditFacts,
  present: CreditDecision,
  policy: AttributionPolicy,
  now: Moment,
): Attempt[] {
  return [
    ...facts.originActs.flatMap((act) => originAttempts(act, facts, policy, now)),
    ...facts.touches.flatMap((touch) => touchAttempts(touch, facts, policy)),
    ...jointAttempts(facts, policy, now),
    ...rulingAttempts(facts, present),
  ];
}

/** The partner in the headline has a higher class than now, or the same and is the credited one only then. */
function isRaised(other: CreditDecision, present: CreditDecision): boolean {
  if (other.partnerId === null) return false;
  const held = present.considered.find((each) => each.partnerId === other.partnerId)?.class ?? 'none';
  const higher = byCreditClass(other.class, held);
  return higher < 0 || (higher === 0 && other.partnerId !== present.partnerId);
}

function isLowered(other: CreditDecision, present: CreditDecision): boolean {
  return other.class !== present.class || other.partnerId !== present.partnerId;
}

function byTelling(a: Attempt, b: Attempt): number {
  const stillPossible = ({ code }: Attempt) => (code === 'confirmed' ? 0 : 1);
  return (
    a.changes - b.changes ||
    stillPossible(a) - stillPossible(b) ||
    compare(a.code, b.code) ||
    compare(`${a.params.on ?? a.params.partner}`, `${b.params.on ?? b.params.partner}`) ||
    compare(`${a.params.fact}`, `${b.params.fact}`)
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * Of two ways in which the same act would give the same credit, the one with fewer changes is told; and a claim that
 * stands in another partner's way is told once, not as what the credit rests on besides.
 */
function distinct(all: readonly { attempt: Attempt; other: CreditDecision }[]): Counterfactual[] {
  const told = new Map<string, Counterfactual>();
  for (const { attempt, other } of all) {
    const { code, params } = attempt;
    const result = `${other.class} ${other.partnerId}`;
    const isRivalry = code === 'without_rival' || (code === 'rests_on' && told.has(`rival ${result}`));
    const about = isRivalry ? 'rival' : `${code === 'rests_on'} ${params.fact ?? params.partner}`;
    const key = `${about} ${result}`;
    if (!told.has(key)) told.set(key, { code, params, class: other.class, partnerId: other.partnerId });
  }
  return [...told.values()];
}
