/**
 * Values that are dear to compute, kept in this process by a key that says what they stand on, so that a key
 * which no longer holds is simply never asked for again. The least recently used go first. Two callers of the
 * same key share one computation; a failed one is not kept. At most `atOnce` are under way, the others wait their
 * turn: each may hold every deal of a company in memory.
 */
export class Kept<T> {
  readonly #values = new Map<string, { readonly value: Promise<T>; weight: number }>();
  readonly #most: number;
  readonly #weigh: (value: T) => number;
  readonly #atOnce: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #weight = 0;

  /** `most`: the total weight that is kept; every value weighs 1 unless told otherwise. */
  constructor(
    most: number,
    weigh: (value: T) => number = () => 1,
    atOnce: number = Number.POSITIVE_INFINITY,
  ) {
    this.#most = most;
    this.#weigh = weigh;
    this.#atOnce = atOnce;
  }

  get(key: string, compute: () => Promise<T>): Promise<T> {
    const found = this.#values.get(key);
    if (found) {
      this.#values.delete(key);
      this.#values.set(key, found);
      return found.value;
    }
    const entry = { value: this.#inTurn(compute), weight: 0 };
    this.#values.set(key, entry);
    entry.value.then(
      (value) => this.#weighIn(key, entry, this.#weigh(value)),
      () => this.#drop(key, entry),
    );
    return entry.value;
  }

  async #inTurn(compute: () => Promise<T>): Promise<T> {
    if (this.#running < this.#atOnce) this.#running += 1;
    else await new Promise<void>((begin) => this.#waiting.push(begin));
    try {
      return await compute();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }

  #weighIn(key: string, entry: { value: Promise<T>; weight: number }, weight: number): void {
    if (this.#values.get(key) !== entry) return;
    entry.weight = weight;
    this.#weight += weight;
    for (const [oldest, old] of this.#values) {
      if (this.#weight <= this.#most) return;
      this.#drop(oldest, old);
    }
  }

  #drop(key: string, entry: { weight: number }): void {
    if (this.#values.get(key) !== entry) return;
    this.#values.delete(key);
    this.#weight -= entry.weight;
  }
}
