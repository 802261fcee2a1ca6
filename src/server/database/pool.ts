import pg from 'pg';
import { readInstant } from './instant.ts';

/** How to reach PostgreSQL: an address (DATABASE_URL) or the parts of the embedded server's socket. */
export type Connection = {
  readonly connectionString?: string;
  readonly host?: string;
  readonly port?: number;
  readonly user?: string;
  readonly password?: string;
  readonly database?: string;
};

export type Pool = pg.Pool;

const INT8 = 20;
const INT8_ARRAY = 1016;
const DATE = 1082;
const DATE_ARRAY = 1182;
const TIMESTAMPTZ = 1184;

/** Reads a bigint as a number, and refuses one that a double cannot hold exactly. */
function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`a bigint is beyond the safe integers: ${text}`);
  return value;
}

// The parser of text[] serves every array of plain items.
const TEXT_ARRAY = 1009 as Parameters<typeof pg.types.getTypeParser>[0];
const textArray = pg.types.getTypeParser(TEXT_ARRAY);

const parsers: Record<number, (text: string) => unknown> = {
  [INT8]: safeInteger,
  [INT8_ARRAY]: (text) => (textArray(text) as unknown as string[]).map(safeInteger),
  // A calendar date stays text: it has no time zone to be shifted by.
  [DATE]: (text) => text,
  [DATE_ARRAY]: (text) => textArray(text),
  // An instant is epoch milliseconds throughout the server.
  [TIMESTAMPTZ]: readInstant,
};

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers[oid]) || pg.types.getTypeParser(oid, format as 'text'),
};

/**
 * Opens a pool of connections whose values arrive as the server uses them: bigint as a checked safe integer,
 * date as `YYYY-MM-DD` text, timestamptz as epoch milliseconds, numeric as text.
 */
export function openPool(
  connection: Connection,
  options: { readonly max: number; readonly name: string },
): Pool {
  const pool = new pg.Pool({
    ...connection,
    max: options.max,
    types,
    application_name: options.name,
    options: '-c TimeZone=UTC -c DateStyle=ISO,YMD -c statement_timeout=120000 -c lock_timeout=30000',
    idleTimeoutMillis: 30_000,
    // As long as for a lock: a crowd that wants one account waits here for those who wait there.
    connectionTimeoutMillis: 30_000,
  });
  // An idle connection that breaks (a restart of PostgreSQL) is replaced on the next use; it must not end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
