import type { Problem } from '#connectors/port.ts';

/** How many rows of a file come to what. `rows` is the sum of the others. */
export type Counts = {
  rows: number;
  create: number;
  update: number;
  unchanged: number;
  skip: number;
  reject: number;
};

/** One problem of one row, as it is shown and answered. */
export type Reject = {
  readonly row: number;
  readonly column: string | null;
  readonly code: string;
  readonly expected: string;
  readonly found: string;
  readonly repair: string;
};

/** Rows with the same problem in the same column: one repair mends them all. */
export type RejectGroup = {
  readonly code: string;
  readonly severity: 'reject' | 'note';
  readonly column: string | null;
  readonly expected: string;
  readonly repair: string;
  readonly rows: number;
  readonly examples: readonly { readonly row: number | null; readonly found: string }[];
};

/** What a dry run found. */
export type TryResult = {
  readonly counts: Counts;
  /** Companies that the rows name and that nobody named before. */
  readonly newAccounts: number;
  readonly newPartners: number;
  readonly groups: readonly RejectGroup[];
  readonly notes: readonly RejectGroup[];
  /** The first rejects; all of them stand in the file of rejects. */
  readonly rejects: readonly Reject[];
};

const firstRejects = 100;
const mostGroups = 200;
const examples = 5;

type Group = { -readonly [Key in keyof RejectGroup]: RejectGroup[Key] } & {
  examples: { row: number | null; found: string }[];
};

/** Counts rows and gathers problems while a file streams by. Its memory does not grow with the rows. */
export class Tally {
  readonly counts: Counts = { rows: 0, create: 0, update: 0, unchanged: 0, skip: 0, reject: 0 };
  readonly rejects: Reject[] = [];
  readonly #groups = new Map<string, Group>();

  add(counts: Partial<Counts>, problems: readonly Problem[]): void {
    for (const [name, count] of Object.entries(counts)) this.counts[name as keyof Counts] += count;
    for (const problem of problems) this.#keep(problem);
  }

  result(newAccounts: number, newPartners: number): TryResult {
    const all = [...this.#groups.values()].sort((a, b) => b.rows - a.rows);
    return {
      counts: { ...this.counts },
      newAccounts,
      newPartners,
      groups: all.filter((group) => group.severity === 'reject'),
      notes: all.filter((group) => group.severity === 'note'),
      rejects: this.rejects,
    };
  }

  #keep(problem: Problem): void {
    const { code, severity, row, column, expected, found, repair } = problem;
    if (severity === 'reject' && row !== null && this.rejects.length < firstRejects)
      this.rejects.push({ row, column, code, expected, found, repair });
    const key = `${severity} ${code} ${column ?? ''} ${repair}`;
    const group = this.#groups.get(key);
    if (group) {
      group.rows += 1;
      if (group.examples.length < examples) group.examples.push({ row, found });
    } else if (this.#groups.size < mostGroups) {
      const fresh = { code, severity, column, expected, repair, rows: 1, examples: [{ row, found }] };
      this.#groups.set(key, fresh);
    }
  }
}
