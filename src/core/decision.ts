/**
 * The shape that every decision shares. A decision is a pure function of facts, a policy and `now`; it says
 * why in reasons, and a business "no" is a value, never an exception.
 */

export type ReasonParams = Readonly<Record<string, string | number | boolean | null>>;

/**
 * One test that a decision made.
 * - `rule`: the id in the method, such as `ATT-3`.
 * - `code`: which sentence tells it; a catalogue beside the rule turns code and params into words.
 * - `holds`: whether the test was passed.
 * - `params`: the facts that were compared, so that the sentence can show them.
 */
export type Reason<Code extends string = string> = {
  readonly rule: string;
  readonly code: Code;
  readonly holds: boolean;
  readonly params: ReasonParams;
};
