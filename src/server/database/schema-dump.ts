import { withClient } from './embedded-connection.ts';
import { dumpFunctions, dumpSchemas, dumpTypes } from './schema-dump-objects.ts';
import { dumpTables, dumpViews } from './schema-dump-tables.ts';

/** The schemas that the files of sql/ make. */
export const dumpedSchemas = ['identity', 'meta', 'tandem'] as const;

/**
 * The whole schema as deterministic text, read from the catalogue: tables with columns, constraints, indexes,
 * policies, triggers and what tandem_app may do; types, functions, views. The same schema gives the same text on
 * PostgreSQL 15 and 18. It is for reading and comparing; the files of sql/ are what makes a database.
 */
export async function dumpSchema(ownerUrl: string): Promise<string> {
  return await withClient(ownerUrl, async (client) => {
    // With an empty path every name that pg_get_…def prints is qualified.
    await client.query("set search_path = ''");
    const parts = [
      await dumpSchemas(client, dumpedSchemas),
      await dumpTypes(client, dumpedSchemas),
      await dumpTables(client, dumpedSchemas),
      await dumpViews(client, dumpedSchemas),
      await dumpFunctions(client, dumpedSchemas),
    ];
    const head = '-- What the files of sql/ add up to. Written by `bin/tandem schema --write`; do not edit.';
    return `${[head, ...parts.flat()].join('\n\n')}\n`;
  });
}
