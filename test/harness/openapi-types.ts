import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTypes, { astToString, type OpenAPI3 } from 'openapi-typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));
const HEADER =
  '// Generated from the OpenAPI document by `npm run openapi:types`. Change the routes, not this file.\n\n';

/** The file that holds the web’s types of the API. */
export const SCHEMA_FILE = 'src/web/api-schema.d.ts';

/** Generates the web’s types of the API from the document that this code serves; counts its operations. */
export async function generateApiTypes(): Promise<{ text: string; operations: number }> {
  const printed = execFileSync(`${root}/bin/tandem`, ['openapi'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const document = JSON.parse(printed) as OpenAPI3;
  const operations = Object.values(document.paths ?? {}).flatMap((path) => Object.keys(path)).length;
  const nodes = await openapiTypes(document, { alphabetize: true });
  return { text: HEADER + astToString(nodes), operations };
}

/** What the committed file is, or null where there is none. */
export function committedApiTypes(): string | null {
  try {
    return readFileSync(`${root}/${SCHEMA_FILE}`, 'utf8');
  } catch {
    return null;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv.includes('--write')) {
  const { text, operations } = await generateApiTypes();
  writeFileSync(`${root}/${SCHEMA_FILE}`, text);
  console.log(`${SCHEMA_FILE}: ${operations} operations`);
}
