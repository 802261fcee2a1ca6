import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { OrgId, PartnerId, UserId } from '#core/ids.ts';
import { type CopiedRows, literal, readCopied } from './copied.ts';
import type { Pool } from './pool.ts';

/** Whose rows a transaction may see. The policies of every tenant table read it. */
export type Scope = {
  readonly org?: OrgId;
  /** Set for portal sign-ins only: narrows to what this partner may see. */
  readonly partner?: PartnerId;
  /** Lets a person find their own memberships before an organization is chosen. */
  readonly user?: UserId;
};

export type SqlValue = string | number | boolean | null | Uint8Array | readonly SqlValue[] | object;

/** One open transaction. Only `queries.ts` files call it with SQL text. */
export type Tx = {
  readonly query: <Row extends object>(text: string, values?: readonly SqlValue[]) => Promise<Row[]>;
  /** The same for a text that is asked over and over, such as a list: each connection plans it once and keeps the plan. */
  readonly prepared: <Row extends object>(text: string, values: readonly SqlValue[]) => Promise<Row[]>;
  /** Streams lines of text into `COPY … FROM STDIN`; the target must be a temporary table, since COPY is refused under RLS. */
  readonly copyIn: (
    text: string,
    lines: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  ) => Promise<void>;
  /**
   * Reads rows by the hundred thousand through `COPY (…) TO STDOUT`: no object is made of a row, and no value that nobody
   * asks for. COPY takes no values, so they stand in the text as literals.
   */
  readonly copyOut: (query: string, values: readonly (string | readonly string[])[]) => Promise<CopiedRows>;
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The settings are literals in the text that opens the transaction: `set_config()` is not carried to Citus
 * workers, and one message saves a round trip.
 */
function opening(scope: Scope, mode: string): string {
  const settings = [`begin ${mode}`];
  const setId = (name: string, value: string | undefined) => {
    if (value === undefined) return;
    if (!UUID.test(value)) throw new Error(`${name} is not an id`);
    settings.push(`set local ${name} = '${value}'`);
  };
  setId('app.org', scope.org);
  setId('app.partner', scope.partner);
  if (scope.user !== undefined) settings.push(`set local app.person = ${pg.escapeLiteral(scope.user)}`);
  return settings.join('; ');
}

const planNames = new Map<string, string>();

/** A short name for a text, the same in every connection. */
export function planName(text: string): string {
  const known = planNames.get(text);
  if (known) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 24);
  planNames.set(text, name);
  return name;
}

function txOn(client: pg.PoolClient): Tx {
  return {
    query: async (text, values) => {
      const result = await client.query(text, values as unknown[] | undefined);
      return result.rows as never;
    },
    prepared: async (text, values) => {
      const result = await client.query({ name: planName(text), text, values: values as unknown[] });
      return result.rows as never;
    },
    copyIn: async (text, lines) => {
      await pipeline(
        Readable.from(lines, { objectMode: true, highWaterMark: 16 }),
        client.query(copyFrom(text)),
      );
    },
    copyOut: (query, values) => {
      const text = query.replace(/\$(\d+)/g, (_, nth: string) => literal(values[Number(nth) - 1] ?? []));
      return readCopied(client.query(copyTo(`copy (${text}) to stdout (format binary)`)));
    },
  };
}

async function within<T>(pool: Pool, begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(begin);
    const value = await work(txOn(client));
    await client.query('commit');
    return value;
  } catch (error) {
    await client.query('rollback').catch((fault: Error) => {
      broken = fault;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Runs `work` in a read-only transaction that sees one moment of the database. */
export function readTransaction<T>(pool: Pool, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return within(pool, opening(scope, 'isolation level repeatable read read only'), work);
}

/** Runs `work` in a transaction that commits when it returns and leaves nothing when it throws. */
export function writeTransaction<T>(pool: Pool, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return within(pool, opening(scope, 'isolation level read committed'), work);
}

/** Runs `work` in a transaction that is rolled back whatever comes of it: for checks that have to try something out. */
export async function rehearsal<T>(pool: Pool, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  let seen: { value: T } | undefined;
  try {
    await within(pool, opening(scope, 'isolation level repeatable read'), async (tx) => {
      seen = { value: await work(tx) };
      throw new Rehearsed();
    });
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error;
  }
  if (!seen) throw new Error('a rehearsal ended without a result');
  return seen.value;
}

class Rehearsed extends Error {}

/** The name of the constraint that refused a statement, or null when the error is of another kind. */
export function violatedConstraint(error: unknown): string | null {
  if (!(error instanceof pg.DatabaseError)) return null;
  return error.code?.startsWith('23') ? (error.constraint ?? null) : null;
}
