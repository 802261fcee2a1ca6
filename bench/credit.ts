/**
 * Every deal of a large company decided again from scratch: facts loaded, judged by the signed page, compared with what
 * stands. There are touches and no other acts. The yardstick is a query of PostgreSQL in the same run that does nothing
 * but pick the first and the last touch of each deal with a window. Held: at least a fifth of its speed. Then one touch
 * more, from the call to the verdict, against a bare insert of one row.
 *
 *   node bench/credit.ts [deals]
 */
import { largeSize } from '#seeds/large.ts';
import { compareVerdicts } from '#server/attribution/compare-verdicts.ts';
import { explain } from '#server/attribution/explain.ts';
import { recordTouch } from '#server/attribution/touch/record-touch.ts';
import { readTransaction, type Tx, writeTransaction } from '#server/database/transaction.ts';
import { startLargeServer } from './large-server.ts';

const deals = Number(process.argv[2] ?? 100_000);
const touchesPerDeal = 10;
const least = 0.2;
const latencyMost = 1000;

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
const org = context.organization.orgId;
const { pool } = context.ports;
const scope = { org };

/**
 * A person at each partner, and ten confirmed touches on each deal by one of two partners, spread over its first weeks.
 * Their ids follow the time, as those that the app makes do.
 */
async function addTouches(tx: Tx): Promise<void> {
  await tx.query(
    `insert into tandem.partner_person (org_id, partner_person_id, partner_id, name, created_at)
     select $1, gen_random_uuid(), partner_id, 'Person', now() from tandem.partner where org_id = $1`,
    [org],
  );
  // In turns: a million rows in one statement, each with its foreign keys, would meet the limit of a statement.
  for (let turn = 1; turn <= touchesPerDeal; turn += 1) {
    await tx.query(
      `with partner as (select partner_id, partner_person_id, row_number() over () - 1 as place from tandem.partner_person
         where org_id = $1),
       deal as (select opportunity_id, created_on, row_number() over () as place from tandem.opportunity
         where org_id = $1 and created_on is not null)
       insert into tandem.touch (org_id, touch_id, opportunity_id, partner_id, partner_person_id, internal_owner, role,
         action, stage_order, outcome, evidence, occurred_at, occurred_on, recorded_at, recorded_on, recorded_by, nth)
       select $1, uuidv7(), d.opportunity_id, p.partner_id, p.partner_person_id, 'Ida',
         (array['validator','joint_seller','introducer','reference'])[1 + n % 4],
         (array['joint_meeting','solution_architecture','stakeholder_access'])[1 + n % 3], 2 + n % 3, 'agreed',
         '["https://example.org/1"]', d.created_on + n * interval '3 days', d.created_on + n * 3,
         d.created_on + n * interval '3 days', d.created_on + n * 3, 'bench', n
       from deal d cross join (select $2::int as n) as turn
       join partner p on p.place = (d.place + n % 2) % (select count(*) from partner)`,
      [org, turn],
    );
    await tx.query(
      `insert into tandem.touch_confirmation (org_id, touch_id, confirmed_by, confirmed_at)
       select org_id, touch_id, 'bench', recorded_at from tandem.touch where org_id = $1 and nth = $2`,
      [org, turn],
    );
  }
}

async function pickEnds(): Promise<number> {
  const began = performance.now();
  const picked = await readTransaction(pool, scope, (tx) =>
    tx.query(
      `select opportunity_id, touch_id, occurred_at from (
         select opportunity_id, touch_id, occurred_at,
           row_number() over (partition by opportunity_id order by occurred_at, touch_id) as first,
           row_number() over (partition by opportunity_id order by occurred_at desc, touch_id desc) as last
         from tandem.touch where org_id = $1) t
       where first = 1 or last = 1`,
      [org],
    ),
  );
  const took = performance.now() - began;
  if (picked.length < deals) throw new Error(`the yardstick found ${picked.length} ends`);
  return took;
}

async function decideAll(): Promise<{ took: number; deals: number; credited: number }> {
  const began = performance.now();
  const { deals: decided, credited } = await compareVerdicts(context);
  return { took: performance.now() - began, deals: decided, credited };
}

try {
  await writeTransaction(pool, scope, addTouches);
  await server.comeToRest();
  await pickEnds();
  const yardstick = Math.min(await pickEnds(), await pickEnds());
  // The better of two, as with the yardstick: the first one also compiles the rules and warms what PostgreSQL holds.
  const runs = [await decideAll(), await decideAll()];
  const took = Math.min(...runs.map((run) => run.took));
  const { deals: decided, credited } = runs[0] ?? { deals: 0, credited: 0 };
  const ratio = yardstick / took;
  console.log(`window query        ${yardstick.toFixed(0)} ms for ${deals * touchesPerDeal} touches`);
  console.log(`decided from scratch ${took.toFixed(0)} ms for ${decided} deals, ${credited} with credit`);
  console.log(`speed               ${ratio.toFixed(2)} of the window query (held: ${least})`);

  const [person] = await readTransaction(pool, scope, (tx) =>
    tx.query<{ partner_id: string; partner_person_id: string }>(
      'select partner_id, partner_person_id from tandem.partner_person where org_id = $1 limit 1',
      [org],
    ),
  );
  const [touched] = await readTransaction(pool, scope, (tx) =>
    tx.query<{ opportunity_id: string }>(
      'select opportunity_id from tandem.touch where org_id = $1 limit 1',
      [org],
    ),
  );
  const deal = touched?.opportunity_id ?? '';
  const began = performance.now();
  await recordTouch(context, {
    opportunityId: deal,
    partnerId: person?.partner_id ?? '',
    partnerPersonId: person?.partner_person_id ?? '',
    internalOwner: 'Ida',
    role: 'validator',
    action: 'deployment_help',
    stageOrder: 2,
    outcome: 'agreed',
    evidence: ['https://example.org/2'],
    occurredAt: context.now - 1000,
  });
  const told = await explain(context, deal);
  const latency = performance.now() - began;
  const bareBegan = performance.now();
  await writeTransaction(pool, scope, (tx) =>
    tx
      .query(`insert into tandem.number_series (org_id, word, last_number) values ($1, 'bench', 1)`, [org])
      .then(() => undefined),
  );
  const bare = performance.now() - bareBegan;
  if (told.pending) throw new Error('the touch was not settled when its verb returned');
  console.log(
    `one touch to verdict ${latency.toFixed(0)} ms, ${(latency / bare).toFixed(0)} times a bare insert (held: ${latencyMost} ms)`,
  );
  if (ratio < least || latency > latencyMost) process.exitCode = 1;
} finally {
  await server.close();
}
