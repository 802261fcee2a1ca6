import { describe, expect, it } from 'vitest';
import { verifyCredits } from '#server/attribution/verify-credits.ts';
import { verifyChain } from '#server/audit/verify.ts';
import { readTransaction } from '#server/database/transaction.ts';
import { TEST_NOW, testApp } from '#test/harness/app.ts';
import { freshDatabase } from '#test/harness/database.ts';
import { definitions, requestOf } from '#test/isolation/requests.ts';
import { allRights, makeWorld, type World } from '#test/isolation/world.ts';
import { others, preparations } from './preparations.ts';

const database = await freshDatabase();
const server = await testApp(database);
const world = await makeWorld(server, 'race', 20);
const { chief, ids, organization, dealIds } = world;
const base = `/o/${organization.slug}`;
const scope = { org: organization.context.organization.orgId };

const statusesOf = (answers: readonly { status: number }[]): number[] =>
  answers.map(({ status }) => status).sort();
const count = async (sql: string, values: readonly string[]): Promise<number> => {
  const rows = await readTransaction(database.pool, scope, (tx) => tx.query<{ n: number }>(sql, values));
  return rows[0]?.n ?? -1;
};
const times = <T>(n: number, act: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: n }, (_, index) => act(index)));

function newTouch(at: World['ids'], opportunityId: string | undefined, daysAgo = 1) {
  return {
    opportunityId,
    partnerId: at.partnerId,
    partnerPersonId: at.partnerPersonId,
    internalOwner: 'Dana',
    role: 'validator',
    action: 'solution_architecture',
    outcome: 'Went well',
    occurredAt: TEST_NOW - daysAgo * 86_400_000,
    evidence: ['https://example.org/1'],
  };
}

describe('two at once', () => {
  it('confirm one touch: one of them did, the others are told, and it counts once', async () => {
    const { body } = await chief.call('POST', `${base}/touches`, { body: newTouch(ids, dealIds[4]) });
    const { touchId } = body as { touchId: string };
    const answers = await times(4, () => chief.call('POST', `${base}/touches/${touchId}/confirmation`));
    expect(statusesOf(answers)).toEqual([201, 409, 409, 409]);
    const events = `select count(*)::int as n from tandem.audit_log where action = 'touch.confirm' and entity_id = $1`;
    expect(await count(events, [touchId])).toBe(1);
  });

  it('withdraw one fact: once', async () => {
    const { body } = await chief.call('POST', `${base}/touches`, { body: newTouch(ids, dealIds[5]) });
    const { touchId } = body as { touchId: string };
    const wrong = { kind: 'touch', factId: touchId, reason: 'It was another' };
    const answers = await times(4, () => chief.call('POST', `${base}/withdrawals`, { body: wrong }));
    expect(statusesOf(answers)).toEqual([201, 409, 409, 409]);
  });

  it('sign one seat of one version: there is one signature', async () => {
    const sign = () =>
      chief.call('POST', `${base}/policies/scoreboard/1/signatures`, { body: { seat: 'cfo' } });
    expect(statusesOf(await times(4, sign))).toEqual([201, 409, 409, 409]);
  });

  it('dispute one deal: one dispute is open, and it is closed once', async () => {
    const claim = { opportunityId: dealIds[7], claim: 'We brought it' };
    const answers = await times(4, () => chief.call('POST', `${base}/disputes`, { body: claim }));
    expect(statusesOf(answers)).toEqual([201, 409, 409, 409]);
    const [opened] = answers.filter(({ status }) => status === 201);
    const { disputeId } = (opened?.body ?? {}) as { disputeId?: string };
    const back = { body: { kind: 'withdrawal', body: 'We found the mail', links: [] } };
    const close = () => chief.call('POST', `${base}/disputes/${disputeId}/statements`, back);
    expect(statusesOf(await times(4, close))).toEqual([201, 409, 409, 409]);
  });

  it('record introductions and touches on one deal: all are kept, and one history of verdicts tells them', async () => {
    const opportunityId = dealIds[8] ?? '';
    const introduction = {
      partnerId: ids.partnerId,
      partnerPersonId: ids.partnerPersonId,
      opportunityId,
      occurredAt: TEST_NOW - 86_400_000,
      evidence: ['https://example.org/1'],
    };
    const introduced = times(6, (index) =>
      chief.call('POST', `${base}/introductions`, { body: { ...introduction, note: `Number ${index}` } }),
    );
    const touched = times(4, async (index) => {
      const body = newTouch(ids, opportunityId, index + 1);
      const made = await chief.call('POST', `${base}/touches`, { body });
      const { touchId } = made.body as { touchId: string };
      return chief.call('POST', `${base}/touches/${touchId}/confirmation`);
    });
    expect(new Set(statusesOf([...(await introduced), ...(await touched)]))).toEqual(new Set([201]));
    const kept = 'select count(*)::int as n from tandem.introduction where opportunity_id = $1';
    expect(await count(kept, [opportunityId])).toBe(6);
    const { body } = await chief.call('GET', `${base}/opportunities/${opportunityId}/credit`);
    const told = body as { credit: string; history: { class: string; decidedAt: number }[] };
    // The newest verdict stands first.
    expect(told.history[0]?.class).toBe(told.credit);
    // A verdict that says the same as the one before it would be a lost update, or one decided twice.
    for (const [index, verdict] of told.history.entries()) {
      if (index > 0) expect(verdict).not.toMatchObject({ class: told.history[index - 1]?.class });
    }
    expect(await verifyCredits(database.pool, organization.context.organization.orgId)).toEqual([]);
  });
});

describe.each(
  definitions
    .filter(({ creates, method }) => creates && method !== 'GET')
    .map((one) => [one.operation, one] as const),
)('the same Idempotency-Key, sent four times at once to %s', (operation, definition) => {
  it('has one effect, and the same answer for all', async () => {
    const own = await makeWorld(server, `key-${operation.toLowerCase()}`, 6);
    const isPortal = definition.capability.startsWith('portal.');
    const person = isPortal
      ? await own.organization.person(['partner_admin'], { partnerId: own.ids.partnerId as never })
      : await own.organization.person([...allRights, 'ae']);
    await preparations[operation]?.(own);
    const other = await others[operation]?.(own);
    const { method, path, query, body, headers } = requestOf(definition, own.organization.slug, {
      ids: { ...own.ids, ...other },
      number: 7,
      role: 'head_of_partnerships',
    });
    const org = { org: own.organization.context.organization.orgId };
    const deeds = async (): Promise<readonly string[]> => {
      // A verdict that follows is no deed of the caller: it is decided once, whoever caused it.
      const sql = `select concat_ws(' ', action, entity_id) as deed from tandem.audit_log where action <> 'credit.decide'
        order by seq`;
      return (await readTransaction(database.pool, org, (tx) => tx.query<{ deed: string }>(sql))).map(
        ({ deed }) => deed,
      );
    };
    const before = (await deeds()).length;
    const answers = await times(4, () =>
      person.call(method, path, {
        query,
        headers: { ...headers, 'idempotency-key': 'one and the same' },
        ...(body === undefined ? {} : { body }),
      }),
    );
    expect(
      answers.every(({ status }) => status < 300),
      JSON.stringify(answers),
    ).toBe(true);
    expect(answers.every(({ status }) => status === answers[0]?.status)).toBe(true);
    for (const one of answers) expect(one.body).toEqual(answers[0]?.body);
    const done = (await deeds()).slice(before);
    expect(done).not.toEqual([]);
    expect(done).toEqual([...new Set(done)]);
    expect(await verifyChain(database.pool, org.org)).toMatchObject({ ok: true });
  });
});
