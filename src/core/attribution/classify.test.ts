import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import { creditFacts, endOf } from '#test/harness/credit-vectors.ts';
import vectors from '#test/vectors/attribution.json' with { type: 'json' };
import { classifyCredit } from './classify.ts';
import { verdictSentence } from './credit.ts';
import { defaultAttributionPolicy } from './policy.ts';
import { reasonSentence } from './reasons.ts';

type Vector = { id: string; name: string; facts: Record<string, unknown>; expect: Record<string, unknown> };

const policy = defaultAttributionPolicy('2026-01-01' as LocalDate);
const now = endOf(vectors.now);
const factsOf = (vector: Vector) => creditFacts(vector.facts);

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
    const asOf = (on: string) => classifyCredit(factsOf(vector), policy, endOf(on));
    expect(asOf('2026-03-04')).toMatchObject({ class: 'none', locked: false });
    expect(asOf('2026-03-05')).toMatchObject({ class: 'sourced', coSold: false, locked: false });
    expect([asOf('2026-03-15').locked, asOf('2026-03-16').locked]).toEqual([false, true]);
    expect(asOf('2026-04-02')).toMatchObject({ class: 'sourced', coSold: true, locked: true });
  });

  it('counts no act at the account before there was a deal as a stage of joint selling, whatever the page gives it', () => {
    const { joint_seller: row } = policy.roleTable;
    const generous = { ...row, byStage: row.byStage.map(() => 'influenced' as const) };
    const page = { ...policy, roleTable: { ...policy.roleTable, joint_seller: generous } };
    const before = { id: 't1', onAccount: true, occurredOn: '2026-02-20' };
    const facts = creditFacts({
      cosellPlans: [{ id: 'p1', activeFrom: '2026-03-02' }],
      touches: [before, { id: 't2', stageOrder: 3, occurredOn: '2026-04-02' }],
    });
    expect(classifyCredit(facts, page, now)).toMatchObject({ class: 'influenced', evidence: ['t1', 't2'] });
  });

  it('shows an old reason whose code is gone as it was stored', () => {
    expect(reasonSentence({ rule: 'T9', code: 'gone', holds: true, params: {} })).toBe('T9: gone.');
  });
});
