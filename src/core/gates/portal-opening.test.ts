import { describe, expect, it } from 'vitest';
import { changedFacts, completeFacts, emptyFacts } from '#test/harness/gate-facts.ts';
import { decideGates } from './gates.ts';
import { decidePortal } from './portal-opening.ts';

const override = (gate: string) => ({ gate, reason: 'The board wants it', by: 'Cleo', on: '2026-02-01' });

describe('the portal', () => {
  it('is closed until gate G5 opens, and says what every gate up to it lacks (S2)', () => {
    const decision = decidePortal(null, decideGates(emptyFacts()));
    expect(decision).toMatchObject({
      state: 'closed',
      gate: 'g5',
      says: 'The portal waits for gate G5: The journey is ready.',
    });
    if (decision.state === 'open') return;
    const last = changedFacts(completeFacts(), { certification: emptyFacts().certification });
    const nearly = decidePortal(null, decideGates(last));
    expect(nearly).toMatchObject({ state: 'closed', missing: [expect.stringContaining('certification')] });
    expect(decision.missing.length).toBeGreaterThan(1);
  });

  it('opens by the conditions of G5, or by its override', () => {
    const open = { state: 'open', openedAt: null, byOverride: false };
    expect(decidePortal(null, decideGates(completeFacts()))).toEqual(open);
    const overridden = changedFacts(emptyFacts(), { overrides: [override('g5')] });
    expect(decidePortal(null, decideGates(overridden))).toEqual({ ...open, byOverride: true });
    const both = changedFacts(completeFacts(), { overrides: [override('g5')] });
    expect(decidePortal(null, decideGates(both))).toEqual(open);
    const earlier = changedFacts(emptyFacts(), { overrides: [override('g4')] });
    expect(decidePortal(null, decideGates(earlier))).toMatchObject({ state: 'closed' });
  });

  it.each([true, false])('stays open once it was opened, whatever becomes of the gate', (byOverride) => {
    const opened = { openedAt: 1_700_000_000_000, byOverride };
    expect(decidePortal(opened, decideGates(emptyFacts()))).toEqual({ state: 'open', ...opened });
  });
});
