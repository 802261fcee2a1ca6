/**
 * The conditions of G6 and G7: what the first cohort has to show, and what makes the number one to rely on (method 14).
 *
 * Handbook: docs/handbook/gates.md
 */

import { conditionRule, type Finding, judged } from './condition.ts';
import type { GateFacts } from './facts.ts';
import type { GateSettings } from './gate-settings.ts';
import { factCondition } from './launch-conditions.ts';
import { counted, percent } from './phrase.ts';

type CountParams = { readonly value: number; readonly least: number };

type CohortParams = {
  readonly activation: number | null;
  readonly target: number;
  readonly producing: number | null;
  readonly least: number;
};

/** Either clause is enough. While one is unknown and the other fails, nobody can say. */
function findCohort(facts: GateFacts, settings: GateSettings): Finding<CohortParams> {
  const { cohortActivation, producingPartners } = facts;
  const { target } = facts.document.journey.activation;
  const params = {
    activation: cohortActivation.known ? cohortActivation.value : null,
    target,
    producing: producingPartners.known ? producingPartners.value : null,
    least: settings.producingLeast,
  };
  const passing = [
    ...(cohortActivation.known && cohortActivation.value >= target ? [cohortActivation] : []),
    ...(producingPartners.known && producingPartners.value >= params.least ? [producingPartners] : []),
  ];
  const [first] = passing;
  if (first !== undefined) {
    const days = passing.flatMap((one) => (one.on === null ? [] : [one.on])).sort();
    return { state: 'met', params, on: days[0] ?? null, evidence: first.evidence };
  }
  if (!cohortActivation.known) return { state: 'not_measured', waitsFor: cohortActivation.waitsFor };
  if (!producingPartners.known) return { state: 'not_measured', waitsFor: producingPartners.waitsFor };
  const evidence = `${cohortActivation.evidence} ${producingPartners.evidence}`;
  return { state: 'unmet', params, on: null, evidence };
}

export const proofConditions = {
  'cohort.produces': conditionRule<CohortParams>({
    rule: 'JR-2',
    subject: 'What the first cohort brings',
    who: ['head_of_partnerships'],
    place: 'partners',
    find: findCohort,
    met: (p) =>
      p.activation !== null && p.activation >= p.target
        ? `${percent(p.activation)} of the cohort activated within 90 days; ${percent(p.target)} are asked.`
        : `${counted(p.producing ?? 0, 'partner produces', 'partners produce')}; ${p.least} are enough.`,
    unmet: (p) =>
      `${percent(p.activation ?? 0)} of the cohort activated within 90 days and ${counted(p.producing ?? 0, 'partner produces', 'partners produce')}. Bring activation to ${percent(p.target)}, or ${p.least} partners to production.`,
  }),
  'registrations.accepted': conditionRule<CountParams>({
    rule: 'G6',
    subject: 'The number of accepted registrations',
    who: ['partner_manager'],
    place: 'partners',
    find: (facts, settings) =>
      judged(
        facts.acceptedRegistrations,
        (value) => value >= settings.registrationsLeast,
        (value) => ({ value, least: settings.registrationsLeast }),
      ),
    met: (p) => `${counted(p.value, 'registration')} accepted.`,
    unmet: (p) =>
      `${counted(p.value, 'registration')} accepted of ${p.least}. Work the first accounts with each partner.`,
  }),
  'reviews.held': conditionRule<CountParams & { readonly of: number }>({
    rule: '9.5',
    subject: 'The weekly review',
    who: ['cro', 'head_of_partnerships'],
    place: 'pipeline',
    find: (facts, settings) =>
      judged(
        facts.weeklyReviews,
        (value) => value >= settings.reviewsHeldLeast,
        (value) => ({ value, least: settings.reviewsHeldLeast, of: settings.reviewWeeks }),
      ),
    met: (p) => `The weekly review was held in ${p.value} of the last ${p.of} weeks.`,
    unmet: (p) =>
      `The weekly review was held in ${p.value} of the last ${p.of} weeks; ${p.least} are asked. Hold it each week.`,
  }),
  'registrations.in_time': conditionRule<CountParams>({
    rule: 'DR-4',
    subject: 'The share of registrations decided in time',
    who: ['partner_ops'],
    place: 'partners',
    find: (facts, settings) =>
      judged(
        facts.registrationSla,
        (value) => value >= settings.slaLeast,
        (value) => ({ value, least: settings.slaLeast }),
      ),
    met: (p) => `${percent(p.value)} of registrations were decided in time.`,
    unmet: (p) =>
      `${percent(p.value)} of registrations were decided in time; ${percent(p.least)} are asked. Decide them sooner.`,
  }),
  'coverage.known': conditionRule<{ readonly value: number }>({
    rule: 'FC-7',
    subject: 'The coverage',
    who: ['head_of_partnerships'],
    place: 'pipeline',
    find: (facts) =>
      judged(
        facts.coverage,
        () => true,
        (value) => ({ value }),
      ),
    met: (p) => `Coverage is known: ${Math.round(p.value * 10) / 10} times the sourced target that is left.`,
    unmet: () => 'The coverage is not known.',
  }),
};

type ShareParams = { readonly share: number; readonly floor: number };

function findShare(facts: GateFacts): Finding<ShareParams> {
  const { shareForecast, sourcedShare } = facts;
  if (!sourcedShare.known) return { state: 'not_measured', waitsFor: sourcedShare.waitsFor };
  const floor = facts.document.scoreboard.shareFloors[0] ?? 0;
  return judged(
    shareForecast,
    (isForecast) => isForecast,
    () => ({ share: sourcedShare.value, floor }),
  );
}

export const scaleConditions = {
  'share.forecastable': conditionRule<ShareParams>({
    rule: 'G7',
    subject: 'The forecast of the sourced share',
    who: ['head_of_partnerships'],
    place: 'scoreboard',
    find: findShare,
    met: (p) =>
      `The sourced share is forecast and can be held against the floor: ${percent(p.share)} in the last full quarter, floor ${percent(p.floor)}.`,
    unmet: (p) =>
      `The sourced share cannot be forecast yet against the floor of ${percent(p.floor)}. Keep the deals and their credit complete for two quarters.`,
  }),
  'low_band.met': conditionRule<CountParams>({
    rule: 'FC-9',
    subject: 'The low band of the forecast',
    who: ['head_of_partnerships'],
    place: 'scoreboard',
    find: (facts, settings) =>
      judged(
        facts.lowBandMet,
        (value) => value >= settings.lowBandLeast,
        (value) => ({ value, least: settings.lowBandLeast }),
      ),
    met: (p) => `The low band of the forecast was met in ${counted(p.value, 'quarter')}.`,
    unmet: (p) =>
      `The low band of the forecast was met in ${counted(p.value, 'quarter')}; ${p.least} ${p.least === 1 ? 'is' : 'are'} asked.`,
  }),
  'audit.passed': factCondition({
    rule: 'ATT-20',
    subject: 'The audit by the CFO',
    who: ['cfo'],
    place: 'pipeline',
    fact: (facts) => facts.cfoAudit,
    there: 'The audit by the CFO was passed.',
    lacking: 'The audit by the CFO was not passed. Repair the evidence that the sample found wanting.',
  }),
};
