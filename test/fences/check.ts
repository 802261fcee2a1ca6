import { fileURLToPath } from 'node:url';
import { checkDependencies } from './check-dependencies.ts';
import { checkFences } from './check-fences.ts';
import { checkFormat } from './check-format.ts';
import { checkOpenapi } from './check-openapi.ts';
import { checkTypes, TYPE_PROJECTS } from './check-types.ts';
import { checkUnused } from './check-unused.ts';
import { judge, type Outcome } from './outcome.ts';
import { readSourceTree } from './source-tree.ts';

const LEAST_MODULES = 50;
const SHOWN = 40;

const root = fileURLToPath(new URL('../..', import.meta.url));
const started = performance.now();
let looked = 0;
let wrong = 0;

function tell(outcome: Outcome): void {
  looked += 1;
  const { name, findings } = outcome;
  const verdict = findings.length === 0 ? 'ok' : `${findings.length} wrong`;
  console.log(
    `${findings.length === 0 ? '✓' : '✗'} ${name.padEnd(24)} ${String(outcome.looked).padStart(6)} looked at  ${verdict}`,
  );
  for (const finding of findings.slice(0, SHOWN)) console.log(`    ${finding.replaceAll('\n', '\n    ')}`);
  if (findings.length > SHOWN) console.log(`    … and ${findings.length - SHOWN} more`);
  if (findings.length > 0) wrong += 1;
}

for (const outcome of checkFences(readSourceTree(root))) tell(judge(outcome));
tell(judge(await checkFormat(root)));
for (const project of TYPE_PROJECTS) tell(judge(await checkTypes(root, project)));
tell(judge(await checkDependencies(root), LEAST_MODULES));
tell(judge(await checkUnused(root)));
tell(judge(await checkOpenapi()));

const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`\n${looked} checks, ${wrong} failed, ${seconds} s`);
process.exitCode = wrong === 0 ? 0 : 1;
