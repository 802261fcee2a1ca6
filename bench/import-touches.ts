/**
 * Dry run and commit of a list of touches against COPY to a staging table plus insert … select of the same rows, with
 * their confirmations, into the same keyed tables: at no less than a fifth of its speed, since every row is asked what a
 * single touch is asked. Then the same list again, which must change nothing, and its undo.
 *
 *   node bench/import-touches.ts [touches] [deals]
 */
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileReader } from '#connectors/file-reader.ts';
import type { Context } from '#server/access/context.ts';
import { createOrganization } from '#server/access/create-organization.ts';
import { systemClock } from '#server/clock.ts';
import { openPool } from '#server/database/pool.ts';
import { appPassword, appRole, withUser } from '#server/database/roles.ts';
import { readTransaction, writeTransaction } from '#server/database/transaction.ts';
import { storeFile } from '#server/file/store-file.ts';
import { randomIds } from '#server/ids.ts';
import { commitDraft } from '#server/import/commit-draft.ts';
import type { Draft } from '#server/import/draft.ts';
import { copyLine } from '#server/import/load/copy-text.ts';
import { openDraft } from '#server/import/open-draft.ts';
import { tryDraft } from '#server/import/try-draft.ts';
import { withdrawImport } from '#server/import/withdraw-import.ts';
import { dealHeader, dealMapping } from '#test/harness/deal-table.ts';
import { startTestServer, withDatabase } from '#test/harness/test-server.ts';

const touches = Number(process.argv[2] ?? 100_000);
const deals = Number(process.argv[3] ?? 10_000);
const leastRatio = 0.2;
const partners = 50;
const peopleEach = 20;

const mapping = {
  kind: 'touches',
  source: 'Test CRM',
  dateOrder: 'ymd',
  columns: {
    opportunityId: 'Deal',
    partner: 'Partner',
    personEmail: 'Person',
    internalOwner: 'Ours',
    partnerRole: 'Role',
    action: 'Action',
    occurredAt: 'Date',
    recordedAt: 'Logged',
    result: 'Outcome',
    evidence: 'Evidence',
    confirmedBy: 'Confirmed',
  },
};
const actions = ['joint meeting', 'architecture', 'objection handled', 'account update', 'new contact'];
const roles = ['joint seller', 'validator', 'objection remover', 'reference', 'introducer'];
const day = (number: number): string => new Date(Date.UTC(2025, 0, 1 + number)).toISOString().slice(0, 10);

function* dealLines(): Generator<string> {
  yield `${dealHeader}\n`;
  const stages = ['Prospecting', 'Qualified', 'Proposal'];
  for (let n = 0; n < deals; n += 1)
    yield `D${n},Deal ${n},Account ${n % 3000},${stages[n % 3]},1000,${day(n % 200)},,Partner ${n % partners},\n`;
}

/** A deal has several touches of its partner, on days of their own. */
function* touchLines(): Generator<string> {
  yield `${Object.values(mapping.columns).join(',')}\n`;
  for (let n = 0; n < touches; n += 1) {
    const deal = n % deals;
    const at = 210 + Math.floor(n / deals);
    const person = `p${(n * 7) % peopleEach}@partner${deal % partners}.example`;
    yield `D${deal},Partner ${deal % partners},${person},Owner ${n % 60},${roles[n % 5]},${actions[n % 5]},${day(at)},${day(at + 1)},Agreed on step ${n % 90},https://mail.example/${n},Owner ${n % 60}\n`;
  }
}

const database = await startTestServer();
const ownerUrl = withDatabase(database.facts.ownerUrl, database.facts.template);
const appUrl = withUser(ownerUrl, appRole, appPassword(database.facts.secret));
const pool = openPool({ connectionString: appUrl }, { max: 6, name: 'bench' });
const context = await createOrganization(
  { pool, clock: systemClock, ids: randomIds },
  { kind: 'cli', name: 'bench' },
  {
    slug: 'bench',
    name: 'Bench',
    timeZone: 'Europe/Amsterdam',
    currency: 'EUR' as Context['organization']['currency'],
    fiscal: { yearStartMonth: 1 },
    isDemo: false,
  },
);
const org = context.organization.orgId;
const now = (): Context => ({ ...context, now: Date.now() });

async function opened(lines: Iterable<string>, name: string, how: object): Promise<string> {
  const { fileId } = await storeFile(now(), {
    name,
    bytes: Readable.from([Buffer.from([...lines].join(''))]),
  });
  return (await openDraft(now(), fileReader, { fileId, fileName: name, mapping: how })).draftId;
}

const commit = (draftId: string): Promise<Draft> =>
  commitDraft(now(), fileReader, draftId, { leaveOutRejected: false });

async function timed<Value>(work: () => Promise<Value>): Promise<{ value: Value; seconds: number }> {
  const began = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - began) / 1000 };
}

/** The seconds until the import stands; what is decided after its commit is not its own. */
async function untilCommitted(work: Promise<Draft>): Promise<{ draft: Draft; seconds: number }> {
  const began = performance.now();
  let seconds: number | null = null;
  const watch = async (): Promise<void> => {
    while (seconds === null) {
      const rows = await readTransaction(pool, { org }, (tx) =>
        tx.query("select from tandem.import where org_id = $1 and kind = 'touches'", [org]),
      );
      if (rows.length > 0) seconds = (performance.now() - began) / 1000;
      else await sleep(25);
    }
  };
  const [draft] = await Promise.all([work, watch()]);
  return { draft, seconds: seconds ?? 0 };
}

/** The yardstick, taken back at the end: the same rows once more, as acts that come after others of their kind. */
async function copied(): Promise<number> {
  const columns = `opportunity_id, account_id, partner_id, partner_person_id, internal_owner, role, action, stage_order,
    outcome, evidence, occurred_at, occurred_on, recorded_at, recorded_on, recorded_by, side, way, import_id`;
  const asText = columns.split(',').map((column) => `${column}::text`);
  const rows = await readTransaction(pool, { org }, (tx) =>
    tx.copyOut(`select gen_random_uuid()::text, ${asText} from tandem.touch where org_id = $1`, [org]),
  );
  const text: Buffer[] = [];
  while (rows.next()) {
    text.push(Buffer.from(copyLine([rows.text(), ...asText.map(() => rows.text())])));
  }
  let seconds = 0;
  class TakenBack extends Error {}
  await writeTransaction(pool, { org }, async (tx) => {
    const measured = await timed(async () => {
      await tx.query('set local statement_timeout = 0');
      await tx.query(
        `create temporary table staged on commit drop as select touch_id, ${columns} from tandem.touch limit 0`,
      );
      await tx.copyIn('copy staged from stdin', text);
      await tx.query(
        `insert into tandem.touch (org_id, touch_id, ${columns}, nth) select $1, touch_id, ${columns}, 1 from staged`,
        [org],
      );
      await tx.query(
        `insert into tandem.touch_confirmation (org_id, touch_id, confirmed_by, confirmed_at)
         select $1, touch_id, 'bench', now() from staged`,
        [org],
      );
    });
    seconds = measured.seconds;
    throw new TakenBack();
  }).catch((error: unknown) => {
    if (!(error instanceof TakenBack)) throw error;
  });
  return seconds;
}

try {
  await commit(await opened(dealLines(), 'deals.csv', dealMapping));
  const draftId = await opened(touchLines(), 'touches.csv', mapping);
  global.gc?.();
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 25);
  const dry = await timed(() => tryDraft(now(), fileReader, draftId));
  const whole = await timed(() => untilCommitted(commit(draftId)));
  clearInterval(watch);
  const { draft, seconds } = whole.value;
  if (draft.result?.counts.create !== touches)
    throw new Error(`not all rows came in: ${JSON.stringify(draft.result)}`);
  const yardstick = await copied();
  const again = await timed(async () => commit(await opened(touchLines(), 'again.csv', mapping)));
  if (again.value.result?.counts.unchanged !== touches || again.value.importId !== null)
    throw new Error(`the same list again is news: ${JSON.stringify(again.value.result?.counts)}`);
  const undone = await timed(() => withdrawImport(now(), draft.importId ?? ''));
  const ratio = yardstick / (dry.seconds + seconds);
  const say = (value: number): string => `${value.toFixed(2)} s`;
  console.log(
    `${touches} touches on ${deals} deals: dry run ${say(dry.seconds)}, commit ${say(seconds)} (${Math.round(touches / seconds)} a second), with the deals that are decided at once ${say(whole.seconds)}; the same again ${say(again.seconds)}; undo ${say(undone.seconds)}; resident memory +${Math.round((most - before) / 1e6)} MB`,
  );
  const isGood = ratio >= leastRatio;
  console.log(
    `${isGood ? 'ok' : 'MISSED'}: COPY and insert … select ${say(yardstick)}, ratio ${ratio.toFixed(2)} (at least ${leastRatio})`,
  );
  process.exitCode = isGood ? 0 : 1;
} finally {
  await pool.end();
  await database.stop();
}
