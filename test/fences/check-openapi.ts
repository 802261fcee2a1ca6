import { committedApiTypes, generateApiTypes, SCHEMA_FILE } from '../harness/openapi-types.ts';
import type { Outcome } from './outcome.ts';

const NAME = 'api types are fresh';

/** The web’s types of the API are those of the document that the routes describe now. Counts its operations. */
export async function checkOpenapi(): Promise<Outcome> {
  try {
    const { text, operations } = await generateApiTypes();
    const findings =
      text === committedApiTypes() ? [] : [`${SCHEMA_FILE} is stale: run \`npm run openapi:types\``];
    return { name: NAME, looked: operations, findings };
  } catch (error) {
    return { name: NAME, looked: 0, findings: [(error as Error).message] };
  }
}
