/** Where a value stands in the body of a page: names of fields and rows, and places in a list. */
type Path = readonly (string | number)[];

/** Reads a path as checks and errors write it: `kill[0].on`, `criteria.ipp1.weight`. */
export function readPath(text: string): Path {
  return [...text.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, place, name]) =>
    place === undefined ? (name ?? '') : Number(place),
  );
}

/** The value at a path; undefined where the path leads nowhere. */
export function valueAt(body: unknown, path: string): unknown {
  return readPath(path).reduce<unknown>((at, step) => {
    if (typeof at !== 'object' || at === null) return undefined;
    return (at as Record<string | number, unknown>)[step];
  }, body);
}

/** The same body with another value at a path. Everything beside the path stays the very same object. */
export function withValue<Body>(body: Body, path: string, value: unknown): Body {
  return replaced(body, readPath(path), value) as Body;
}

function replaced(at: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(at)) {
    return at.map((one, place) => (place === step ? replaced(one, rest, value) : one));
  }
  const held = (at ?? {}) as Record<string | number, unknown>;
  return { ...held, [step]: replaced(held[step], rest, value) };
}

/** Whether a path is the other one or stands inside it: `kill[0].on` is inside `kill`. */
export function isWithin(path: string, outer: string): boolean {
  if (path === outer || outer === '') return true;
  return path.startsWith(outer) && (path[outer.length] === '.' || path[outer.length] === '[');
}

/** The list with one of its rows somewhere else; as it was where there is no such place. */
export function moved<Row>(rows: readonly Row[], from: number, to: number): readonly Row[] {
  const row = rows[from];
  if (row === undefined || to < 0 || to >= rows.length) return rows;
  return rows.toSpliced(from, 1).toSpliced(to, 0, row);
}
