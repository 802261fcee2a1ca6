/**
 * When the portal is open to the people of partners (method 14: gate G5; the pitfall "packaging before pillars", S2).
 * Before that, a program runs on the form by secret link, mail and Slack.
 *
 * Handbook: docs/handbook/portal.md
 */

import type { GateKey } from './facts.ts';
import type { GateStanding } from './gates.ts';
import { decideGuard } from './guard.ts';

/** That the portal was opened: when, in epoch milliseconds, and whether an override alone had let it through. */
export type Opened = { readonly openedAt: number; readonly byOverride: boolean };

export type PortalOpening =
  /** `openedAt` is null where the gate lets through and nobody has used it yet. */
  | { readonly state: 'open'; readonly openedAt: number | null; readonly byOverride: boolean }
  | {
      readonly state: 'closed';
      readonly gate: GateKey;
      readonly says: string;
      readonly missing: readonly string[];
    };

/**
 * Whether the people of partners may be invited and may come in: once gate G5 lets them through, by its conditions or by
 * an override. A portal that was opened is not closed by a condition that fails later, for those who work in it have deals
 * with deadlines there; the standings are not looked at then. What an override opened ends when a person takes it back.
 */
export function decidePortal(opened: Opened | null, standings: readonly GateStanding[]): PortalOpening {
  if (opened !== null) return { state: 'open', ...opened };
  const decision = decideGuard('portal', standings);
  if (decision.allowed)
    return { state: 'open', openedAt: null, byOverride: decision.because === 'overridden' };
  const { gate, says, missing } = decision;
  return { state: 'closed', gate, says, missing };
}
