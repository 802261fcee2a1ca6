/** The value with others put at their paths (`goal.to`, `kill[0].on`), as the cases of the vectors write them. */
export function withValues<T>(base: T, set: Readonly<Record<string, unknown>>): T {
  const copy = structuredClone(base);
  for (const [path, value] of Object.entries(set)) {
    const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
    const last = keys.pop();
    let at = copy as Record<string, unknown>;
    for (const key of keys) at = at[key] as Record<string, unknown>;
    if (last === undefined || !Object.hasOwn(at, last)) throw new Error(`nothing stands at ${path}`);
    at[last] = value;
  }
  return copy;
}
