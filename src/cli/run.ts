import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '#server/config-root.ts';
import { ProblemError, problemTypes } from '#server/problem.ts';
import { RefusalError } from '#server/refusal.ts';
import type { Command, Io } from './command.ts';
import type { Entry } from './commands.ts';
import { helpOf, helpOfAll, nearest } from './help.ts';

/** The arguments are wrong; exit code 2. */
class UsageError extends RefusalError {
  constructor(message: string) {
    super('usage', message);
    this.name = 'UsageError';
  }
}

/**
 * Runs one command line and returns the exit code: 0 done, 1 a fault of ours, 2 wrong input or arguments. Whatever
 * the operator can put right (RefusalError, or a problem with a status below 500) is one message on standard
 * error; a fault of ours shows its stack there.
 */
export async function runCommandLine(
  args: readonly string[],
  commands: Readonly<Record<string, Entry>>,
  output: { out(text: string): void; err(text: string): void },
): Promise<number> {
  const io = makeIo(args, output);
  try {
    return await dispatch(args, commands, io);
  } catch (error) {
    const sentence = asSentence(error);
    if (sentence !== null) {
      output.err(`tandem: ${sentence}\n`);
      return 2;
    }
    output.err(`tandem: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return 1;
  }
}

async function dispatch(
  args: readonly string[],
  commands: Readonly<Record<string, Entry>>,
  io: Io,
): Promise<number> {
  const [first, ...rest] = args;
  if (first === undefined) throw new UsageError(`which command?\n\n${helpOfAll(commands)}`);
  if (first === '--version' || first === 'version') {
    io.print(readVersion());
    return 0;
  }
  const asksHelp = first === 'help' || first === '--help' || first === '-h';
  const name = asksHelp ? rest[0] : first;
  if (name === undefined) {
    io.print(helpOfAll(commands));
    return 0;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!entry) throw new UsageError(`there is no command "${name}"${hint(name, Object.keys(commands))}`);
  const command = await entry.load();
  if (asksHelp || rest.includes('--help') || rest.includes('-h')) {
    io.print(helpOf(name, entry, command));
    return 0;
  }
  return (await command.run(parse(name, command, rest), io)) ?? 0;
}

function parse(name: string, command: Command, args: readonly string[]) {
  const usage = `Usage: tandem ${name} ${command.usage}`.trimEnd();
  const parsed = (() => {
    try {
      return parseArgs({ args: [...args], options: command.options, strict: true, allowPositionals: true });
    } catch (error) {
      const typed = /'(--?[^' ]+)/.exec((error as Error).message)?.[1];
      const known = Object.keys(command.options).map((option) => `--${option}`);
      if ((error as { code?: string }).code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' && typed) {
        throw new UsageError(`${name} has no option ${typed}${hint(typed, known)}\n${usage}`);
      }
      throw new UsageError(`${(error as Error).message}\n${usage}`);
    }
  })();
  const { min, max } = command.positionals ?? { min: 0, max: 0 };
  const count = parsed.positionals.length;
  if (count < min) throw new UsageError(`${name}: expected ${expected(min, max)}, found ${count}\n${usage}`);
  if (count > max) {
    throw new UsageError(
      `${name}: expected ${expected(min, max)}, found "${parsed.positionals[max]}" too\n${usage}`,
    );
  }
  return parsed;
}

function makeIo(args: readonly string[], output: { out(text: string): void; err(text: string): void }): Io {
  const isJson = args.includes('--json');
  let isWritten = false;
  return {
    print: (text) => (isJson ? output.err : output.out)(`${text}\n`),
    progress: (text) => output.err(`${text}\n`),
    json(value) {
      if (isWritten) throw new Error('a command prints one JSON document, and this is its second');
      isWritten = true;
      output.out(`${JSON.stringify(value, null, 2)}\n`);
    },
  };
}

/** What the operator has to put right, in words; null for a fault of ours. */
function asSentence(error: unknown): string | null {
  if (error instanceof RefusalError) return error.message;
  if (!(error instanceof ProblemError) || problemTypes[error.type].status >= 500) return null;
  const details = error.errors.map(
    ({ path, expected, found, repair }) => `  ${path}: expected ${expected}, found ${found}. ${repair}`,
  );
  return [error.message, ...(details.length > 1 ? details : [])].join('\n');
}

function expected(min: number, max: number): string {
  if (max === 0) return 'no argument';
  if (max === Number.POSITIVE_INFINITY) return `${min} or more arguments`;
  return min === max ? `${min} argument${min === 1 ? '' : 's'}` : `${min} to ${max} arguments`;
}

function hint(typed: string, names: readonly string[]): string {
  const near = nearest(typed, names);
  return near ? `; did you mean "${near}"?` : ' (see `tandem help`)';
}

function readVersion(): string {
  return (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string })
    .version;
}
