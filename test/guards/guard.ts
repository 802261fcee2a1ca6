/**
 * One guard: a piece of code that keeps something out. Taken out, a test has to go red; if none does, nobody would notice
 * that it is gone.
 */
export type Guard = {
  /** What it keeps, in a sentence. */
  readonly keeps: string;
  readonly file: string;
  /** The text that is taken out: it stands in the file exactly once. */
  readonly find: string;
  /** What stands in its place; nothing, unless told. */
  readonly replace?: string;
  /** Where a test goes red without it. */
  readonly project: 'unit' | 'server' | 'races' | 'isolation';
  readonly test: string;
  /** The name of the test, where only one of the file is meant. */
  readonly named?: string;
};
