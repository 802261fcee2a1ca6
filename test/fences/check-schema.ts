import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Outcome, runProgram } from './outcome.ts';

const NAME = 'sql/schema.sql is fresh';

/** The committed schema is what the numbered files add up to, on a throw-away database. Counts its tables. */
export async function checkSchema(root: string): Promise<Outcome> {
  const { code, output } = await runProgram(join(root, 'bin/tandem'), ['schema', '--check'], root);
  if (code !== 0) return { name: NAME, looked: 1, findings: [output.trim() || `ended with ${code}`] };
  const looked = readFileSync(join(root, 'sql/schema.sql'), 'utf8').match(/^create table /gm)?.length ?? 0;
  return { name: NAME, looked, findings: [] };
}
