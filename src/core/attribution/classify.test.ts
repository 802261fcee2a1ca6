import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import vectors from '#test/vectors/attribution.json' with { type: 'json' };
import { classifyCredit } from './classify.ts';
import { verdictSentence } from './credit.ts';
import type { CreditFacts } from './facts.ts';
import { defaultAttributionPolicy } from './policy.ts';
import { reasonSentence } from './reasons.ts';

type Row = Record<string, unknown>;
type Vector = { id: string; name: string; facts: Record<string, unknown>; expect: Record<string, unknown> };

const policy = defaultAttributionPolicy('2026-01-01' as LocalDate);
const now = { at: Date.parse(`${vectors.now}T23:59:59Z`), on: vectors.now as LocalDate };
const instants = new Set(['occurredAt', 'buyerMeetingAt', 'ruledAt']);

/** A fact as the vectors mean it: the default of its kind, the given fields, instants as epoch milliseconds. */
function complete(fallback: Row, given: Row): Row {
  const row: Row = { ...fallback, ...given };
  row.recordedOn ??= row.occurredOn;
  if (row.occurredOn !== undefined) row.occurredAt ??= `${row.occurredOn}T12:00:00Z`;
  for (const key of instants) if (typeof row[key] === 'string') row[key] = Date.parse(row[key]);
  const { confirmedBy, confirmedOn, voidedBy, withdrawnOn, refusedOn, ...rest } = row;
  const noon = (day: unknown) => (typeof day === 'string' ? Date.parse(`${day}T12:00:00Z`) : null);
  const recordedAt = noon(row.recordedOn ?? row.activeFrom) ?? 0;
  const since = noon(confirmedOn) ?? recordedAt;
  return {
    sort: 'introduction',
    side: 'vendor',
    ...rest,
    recordedAt,
    confirmation: typeof confirmedBy === 'string' ? { by: confirmedBy, at: since } : null,
    refusedAt: noon(refusedOn),
    voidSignatures: ((voidedBy ?? []) as string[]).map((by) => ({ by, at: recordedAt })),
    withdrawnAt: noon(withdrawnOn),
    lapseRecordedAt: noon(row.lapsedOn),
  };
}

function factsOf(vector: Vector): CreditFacts {
  const { defaults } = vectors;
  const list = (name: string, fallbackOf: (row: Row) => Row) =>
    ((vector.facts[name] ?? []) as Row[]).map((row) => complete(fallbackOf(row), row));
  // The vectors are data from outside; the test that they run is what checks their shape.
  return {
    opportunity: { ...defaults.opportunity, ...(vector.facts.opportunity as Row | undefined) },
    originActs: list('originActs', (row) =>
      row.kind === 'registration' ? defaults.registration : defaults.introduction,
    ),
    touches: list('touches', () => defaults.touch),
    cosellPlans: list('cosellPlans', () => defaults.cosellPlan),
    checkIns: list('checkIns', () => defaults.checkIn),
    vendorContacts: list('vendorContacts', () => ({})),
    otherOpportunities: list('otherOpportunities', () => ({})),
    rulings: list('rulings', () => ({})),
    disputes: [],
  } as unknown as CreditFacts;
}

describe('the credit of a deal', () => {
  it.each((vectors.cases as Vector[]).map((vector) => [vector.id, vector.name, vector] as const))(
    '%s: %s',
    (_id, _name, vector) => {
      const decision = classifyCredit(factsOf(vector), policy, now);
      const fails = decision.reasons.filter((reason) => !reason.holds).map((reason) => reason.code);
      const { fails: expectedFails, ...expected } = vector.expect;
      expect(decision).toMatchObject(expected);
      expect([...new Set(fails)]).toEqual(expectedFails);
    },
  );

  it('tells every reason in a sentence without holes', () => {
    for (const vector of vectors.cases as Vector[]) {
      const decision = classifyCredit(factsOf(vector), policy, now);
      for (const partner of [decision, ...decision.considered]) {
        for (const reason of partner.reasons) {
          expect(reasonSentence(reason)).toMatch(/^[A-Z].*\.$/);
          expect(reasonSentence(reason)).not.toMatch(/undefined|null|NaN|\[object/);
        }
      }
      expect(verdictSentence(decision, (id) => id)).toMatch(/^[A-Za-z].*\.$/);
    }
  });

  it('carries the facts that earned it, and the page by which it was judged', () => {
    const vector = (vectors.cases as Vector[]).find(({ id }) => id === 'A12')!;
    const decision = classifyCredit(factsOf(vector), policy, now);
    expect(decision.evidence).toEqual(['i1', 'p1', 't1', 't2']);
    expect(decision).toMatchObject({
      policyVersion: 1,
      decidedAt: now.at,
      lockOn: '2026-03-15',
      locked: true,
    });
    expect(verdictSentence(decision, () => 'Northwind')).toBe('Sourced by Northwind, and co-sold.');
  });

  it('is replayed as of a past day from what was recorded by then', () => {
    const vector = (vectors.cases as Vector[]).find(({ id }) => id === 'A12')!;
    const asOf = (on: string) =>
      classifyCredit(factsOf(vector), policy, {
        at: Date.parse(`${on}T23:59:59Z`),
        on: on as LocalDate,
      });
    expect(asOf('2026-03-04')).toMatchObject({ class: 'none', locked: false });
    expect(asOf('2026-03-05')).toMatchObject({ class: 'sourced', coSold: false, locked: false });
    expect([asOf('2026-03-15').locked, asOf('2026-03-16').locked]).toEqual([false, true]);
    expect(asOf('2026-04-02')).toMatchObject({ class: 'sourced', coSold: true, locked: true });
  });

  it('shows an old reason whose code is gone as it was stored', () => {
    expect(reasonSentence({ rule: 'T9', code: 'gone', holds: true, params: {} })).toBe('T9: gone.');
  });
});
