import { describe, expect, it } from 'vitest';
import { changedFacts, completeFacts, emptyFacts } from '#test/harness/gate-facts.ts';
import { digestItems, type Watch } from './digest.ts';
import type { GateFacts } from './facts.ts';
import { decideGates } from './gates.ts';
import { decideLaunchPlan } from './launch-plan.ts';
import { decidePitfalls } from './pitfalls.ts';

function watch(facts: GateFacts): Watch {
  const gates = decideGates(facts);
  return {
    today: facts.today,
    gates,
    pitfalls: decidePitfalls(facts, gates),
    launchPlan: decideLaunchPlan(facts, gates),
  };
}

const complete = completeFacts();
const known = (value: unknown) => ({ known: true, value, on: '2026-11-30', evidence: 'Read from a test.' });
const names = (now: GateFacts, before: GateFacts | null) =>
  digestItems(watch(now), before && watch(before)).items.map((one) => `${one.part} ${one.key}`);

describe('the weekly digest', () => {
  it('is empty for a program in which nothing is wrong and nothing moved', () => {
    expect(digestItems(watch(complete), watch(complete))).toEqual({
      items: [],
      cut: { needs_decision: 0, slipped: 0, landed: 0 },
      cutSays: null,
    });
  });

  it('puts what is refused before what is warned of, and the next gate after both', () => {
    const facts = changedFacts(complete, {
      backdated: known(2),
      partnerWashing: known(3),
      cfoAudit: known(false),
    });
    expect(names(facts, null)).toEqual([
      'needs_decision pitfall:backdating',
      'needs_decision pitfall:partner_washing',
      'needs_decision gate:g7',
    ]);
  });

  it('keeps an override in sight with its reason', () => {
    const override = { gate: 'g7', reason: 'The board wants it now', by: 'Cleo', on: '2026-11-02' };
    const facts = changedFacts(complete, { cfoAudit: known(false), overrides: [override] });
    const [item] = digestItems(watch(facts), null).items;
    expect(item).toMatchObject({ key: 'gate:g7', owner: 'cro', on: '2026-11-02' });
    expect(item?.says).toBe('Open since 2026-11-02 by an override of Cleo: The board wants it now');
  });

  it('names what slipped since last week, and what landed', () => {
    const worse = changedFacts(complete, { cfoAudit: known(false), partnerWashing: known(1) });
    expect(names(worse, complete)).toEqual([
      'needs_decision gate:g7',
      'slipped gate:g7',
      'slipped pitfall:partner_washing',
    ]);
    expect(names(complete, worse)).toEqual(['landed gate:g7', 'landed pitfall:partner_washing']);
    const beforeWin = changedFacts(complete, { firstSourcedWin: emptyFacts().firstSourcedWin });
    expect(names(complete, beforeWin)).toEqual(['landed milestone:first_sourced_win']);
  });

  it('names ten items at most and discloses what it left out', () => {
    const { items, cut, cutSays } = digestItems(watch(emptyFacts()), null);
    expect(items).toHaveLength(10);
    expect(cut).toEqual({ needs_decision: 0, slipped: 2, landed: 0 });
    expect(cutSays).toBe('2 more items were left out: 0 to decide, 2 slipped, 0 landed.');
  });
});
