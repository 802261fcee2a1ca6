/**
 * A real server over a large company, for the benchmarks that read: PostgreSQL with the app's role, every hook and
 * route, one signed-in CRO, and beside them a route that reads one row by its key: the yardstick.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { z } from 'zod';
import type { MembershipId } from '#core/ids.ts';
import { largeCompany } from '#seeds/large.ts';
import type { LargeSize } from '#seeds/large-deals.ts';
import type { Context } from '#server/access/context.ts';
import { createOrganization, type NewOrganization } from '#server/access/create-organization.ts';
import { write } from '#server/audit/write.ts';
import { localDateAt } from '#server/clock.ts';
import { compose } from '#server/compose.ts';
import { loadConfig } from '#server/config.ts';
import { appPassword, appRole, withUser } from '#server/database/roles.ts';
import { readTransaction, type Tx, writeTransaction } from '#server/database/transaction.ts';
import { buildApp } from '#server/http/app.ts';
import { registerRoute } from '#server/http/register.ts';
import { defineRoute } from '#server/http/route.ts';
import type { Services } from '#server/http/services.ts';
import { createUser, openFirstSession } from '#server/identity/users.ts';
import { type CopyValue, copyLine } from '#server/import/load/copy-text.ts';
import { projectOpportunities } from '#server/import/project/project-opportunities.ts';
import { runAt, startTestServer, withDatabase } from '#test/harness/test-server.ts';

export type LargeServer = {
  readonly address: string;
  readonly slug: string;
  /** Headers of a signed-in CRO. */
  readonly headers: Record<string, string>;
  readonly context: Context;
  readonly close: () => Promise<void>;
};

/** The path of the yardstick below /api/v1/o/{org}. */
export const yardstick = 'one-row-by-key';

/** Starts a server over a company of that size. Takes a minute or two for the largest. */
export async function startLargeServer(size: LargeSize, tell: (line: string) => void): Promise<LargeServer> {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-bench-'));
  const database = await startTestServer();
  const ownerUrl = withDatabase(database.facts.ownerUrl, database.facts.template);
  const appUrl = withUser(ownerUrl, appRole, appPassword(database.facts.secret));
  const config = loadConfig({
    DATABASE_URL: ownerUrl,
    TANDEM_SECRET: 'kB7-of-a-benchmark-only-29fQ-x83Lm',
    TANDEM_DATA: folder,
    TANDEM_URL: 'http://localhost:3000',
  });
  const composed = await compose({ config, appUrl, log: pino({ level: 'silent' }) });
  const { services } = composed;
  const app = await buildApp(services, {
    callsPerMinute: 100_000_000,
    web: async (scope) => registerRoute(scope, services, keyRoute),
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const context = await createOrganization(
    services.ports,
    { kind: 'cli', name: 'bench' },
    {
      slug: 'large',
      name: 'Large',
      timeZone: 'Europe/Amsterdam',
      currency: 'EUR' as NewOrganization['currency'],
      fiscal: { yearStartMonth: 1 },
      isDemo: false,
    },
  );
  await fill(context, size, tell);
  await runAt(ownerUrl, 'analyze');
  return {
    address: `http://127.0.0.1:${port}`,
    slug: 'large',
    headers: { cookie: await signIn(services, context), host: 'localhost:3000' },
    context,
    close: async () => {
      await app.close();
      await composed.close();
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
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

async function signIn({ identity, ports }: Services, context: Context): Promise<string> {
  const made = await writeTransaction(ports.pool, {}, (tx) =>
    createUser(identity, tx, { email: 'cro@example.org', name: 'The CRO' }),
  );
  if (made.outcome !== 'created') throw new Error(`no user was made: ${made.reason}`);
  await write(context, async (tx) => {
    await tx.query(
      `insert into tandem.membership (org_id, membership_id, user_id, display_name, roles, created_at)
       values ($1, $2, $3, 'The CRO', '{cro}', now())`,
      [context.organization.orgId, ports.ids.next<MembershipId>(context.now), made.userId],
    );
    tx.record({ action: 'member.add' });
  });
  const caller = { cookie: undefined, address: '127.0.0.1', userAgent: 'a benchmark' };
  const cookies = await openFirstSession(identity, caller, made.userId);
  return cookies.map((line) => line.split(';', 1)[0]).join('; ');
}

function seconds(began: number): string {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`;
}
