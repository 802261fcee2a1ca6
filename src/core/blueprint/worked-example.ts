/**
 * A program that passes every check, to look at before writing one's own: a seller of planning software to mid-market
 * RevOps buyers who begins with integrators, by the numbers of the method.
 *
 * Handbook: docs/handbook/program.md
 */

import { attributionExample } from '#core/attribution/attribution-example.ts';
import type { LocalDate } from '#core/calendar.ts';
import { journeyExample } from '#core/journey/journey-template.ts';
import { type FunnelFact, funnelFacts } from '#core/program/funnel.ts';
import { operatingModelExample } from '#core/program/operating-model-template.ts';
import { registrationExample } from '#core/registration/registration-template.ts';
import { scoreboardExample } from '#core/scoreboard/scoreboard-example.ts';
import { tiersExample } from '#core/tier/tier-template.ts';
import type { ProgramDocument } from './document.ts';
import { templateFor } from './templates.ts';
import { assumptionsExample } from './worked-example-assumptions.ts';
import { archetypesExample, profileExample, thesisExample } from './worked-example-thesis.ts';

/** The currency of the example's amounts. */
export const workedExampleCurrency = 'USD';

/** The day on which the example is looked at; the days in it lie before or after this one. */
export const workedExampleOn = '2026-11-30' as LocalDate;

const stage = (
  order: number,
  name: string,
  medianDays: number,
  [wentOn, decidedDeals, lostIn]: readonly [number, number, number],
) => ({ order, name, medianDays, timedDeals: decidedDeals, wentOn, decidedDeals, lostIn });

/** The direct funnel of the example: validation is the slow stage, and the one where deals are lost. */
export const workedExampleFunnel: readonly FunnelFact[] = funnelFacts({
  stages: [
    stage(1, 'Discovery', 14, [208, 239, 31]),
    stage(2, 'Fit', 18, [168, 208, 40]),
    stage(3, 'Validation', 38, [92, 168, 76]),
    stage(4, 'Proposal', 21, [62, 92, 30]),
    stage(5, 'Contract', 19, [46, 62, 16]),
  ],
  won: 46,
  lost: 193,
  medianCycleDays: 120,
  timedWins: 46,
  medianDealMinor: 4_000_000,
  pricedWins: 46,
});

const template = templateFor('si');

export const workedExample: ProgramDocument = {
  ...template,
  thesis: thesisExample,
  archetypes: archetypesExample,
  profile: profileExample,
  operating_model: operatingModelExample,
  assumptions: assumptionsExample,
  attribution: attributionExample,
  registration: registrationExample,
  tiers: tiersExample,
  journey: journeyExample,
  scoreboard: scoreboardExample,
};
