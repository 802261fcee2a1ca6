import { describe, expect, it } from 'vitest';
import { verifyCredits } from '#server/attribution/verify-credits.ts';
import { readTransaction } from '#server/database/transaction.ts';
import { TEST_NOW, testApp } from '#test/harness/app.ts';
import { freshDatabase } from '#test/harness/database.ts';
import { makeWorld } from '#test/isolation/world.ts';

const database = await freshDatabase();
const server = await testApp(database);
const world = await makeWorld(server, 'touchrace', 12);
const { chief, ids, organization, dealIds } = world;
const base = `/o/${organization.slug}`;
const org = organization.context.organization.orgId;
const cfo = await organization.person(['cfo']);
const rep = await organization.person(['partner_rep'], { partnerId: ids.partnerId as never });

const statusesOf = (answers: readonly { status: number }[]) => answers.map(({ status }) => status).sort();
const times = <T>(n: number, act: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: n }, (_, index) => act(index)));
const evidence = ['https://example.org/1'];
const named = { partnerId: ids.partnerId, partnerPersonId: ids.partnerPersonId };
const touch = (opportunityId: string | undefined, action = 'solution_architecture') => ({
  ...named,
  opportunityId,
  internalOwner: 'Dana',
  role: 'validator',
  action,
  stageOrder: 3,
  outcome: 'Went well',
  occurredAt: TEST_NOW - 86_400_000,
  evidence,
});

/** What is on a deal: how many touches stand, and how often each was confirmed. */
const count = async (sql: string, values: readonly string[]) => {
  const rows = await readTransaction(database.pool, { org }, (tx) => tx.query<{ n: number }>(sql, values));
  return rows[0]?.n ?? -1;
};

describe('two at once', () => {
  it('write down one act: one row is there, and the others are told which', async () => {
    const send = () => chief.call('POST', `${base}/touches`, { body: touch(dealIds[4]) });
    const answers = await times(6, send);
    expect(statusesOf(answers)).toEqual([201, 409, 409, 409, 409, 409]);
    const { touchId } = (answers.find(({ status }) => status === 201)?.body ?? {}) as { touchId?: string };
    for (const { body } of answers.filter(({ status }) => status === 409)) {
      expect(JSON.stringify(body)).toContain(touchId ?? 'no touch');
    }
    const rows = 'select count(*)::int as n from tandem.touch where opportunity_id = $1';
    expect(await count(rows, [dealIds[4] ?? ''])).toBe(1);
  });

  it('write down one act, the partner as a claim and we ourselves: it is there once', async () => {
    await chief.call('POST', `${base}/touches`, { body: touch(dealIds[5], 'account_update') });
    const { partnerId: _, stageOrder: __, ...said } = touch(dealIds[5]);
    const answers = await Promise.all([
      chief.call('POST', `${base}/touches`, { body: touch(dealIds[5]) }),
      rep.call('POST', `${base}/portal/touches`, { body: said }),
    ]);
    expect(statusesOf(answers)).toEqual([201, 409]);
  });

  it('confirm and refuse one claim: one answer stands, and the others are told', async () => {
    for (const action of ['joint_meeting', 'objection_handled', 'stakeholder_access']) {
      const made = await chief.call('POST', `${base}/touches`, { body: touch(dealIds[7], action) });
      const { touchId } = made.body as { touchId: string };
      const refusal = { body: { reason: 'Nobody of ours was there' } };
      const answers = await times(4, (index) =>
        index % 2 === 0
          ? chief.call('POST', `${base}/touches/${touchId}/confirmation`)
          : chief.call('POST', `${base}/touches/${touchId}/refusal`, refusal),
      );
      expect(statusesOf(answers)).toEqual([201, 409, 409, 409]);
      const both = `select (select count(*) from tandem.touch_confirmation where touch_id = $1::uuid)::int
        + (select count(*) from tandem.claim_refusal where fact_id = $1::uuid)::int as n`;
      expect(await count(both, [touchId])).toBe(1);
    }
    expect(await verifyCredits(database.pool, org)).toEqual([]);
  });

  it('withdraw and confirm one touch: whatever comes first, it does not count in the end', async () => {
    const made = await chief.call('POST', `${base}/touches`, { body: touch(dealIds[8]) });
    const { touchId } = made.body as { touchId: string };
    const wrong = { body: { kind: 'touch', factId: touchId, reason: 'It was another' } };
    const [withdrawn, confirmed] = await Promise.all([
      chief.call('POST', `${base}/withdrawals`, wrong),
      chief.call('POST', `${base}/touches/${touchId}/confirmation`),
    ]);
    expect(withdrawn.status).toBe(201);
    expect([201, 409]).toContain(confirmed.status);
    const { body } = await chief.call('GET', `${base}/opportunities/${dealIds[8]}/credit`);
    expect(body).toMatchObject({ credit: 'none' });
  });

  it('sign the withdrawal of one introduction: it is signed once', async () => {
    const path = `${base}/withdrawals/${ids.withdrawalId}/cosignature`;
    expect(statusesOf(await times(4, () => cfo.call('POST', path)))).toEqual([201, 409, 409, 409]);
  });

  it('accept one plan, and end it: once each', async () => {
    const plan = {
      ...named,
      opportunityId: dealIds[10],
      internalOwner: 'Dana',
      goal: 'Win it',
      evidence,
      activeOn: '2026-07-01',
    };
    const accepted = await times(4, () => chief.call('POST', `${base}/cosell-plans`, { body: plan }));
    expect(statusesOf(accepted)).toEqual([201, 409, 409, 409]);
    const made = accepted.find(({ status }) => status === 201)?.body ?? {};
    const { cosellPlanId } = made as { cosellPlanId?: string };
    const end = { body: { lapsedOn: '2026-07-10', reason: 'Over' } };
    const ended = await times(4, () => chief.call('POST', `${base}/cosell-plans/${cosellPlanId}/end`, end));
    expect(statusesOf(ended)).toEqual([201, 409, 409, 409]);
  });

  it('accept and dismiss one suggestion: one answer stands', async () => {
    const path = `${base}/opportunities/${ids.opportunityId}/suggestions`;
    const key = `signal:${ids.signalId}`;
    const answers = await Promise.all([
      chief.call('POST', `${path}/acceptances`, { body: { key } }),
      chief.call('POST', `${path}/dismissals`, { body: { key, reason: 'Not an act' } }),
      chief.call('POST', `${path}/acceptances`, { body: { key } }),
    ]);
    expect(statusesOf(answers)).toEqual([201, 409, 409]);
  });

  it('hand in one event of the CRM: it is one signal', async () => {
    const event = {
      ...named,
      opportunityId: dealIds[2],
      eventKey: 'the same',
      subject: 'Call',
      occurredAt: TEST_NOW - 1,
    };
    const answers = await times(6, () => chief.call('POST', `${base}/signals`, { body: event }));
    expect(new Set(statusesOf(answers))).toEqual(new Set([201]));
    const told = answers.map(({ body }) => body as { signalId: string; isNew: boolean });
    expect(new Set(told.map(({ signalId }) => signalId)).size).toBe(1);
    expect(told.filter(({ isNew }) => isNew)).toHaveLength(1);
  });
});
