/**
 * Who has this account already: the look-up by exact keys and the search of near matches among a million accounts. The
 * yardstick is a look-up of one domain by its index, in the same run, from the same client. Held: exact keys at no more
 * than three times of it, near matches and exact keys within 30 ms for 95 of 100. Also measured: a company whose accounts
 * are not kept yet is filled.
 *
 *   node bench/conflict.ts [accounts] [look-ups]
 */
import { accountKeys } from '#core/ecosystem/account-key.ts';
import type { OrgId } from '#core/ids.ts';
import { chance } from '#seeds/random.ts';
import { createOrganization, type NewOrganization } from '#server/access/create-organization.ts';
import { systemClock } from '#server/clock.ts';
import { openPool } from '#server/database/pool.ts';
import { appPassword, appRole, withUser } from '#server/database/roles.ts';
import { readTransaction, type Tx } from '#server/database/transaction.ts';
import { fillBlocks } from '#server/ecosystem/fill-blocks.ts';
import { findNear } from '#server/ecosystem/find-near.ts';
import { findSame } from '#server/ecosystem/find-same.ts';
import { readHost } from '#server/ecosystem/read-host.ts';
import { randomIds } from '#server/ids.ts';
import { runAt, startTestServer, withDatabase } from '#test/harness/test-server.ts';
import { type Company, fillCompanies, lastWords } from './companies.ts';

const accounts = Number(process.argv[2] ?? 1_000_000);
const lookUps = Number(process.argv[3] ?? 2_000);
const sameLimit = 3;
const mostMs = 30;
const askFrom = 0.9;

const database = await startTestServer();
const ownerUrl = withDatabase(database.facts.ownerUrl, database.facts.template);
const appUrl = withUser(ownerUrl, appRole, appPassword(database.facts.secret));
const pool = openPool({ connectionString: appUrl }, { max: 2, name: 'bench' });
const random = chance(7);

/** The same company as a partner may write it. */
function written({ name, domain, country }: Company): Company {
  const letters = [...name];
  const at = random.between(1, letters.length - 3);
  const change = random.between(0, 3);
  if (change === 0) letters.splice(at, 2, ...letters.slice(at, at + 2).reverse());
  if (change === 1) letters.splice(at, 1);
  if (change === 2) letters.push(...` ${random.pick(lastWords)}`);
  const other = random.happens(0.5) ? null : (domain?.replace(/\.[a-z]+$/, '.eu') ?? null);
  return { name: letters.join(''), domain: other, country };
}

type Times = { readonly median: number; readonly p95: number };

/** Times each look-up inside one transaction, as a registration makes it. */
async function timed(
  org: OrgId,
  asked: readonly Company[],
  work: (tx: Tx, one: Company) => Promise<unknown>,
): Promise<Times> {
  const times: number[] = [];
  await readTransaction(pool, { org }, async (tx) => {
    for (const one of asked) {
      const began = performance.now();
      await work(tx, one);
      times.push(performance.now() - began);
    }
  });
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}

const shown = ({ median, p95 }: Times): string => `median ${median.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms`;
const seconds = (began: number): string => `${((performance.now() - began) / 1000).toFixed(0)} s`;

try {
  const context = await createOrganization(
    { pool, clock: systemClock, ids: randomIds },
    { kind: 'cli', name: 'bench' },
    {
      slug: 'bench',
      name: 'Bench',
      timeZone: 'Europe/Amsterdam',
      currency: 'EUR',
      fiscal: { yearStartMonth: 1 },
      isDemo: false,
    } as NewOrganization,
  );
  const org = context.organization.orgId;
  const kept: Company[] = [];
  let began = performance.now();
  await fillCompanies(context, accounts, random, (one) => {
    if (random.happens(lookUps / accounts)) kept.push(one);
  });
  console.log(`${accounts} accounts in ${seconds(began)}`);
  began = performance.now();
  await fillBlocks(context.ports);
  console.log(`kept under their blocks in ${seconds(began)}`);
  await runAt(ownerUrl, 'vacuum analyze tandem.account, tandem.account_block');
  const [size] = await readTransaction(pool, { org }, (tx) =>
    tx.query<{ table: string; rows: number }>(
      `select pg_size_pretty(pg_total_relation_size('tandem.account_block')) as table,
         count(*) as rows from tandem.account_block where org_id = $1`,
      [org],
    ),
  );
  console.log(`blocks: ${size?.rows}, ${size?.table} with their indexes`);

  const withDomain = kept.filter(({ domain }) => domain !== null);
  const keysOf = (one: Company) => accountKeys(one, readHost);
  let [missed, near, judged] = [0, 0, 0];
  const byIndex = async (tx: Tx, { domain }: Company): Promise<void> => {
    await tx.prepared(
      'select account_id, name, domain, country from tandem.account where org_id = $1 and domain = $2',
      [org, domain],
    );
  };
  const byKey = async (tx: Tx, one: Company): Promise<void> => {
    const found = await findSame(tx, org, keysOf(one));
    if (!found.known || found.value.length === 0) missed += 1;
  };
  const others = kept.map(written);
  const byLikeness = async (tx: Tx, one: Company): Promise<void> => {
    const found = await findNear(tx, org, keysOf(one), { askFrom, most: 20 });
    if (!found.known) throw new Error('not all accounts are kept');
    if (found.value.accounts.length > 0) near += 1;
    judged += found.value.judged;
  };
  for (const work of [byIndex, byKey, byLikeness]) await timed(org, withDomain.slice(0, 200), work);
  [missed, near, judged] = [0, 0, 0];

  const key = await timed(org, withDomain, byIndex);
  const same = await timed(org, withDomain, byKey);
  const alike = await timed(org, others, byLikeness);
  const ratio = same.median / key.median;
  console.log(`one domain by its index  ${shown(key)}`);
  console.log(
    `exact keys               ${shown(same)}, ratio ${ratio.toFixed(2)} (held: ${sameLimit}), ${missed} missed`,
  );
  console.log(
    `near matches             ${shown(alike)} (held: p95 ${mostMs} ms); ${near} of ${others.length} found somebody, ${(judged / others.length).toFixed(0)} compared each`,
  );
  if (ratio > sameLimit || same.p95 > mostMs || alike.p95 > mostMs || missed > 0) process.exitCode = 1;
} finally {
  await pool.end();
  await database.stop();
}
