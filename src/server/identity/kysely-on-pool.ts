import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import type { Pool } from '#server/database/pool.ts';

const TIMESTAMPTZ = 1184;

type Answer = { rows: Record<string, unknown>[]; fields?: { name: string; dataTypeID: number }[] };

/** The server's pool reads timestamptz as epoch milliseconds; better-auth compares it with dates. */
function withDates<T extends object>(answer: T): T {
  const { rows, fields } = answer as T & Answer;
  for (const field of fields ?? []) {
    if (field.dataTypeID !== TIMESTAMPTZ) continue;
    for (const row of rows) {
      const value = row[field.name];
      if (typeof value === 'number') row[field.name] = new Date(value);
    }
  }
  return answer;
}

/** What better-auth speaks through: Kysely on the server's own pool, with timestamptz read as Date. */
export function kyselyOnPool(pool: Pool): Kysely<unknown> {
  const dated: PostgresPool = {
    connect: async () => {
      const client = await pool.connect();
      const one = {
        query: async (text: string, values: unknown[]) => withDates(await client.query(text, values)),
        release: (destroy?: boolean) => client.release(destroy),
      };
      return one as unknown as PostgresPoolClient;
    },
    // The pool belongs to the server and is closed by it.
    end: async () => {},
    options: {},
  };
  return new Kysely<unknown>({ dialect: new PostgresDialect({ pool: dated }) });
}
