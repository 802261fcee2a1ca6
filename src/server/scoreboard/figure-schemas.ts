import { z } from 'zod';
import type { LocalDate } from '#core/calendar.ts';
import type { CurrencyCode } from '#core/money.ts';
import { type FigureKey, waterfallBars } from '#core/scoreboard/figure.ts';

/** Text on the wire that core knows under a narrower name. */
function textAs<T extends string>(schema: z.ZodType<string>): z.ZodType<T, T> {
  return schema as unknown as z.ZodType<T, T>;
}

export const date = textAs<LocalDate>(z.string().meta({ format: 'date' }));
export const currency = textAs<CurrencyCode>(z.string());
export const figureKey = textAs<FigureKey>(
  z.string().meta({ description: 'Names the rows behind a number' }),
);
export const minor = z.int();
export const count = z.int();
export const quarter = z.object({ label: z.string(), start: date, end: date }).meta({ id: 'QuarterName' });

export const amountShape = {
  figure: figureKey,
  amountMinor: minor.nullable(),
  deals: count,
  dealsWithoutAmount: count,
};
export const amount = z.object(amountShape).meta({ id: 'AmountFigure' });

const fixed = z
  .object({
    ...amountShape,
    period: quarter,
    targetMinor: minor.nullable(),
    weeks: z.array(z.object({ on: date, quarter: z.string(), amountMinor: minor.nullable(), deals: count })),
    sinceLastMonday: z.object({ amountMinor: minor, deals: count }),
    assumedDeals: count,
    disputedDeals: count,
    booked: z
      .object({
        closedOn: date,
        acceptedMinor: minor,
        accepted: count,
        waitingMinor: minor,
        waiting: count,
      })
      .nullable(),
  })
  .meta({ id: 'FixedFigure' });

const forecast = z
  .object({
    figure: figureKey,
    period: quarter,
    lowMinor: minor.nullable(),
    likelyMinor: minor.nullable(),
    highMinor: minor.nullable(),
    method: z.enum(['mean', 'last', 'none']),
    methodText: z.string(),
    waitsFor: z.string().nullable(),
    quarters: z.array(z.object({ ...amountShape, period: quarter })),
    backtest: z.discriminatedUnion('state', [
      z.object({
        state: z.literal('measured'),
        origins: count,
        wape: z.number().nullable(),
        bias: z.number().nullable(),
        candidates: z.array(z.object({ method: z.enum(['mean', 'last']), wape: z.number().nullable() })),
      }),
      z.object({ state: z.literal('waiting'), needsQuarters: count, hasQuarters: count }),
    ]),
    chance: z
      .object({ wape: z.number(), dealsPerQuarter: z.number(), amountVariation: z.number() })
      .nullable(),
    targetMinor: minor.nullable(),
    weeks: z.array(z.object({ on: date, quarter: z.string(), likelyMinor: minor.nullable() })),
    sinceLastMonday: z.object({ likelyMinor: minor }).nullable(),
  })
  .meta({ id: 'ForecastFigure' });

const shareShape = {
  value: z.number().nullable(),
  floor: z.number().nullable(),
  numerator: amount,
  denominator: amount,
};

const share = z
  .object({
    ...shareShape,
    programYear: z.discriminatedUnion('state', [
      z.object({ state: z.literal('notStarted') }),
      z.object({
        state: z.literal('running'),
        year: count,
        startsOn: date,
        endsOn: date,
        firstPartnerSignedOn: date,
      }),
    ]),
    quarters: z.array(z.object({ ...shareShape, period: quarter, isComplete: z.boolean() })),
    activityNotOutput: z.object({
      state: z.enum(['raised', 'clear', 'tooEarly']),
      risePoints: z.number().nullable(),
      needPoints: z.number(),
      overQuarters: count,
    }),
  })
  .meta({ id: 'ShareFigure' });

const column = z
  .object({ openPipeline: amount, newThisQuarter: amount, wonLastQuarter: amount })
  .meta({ id: 'ClassColumn' });

const waterfall = z
  .object({
    since: date,
    until: date,
    period: quarter,
    bars: z.array(
      z.object({
        bar: z.enum(waterfallBars),
        kind: z.enum(['total', 'change']),
        amountMinor: minor,
        deals: count,
        dealsWithoutAmount: count,
        figure: figureKey,
        onlyIfNotEmpty: z.boolean(),
      }),
    ),
    withoutCloseDate: amount,
    overdue: amount,
  })
  .meta({ id: 'Waterfall' });

export const scopeShape = {
  sourcedPipelineThisQuarter: fixed,
  sourcedClosedWonLastQuarter: fixed,
  forecastSourcedPipelineNextQuarter: forecast,
  shareOfNewPipeline: share,
  columns: z.object({ sourced: column, coSold: column, influenced: column }),
  memo: z.object({ assisted: column }),
  waterfall,
};
