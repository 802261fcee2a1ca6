/**
 * The pitfalls of a program at work (method 14).
 *
 * Handbook: docs/handbook/gates.md
 */

import type { GateFacts, Measured } from './facts.ts';
import { counted, percent } from './phrase.ts';
import { anySign, type PitfallRule, sign, tooMany } from './pitfall.ts';

/** The sign that the sourced share has not risen over the signed period; unknown until that many quarters are over. */
function shareRise({ shareByQuarter, document }: GateFacts): Measured<number> {
  if (!shareByQuarter.known) return shareByQuarter;
  const quarters = document.scoreboard.flatQuarters;
  const now = shareByQuarter.value.at(-1);
  const then = shareByQuarter.value.at(-1 - quarters);
  if (now === undefined || then === undefined)
    return { known: false, waitsFor: `${quarters + 1} full quarters` };
  return { ...shareByQuarter, value: now - then };
}

export const runningPitfalls = {
  activity_for_output: {
    title: 'Activity replaces output',
    source: 'S1',
    owner: 'cro',
    action: 'Ask in the weekly review which deals the activity led to, and drop what led to none.',
    find: (facts) => {
      const { flatPoints, flatQuarters } = facts.document.scoreboard;
      const rise = shareRise(facts);
      const isFlat = rise.known && rise.value * 100 < flatPoints;
      const lead = sign(
        facts.activityWithoutOutput,
        (isSo) => isSo,
        (isSo) =>
          isSo
            ? 'Only leading indicators moved in the last two quarters; the output did not.'
            : 'Output moves with the activity.',
      );
      // The share needs years to tell; until then the leading indicators decide alone.
      if (!isFlat) return anySign([lead]);
      const flat = sign(
        rise,
        () => true,
        () => `The sourced share has not risen by ${flatPoints} points over ${flatQuarters} quarters.`,
      );
      return anySign([lead, flat]);
    },
  },
  no_off_boarding: {
    title: 'No off-boarding',
    source: 'S1',
    owner: 'head_of_partnerships',
    action: 'Go through the quarterly list: a dated path to the first deal, or an exit.',
    find: (facts) => {
      const { dormantAlert } = facts.document.journey.offBoarding;
      const { stopDays } = facts.document.journey.clock;
      return anySign([
        sign(
          facts.dormantShare,
          (share) => share > dormantAlert,
          (share) =>
            `${percent(share)} of the signed partners are dormant; the alert is at ${percent(dormantAlert)}.`,
        ),
        sign(
          facts.unactivatedAfterLimit,
          (count) => count > 0,
          (count) =>
            `${counted(count, 'partner was', 'partners were')} signed more than ${stopDays} days ago and never activated.`,
        ),
      ]);
    },
  },
  roster_over_activation: {
    title: 'Roster size over activation',
    source: 'S2',
    owner: 'head_of_partnerships',
    action: 'Stop recruiting until those who signed are active.',
    find: ({ signingsThisMonth: signings, activationsThisQuarter: activations }) => {
      if (!signings.known) return { state: 'not_measured', waitsFor: signings.waitsFor };
      if (!activations.known) return { state: 'not_measured', waitsFor: activations.waitsFor };
      const isOver = signings.value > activations.value;
      return {
        state: isOver ? 'blocked' : 'clear',
        says: `${counted(signings.value, 'signing')} this month, ${counted(activations.value, 'activation')} this quarter.`,
        on: signings.on,
        evidence: `${signings.evidence} ${activations.evidence}`,
      };
    },
  },
  isolated: {
    title: 'Isolated in partnerships',
    source: 'S2',
    owner: 'cro',
    action: 'Come to the next review, and give each account executive one partner action.',
    find: (facts, _gate, settings) =>
      anySign([
        sign(
          facts.reviewsWithoutSales,
          (count) => count >= settings.reviewsWithoutSalesAlert,
          (count) =>
            count === 0
              ? 'The CRO or sales came to the last weekly review.'
              : `${counted(count, 'weekly review', 'weekly reviews in a row')} went by without the CRO and sales.`,
        ),
        sign(
          facts.aeParticipation,
          (share) => share < settings.aeParticipationLeast,
          (share) => `${percent(share)} of the account executives had a partner action in 30 days.`,
        ),
      ]),
  },
  dark_after_signing: {
    title: 'Dark after signing',
    source: 'S1',
    owner: 'partner_manager',
    action: 'Call the partner; escalate to the executive sponsor rather than extend.',
    find: tooMany({
      fact: (facts) => facts.darkAfterSigning,
      state: 'warning',
      fine: 'No signed partner has gone dark.',
      found: (count, facts, settings) =>
        `${counted(count, 'signed partner')} without a joint action by day ${facts.document.journey.clock.artefactDays}, or without contact for ${settings.darkContactDays} days.`,
    }),
  },
  direct_conversion: {
    title: 'Direct conversion on partner deals',
    source: 'F',
    owner: 'partner_ops',
    action: 'Mark each such rate as borrowed until there are enough partner deals.',
    find: tooMany({
      fact: (facts) => facts.directRatesUsed,
      state: 'warning',
      fine: 'No rate of direct deals stands in for a rate of partner deals without a mark.',
      found: (count) => `${counted(count, 'rate')} of direct deals used for partner deals without a mark.`,
    }),
  },
  single_number: {
    title: 'Single-number forecast',
    source: 'F',
    owner: 'head_of_partnerships',
    action: 'Give the forecast a low, a middle and a high; without them it cannot be submitted.',
    find: tooMany({
      fact: (facts) => facts.bandMissing,
      state: 'blocked',
      fine: 'Every forecast has a band.',
      found: (count) => `${counted(count, 'forecast')} without a band.`,
    }),
  },
  backdating: {
    title: 'Backdating',
    source: 'F',
    owner: 'partner_ops',
    action: 'Leave them refused; ask who recorded them late and why.',
    find: tooMany({
      fact: (facts) => facts.backdated,
      state: 'blocked',
      fine: 'No introduction and no touch was recorded after the lock.',
      found: (count) =>
        `${counted(count, 'introduction or touch was', 'introductions and touches were')} recorded after the lock; they earn no sourced credit.`,
    }),
  },
  partner_washing: {
    title: 'Partner-washing',
    source: 'P',
    owner: 'partner_manager',
    action: 'Confirm what the partner did on each deal of the list, or take the partner off it.',
    find: tooMany({
      fact: (facts) => facts.partnerWashing,
      state: 'warning',
      fine: 'Every deal that names a partner has something confirmed behind it.',
      found: (count) =>
        `${counted(count, 'deal names', 'deals name')} a partner without one confirmed touch or introduction.`,
    }),
  },
  certificate_theatre: {
    title: 'Certificate theatre',
    source: 'O',
    owner: 'partner_manager',
    action: 'Agree a first account with each certified person of the list.',
    find: tooMany({
      fact: (facts) => facts.certificateTheatre,
      state: 'warning',
      fine: 'Certified people register deals.',
      found: (count, _facts, settings) =>
        `${counted(count, 'partner has', 'partners have')} certified people and no registration for ${settings.theatreDays} days.`,
    }),
  },
} as const satisfies Record<string, PitfallRule>;
