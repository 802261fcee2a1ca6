import { fieldError, type Problem } from '../problem.ts';

/** What a refusal says about the input at a path, or about an item of its list; null where it says nothing. */
export function problemAt(problem: Problem | null, path: string): string | null {
  const own = fieldError(problem, path);
  if (own !== null) return own;
  const item = problem?.errors?.find((error) => error.path.startsWith(`${path}[`));
  return item === undefined ? null : item.repair;
}
