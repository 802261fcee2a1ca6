/**
 * What a touch would have had to be to count, or to count in full: complete, confirmed, written down in time.
 *
 * Handbook: docs/handbook/attribution.md
 */

import { addDays, daysBetween } from '#core/calendar.ts';
import type { ReasonParams } from '#core/decision.ts';
import type { Attempt } from './attempt.ts';
import { type CounterfactualAct, type CounterfactualCode, lackingText } from './counterfactual-words.ts';
import type { CreditFacts, Touch } from './facts.ts';
import type { AttributionPolicy } from './policy.ts';

type Change = {
  readonly code: CounterfactualCode;
  readonly params: ReasonParams;
  readonly part: Partial<Touch>;
};

/** How this touch would have earned more; nothing if it lacks nothing. A touch that was withdrawn is left alone. */
export function touchAttempts(touch: Touch, facts: CreditFacts, policy: AttributionPolicy): Attempt[] {
  if (touch.withdrawnAt !== null) return [];
  const needed = [nearer(touch, facts, policy), completed(touch), confirmed(touch)];
  const changes = needed.filter((change) => change !== null);
  const soon = sooner(touch, facts, policy);
  const ways = [changes, soon === null ? [] : [...changes, soon]];
  return ways.flatMap((way): Attempt[] => {
    const [first] = way;
    if (first === undefined) return [];
    const { id: fact, occurredOn: on, partnerId: partner } = touch;
    const params = Object.assign(
      { fact, act: 'touch' satisfies CounterfactualAct, on, partner },
      ...way.map((one) => one.params),
    );
    const changed: Touch = Object.assign({}, touch, ...way.map((one) => one.part));
    const touches = facts.touches.map((one) => (one === touch ? changed : one));
    return [{ code: first.code, params, facts: { ...facts, touches }, changes: way.length }];
  });
}

/** ATT-3: an act at the account, so long before the deal that it does not count, moved to where it would. */
function nearer(touch: Touch, { opportunity }: CreditFacts, { settings }: AttributionPolicy): Change | null {
  const earliest = addDays(opportunity.createdOn, -settings.introLookbackDays);
  if (!touch.onAccount || touch.occurredOn >= earliest) return null;
  const params = { movedOn: earliest, movedDays: daysBetween(touch.occurredOn, earliest) };
  return { code: 'moved_later', params, part: { occurredOn: earliest } };
}

function completed(touch: Touch): Change | null {
  const lacking = lackingText({
    outcome: touch.outcome === null,
    link: touch.evidence.length === 0,
    person: touch.partnerPerson === null,
    owner: touch.internalOwner === null,
  });
  if (lacking === '') return null;
  const part = {
    outcome: touch.outcome ?? 'an outcome',
    evidence: [...touch.evidence, 'link'],
    partnerPerson: touch.partnerPerson ?? 'somebody',
    internalOwner: touch.internalOwner ?? 'one of us',
  };
  return { code: 'completed', params: { lacking }, part };
}

function confirmed(touch: Touch): Change | null {
  if (touch.confirmation !== null) return null;
  const part = { confirmation: { by: 'one of us', at: touch.recordedAt } };
  return { code: 'confirmed', params: { confirm: true, refused: touch.refusedAt !== null }, part };
}

/** ATT-5, and the close: the last day on which the touch could have been written down and count in full. */
function sooner(touch: Touch, { opportunity }: CreditFacts, { settings }: AttributionPolicy): Change | null {
  const { closedOn } = opportunity;
  const inTime = addDays(touch.occurredOn, settings.touchLoggedWithinDays);
  const by = closedOn !== null && closedOn < inTime ? closedOn : inTime;
  if (touch.recordedOn <= by || by < touch.occurredOn) return null;
  const params = { recordedBy: by, recordedDays: daysBetween(by, touch.recordedOn) };
  return { code: 'recorded_earlier', params, part: { recordedOn: by } };
}
