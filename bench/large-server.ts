/**
 * A real server over a large company, for the benchmarks that read: PostgreSQL with the app's role, every hook and
 * route, one signed-in CRO, and beside them a route that reads one row by its key: the yardstick.
 */
import { z } from 'zod';
import { largeCompany } from '#seeds/large.ts';
import type { LargeSize } from '#seeds/large-deals.ts';
import type { Context } from '#server/access/context.ts';
import { write } from '#server/audit/write.ts';
import { localDateAt } from '#server/clock.ts';
import { readTransaction, type Tx } from '#server/database/transaction.ts';
import { registerRoute } from '#server/http/register.ts';
import { defineRoute } from '#server/http/route.ts';
import { type CopyValue, copyLine } from '#server/import/load/copy-text.ts';
import { projectOpportunities } from '#server/import/project/project-opportunities.ts';
import { runAt } from '#test/harness/test-server.ts';
import { addPerson, startBenchServer } from './bench-server.ts';

export type LargeServer = {
  readonly address: string;
  readonly slug: string;
  /** Headers of a signed-in CRO. */
  readonly headers: Readonly<Record<string, string>>;
  readonly context: Context;
  /** Vacuums and analyzes what was filled in, as autovacuum has done long before anybody works with so many rows. */
  readonly comeToRest: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** The path of the yardstick below /api/v1/o/{org}. */
export const yardstick = 'one-row-by-key';

/** Starts a server over a company of that size. Takes a minute or two for the largest. */
export async function startLargeServer(size: LargeSize, tell: (line: string) => void): Promise<LargeServer> {
  const server = await startBenchServer('large', async (app, services) =>
    registerRoute(app, services, keyRoute),
  );
  await fill(server.context, size, tell);
  const comeToRest = async (): Promise<void> => void (await runAt(server.ownerUrl, 'vacuum analyze'));
  await comeToRest();
  const { address, context, close } = server;
  const { headers } = await addPerson(server, 'The CRO', 'cro');
  return { address, slug: 'large', headers, context, comeToRest, close };
}

const keyRoute = defineRoute({
  method: 'GET',
  path: `/o/{org}/${yardstick}`,
  capability: 'scoreboard.read',
  operation: 'readOneRowByKey',
  summary: 'One row by its primary key',
  replies: { 200: z.object({ seq: z.int() }) },
  handle: async ({ context }) => {
    const org = context.organization.orgId;
    const [row] = await readTransaction(context.ports.pool, { org }, (tx) =>
      tx.query<{ seq: number }>('select seq from tandem.org_head where org_id = $1', [org]),
    );
    return { status: 200, body: { seq: row?.seq ?? 0 } };
  },
});

/** Copies the company in, table by table, and reads every deal's facts into its present state. */
async function fill(context: Context, size: LargeSize, tell: (line: string) => void): Promise<void> {
  const { organization } = context;
  const today = localDateAt(context.now, organization.timeZone);
  await write(context, async (tx) => {
    await tx.query('set local statement_timeout = 0');
    for (const { table, columns, rows } of largeCompany(size, today, organization.currency)) {
      const began = performance.now();
      const count = await copyTable(tx, organization.orgId, table, columns, rows());
      tell(`${table}: ${count} rows in ${seconds(began)}`);
    }
    const began = performance.now();
    const read = await projectOpportunities(tx, organization, { of: 'all' });
    tell(`present state of ${read} deals in ${seconds(began)}`);
    tx.record({ action: 'bench.fill', movesFigures: true });
  });
}

async function copyTable(
  tx: Tx,
  org: string,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly CopyValue[]>,
): Promise<number> {
  const list = columns.join(', ');
  await tx.query(
    `create temporary table filling on commit drop as select ${list} from tandem.${table} with no data`,
  );
  let count = 0;
  const lines = function* (): Generator<string> {
    let block = '';
    for (const row of rows) {
      block += copyLine(row);
      count += 1;
      if (block.length < 65_536) continue;
      yield block;
      block = '';
    }
    yield block;
  };
  await tx.copyIn('copy filling from stdin', lines());
  await tx.query(`insert into tandem.${table} (org_id, ${list}) select $1, ${list} from filling`, [org]);
  await tx.query('drop table filling');
  return count;
}

function seconds(began: number): string {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`;
}
