/** One value of an entry that changed, by its dotted name; null where there was or is none. */
export type ChangedValue = {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** What differs between the two states of an entry, value by value; a list of plain values counts as one value. */
export function changedValues(before: unknown, after: unknown): readonly ChangedValue[] {
  const [old, now] = [flat(before), flat(after)];
  const names = [...new Set([...old.keys(), ...now.keys()])];
  return names
    .map((name) => ({ name, before: old.get(name) ?? null, after: now.get(name) ?? null }))
    .filter((one) => one.before !== one.after);
}

function flat(value: unknown, name = '', into = new Map<string, string>()): Map<string, string> {
  if (value === null || value === undefined) return into;
  if (typeof value !== 'object' || (Array.isArray(value) && value.every((one) => typeof one !== 'object'))) {
    into.set(name === '' ? 'value' : name, Array.isArray(value) ? value.join(', ') : String(value));
    return into;
  }
  for (const [key, inner] of Object.entries(value)) flat(inner, name === '' ? key : `${name}.${key}`, into);
  return into;
}
