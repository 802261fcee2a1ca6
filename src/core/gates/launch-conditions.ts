/**
 * The conditions of G4 and G5: what must exist before anyone is recruited, and before the first cohort (method 14, S2).
 *
 * Handbook: docs/handbook/gates.md
 */

import { journeyStages } from '#core/journey/journey-stage.ts';
import type { Seat } from '#core/program/seat.ts';
import { seatLabel } from '#core/program/seat.ts';
import { type ConditionRule, conditionRule, judged, type Place } from './condition.ts';
import { heldSince } from './design-conditions.ts';
import type { GateFacts, Measured } from './facts.ts';
import { begunOr, bodySource, findInBody, pageCondition } from './page-condition.ts';
import { capital, counted, listed } from './phrase.ts';

/** Something that exists or does not: `there` and `lacking` are the two sentences. */
export function factCondition(rule: {
  readonly rule: string;
  readonly subject: string;
  readonly who: readonly Seat[];
  readonly place: Place;
  readonly fact: (facts: GateFacts) => Measured<boolean>;
  readonly there: string;
  readonly lacking: string;
}): ConditionRule {
  return conditionRule<Record<string, never>>({
    rule: rule.rule,
    subject: rule.subject,
    who: rule.who,
    place: rule.place,
    find: (facts) =>
      judged(
        rule.fact(facts),
        (isThere) => isThere,
        () => ({}),
      ),
    met: () => rule.there,
    unmet: () => rule.lacking,
  });
}

type EntryParams = { readonly begun: boolean; readonly way: string; readonly seat: string };

const ways = { form: 'a form by secret link', api: 'the API', portal: 'the portal' } as const;

export const recruitingConditions = {
  'attribution.signed': pageCondition('attribution', 'ATT-1', true),
  'crm.fields': factCondition({
    rule: 'ATT-2',
    subject: 'The partner field of the CRM',
    who: ['partner_ops'],
    place: 'import',
    fact: (facts) => facts.crmFields,
    there: 'The deals that come from the CRM carry the partner.',
    lacking: 'No deal from the CRM carries a partner. Add the field there, and map it in the import.',
  }),
  'registration.signed': pageCondition('registration', 'DR-1', true),
  'registration.entry': conditionRule<EntryParams>({
    rule: 'DR-4',
    subject: 'The entry of registrations',
    who: ['head_of_partnerships'],
    place: 'seats',
    find: (facts) => {
      const { way, slaSeat } = facts.document.registration.entry;
      const source = bodySource('registration', facts);
      const params = { begun: source !== null, way: ways[way], seat: seatLabel(slaSeat) };
      const since = heldSince(facts, [slaSeat]);
      if (source === null || since === null)
        return { state: 'unmet', params, on: null, evidence: source?.evidence ?? null };
      const on = source.on !== null && source.on > since ? source.on : since;
      return { state: 'met', params, on, evidence: source.evidence };
    },
    met: (p) => `Partners register by ${p.way}, and ${p.seat} answers in time.`,
    unmet: (p) =>
      p.begun
        ? `Nobody holds the seat ${p.seat}, which answers registrations in time. Name a holder, or another seat on the page.`
        : 'Nobody has said how a partner registers and who answers in time.',
  }),
  'test_deal.passed': factCondition({
    rule: 'G4',
    subject: 'A test deal',
    who: ['partner_ops'],
    place: 'pipeline',
    fact: (facts) => facts.testDeal,
    there: 'A test deal went from an introduction to a decided credit on the scoreboard.',
    lacking:
      'No deal has gone from an introduction to a decided credit yet. Record an introduction on a test deal and follow it to the scoreboard.',
  }),
};

export const cohortConditions = {
  'journey.in_force': pageCondition('journey', '8'),
  'journey.done': conditionRule({
    rule: '8',
    subject: 'The definition of done of each stage',
    who: ['head_of_partnerships'],
    place: 'journey',
    find: (facts) => {
      const lines = facts.document.journey.done.filter(
        (one) => one.line.trim() !== '' && one.proof.trim() !== '',
      );
      const without = Object.entries(journeyStages)
        .filter(([stage]) => !lines.some((one) => one.stage === stage))
        .map(([, label]) => label);
      return findInBody('journey', facts, without.length === 0, listed(without));
    },
    met: () => 'Every stage of the journey says when it is done and how that is proved.',
    unmet: (p) =>
      begunOr(
        p,
        'say when each stage is done, and how that is proved',
        (names) => `No definition of done, with its proof, is written for: ${names}.`,
      ),
  }),
  'journey.plan': conditionRule({
    rule: 'JR-4',
    subject: 'The plan of the first 90 days',
    who: ['head_of_partnerships'],
    place: 'journey',
    find: (facts) => {
      const { plan } = facts.document.journey;
      const loose = plan.filter(
        (one) => one.line.trim() === '' || one.owner === null || one.proof.trim() === '',
      );
      const what =
        plan.length === 0
          ? 'the plan of the first 90 days is empty'
          : `${counted(loose.length, 'line')} of the plan of the first 90 days ${loose.length === 1 ? 'lacks' : 'lack'} an owner or a proof`;
      return findInBody('journey', facts, plan.length > 0 && loose.length === 0, what);
    },
    met: () => 'The plan of the first 90 days names an owner and a proof on every line.',
    unmet: (p) =>
      begunOr(p, 'write the plan of the first 90 days', (what) => `${capital(what)}. Complete it.`),
  }),
  'certification.ready': factCondition({
    rule: '8.1',
    subject: 'The certification',
    who: ['head_of_partnerships'],
    place: 'journey',
    fact: (facts) => facts.certification,
    there: 'Partner people can be certified.',
    lacking: 'There is no certification for partner people. Set one up for the archetype in build.',
  }),
  'cosell.template': factCondition({
    rule: 'FC-4',
    subject: 'The template of a co-sell plan',
    who: ['head_of_partnerships'],
    place: 'journey',
    fact: (facts) => facts.coSellPlanTemplate,
    there: 'A template of a co-sell plan is ready.',
    lacking: 'There is no template of a co-sell plan. Write one.',
  }),
  'scoreboard.in_force': pageCondition('scoreboard', '10'),
};
