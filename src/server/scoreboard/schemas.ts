import { z } from 'zod';
import { companyParts, gaps } from '#core/scoreboard/figure.ts';
import type { DefinitionName } from '#core/scoreboard/payload.ts';
import {
  amount,
  amountShape,
  count,
  currency,
  date,
  figureKey,
  minor,
  quarter,
  scopeShape,
} from './figure-schemas.ts';

const hidden = z.object({
  state: z.literal('hidden'),
  figure: figureKey,
  n: count,
  needs: count,
  reason: z.string(),
});
const measured = { state: z.literal('measured'), figure: figureKey, n: count };
const interval = { value: z.number(), low: z.number(), high: z.number() };
const rate = z
  .discriminatedUnion('state', [z.object({ ...measured, ...interval, won: count }), hidden])
  .meta({ id: 'GroupRate' });
const median = z
  .discriminatedUnion('state', [
    z.object({ ...measured, days: z.number(), lowDays: z.number(), highDays: z.number() }),
    hidden,
  ])
  .meta({ id: 'GroupMedian' });

const comparison = z.object({
  from: date,
  to: date,
  winRate: z.object({ partner: rate, direct: rate, difference: z.object(interval).nullable() }),
  cycle: z.object({ partner: median, direct: median }),
  partnerDealsUnproven: count,
  leftOut: count,
});

const companyLine = z
  .object({ all: amount, parts: z.array(z.object({ ...amountShape, part: z.enum(companyParts) })) })
  .meta({ id: 'CompanyLine' });

const indicatorShape = {
  name: z.enum([
    'certifiedPartners',
    'activeReps',
    'touchesPerPartner',
    'registrationsPerPartner',
    'registeredToPipeline',
  ]),
  group: z.enum(['capability', 'capacity', 'motion', 'conversion']),
  text: z.string(),
  unit: z.enum(['count', 'perPartner', 'share']),
};
const indicator = z
  .discriminatedUnion('state', [
    z.object({
      ...indicatorShape,
      state: z.literal('measured'),
      series: z.array(
        z.object({
          archetype: z.string().nullable(),
          partners: count,
          value: z.number(),
          target: z.number().nullable(),
          weeks: z.array(z.object({ on: date, value: z.number() })),
        }),
      ),
    }),
    z.object({ ...indicatorShape, state: z.literal('waiting'), waitsFor: z.string() }),
  ])
  .meta({ id: 'Indicator' });

const seat = z.object({
  seat: z.enum(['cro', 'ceo']),
  state: z.enum(['opened', 'alert', 'vacant', 'new']),
  missedWeeks: count,
  lastOpenedOn: date.nullable(),
  weeks: z.array(z.object({ monday: date, openings: count })),
});

const acceptance = z.discriminatedUnion('state', [
  z.object({ state: z.literal('nothingToAccept') }),
  z.object({ state: z.literal('open'), claims: count }),
  z.object({ state: z.literal('accepted'), on: date, by: z.string(), claims: count, claimsSince: count }),
]);

const answerPart = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('words'), text: z.string() }),
  z.object({
    kind: z.literal('money'),
    text: z.string(),
    amountMinor: minor,
    figure: figureKey.nullable(),
  }),
  z.object({ kind: z.literal('percent'), text: z.string(), value: z.number() }),
]);

const missingCodes = [
  'noOpportunities',
  'nothingRecent',
  'noPartners',
  'noEvidence',
  'openingBalanceNotAccepted',
  'noSignedPartner',
  'noStageHistory',
  'assumedClose',
  'withoutAmount',
  'withoutRate',
  'withoutExpectedClose',
  'unknownStage',
  'noTargets',
  'definitionsNotSigned',
] as const;

const definitionNames = [
  'pipeline',
  'newPipeline',
  'sourcedPipelineThisQuarter',
  'sourcedClosedWonLastQuarter',
  'forecastSourcedPipelineNextQuarter',
  'shareOfNewPipeline',
  'activityNotOutput',
  'columns',
  'memo',
  'waterfall',
  'winRate',
  'cycle',
  'company',
  'indicators',
  'openingBalance',
  'openings',
] as const satisfies readonly DefinitionName[];

/** The scoreboard on the wire: the same as `Scoreboard` of core, which a test compares. */
export const scoreboardSchema = z
  .object({
    organization: z.string(),
    asOf: date,
    isToday: z.boolean(),
    currency,
    timeZone: z.string(),
    lastQuarter: quarter,
    thisQuarter: quarter,
    nextQuarter: quarter,
    lastMonday: date,
    answer: z.object({ text: z.string(), parts: z.array(answerPart) }),
    ...scopeShape,
    openingBalance: z.object({ ...scopeShape, acceptance }),
    comparison,
    company: z.object({ openPipeline: companyLine, newThisQuarter: companyLine }),
    indicators: z.array(indicator),
    openings: z.array(seat),
    freshness: z.object({
      latestFactOn: date.nullable(),
      latestDealOn: date.nullable(),
      latestImport: z.object({ number: count, fileName: z.string(), committedOn: date }).nullable(),
      opportunities: count,
    }),
    completeness: z.array(z.object({ gap: z.enum(gaps), deals: count, of: count, figure: figureKey })),
    missing: z.array(
      z.object({
        code: z.enum(missingCodes),
        deals: count.nullable(),
        figure: figureKey.nullable(),
        text: z.string(),
        repair: z.string(),
      }),
    ),
    audit: z.object({
      unaudited: z.boolean(),
      latest: z
        .object({
          month: z.string(),
          errorRate: z.number().nullable(),
          errors: count,
          judged: count,
          size: count,
          most: z.number(),
        })
        .nullable(),
    }),
    definitions: z.object({
      version: count.nullable(),
      inForceFrom: date.nullable(),
      state: z.enum(['default', 'draft', 'signed']),
      signatures: z.array(z.object({ seat: z.string(), name: z.string(), signedOn: date })),
      missingSeats: z.array(z.string()),
      texts: z.record(z.enum(definitionNames), z.string()),
    }),
  })
  .meta({ id: 'Scoreboard' });

/** A page of the rows behind a figure: the same as `FigureRows` of core. */
export const figureRowsSchema = z
  .object({
    figure: figureKey,
    asOf: date,
    unit: z.enum(['minor', 'deals', 'days', 'wins']),
    total: minor.nullable(),
    rows: count,
    rowsWithoutAmount: count,
    items: z.array(
      z.object({
        opportunityId: z.string(),
        number: count,
        name: z.string(),
        accountName: z.string().nullable(),
        partnerName: z.string().nullable(),
        outcome: z.enum(['open', 'won', 'lost', 'unknown']),
        enteredOn: date.nullable(),
        expectedCloseOn: date.nullable(),
        closedOn: date.nullable(),
        contribution: minor.nullable(),
        isUnproven: z.boolean(),
        isDisputed: z.boolean(),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'FigureRows' });
