/**
 * The cases of one comparison, made ready: who is on which side, what became of each, and whom it is compared with.
 *
 * Handbook: docs/handbook/lift.md
 */

import { type BalanceRow, balanceOf, worstOf } from './balance.ts';
import { type Coarsened, coarsen, type TraitName } from './coarsen.ts';
import { casesOf, type Maturity, type Start } from './cohort.ts';
import type { Case, Exposure, LiftDeal } from './deal.ts';
import { decideStep, type Rung } from './ladder.ts';
import type { LiftSettings } from './settings.ts';
import { mixWeights, type Strata, type Stratum, stratify, tablesOf } from './strata.ts';
import type { Life } from './survival.ts';

export type Sample = {
  readonly cases: readonly Case[];
  readonly isPartner: Uint8Array;
  readonly isWon: Uint8Array;
  readonly lives: readonly Life[];
  /** How many days each case is watched. */
  readonly horizon: number;
  readonly coarsened: Coarsened;
  readonly strata: Strata;
  readonly tables: readonly Stratum[];
  readonly weights: Float64Array;
  readonly balance: readonly BalanceRow[];
  readonly rung: Rung;
};

export function sampleOf(
  deals: readonly LiftDeal[],
  maturity: Maturity,
  exposure: Exposure,
  start: Start,
  settings: LiftSettings,
): Sample {
  const cases = casesOf(deals, maturity, exposure, start);
  const horizon = maturity.days - (start === 'landmark' ? maturity.landmark : 0);
  return readySample(cases, horizon, settings, []);
}

/** `without`: traits that must not be adjusted for, since they are what is asked. */
export function readySample(
  cases: readonly Case[],
  horizon: number,
  settings: LiftSettings,
  without: readonly TraitName[],
): Sample {
  const isPartner = Uint8Array.from(cases, (each) => (each.isPartner ? 1 : 0));
  const isWon = Uint8Array.from(cases, (each) => (each.isWon ? 1 : 0));
  const all = coarsen(cases, settings);
  const fields = all.fields.filter(({ trait }) => !without.includes(trait));
  const coarsened = { fields, without: all.without.filter((trait) => !without.includes(trait)) };
  const strata = stratify(isPartner, fields, settings.leastKept);
  const weights = mixWeights(strata, isPartner);
  const balance = balanceOf(fields, isPartner, weights);
  const partnerWins = cases.filter((each) => each.isPartner && each.isWon).length;
  const rung = decideStep(
    {
      partnerDeals: isPartner.reduce((sum, one) => sum + one, 0),
      partnerWins,
      directWins: isWon.reduce((sum, one) => sum + one, 0) - partnerWins,
      kept: strata.kept,
      imbalance: worstOf(balance, 'after'),
      matchedTraits: strata.fields.length,
    },
    settings,
  );
  const tables = tablesOf(strata, isPartner, isWon);
  const lives = cases.map(lifeOf);
  return { cases, isPartner, isWon, lives, horizon, coarsened, strata, tables, weights, balance, rung };
}

function lifeOf({ deal, from }: Case): Life {
  const days = Math.max(0, (deal.closedAfter ?? deal.ageDays) - from);
  return { days, end: deal.closedAfter === null ? 'open' : deal.won ? 'won' : 'lost' };
}
