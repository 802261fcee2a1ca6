/**
 * Registering deals through the API of a running server: for reps of many partners, each deal at an account of its own and
 * in one call, beside a company of many accounts. Held: 200 registrations accepted a second, 99 of 100 within 200 ms. The
 * yardstick is a bare handler on the same server and pool that inserts one row in a transaction. What the worker
 * does after the answer, such as looking for what is alike, is not in it.
 *
 *   node bench/register.ts [accounts] [seconds] [callers]
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { workedExample } from '#core/blueprint/worked-example.ts';
import type { PartnerId } from '#core/ids.ts';
import { chance } from '#seeds/random.ts';
import { writeTransaction } from '#server/database/transaction.ts';
import { fillBlocks } from '#server/ecosystem/fill-blocks.ts';
import { createPartner } from '#server/partner/change-partner.ts';
import { signRegistrationPage } from '#test/harness/registration-scene.ts';
import { runAt } from '#test/harness/test-server.ts';
import { addPerson, startBenchServer } from './bench-server.ts';
import { fillCompanies } from './companies.ts';
import type { Load, Outcome } from './register-load.ts';

const accounts = Number(process.argv[2] ?? 100_000);
const seconds = Number(process.argv[3] ?? 20);
const callers = Number(process.argv[4] ?? 16);
const partners = 100;
const leastPerSecond = 200;
const mostMs = 200;

/** Statements that this process has sent. */
let statements = 0;
const { query } = pg.Client.prototype;
pg.Client.prototype.query = function counted(this: pg.Client, ...asked: unknown[]) {
  statements += 1;
  return (query as (...all: unknown[]) => unknown).apply(this, asked);
} as typeof query;

const server = await startBenchServer('register', async (app, { ports }) => {
  app.post('/bench/one-row', async (request, reply) => {
    await writeTransaction(ports.pool, {}, (tx) =>
      tx.query('insert into bench_row (body) values ($1)', [request.body as object]),
    );
    return reply.status(201).send({ done: true });
  });
});
const { context } = server;
const load = fork(new URL('register-load.ts', import.meta.url));

/** Processor time of the server's connections so far, in milliseconds; null where the system does not tell. */
async function databaseMs(): Promise<number | null> {
  const owner = new pg.Client({ connectionString: server.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ pid: number }>(
    `select pid from pg_stat_activity where application_name = 'tandem'`,
  );
  await owner.end();
  try {
    const ticks = rows.map(({ pid }) => {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      return Number(stat[11]) + Number(stat[12]);
    });
    return ticks.reduce((sum, one) => sum + one, 0) * 10;
  } catch {
    return null;
  }
}

type Measured = { readonly perSecond: number; readonly p99: number };

async function measure(
  what: Load['what'],
  round: number,
  reps: Load['reps'],
  long: number,
): Promise<Measured> {
  const asked: Load = {
    ...{ address: server.address, slug: context.organization.slug, reps, callers, what, round },
    seconds: long,
  };
  const [sent, cpu, inDatabase] = [statements, process.cpuUsage(), await databaseMs()];
  load.send(asked);
  const [outcome] = (await once(load, 'message')) as [Outcome];
  const used = process.cpuUsage(cpu);
  const times = outcome.times.toSorted((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? Number.POSITIVE_INFINITY;
  const each = (total: number): string => (total / times.length).toFixed(2);
  const after = await databaseMs();
  const database = after === null || inDatabase === null ? 'untold' : `${each(after - inDatabase)} ms`;
  const perSecond = times.length / outcome.seconds;
  console.log(
    `${what.padEnd(9)} ${perSecond.toFixed(0).padStart(5)} a second; median ${at(0.5).toFixed(1)} ms, p99 ${at(0.99).toFixed(1)} ms\n` +
      `          each: ${each(statements - sent)} statements; processor: server ${each((used.user + used.system) / 1000)} ms, database ${database}, callers ${each(outcome.cpuMs)} ms`,
  );
  if (outcome.refused.length > 0) {
    console.log(
      `          ${outcome.refused.length} not taken in, the first: ${outcome.refused[0]?.slice(0, 300)}`,
    );
    process.exitCode = 1;
  }
  return { perSecond, p99: at(0.99) };
}

try {
  const people = {
    ops: await addPerson(server, 'Partner Ops', 'partner_ops'),
    head: await addPerson(server, 'The Head', 'head_of_partnerships'),
    cro: await addPerson(server, 'The CRO', 'cro'),
  };
  const { checks } = workedExample.registration;
  const most = 1000;
  // Nobody registers that much in a day; the counts behind the limits are made all the same.
  const limits = { partnerDayMost: most, repDayMost: most, liveMost: most, partnerQuarterMost: most };
  await signRegistrationPage(people as never, {
    checks: { ...checks, ...limits, partnerWaitingMost: most },
  });
  const reps: Load['reps'][number][] = [];
  for (let nth = 1; nth <= partners; nth += 1) {
    const { partnerId } = await createPartner(context, {
      ...{ name: `Partner ${nth}`, domain: null, country: null, archetype: 'si' },
      ...{ signedOn: '2026-01-05', managerId: null },
    });
    reps.push((await addPerson(server, `Rep ${nth}`, 'partner_rep', partnerId as PartnerId)).headers);
  }
  await fillCompanies(context, accounts, chance(7));
  await fillBlocks(context.ports);
  await runAt(server.ownerUrl, 'create table bench_row (body jsonb not null)');
  await runAt(server.ownerUrl, 'grant insert on bench_row to public');
  await runAt(server.ownerUrl, 'vacuum analyze');
  console.log(`${accounts} accounts, ${partners} partners with a rep each, ${callers} callers at once`);

  await measure('one row', 1, reps, 3);
  await measure('register', 2, reps, 5);
  // As autovacuum has done long before a company has so many registrations; plans of its empty tables go with it.
  await runAt(server.ownerUrl, 'vacuum analyze');
  console.log('so far to warm up');
  const row = await measure('one row', 3, reps, Math.min(seconds, 8));
  const registered = await measure('register', 4, reps, seconds);
  console.log(
    `held: ${leastPerSecond} a second, p99 ${mostMs} ms; a registration costs as much as ${(row.perSecond / registered.perSecond).toFixed(1)} bare inserts`,
  );
  if (registered.perSecond < leastPerSecond || registered.p99 > mostMs) process.exitCode = 1;
} finally {
  load.kill();
  await server.close();
}
