/**
 * One condition of a gate: what is asked, whether it is met, who can supply it and where.
 *
 * Handbook: docs/handbook/gates.md
 */

import type { LocalDate } from '#core/calendar.ts';
import type { ReasonParams } from '#core/decision.ts';
import type { PageWord } from '#core/program/page.ts';
import type { Seat } from '#core/program/seat.ts';
import type { GateFacts, Measured } from './facts.ts';
import type { GateSettings } from './gate-settings.ts';

/** Where it can be supplied: a page of the program, or a place of the desk. */
export type Place = PageWord | 'seats' | 'import' | 'pipeline' | 'partners' | 'scoreboard' | 'gates';

/** `not_measured`: nobody knows yet, which is never as good as met. */
export type ConditionState = 'met' | 'unmet' | 'not_measured';

export type Condition = {
  /** Stable, and once in a gate. */
  readonly code: string;
  readonly rule: string;
  readonly state: ConditionState;
  /** What was found; where the condition is not met, what is missing and what to do. */
  readonly says: string;
  /** The day since which it is met, where that can be told. */
  readonly on: LocalDate | null;
  /** Who can supply it. */
  readonly who: readonly Seat[];
  readonly place: Place;
  /** What it was read from. */
  readonly evidence: string | null;
  readonly params: ReasonParams;
};

/** What a rule found. `who` overrules the seats that the rule names, where the facts know better. */
export type Finding<Params extends ReasonParams> =
  | {
      readonly state: 'met' | 'unmet';
      readonly params: Params;
      readonly on: LocalDate | null;
      readonly evidence: string | null;
      readonly who?: readonly Seat[];
    }
  | { readonly state: 'not_measured'; readonly waitsFor: string };

/** A condition as a rule: how it is found, and the words for it. `subject` begins the sentence "… is not measured yet". */
export type ConditionRule = {
  readonly rule: string;
  readonly find: (facts: GateFacts, settings: GateSettings, code: string) => Condition;
};

/** Makes a rule. The words of a finding take exactly the params that the finding brings. */
export function conditionRule<Params extends ReasonParams>(rule: {
  readonly rule: string;
  readonly subject: string;
  readonly who: readonly Seat[];
  readonly place: Place;
  readonly find: (facts: GateFacts, settings: GateSettings) => Finding<Params>;
  readonly met: (params: Params) => string;
  readonly unmet: (params: Params) => string;
}): ConditionRule {
  return {
    rule: rule.rule,
    find(facts, settings, code) {
      const finding = rule.find(facts, settings);
      const { who, place } = rule;
      if (finding.state === 'not_measured') {
        const says = notMeasured(rule.subject, finding.waitsFor);
        return {
          code,
          rule: rule.rule,
          state: 'not_measured',
          says,
          on: null,
          who,
          place,
          evidence: null,
          params: {},
        };
      }
      const { state, params, evidence } = finding;
      return {
        code,
        rule: rule.rule,
        state,
        says: state === 'met' ? rule.met(params) : rule.unmet(params),
        on: state === 'met' ? finding.on : null,
        who: finding.who ?? who,
        place,
        evidence,
        params,
      };
    },
  };
}

/** "The coverage is not measured yet: it waits for the forecast." */
export function notMeasured(subject: string, waitsFor: string): string {
  return `${subject} is not measured yet: it waits for ${waitsFor}.`;
}

/** A measured fact that passes or does not. */
export function judged<T, Params extends ReasonParams>(
  fact: Measured<T>,
  passes: (value: T) => boolean,
  paramsOf: (value: T) => Params,
): Finding<Params> {
  if (!fact.known) return { state: 'not_measured', waitsFor: fact.waitsFor };
  const { value, on, evidence } = fact;
  return { state: passes(value) ? 'met' : 'unmet', params: paramsOf(value), on, evidence };
}
