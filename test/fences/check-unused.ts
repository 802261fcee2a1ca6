import { join } from 'node:path';
import { type Outcome, runProgram } from './outcome.ts';

/** Unused files, exports and packages, by knip. Counts the files that it read. */
export async function checkUnused(root: string): Promise<Outcome> {
  const knip = join(root, 'node_modules/knip/bin/knip.js');
  const args = [knip, '--no-progress', '--reporter', './test/fences/knip-reporter.ts'];
  const { code, output } = await runProgram(process.execPath, args, root);
  const line = output.split('\n').find((text) => text.startsWith('{"looked"'));
  if (line === undefined)
    return { name: 'unused code', looked: 0, findings: [output.trim() || `ended with ${code}`] };
  const { looked, findings } = JSON.parse(line) as { looked: number; findings: string[] };
  if (code !== 0 && findings.length === 0) findings.push(output.trim());
  return { name: 'unused code', looked, findings };
}
