import type { Command } from './command.ts';
import type { Entry } from './commands.ts';

/** The list of commands. */
export function helpOfAll(commands: Readonly<Record<string, Entry>>): string {
  const listed = Object.entries(commands).filter(([, entry]) => !entry.isInternal);
  const width = Math.max(...listed.map(([name]) => name.length));
  return [
    'Usage: tandem COMMAND [OPTIONS]',
    '',
    ...listed.map(([name, entry]) => `  ${name.padEnd(width)}  ${entry.summary}`),
    '',
    '`tandem COMMAND --help` says more. Exit codes: 0 done, 1 a fault of ours, 2 wrong input or arguments.',
    'Settings come from the environment: docs/operating/configure.md.',
  ].join('\n');
}

/** The help of one command. */
export function helpOf(name: string, entry: Entry, command: Command): string {
  const lines = [`Usage: tandem ${name} ${command.usage}`.trimEnd(), '', `  ${entry.summary}`];
  return [...lines, ...(command.help ? ['', ...command.help] : [])].join('\n');
}

/** The name nearest to what was typed, or null when none is near. */
export function nearest(typed: string, names: readonly string[]): string | null {
  const ranked = names
    .map((name) => ({ name, distance: editDistance(typed, name) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best && best.distance <= Math.max(1, Math.ceil(best.name.length / 3)) ? best.name : null;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, char] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const swap = (row[j] ?? 0) + (char === other ? 0 : 1);
      next.push(Math.min(swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
