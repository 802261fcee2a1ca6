import type { ReasonParams } from '#core/decision.ts';
import type { Check } from './check.ts';

/** A check that has to hold before the page can be proposed. */
export function blocking<Code extends string>(
  rule: string,
  code: Code,
  path: string,
  holds: boolean,
  params: ReasonParams = {},
): Check<Code> {
  return { rule, code, holds, severity: 'blocking', path, params };
}

/** A check that people may sign against. */
export function advisory<Code extends string>(
  rule: string,
  code: Code,
  path: string,
  holds: boolean,
  params: ReasonParams = {},
): Check<Code> {
  return { rule, code, holds, severity: 'advisory', path, params };
}

/** A rule that every row has to keep: one check for each row that does not, or a single one that holds. */
export function everyRow<Code extends string>(path: string, rows: readonly Check<Code>[]): Check<Code>[] {
  const failing = rows.filter((row) => !row.holds);
  if (failing.length > 0) return failing;
  return rows.slice(0, 1).map((row) => ({ ...row, path }));
}
