/**
 * Dry run and commit of an opportunity export, together, against COPY to staging tables plus insert … select of the
 * same rows into the same keyed tables, in the same run on the same server: at no less than half its speed, with
 * resident memory growing by no more than 200 MB.
 *
 *   node bench/import.ts [opportunities] [rounds]
 */
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileReader } from '#connectors/file-reader.ts';
import type { Context } from '#server/access/context.ts';
import { createOrganization, type NewOrganization } from '#server/access/create-organization.ts';
import { systemClock } from '#server/clock.ts';
import { openPool } from '#server/database/pool.ts';
import { appPassword, appRole, withUser } from '#server/database/roles.ts';
import { readTransaction, writeTransaction } from '#server/database/transaction.ts';
import { storeFile } from '#server/file/store-file.ts';
import { randomIds } from '#server/ids.ts';
import { commitDraft } from '#server/import/commit-draft.ts';
import { copyLine } from '#server/import/load/copy-text.ts';
import { openDraft } from '#server/import/open-draft.ts';
import { tryDraft } from '#server/import/try-draft.ts';
import { startTestServer, withDatabase } from '#test/harness/test-server.ts';

const rows = Number(process.argv[2] ?? 100_000);
const rounds = Number(process.argv[3] ?? (rows > 200_000 ? 1 : 3));
const leastRatio = 0.5;
const mostGrowth = 200;

const mapping = {
  kind: 'opportunities',
  source: 'Bench CRM',
  dateOrder: 'ymd',
  decimal: '.',
  columns: {
    opportunityId: 'Opportunity ID',
    name: 'Opportunity Name',
    account: 'Account Name',
    stage: 'Stage',
    amount: 'Amount',
    currency: 'Currency',
    createdAt: 'Created Date',
    closedOn: 'Close Date',
    owner: 'Owner',
    product: 'Product',
    leadSource: 'Lead Source',
    partner: 'Partner',
    partnerRole: 'Role',
  },
  stages: {
    Prospecting: { order: 0 },
    Qualified: { order: 2, entry: true },
    Proposal: { order: 3 },
    Negotiation: { order: 4 },
    Won: { outcome: 'won' },
    Lost: { outcome: 'lost' },
  },
};

/** The tables that an import fills, in the order in which they depend on each other. */
const tables = [
  'import',
  'account',
  'account_block',
  'account_fact',
  'partner',
  'partner_fact',
  'opportunity',
  'opportunity_fact',
  'opportunity_partner',
] as const;

function* exportLines(): Generator<string> {
  yield `${Object.values(mapping.columns).join(',')}\n`;
  const stages = Object.keys(mapping.stages);
  const day = (number: number): string => new Date(Date.UTC(2024, 0, 1 + number)).toISOString().slice(0, 10);
  for (let n = 0; n < rows; n += 1) {
    const partner = n % 5 === 0 ? `Partner ${(n * 7) % 400},originator` : ',';
    const name = `"Deal ${n}, phase ${n % 9}"`;
    yield `006${String(n).padStart(12, '0')},${name},Account ${(n * 31) % Math.ceil(rows / 5)},${stages[(n * 13) % 6]},${(n * 7919) % 900_000}.${10 + (n % 90)},EUR,${day(n % 700)},${day((n % 700) + 40 + (n % 120))},Owner ${n % 60},Product ${n % 12},${['Web', 'Event', 'Partner Referral'][n % 3]},${partner}\n`;
  }
}

const database = await startTestServer();
const ownerUrl = withDatabase(database.facts.ownerUrl, database.facts.template);
const appUrl = withUser(ownerUrl, appRole, appPassword(database.facts.secret));
const pool = openPool({ connectionString: appUrl }, { max: 6, name: 'bench' });
const folder = mkdtempSync(join(tmpdir(), 'tandem-bench-import-'));
const ports = { pool, clock: systemClock, ids: randomIds };
let organizations = 0;

function organization(): Promise<Context> {
  organizations += 1;
  return createOrganization(ports, { kind: 'cli', name: 'bench' }, {
    slug: `bench-${organizations}`,
    name: 'Bench',
    timeZone: 'Europe/Amsterdam',
    currency: 'EUR',
    fiscal: { yearStartMonth: 1 },
    isDemo: false,
  } as NewOrganization);
}

async function writeExport(path: string): Promise<void> {
  const out = createWriteStream(path);
  let block = '';
  for (const line of exportLines()) {
    block += line;
    if (block.length < 1 << 20) continue;
    if (!out.write(block)) await once(out, 'drain');
    block = '';
  }
  out.end(block);
  await finished(out);
}

type Import = { context: Context; trySeconds: number; commitSeconds: number; growth: number };

async function importOnce(path: string): Promise<Import> {
  const context = await organization();
  const began = performance.now();
  const stored = await storeFile(context, { name: 'bench.csv', bytes: createReadStream(path) });
  const afterStore = performance.now();
  const draft = await openDraft(context, fileReader, { fileId: stored.fileId, mapping });
  const afterOpen = performance.now();
  console.log(
    `  upload ${seconds(afterStore - began)}, understanding ${seconds(afterOpen - afterStore)} (not counted)`,
  );
  global.gc?.();
  const before = process.memoryUsage.rss();
  if (process.env.BENCH_MEMORY) console.log('  before', memory());
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 25);
  const started = performance.now();
  const tried = await tryDraft(context, fileReader, draft.draftId);
  const between = performance.now();
  if (process.env.BENCH_MEMORY) console.log('  after dry run', memory());
  const committed = await commitDraft(context, fileReader, draft.draftId, { leaveOutRejected: false });
  const ended = performance.now();
  clearInterval(watch);
  if (process.env.BENCH_MEMORY) console.log('  after commit', memory());
  for (const { result } of [tried, committed])
    if (result?.counts.create !== rows)
      throw new Error(`not all rows came in: ${JSON.stringify(result?.counts)}`);
  return {
    context,
    trySeconds: (between - started) / 1000,
    commitSeconds: (ended - between) / 1000,
    growth: (most - before) / 1e6,
  };
}

function memory(): string {
  const kept = process.memoryUsage();
  return Object.entries(kept)
    .map(([name, bytes]) => `${name} ${Math.round(bytes / 1e6)}`)
    .join(', ');
}

type Columns = { name: string; type: string }[];

async function columnsOf(table: string): Promise<Columns> {
  return readTransaction(pool, {}, (tx) =>
    tx.query<{ name: string; type: string }>(
      `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped and attname <> 'org_id' order by attnum`,
      [`tandem.${table}`],
    ),
  );
}

/** Writes the rows that the import made as COPY text, outside of any measured time. */
async function dump(context: Context): Promise<Map<string, { columns: Columns; path: string }>> {
  const org = context.organization.orgId;
  const dumped = new Map<string, { columns: Columns; path: string }>();
  for (const table of tables) {
    const columns = await columnsOf(table);
    const path = join(folder, `${table}.copy`);
    const out = createWriteStream(path);
    const texts = columns.map(({ name }) => `${name}::text`).join(', ');
    const key = table === 'account_block' ? 'block || account_id' : (columns[0]?.name ?? '');
    let after: string | null = null;
    for (;;) {
      const from: string | null = after;
      const some: Record<string, string | null>[] = await readTransaction(pool, { org }, (tx) =>
        tx.query(
          `select ${texts}, (${key})::text as place from tandem.${table}
           where org_id = $1 and ($3 or ${key} > $2) order by ${key} limit 20000`,
          [org, from, from === null],
        ),
      );
      for (const row of some) out.write(copyLine(columns.map(({ name }) => row[name] ?? null)));
      const last = some.at(-1);
      if (!last || some.length < 20_000) break;
      after = last.place ?? null;
    }
    out.end();
    await finished(out);
    dumped.set(table, { columns, path });
  }
  return dumped;
}

/** The yardstick: COPY to staging tables, then insert … select into the tables with all their keys. */
async function copyOnce(
  dumped: Map<string, { columns: Columns; path: string }>,
  like: Context,
): Promise<number> {
  const context = await organization();
  const org = context.organization.orgId;
  const other = like.organization.orgId;
  const source = await readTransaction(pool, { org: other }, (tx) =>
    tx.query<{ source_id: string }>('select source_id from tandem.source where org_id = $1', [other]),
  );
  await writeTransaction(pool, { org }, (tx) =>
    tx.query('insert into tandem.source (org_id, source_id, name, created_at) values ($1, $2, $3, now())', [
      org,
      source[0]?.source_id ?? '',
      'Bench CRM',
    ]),
  );
  const began = performance.now();
  await writeTransaction(pool, { org }, async (tx) => {
    await tx.query('set local statement_timeout = 0');
    for (const [table, { columns, path }] of dumped) {
      const typed = columns.map(({ name, type }) => `${name} ${type}`).join(', ');
      await tx.query(`create temporary table staged_${table} (${typed}) on commit drop`);
      await tx.copyIn(
        `copy staged_${table} from stdin`,
        createReadStream(path, { highWaterMark: 1 << 16 }) as never,
      );
    }
    for (const [table, { columns }] of dumped) {
      const names = columns.map(({ name }) => name).join(', ');
      await tx.query(
        `insert into tandem.${table} (org_id, ${names}) select $1, ${names} from staged_${table}`,
        [org],
      );
    }
  });
  return (performance.now() - began) / 1000;
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

try {
  const path = join(folder, 'export.csv');
  await writeExport(path);
  const ratios: number[] = [];
  const growths: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    console.log(`round ${round}, ${rows} opportunities`);
    const imported = await importOnce(path);
    const dumped = await dump(imported.context);
    await sleep(500);
    const yardstick = await copyOnce(dumped, imported.context);
    const ours = imported.trySeconds + imported.commitSeconds;
    ratios.push(yardstick / ours);
    growths.push(imported.growth);
    console.log(
      `  dry run ${imported.trySeconds.toFixed(2)} s + commit ${imported.commitSeconds.toFixed(2)} s; COPY and insert … select ${yardstick.toFixed(2)} s; ratio ${(yardstick / ours).toFixed(2)}; resident memory +${Math.round(imported.growth)} MB`,
    );
  }
  const ratio = median(ratios);
  const growth = Math.max(...growths);
  const isGood = ratio >= leastRatio && (growth <= mostGrowth || rows > 100_000);
  console.log(
    `${isGood ? 'ok' : 'MISSED'}: ${ratio.toFixed(2)} of the yardstick's speed (at least ${leastRatio}), resident memory +${Math.round(growth)} MB (at most ${mostGrowth} for 100,000)`,
  );
  process.exitCode = isGood ? 0 : 1;
} finally {
  await pool.end();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
