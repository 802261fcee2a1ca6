import { z } from 'zod';
import { gateKeys } from '#core/gates/facts.ts';
import { journeyStages } from '#core/journey/journey-stage.ts';
import { pageWords } from '#core/program/page.ts';
import { seats } from '#core/program/seat.ts';
import { currency, date, figureKey } from '../../scoreboard/figure-schemas.ts';

const seat = z.enum(seats);
export const gateKey = z.enum(gateKeys);
const names = <T extends string>(of: Readonly<Record<T, unknown>>) => z.enum(Object.keys(of) as [T, ...T[]]);

const funnelFact = z
  .object({
    key: z.string(),
    kind: z.enum(['stage_days', 'stage_conversion', 'lost_at', 'win_rate', 'cycle_days', 'deal_size']),
    stage: z.object({ order: z.int(), name: z.string() }).nullable(),
    unit: z.enum(['days', 'share', 'money']),
    value: z.number(),
    deals: z.int(),
    comparison: z.number().nullable(),
    showsFriction: z.boolean().describe('It is worse than the other stages'),
  })
  .meta({ id: 'FunnelFact' });

export const funnelSchema = z.object({
  facts: z.array(funnelFact),
  actuals: z.array(
    z
      .object({ key: z.string(), value: z.number(), deals: z.int(), evidence: z.string() })
      .meta({ id: 'LedgerActual' }),
  ),
});

export const runningSchema = z
  .object({
    counts: z.object({ producing: z.int(), active: z.int(), dormant: z.int(), unknown: z.int() }),
    health: z.object({
      dormantShare: measured(z.number()),
      isAlert: z.boolean(),
      alertAbove: z.number(),
      says: z.string(),
    }),
    partners: z.array(
      z
        .object({
          partnerId: z.string(),
          name: z.string(),
          signedOn: date.nullable(),
          openingStage: names(journeyStages).nullable(),
          managerId: z.string().nullable(),
          sort: z.enum(['producing', 'active', 'dormant', 'unknown']),
          proposal: z.enum(['keep', 'cure', 'exit', 'find_out']),
          says: z.string(),
          path: z.array(z.object({ on: date, what: z.string() })).describe('The dated steps of a cure'),
          evidence: z.string(),
        })
        .meta({ id: 'RunningPartner' }),
    ),
  })
  .meta({ id: 'RunningProgram' });

const override = z
  .object({ gate: gateKey, reason: z.string(), by: z.string(), on: date })
  .meta({ id: 'GateOverride' });

const condition = z
  .object({
    code: z.string(),
    rule: z.string(),
    state: z.enum(['met', 'unmet', 'not_measured']),
    says: z.string(),
    on: date.nullable(),
    who: z.array(seat),
    place: z.string().describe('A page of the program, or a place of the desk'),
    evidence: z.string().nullable(),
  })
  .meta({ id: 'GateCondition' });

const gate = z
  .object({
    key: gateKey,
    name: z.string(),
    title: z.string(),
    unlocks: z.string(),
    owner: seat,
    weeks: z.object({ from: z.number(), by: z.number() }),
    planned: z.object({ from: date, by: date }).nullable(),
    state: z.enum(['open', 'overridden', 'closed']),
    conditions: z.array(condition),
    waitsFor: z.array(gateKey),
    openedOn: date.nullable(),
    override: override.nullable(),
  })
  .meta({ id: 'GateStanding' });

const pitfall = z
  .object({
    key: z.string(),
    title: z.string(),
    source: z.string(),
    owner: seat,
    state: z.enum(['clear', 'warning', 'blocked', 'not_measured']),
    says: z.string(),
    evidence: z.string().nullable(),
    on: date.nullable(),
    action: z.string().nullable(),
  })
  .meta({ id: 'PitfallStanding' });

const catchUp = z
  .object({
    countedFrom: z.enum(['kickoff', 'today']),
    startsOn: date,
    items: z.array(
      z.object({
        gate: gateKey,
        name: z.string(),
        title: z.string(),
        dueOn: date,
        isLate: z.boolean(),
        owner: seat,
        holders: z.array(z.string()),
        missing: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'CatchUpPlan' });

/** A measured fact, or what it waits for. */
function measured<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('known', [
    z.object({ known: z.literal(true), value, on: date.nullable(), evidence: z.string() }),
    z.object({ known: z.literal(false), waitsFor: z.string() }),
  ]);
}

export const measuredFact = measured(
  z.union([z.boolean(), z.number(), z.string(), z.array(z.number())]),
).meta({ id: 'MeasuredFact' });

export const ownedFigure = measured(
  z.object({
    value: z.number(),
    unit: z.enum(['share', 'money', 'count']),
    currency: currency.nullable(),
    before: z.number().nullable(),
    figure: figureKey.nullable(),
  }),
).meta({ id: 'OwnedFigure' });

const span = z.object({ from: z.number(), to: z.number() });
const days = z.object({ from: date, to: date });

const pageRow = z.object({
  word: z.enum(pageWords),
  title: z.string(),
  state: z.enum(['not_begun', 'draft', 'proposed', 'signed', 'in_force']),
  missing: z.array(seat),
});

const ownedRow = z
  .object({
    seat,
    label: z.string(),
    holders: z.array(
      z.object({
        membershipId: z.string(),
        name: z.string(),
        interim: z.enum(['ceo', 'cro', 'advisor']).nullable(),
        since: date,
      }),
    ),
    state: z.enum(['held', 'interim', 'gap', 'later']),
    key: z.string().nullable(),
    number: z.string(),
    target: z.string(),
    figure: ownedFigure,
    trend: z.enum(['up', 'down', 'level']).nullable(),
  })
  .meta({ id: 'OwnedSeat' });

const properties = z
  .object({
    forecastable: z.object({
      state: z.enum(['yes', 'counting', 'missed', 'not_started']),
      launch: z.object({ on: date, isExpected: z.boolean() }).nullable(),
      dueOn: date.nullable(),
      daysLeft: z.int().nullable(),
      says: z.string(),
      missing: z.array(z.string()),
    }),
    documented: z.object({ holds: z.boolean(), says: z.string(), open: z.array(pageRow) }),
    owned: z.object({ holds: z.boolean(), says: z.string(), rows: z.array(ownedRow) }),
  })
  .meta({ id: 'ProgramProperties' });

const track = z
  .object({
    title: z.string(),
    total: span,
    points: z.array(
      z.object({
        key: z.enum(['design_ready', 'hire', 'cohort', 'first_joint_opportunity', 'first_sourced_win']),
        title: z.string(),
        when: z.string(),
        months: span,
        on: days.nullable(),
      }),
    ),
  })
  .meta({ id: 'LaunchTrack' });

const launchPlan = z
  .object({
    kickoffOn: date.nullable(),
    milestones: z.array(
      z.object({
        key: z.string(),
        title: z.string(),
        owner: seat,
        when: z.string(),
        planned: z.object({ from: date, by: date }).nullable(),
        actualOn: date.nullable(),
        state: z.enum(['done', 'done_late', 'ahead', 'due', 'late', 'coming', 'not_scheduled']),
        isOverridden: z.boolean(),
        says: z.string().nullable(),
      }),
    ),
    paths: z.object({ a: track, b: track, weeks: span, monthsSaved: span, says: z.string() }),
  })
  .meta({ id: 'LaunchPlan' });

const digestPart = z.enum(['needs_decision', 'slipped', 'landed']);
const digest = z
  .object({
    items: z.array(
      z.object({
        part: digestPart,
        key: z.string(),
        title: z.string(),
        says: z.string(),
        owner: seat,
        on: date.nullable(),
        action: z.string().nullable(),
      }),
    ),
    cut: z.object({ needs_decision: z.int(), slipped: z.int(), landed: z.int() }),
    cutSays: z.string().nullable(),
  })
  .meta({ id: 'WeeklyDigest' });

const gap = z
  .object({
    kind: z.enum(['seat', 'partners']),
    says: z.string(),
    repair: z.string(),
    who: z.array(seat),
  })
  .meta({ id: 'OwnershipGap' });

export const watchSchema = z
  .object({
    today: date,
    kickoffOn: date.nullable(),
    mode: z.enum(['new', 'running']),
    gates: z.array(gate),
    pastOverrides: z
      .array(override.extend({ takenBackBy: z.string(), takenBackOn: date }).meta({ id: 'PastOverride' }))
      .describe('Overrides that were taken back, the latest first'),
    properties,
    launchPlan,
    pitfalls: z.array(pitfall),
    digest,
    catchUp: catchUp.nullable().describe('Of a program that already runs'),
    gaps: z.array(gap).describe('What nobody owns'),
    facts: z.record(z.string(), measuredFact).describe('What all of it was computed from'),
  })
  .meta({ id: 'ProgramWatch' });
