/**
 * Takes out one guard after the other, in a copy of the tree, and runs the test that has to go red without it. First every
 * one of these tests has to be green with all guards in place.
 *
 *   npm run test:guards [words that stand in what the guards keep, or in the project or file of its test]
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '#test/harness/run-vitest.ts';
import { coreGuards } from './core-guards.ts';
import type { Guard } from './guard.ts';
import { serverGuards } from './server-guards.ts';

const words = process.argv.slice(2).map((word) => word.toLowerCase());
const all = [...coreGuards, ...serverGuards];
const guards = all.filter(({ keeps, project, test }) =>
  words.every((word) => `${keeps} ${project} ${test}`.toLowerCase().includes(word)),
);
const copied = [
  ...['bin', 'seeds', 'sql', 'src', 'test', 'package.json', 'tsconfig.base.json', 'tsconfig.json'],
  ...['vite.config.ts', 'vitest.config.ts'],
];

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

type Counted = { readonly passed: number; readonly failed: number; readonly told: string };

/** Runs tests in the copy; a run in which nothing could be tested counts as none. */
function run(
  folder: string,
  { project, test, named }: Pick<Guard, 'project' | 'test' | 'named'>,
): Promise<Counted> {
  const report = join(folder, 'guard-report.json');
  rmSync(report, { force: true });
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const args = [vitest, 'run', '--project', project, '--reporter=json', `--outputFile=${report}`, '--bail=1'];
  if (named !== undefined) args.push('-t', named.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...args, test], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let told = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (part: Buffer) => {
        told = (told + part.toString()).slice(-4000);
      });
    }
    child.on('close', () => {
      try {
        const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as {
          numPassedTests: number;
          numFailedTests: number;
        };
        resolve({ passed: numPassedTests, failed: numFailedTests, told });
      } catch {
        resolve({ passed: 0, failed: 0, told });
      }
    });
  });
}

/** The file without the guard; null where its text is not there exactly once. */
function without(text: string, { find, replace = '' }: Guard): string | null {
  const parts = text.split(find);
  return parts.length === 2 ? parts.join(replace) : null;
}

const folder = mkdtempSync(join(tmpdir(), 'tandem-guards-'));
const wrong: string[] = [];
try {
  for (const name of copied) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));

  const keyOf = ({ project, test, named }: Guard): string => `${project} ${test} ${named ?? ''}`;
  const green = new Set<string>();
  for (const [key, [guard]] of Map.groupBy(guards, keyOf)) {
    if (guard === undefined) continue;
    const { passed, failed, told } = await run(folder, guard);
    if (failed === 0 && passed > 0) {
      green.add(key);
      tell(`green with every guard in place: ${key}`);
    } else tell(`${key}: ${passed} passed and ${failed} failed with every guard in place\n${told}`);
  }
  for (const guard of guards) {
    const began = performance.now();
    const path = join(folder, guard.file);
    const text = readFileSync(path, 'utf8');
    const open = without(text, guard);
    let said = 'its text is not in the file exactly once';
    let isKept = false;
    if (open !== null && !green.has(keyOf(guard))) said = 'its test is not green to begin with';
    else if (open !== null) {
      writeFileSync(path, open);
      const { failed } = await run(folder, guard).finally(() => writeFileSync(path, text));
      isKept = failed > 0;
      said = isKept ? 'red without it' : 'no test misses it';
    }
    if (!isKept) wrong.push(guard.keeps);
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    tell(`${isKept ? '✓' : '✗'} ${guard.keeps} (${guard.file}): ${said}, ${seconds} s`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
tell(`${guards.length - wrong.length} of ${guards.length} guards are kept by a test`);
if (wrong.length > 0 || guards.length === 0) process.exitCode = 1;
