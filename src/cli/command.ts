import type { ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** What a command says and to whom. Progress and messages for people go to standard error. */
export type Io = {
  /** Text for a person on standard output; with --json it goes to standard error. */
  print(text: string): void;
  /** The one JSON document of --json. A second call is a fault. */
  json(value: unknown): void;
  /** Progress, on standard error. */
  progress(text: string): void;
};

type Values<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options; strict: true; allowPositionals: true }>
>['values'];

type Definition<Options extends ParseArgsOptionsConfig> = {
  /** What follows the name, as in `FILE... [--json]`. */
  readonly usage: string;
  /** Lines of help below the usage. */
  readonly help?: readonly string[];
  readonly options: Options;
  /** How many arguments there may be; default none. */
  readonly positionals?: { readonly min: number; readonly max: number };
  /** Resolves to the exit code; nothing means 0. */
  readonly run: (
    args: { readonly values: Values<Options>; readonly positionals: readonly string[] },
    io: Io,
  ) => Promise<number | undefined>;
};

/** A command of bin/tandem, as main.ts sees it. */
export type Command = Definition<ParseArgsOptionsConfig>;

/** Options of every reading command. */
export const jsonOption = { json: { type: 'boolean' } } as const;

/** The option of every command that works within one organization. */
export const orgOption = { org: { type: 'string' } } as const;

/** Declares a command; `values` is typed by its options. */
export function defineCommand<const Options extends ParseArgsOptionsConfig>(
  definition: Definition<Options>,
): Command {
  // main.ts parses with these very options, so the values that reach `run` have these types.
  return definition as unknown as Command;
}
