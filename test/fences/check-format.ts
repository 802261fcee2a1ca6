import { join } from 'node:path';
import { type Outcome, runProgram } from './outcome.ts';

/** Formatting and lint by biome, over every file that biome.json includes. */
export async function checkFormat(root: string): Promise<Outcome> {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const args = [
    biome,
    'ci',
    '--colors=off',
    '--error-on-warnings',
    '--reporter=concise',
    '--max-diagnostics=none',
    '.',
  ];
  const { code, output } = await runProgram(process.execPath, args, root);
  const looked = Number(/Checked (\d+) files?/.exec(output)?.[1] ?? 0);
  const lines = output.split('\n').filter((line) => /^[×!] /.test(line));
  if (code !== 0 && lines.length === 0) lines.push(output.trim());
  return { name: 'format and lint', looked, findings: code === 0 ? [] : lines };
}
