/**
 * The pitfall watch: every row of the method's table as a check, with its evidence, its date and its owner (method 14).
 *
 * Handbook: docs/handbook/gates.md
 */

import type { LocalDate } from '#core/calendar.ts';
import type { Seat } from '#core/program/seat.ts';
import { notMeasured } from './condition.ts';
import { designPitfalls } from './design-pitfalls.ts';
import type { GateFacts, GateKey } from './facts.ts';
import { defaultGateSettings, type GateSettings } from './gate-settings.ts';
import type { GateStanding } from './gates.ts';
import type { PitfallRule, PitfallState } from './pitfall.ts';
import { runningPitfalls } from './running-pitfalls.ts';

/** In the order of the method's table. */
const pitfalls = {
  hire_first: designPitfalls.hire_first,
  too_many_archetypes: designPitfalls.too_many_archetypes,
  no_attribution: designPitfalls.no_attribution,
  activity_for_output: runningPitfalls.activity_for_output,
  no_off_boarding: runningPitfalls.no_off_boarding,
  packaging_first: designPitfalls.packaging_first,
  roster_over_activation: runningPitfalls.roster_over_activation,
  isolated: runningPitfalls.isolated,
  dark_after_signing: runningPitfalls.dark_after_signing,
  direct_conversion: runningPitfalls.direct_conversion,
  single_number: runningPitfalls.single_number,
  backdating: runningPitfalls.backdating,
  partner_washing: runningPitfalls.partner_washing,
  certificate_theatre: runningPitfalls.certificate_theatre,
  prm_too_early: designPitfalls.prm_too_early,
} as const satisfies Record<string, PitfallRule>;

export type PitfallKey = keyof typeof pitfalls;

export type PitfallStanding = {
  readonly key: PitfallKey;
  readonly title: string;
  readonly source: string;
  readonly owner: Seat;
  readonly state: PitfallState;
  readonly says: string;
  readonly evidence: string | null;
  /** Since when it is so, else the day on which it was looked at; null while it is not measured. */
  readonly on: LocalDate | null;
  /** What to do about it, unless it is clear. */
  readonly action: string | null;
};

/** Every pitfall as it stands today. What nobody can know yet is not measured, never clear. */
export function decidePitfalls(
  facts: GateFacts,
  standings: readonly GateStanding[],
  settings: GateSettings = defaultGateSettings,
): PitfallStanding[] {
  const gate = (key: GateKey): GateStanding => {
    const found = standings.find((one) => one.key === key);
    if (found === undefined) throw new Error(`no standing of gate ${key}`);
    return found;
  };
  return Object.entries(pitfalls).map(([name, rule]: [string, PitfallRule]) => {
    const { title, source, owner, action } = rule;
    const finding = rule.find(facts, gate, settings);
    const shared = { key: name as PitfallKey, title, source, owner };
    if (finding.state === 'not_measured') {
      const says = notMeasured(`“${title}”`, finding.waitsFor);
      return { ...shared, state: finding.state, says, evidence: null, on: null, action: null };
    }
    const { state, says, evidence, on } = finding;
    return {
      ...shared,
      state,
      says,
      evidence,
      on: on ?? facts.today,
      action: state === 'clear' ? null : action,
    };
  });
}
