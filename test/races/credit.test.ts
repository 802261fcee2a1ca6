import { describe, expect, it } from 'vitest';
import { compareVerdicts } from '#server/attribution/compare-verdicts.ts';
import { findDeal } from '#server/attribution/find-deal.ts';
import { reproduce } from '#server/attribution/reproduce.ts';
import { requestDecision } from '#server/attribution/request-decision.ts';
import { settleCredits } from '#server/attribution/settle-credits.ts';
import { lockTasks } from '#server/attribution/task-queries.ts';
import { recordTouch } from '#server/attribution/touch/record-touch.ts';
import { verifyCredits } from '#server/attribution/verify-credits.ts';
import { write } from '#server/audit/write.ts';
import { readTransaction, writeTransaction } from '#server/database/transaction.ts';
import { addPartnerPerson } from '#server/partner/change-partner.ts';
import { TEST_NOW, testApp } from '#test/harness/app.ts';
import { freshDatabase } from '#test/harness/database.ts';
import { dealHeader } from '#test/harness/deal-table.ts';
import { importText, later } from '#test/harness/importing.ts';
import { makeWorld } from '#test/isolation/world.ts';

const database = await freshDatabase();
const server = await testApp(database);
const { chief, ids, organization, dealIds } = await makeWorld(server, 'creditrace', 20);
const { context } = chief;
const org = context.organization.orgId;
const second = await organization.partner('Southgate');
const { partnerPersonId: secondPerson } = await addPartnerPerson(context, second, {
  ...{ name: 'Sam Poole', email: null },
});

const first = { partnerId: ids.partnerId as never, partnerPersonId: ids.partnerPersonId as never };
const other = { partnerId: second, partnerPersonId: secondPerson };
const touch = (opportunityId: string | undefined, action: string, who: typeof first | typeof other = first) =>
  recordTouch(context, {
    ...who,
    ...{ opportunityId: opportunityId ?? '', accountId: null, internalOwner: 'Dana', role: 'validator' },
    ...{ action, stageOrder: 3, outcome: 'Went well', occurredAt: TEST_NOW - 86_400_000 },
    evidence: ['https://example.org/1'],
  } as never);

const rows = <Row extends object>(sql: string, values: readonly unknown[]) =>
  readTransaction(database.pool, { org }, (tx) => tx.query<Row>(sql, values as never));
const count = async (sql: string, deal: string | undefined) =>
  (await rows<{ n: number }>(sql, [org, deal ?? '']))[0]?.n ?? -1;
const verdicts = (deal: string | undefined) =>
  count('select count(*)::int as n from tandem.credit where org_id = $1 and opportunity_id = $2', deal);
const waiting = (deal: string | undefined) =>
  count(
    `select count(*)::int as n from tandem.credit_task
     where org_id = $1 and opportunity_id = $2 and done_at is null`,
    deal,
  );

/** A row that says what the one before it said would be a change that was none, or one change written twice. */
const repeated = (deal: string | undefined) =>
  count(
    `select count(*)::int as n from (
       select (class, partner_id, co_sold, considered, gray_area, needs_panel, ruling_id)::text as said,
         lag((class, partner_id, co_sold, considered, gray_area, needs_panel, ruling_id)::text)
           over (order by decided_at, credit_id) as before
       from tandem.credit where org_id = $1 and opportunity_id = $2) v where said = before`,
    deal,
  );

/** What stands is what the facts give when everything is decided from scratch; lists agree; each verdict reproduces. */
async function expectSettled(deal: string | undefined): Promise<void> {
  expect(await waiting(deal)).toBe(0);
  expect(await repeated(deal)).toBe(0);
  expect((await compareVerdicts(context)).differing).toEqual([]);
  expect(await verifyCredits(database.pool, org)).toEqual([]);
  const again = await reproduce(context, deal ?? '');
  expect(again.map(({ result }) => result)).toEqual(again.map(() => 'same'));
}

/** A confirmed touch whose process died right after its commit: the fact is there, and nobody has settled it. */
async function leaveUnsettled(deal: string | undefined, nth: number): Promise<void> {
  await write(
    context,
    async (tx) => {
      const touchId = context.ports.ids.next<never>(context.now);
      await tx.query(
        `insert into tandem.touch (org_id, touch_id, opportunity_id, partner_id, partner_person_id, internal_owner, role,
           action, stage_order, outcome, evidence, occurred_at, occurred_on, recorded_at, recorded_on, recorded_by, nth)
         select $1, $2, $3, $4, $5, 'Dana', 'validator', 'joint_meeting', 3, 'Went well', '["https://example.org/1"]',
           t.at, t.at::date, t.at, t.at::date, 'race', $7
         from (select to_timestamp($6::double precision / 1000) as at) t`,
        [org, touchId, deal ?? '', first.partnerId, first.partnerPersonId, TEST_NOW - 3_600_000, nth],
      );
      await tx.query(
        `insert into tandem.touch_confirmation (org_id, touch_id, confirmed_by, confirmed_at)
         select org_id, touch_id, 'race', recorded_at from tandem.touch where org_id = $1 and touch_id = $2`,
        [org, touchId],
      );
      const died = { ...tx, afterCommit: () => undefined };
      await requestDecision(died, context, [deal ?? ''], 'a touch', touchId);
    },
    { mayChangeNothing: true },
  );
}

describe('the credit of a deal, when two act at once', () => {
  it('is what all touches together give, with one row for each change', async () => {
    const deal = dealIds[10];
    const actions = ['joint_meeting', 'solution_architecture', 'objection_handled', 'stakeholder_access'];
    await Promise.all(actions.map((action) => touch(deal, action)));
    await expectSettled(deal);
    expect(await verdicts(deal)).toBeGreaterThan(0);
  });

  it('goes to one of two partners who acted at once, and both are considered', async () => {
    const deal = dealIds[11];
    await Promise.all([touch(deal, 'joint_meeting'), touch(deal, 'joint_meeting', other)]);
    await expectSettled(deal);
    const [standing] = await rows<{ considered: readonly { partnerId: string }[] }>(
      `select considered from tandem.credit where org_id = $1 and opportunity_id = $2
       order by decided_at desc, credit_id desc limit 1`,
      [org, deal],
    );
    expect(new Set(standing?.considered.map(({ partnerId }) => partnerId))).toEqual(
      new Set([first.partnerId, second]),
    );
  });

  it('is the same whether the act or the close that locks the deal is written first', async () => {
    const row = (stage: string, closed: string) =>
      importText(later(context), `${dealHeader}\nRACE,Race,Racer,${stage},1000,2026-06-01,${closed},,\n`);
    await row('Qualified', '');
    const deal = (await findDeal(context, 'RACE'))?.opportunityId ?? '';
    await Promise.all([
      row('Closed Won', '2026-07-14'),
      touch(deal, 'joint_meeting'),
      touch(deal, 'solution_architecture', other),
    ]);
    await server.runJobs();
    const closes = await rows(
      'select closed_on from tandem.opportunity where org_id = $1 and opportunity_id = $2',
      [org, deal],
    );
    expect(closes).toEqual([{ closed_on: '2026-07-14' }]);
    await expectSettled(deal);
  });
});

describe('a fact whose process died before it was settled', () => {
  it('is settled by the job, once', async () => {
    const deal = dealIds[13];
    await leaveUnsettled(deal, 1);
    expect([await waiting(deal), await verdicts(deal)]).toEqual([1, 0]);
    await server.runJobs();
    await expectSettled(deal);
    expect(await verdicts(deal)).toBe(1);
    await server.runJobs();
    expect(await verdicts(deal)).toBe(1);
  });

  it('is settled once by six who settle at once', async () => {
    const deal = dealIds[14];
    await leaveUnsettled(deal, 1);
    await Promise.all([...Array.from({ length: 5 }, () => settleCredits(context)), server.runJobs()]);
    await expectSettled(deal);
    expect(await verdicts(deal)).toBe(1);
  });

  it('still waits when whoever settles it dies half way, and the next one finishes it', async () => {
    const deal = dealIds[15];
    await leaveUnsettled(deal, 1);
    const died = await writeTransaction(database.pool, { org }, async (tx) => {
      await lockTasks(tx, org);
      const settling = settleCredits(context).then(
        () => 'settled',
        () => 'died',
      );
      // The one that waits for us is killed by the database, as a machine would kill it.
      const killed = `select pg_terminate_backend(pid) as is_killed from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query like '%credit settled%'`;
      for (let tries = 0; tries < 200; tries += 1) {
        if ((await rows(killed, [])).length > 0) break;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return settling;
    });
    expect([died, await waiting(deal), await verdicts(deal)]).toEqual(['died', 1, 0]);
    await server.runJobs();
    await expectSettled(deal);
    expect(await verdicts(deal)).toBe(1);
  });
});
