import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunTally, Tally } from './tally-reporter.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** One line of the closing summary. */
export type Part = Tally & { name: string; remark?: string };

/** Runs a program with its output shown; gives its exit code. Standard input is closed. */
export function runShown(args: readonly string[], environment: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...environment },
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs these vitest projects and counts each. A project that ran no test has failed: silence proves nothing.
 */
export async function runProjects(
  projects: readonly string[],
  environment: Record<string, string> = {},
): Promise<Part[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-tally-'));
  const tallyFile = join(folder, 'tally.json');
  try {
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    const args = [vitest, 'run', '--reporter=default', '--reporter=./test/harness/tally-reporter.ts'];
    for (const project of projects) args.push('--project', project);
    const code = await runShown(args, { ...environment, TANDEM_TALLY: tallyFile });
    const run: RunTally = existsSync(tallyFile)
      ? (JSON.parse(readFileSync(tallyFile, 'utf8')) as RunTally)
      : { projects: {}, strayErrors: 0 };
    return partsOf(projects, run, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The parts of a run: what was counted, and what went wrong where nothing was. */
export function partsOf(projects: readonly string[], run: RunTally, code: number): Part[] {
  const parts: Part[] = projects.map((name) => {
    const tally = run.projects[name];
    if (tally && tally.passed + tally.failed > 0) return { name, ...tally };
    return { name, passed: 0, failed: 1, skipped: tally?.skipped ?? 0, remark: 'ran no test' };
  });
  if (run.strayErrors > 0)
    parts.push({ name: 'errors outside any test', passed: 0, failed: run.strayErrors, skipped: 0 });
  if (code !== 0 && parts.every(({ failed }) => failed === 0))
    parts.push({ name: 'vitest', passed: 0, failed: 1, skipped: 0, remark: `ended with ${code}` });
  return parts;
}

/** Prints the closing summary, whose last line is `N passed, N failed`; gives the exit code. */
export function closeWith(parts: readonly Part[], startedMs: number, tell = console.log): number {
  const sum = (key: keyof Tally): number => parts.reduce((total, part) => total + part[key], 0);
  tell('');
  for (const { name, passed, failed, skipped, remark } of parts) {
    const rest = `${skipped > 0 ? `, ${skipped} skipped` : ''}${remark ? `: ${remark}` : ''}`;
    tell(`${failed === 0 ? '✓' : '✗'} ${name.padEnd(12)} ${passed} passed, ${failed} failed${rest}`);
  }
  const minutes = (performance.now() - startedMs) / 60_000;
  tell(`took ${minutes.toFixed(1)} minutes`);
  const skipped = sum('skipped');
  tell(`${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;
}
