/**
 * Four quarters of a large company replayed under another attribution page, as the job does it: facts loaded, each deal
 * decided twice, sums and reasons made, progress written. The yardstick is reading the same facts, in the same run and
 * in the same batches, and nothing else. Held: 50,000 deals within ten seconds, progress at least twice a second.
 *
 *   node bench/replay.ts [deals]
 */
import type { LocalDate } from '#core/calendar.ts';
import { largeSize } from '#seeds/large.ts';
import { findCreditedByIds } from '#server/attribution/find-deal.ts';
import { creditFactsLoader } from '#server/attribution/load-facts.ts';

import { replayDays } from '#server/attribution/replay/replay-deals.ts';
import { readTransaction, type Tx, writeTransaction } from '#server/database/transaction.ts';
import { attributionPageOn, attributionPolicies } from '#server/program/policies.ts';
import { startLargeServer } from './large-server.ts';

const deals = Number(process.argv[2] ?? 50_000);
const touchesPerDeal = 4;
const atOnce = 500;
const mostMs = 10_000;
const longestSilenceMs = 500;

const part = deals / largeSize.opportunities;
const server = await startLargeServer(
  {
    opportunities: deals,
    partners: Math.max(2, Math.round(largeSize.partners * part)),
    stageChanges: Math.round(largeSize.stageChanges * part),
  },
  (line) => console.log(line),
);
const { context } = server;
const { organization } = context;
const org = organization.orgId;
const { pool } = context.ports;
const days = { fromOn: '1990-01-01' as LocalDate, toOn: '2190-01-01' as LocalDate };

/** A person at each partner, an introduction and four confirmed touches on each deal, many of them written down late. */
async function addActs(tx: Tx): Promise<void> {
  await tx.query(
    `insert into tandem.partner_person (org_id, partner_person_id, partner_id, name, created_at)
     select $1, gen_random_uuid(), partner_id, 'Person', now() from tandem.partner where org_id = $1`,
    [org],
  );
  await tx.query(
    `create temporary table placed on commit drop as
     select d.opportunity_id, d.created_on, d.place, p.partner_id, p.partner_person_id
     from (select opportunity_id, created_on, row_number() over () as place from tandem.opportunity
       where org_id = $1 and created_on is not null) d
     join (select partner_id, partner_person_id, row_number() over () - 1 as place from tandem.partner_person
       where org_id = $1) p on p.place = d.place % (select count(*) from tandem.partner_person where org_id = $1)`,
    [org],
  );
  await tx.query(
    `insert into tandem.touch (org_id, touch_id, opportunity_id, partner_id, partner_person_id, internal_owner, role,
       action, stage_order, outcome, evidence, occurred_at, occurred_on, recorded_at, recorded_on, recorded_by, nth)
     select $1, uuidv7(), opportunity_id, partner_id, partner_person_id, 'Ida',
       (array['validator','joint_seller','introducer','reference'])[1 + n % 4],
       (array['joint_meeting','solution_architecture','stakeholder_access'])[1 + n % 3], 2 + n % 3, 'agreed',
       '["https://example.org/1"]', created_on + n * interval '1 day', created_on + n,
       created_on + (n + place % 30) * interval '1 day', created_on + n + (place % 30)::int, 'bench', n
     from placed cross join generate_series(1, $2::int) as n`,
    [org, touchesPerDeal],
  );
  await tx.query(
    `insert into tandem.touch_confirmation (org_id, touch_id, confirmed_by, confirmed_at)
     select org_id, touch_id, 'bench', recorded_at from tandem.touch where org_id = $1`,
    [org],
  );
  await tx.query(
    `insert into tandem.partner_deal (org_id, partner_id, opportunity_id, since_at)
     select $1, partner_id, opportunity_id, now() from placed on conflict do nothing`,
    [org],
  );
  await tx.query('select tandem.refresh_statistics()');
}

async function readFacts(): Promise<{ ms: number; deals: number }> {
  const began = performance.now();
  let read = 0;
  await readTransaction(pool, { org }, async (tx) => {
    const policies = await attributionPolicies(tx, organization);
    const ids = await tx.query<{ opportunity_id: string }>(
      `select o.opportunity_id from tandem.opportunity o where o.org_id = $1 and exists (
         select from tandem.partner_deal p where p.org_id = o.org_id and p.opportunity_id = o.opportunity_id)
       order by o.account_id, o.opportunity_id`,
      [org],
    );
    const load = await creditFactsLoader(tx, organization);
    for (let from = 0; from < ids.length; from += atOnce) {
      const batch = ids.slice(from, from + atOnce).map((row) => row.opportunity_id);
      const rows = await findCreditedByIds(tx, org, batch);
      const factsOf = await load(rows, policies);
      for (const row of rows) if (factsOf(row) !== null) read += 1;
    }
  });
  return { ms: performance.now() - began, deals: read };
}

try {
  await writeTransaction(pool, { org }, addActs);
  const { body } = await readTransaction(pool, { org }, (tx) =>
    attributionPageOn(tx, organization, days.toOn),
  );
  const settings = { ...body.settings, touchLoggedWithinDays: 21, lockDays: 21, introLookbackDays: 45 };
  await readFacts();
  const yardstick = await readFacts();
  let longest = 0;
  let held = 0;
  let told = performance.now();
  let turn = performance.now();
  const timer = setInterval(() => {
    held = Math.max(held, performance.now() - turn);
    turn = performance.now();
  }, 1);
  const cpuBefore = process.cpuUsage();
  const began = performance.now();
  const result = await replayDays(
    context,
    { kind: 'page', from: 'given', page: { ...body, settings } },
    days,
    async () => {
      longest = Math.max(longest, performance.now() - told);
      told = performance.now();
      return true;
    },
  );
  const took = performance.now() - began;
  clearInterval(timer);
  const cpu = process.cpuUsage(cpuBefore);
  console.log(`facts read alone     ${yardstick.ms.toFixed(0)} ms for ${yardstick.deals} deals`);
  console.log(
    `replayed             ${took.toFixed(0)} ms for ${result?.deals} deals, ${result?.movedDeals} move (held: ${mostMs} ms)`,
  );
  console.log(`against the facts    ${(took / yardstick.ms).toFixed(2)} times as long`);
  console.log(`own computing        ${((cpu.user + cpu.system) / 1000).toFixed(0)} ms of processor time`);
  console.log(
    `progress             told every ${longest.toFixed(0)} ms at most (held: ${longestSilenceMs} ms)`,
  );
  console.log(`others had to wait   ${held.toFixed(0)} ms at most`);
  if (took > mostMs || longest > longestSilenceMs) process.exitCode = 1;
} finally {
  await server.close();
}
