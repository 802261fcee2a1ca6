/**
 * Checks that argue back: what a page still lacks before people can sign it, and what they should think about.
 *
 * Handbook: docs/handbook/program.md
 */

import type { Reason, ReasonParams } from '#core/decision.ts';

/**
 * One check of a page. `blocking`: the page cannot be proposed while it does not hold. `advisory`: people may sign all
 * the same, and the check says why it matters. `path` leads to the field: `friction.fact`, `criteria.ipp1.weight`; empty
 * for the whole page.
 */
export type Check<Code extends string = string> = Reason<Code> & {
  readonly severity: 'blocking' | 'advisory';
  readonly path: string;
};

/**
 * The words of a check. `holds` says what was found to be right. `fails` says, for a blocking check, what is missing
 * and what to do; for an advisory one, why it matters.
 */
export type CheckWords = {
  readonly holds: (params: ReasonParams) => string;
  readonly fails: (params: ReasonParams) => string;
};

/** The words of every check of a page, by code. */
export type CheckCatalogue<Code extends string = string> = Readonly<Record<Code, CheckWords>>;

/** A check without which the page cannot be proposed. */
export function blockingCheck<Code extends string>(
  rule: string,
  code: Code,
  path: string,
  holds: boolean,
  params: ReasonParams = {},
): Check<Code> {
  return { rule, code, holds, severity: 'blocking', path, params };
}

/** A check that people may sign in spite of. */
export function advisoryCheck<Code extends string>(
  rule: string,
  code: Code,
  path: string,
  holds: boolean,
  params: ReasonParams = {},
): Check<Code> {
  return { rule, code, holds, severity: 'advisory', path, params };
}

/** The sentence of a check. */
export function checkSentence(catalogue: CheckCatalogue, check: Check): string {
  const words = catalogue[check.code];
  if (words === undefined) throw new Error(`no words for the check ${check.code}`);
  return check.holds ? words.holds(check.params) : words.fails(check.params);
}

/** Whether a page may be proposed: no blocking check fails. */
export function mayPropose(checks: readonly Check[]): boolean {
  return checks.every((check) => check.holds || check.severity === 'advisory');
}
