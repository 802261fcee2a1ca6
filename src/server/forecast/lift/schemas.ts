import { z } from 'zod';
import { traitNames } from '#core/forecast/lift/coarsen.ts';
import { exposures } from '#core/forecast/lift/deal.ts';
import { steps } from '#core/forecast/lift/ladder.ts';
import { scopes } from '#core/scoreboard/figure.ts';
import { dateSchema } from '../../access/schemas.ts';

const count = z.number().int().min(0);
const interval = { value: z.number(), low: z.number(), high: z.number() };
const ratio = z.object(interval).meta({ id: 'LiftRatio' });
const rate = z.object({ ...interval, won: count, deals: count }).meta({ id: 'LiftRate' });
const side = z.object({ deals: count, won: count, lost: count, open: count }).meta({ id: 'LiftSide' });
const trait = z.enum(traitNames);

const rungShape = {
  step: z.enum(steps).describe('How much the number of deals allows to be shown'),
  coverage: z.union([z.literal(80), z.literal(95)]).describe('What the intervals cover, in per cent'),
  lacks: z.array(
    z.object({
      code: z.enum(['partnerDeals', 'partnerWins', 'directWins', 'kept', 'balance', 'traits']),
      has: z.number(),
      needs: z.number(),
    }),
  ),
  partnerDeals: count,
  directDeals: count,
};

const win = z
  .object({
    ...rungShape,
    partner: rate.nullable(),
    direct: rate.nullable(),
    crude: ratio.nullable().describe('Difference of the rates as they are, Newcombe 95 %'),
    crudeRatio: z.number().nullable(),
    adjusted: ratio.nullable().describe('Ratio of win rates within strata, Mantel and Haenszel'),
    check: z
      .object({ ratio: ratio.nullable(), difference: ratio.nullable(), draws: count })
      .nullable()
      .describe('Regression over the partner deals, interval from accounts drawn anew'),
    isRobust: z.boolean().nullable(),
    eValue: z.object({ value: z.number(), ofInterval: z.number() }).nullable(),
  })
  .meta({ id: 'LiftWin' });

const medians = z.object({ toClose: count.nullable(), toWin: count.nullable() }).nullable();
const cycle = z
  .object({
    ...rungShape,
    horizon: count.describe('Days that each deal is watched'),
    adjusted: z
      .object({ ...interval, partner: z.number(), direct: z.number() })
      .nullable()
      .describe('Days without a win: partner deals minus comparable others'),
    partner: medians,
    direct: medians,
  })
  .meta({ id: 'LiftCycle' });

const size = z
  .object({
    ...rungShape,
    partnerMinor: z.number().nullable().describe('Geometric mean in minor units'),
    directMinor: z.number().nullable(),
    crudeRatio: z.number().nullable(),
    adjusted: ratio.nullable(),
  })
  .meta({ id: 'LiftSize' });

const naiveSide = z.object({ closed: count, won: count, meanDays: z.number() });
const sentences = z.array(z.string());

const comparison = z
  .object({
    exposure: z.enum(exposures),
    start: z.enum(['creation', 'landmark']),
    partner: side.nullable(),
    direct: side.nullable(),
    win,
    cycle,
    size,
    fromEntry: z.object({ win, cycle }),
    naive: z
      .object({ partner: naiveSide, direct: naiveSide, winRatio: z.number(), cycleRatio: z.number() })
      .nullable()
      .describe('What a plain report of closed deals would say'),
    matchedOn: z.array(trait),
    regressedOn: z.array(trait),
    without: z.array(trait),
    kept: z.number().describe('Share of partner deals that have a comparable deal'),
    balance: z.array(
      z.object({
        trait,
        level: z.string(),
        partnerShare: z.number(),
        directShare: z.number(),
        before: z.number(),
        after: z.number(),
      }),
    ),
    worst: z.object({ before: z.number(), after: z.number() }),
    needed: z.array(z.object({ lift: z.number(), deals: count.nullable() })),
    told: z.object({
      win: z.string(),
      cycle: z.string(),
      robust: z.string().nullable(),
      unmeasured: z.string().nullable(),
      lacks: z.object({ win: sentences, cycle: sentences, size: sentences }),
    }),
  })
  .meta({ id: 'LiftComparison' });

export const liftSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('working'), asOf: dateSchema, done: z.number().min(0).max(1) }),
  z.object({
    state: z.literal('ready'),
    asOf: dateSchema,
    scope: z.enum(scopes),
    currency: z.string(),
    deals: count,
    matured: count,
    closed: count,
    maturity: z.object({ days: count, landmark: count, closed: count }).nullable(),
    leftOut: z.object({ undated: count, unknownOutcome: count, otherProof: count }),
    comparisons: z.array(comparison),
  }),
]);
