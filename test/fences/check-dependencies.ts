import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Outcome, runProgram } from './outcome.ts';

type CruiseReport = {
  summary: {
    totalCruised: number;
    violations: { from: string; to: string; rule: { name: string; severity: string } }[];
  };
  modules: { source: string }[];
};

const TREES = ['src', 'seeds', 'test', 'bench'];

/**
 * The dependency rule, by dependency-cruiser over the whole repository. Counts only modules of ours.
 * It reads through TypeScript 5.9; with 7 it would see none and find nothing wrong.
 */
export async function checkDependencies(root: string): Promise<Outcome> {
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const trees = TREES.filter((tree) => existsSync(join(root, tree)));
  const args = [cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...trees];
  const { code, output } = await runProgram(process.execPath, args, root);
  const start = output.indexOf('{');
  if (start < 0)
    return { name: 'dependency rule', looked: 0, findings: [output.trim() || `ended with ${code}`] };
  const report = JSON.parse(output.slice(start)) as CruiseReport;
  const looked = report.modules.filter(
    ({ source }) => /\.(tsx?|[cm]?js)$/.test(source) && isOurs(source),
  ).length;
  const findings = report.summary.violations
    .filter(({ rule }) => rule.severity === 'error')
    .map(({ from, to, rule }) => `${from} → ${to}: ${rule.name}`);
  return { name: 'dependency rule', looked, findings };
}

function isOurs(source: string): boolean {
  return TREES.some((tree) => source.startsWith(`${tree}/`));
}
