import { join } from 'node:path';
import { type Outcome, runProgram } from './outcome.ts';

/** The compiler walls, by the folder whose tsconfig.json draws them. */
export const TYPE_PROJECTS = [
  { name: 'core', config: 'src/core/tsconfig.json' },
  { name: 'server', config: 'tsconfig.json' },
  { name: 'web', config: 'src/web/tsconfig.json' },
  { name: 'test', config: 'test/tsconfig.json' },
] as const;

/** Types of one project by TypeScript 7; counts the files of ours that it read. */
export async function checkTypes(root: string, project: { name: string; config: string }): Promise<Outcome> {
  const tsc = join(root, 'node_modules/typescript7/bin/tsc');
  const args = [tsc, '-p', project.config, '--pretty', 'false', '--listFiles'];
  const { code, output } = await runProgram(process.execPath, args, root);
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const isListed = (line: string): boolean => /^(\/|[A-Za-z]:[\\/]).*\.(d\.)?[cm]?tsx?$|\.json$/.test(line);
  const looked = lines.filter((line) => isListed(line) && !line.includes('node_modules')).length;
  const findings = lines.filter((line) => !isListed(line));
  if (code !== 0 && findings.length === 0) findings.push(`tsc ended with ${code}`);
  return { name: `types of ${project.name}`, looked, findings: code === 0 ? [] : findings };
}
