import { describe, expect, it } from 'vitest';
import { readTransaction } from '#server/database/transaction.ts';
import {
  type AnsweredOne,
  decideRegistrations,
  type SameAnswer,
} from '#server/registration/decide-several.ts';
import { beginOwn } from '#server/registration/drafts.ts';
import { readForDesk } from '#server/registration/show-desk.ts';
import { submitOwn } from '#server/registration/submit.ts';
import { testApp } from '#test/harness/app.ts';
import { freshDatabase } from '#test/harness/database.ts';
import { dealHeader, dealMapping } from '#test/harness/deal-table.ts';
import { importText } from '#test/harness/importing.ts';
import { registrationScene, typedDeal } from '#test/harness/registration-scene.ts';

const database = await freshDatabase();
const server = await testApp(database);
const scene = await registrationScene(server, { partners: 4 });
const { slug } = scene.organization;
const org = scene.organization.context.organization.orgId;
const accept: SameAnswer = { kind: 'accept' };
const reject: SameAnswer = { kind: 'reject', reason: 'Not qualified', words: 'No budget yet.' };

async function register(which: number, name: string, domain: string) {
  const rep = scene.partners[which]?.rep;
  if (!rep) throw new Error('no such partner');
  const { registrationId } = await beginOwn(rep.context, typedDeal({ legalName: name, domain }));
  return submitOwn(rep.context, registrationId, 'en');
}

const events = async (id: string): Promise<string[]> => {
  const rows = await readTransaction(database.pool, { org }, (tx) =>
    tx.query<{ type: string }>(
      'select type from tandem.registration_event where org_id = $1 and registration_id = $2 order by nth',
      [org, id],
    ),
  );
  return rows.map(({ type }) => type);
};
const outcomes = (answers: readonly AnsweredOne[]) => answers.map(({ outcome }) => outcome);

describe('two people who answer the same set at once', () => {
  it('decide each registration once: one of them did, the other is told which and why', async () => {
    const sent = await Promise.all(
      Array.from({ length: 8 }, (_, nth) => register(0, `Bulk ${nth}`, `bulk-number-${nth}.nl`)),
    );
    const ids = sent.map(({ registrationId }) => registrationId);
    const early = await decideRegistrations(
      { ...scene.ops.context, idempotency: null },
      ids.slice(0, 1),
      accept,
    );
    expect(early[0]?.why).toContain('still being looked up');
    await server.runJobs({ early: true });
    const [yes, no] = await Promise.all([
      decideRegistrations({ ...scene.ops.context, idempotency: null }, ids, accept),
      decideRegistrations({ ...scene.head.context, idempotency: null }, ids.toReversed(), reject),
    ]);
    for (const id of ids) {
      const of = (answers: readonly AnsweredOne[]) => answers.find((one) => one.registrationId === id);
      const done = [of(yes), of(no)].filter((one) => one?.outcome !== 'refused');
      expect(done).toHaveLength(1);
      const refused = [of(yes), of(no)].find((one) => one?.outcome === 'refused');
      expect(refused?.why).toMatch(/waits for a decision|decides/);
      const happened = (await events(id)).filter((type) => type === 'accept' || type === 'reject');
      expect(happened).toEqual([done[0]?.outcome === 'accepted' ? 'accept' : 'reject']);
    }
    const audit = await readTransaction(database.pool, { org }, (tx) =>
      tx.query<{ n: number }>(
        `select count(*)::int as n from tandem.audit_log where org_id = $1
           and action in ('registration.accept', 'registration.reject')`,
        [org],
      ),
    );
    expect(audit).toEqual([{ n: ids.length }]);
  });

  it('are one act where the same request is sent again, and another request under its key is refused', async () => {
    const sent = await register(0, 'Bulk again', 'bulk-again.nl');
    const ask = (body: object) =>
      scene.ops.call('POST', `/o/${slug}/registration-decisions`, {
        body,
        headers: { 'idempotency-key': 'one and the same' },
      });
    const body = { registrationIds: [sent.registrationId], answer: reject };
    const answers = await Promise.all([ask(body), ask(body), ask(body)]);
    for (const { status, body: said } of answers) {
      expect(status).toBe(201);
      expect(said).toMatchObject({ items: [{ outcome: 'rejected', number: sent.number, why: null }] });
    }
    expect((await events(sent.registrationId)).filter((type) => type === 'reject')).toHaveLength(1);
    expect((await ask({ ...body, answer: accept })).status).toBe(422);
  });
});

describe('the guards of one decision', () => {
  it('hold for each of many: a check that wants a look, a conflict, what is decided, what is not there', async () => {
    const columns = { ...dealMapping.columns, accountDomain: 'Domain' };
    await importText(
      scene.ops.context,
      `${dealHeader},Domain\nDD1,Own,Direct Foods,Qualified,100,2026-07-01,,,,direct-foods.nl\n`,
      { ...dealMapping, columns },
    );
    const clear = await register(2, 'Clear Water', 'clear-water.nl');
    const first = await register(2, 'Twice Asked', 'twice-asked.nl');
    const second = await register(3, 'Twice Asked', 'twice-asked.nl');
    const looked = await register(2, 'Direct Foods', 'direct-foods.nl');
    await server.runJobs({ early: true });
    const nobody = '01890000-0000-7000-8000-000000000000';
    const ids = [looked, second, first, clear].map(({ registrationId }) => registrationId);
    const answers = await decideRegistrations(
      { ...scene.ops.context, idempotency: null },
      [...ids, nobody, ids[3] ?? ''],
      accept,
    );
    expect(outcomes(answers)).toEqual(['refused', 'refused', 'refused', 'accepted', 'refused']);
    expect(answers.map(({ why }) => why)).toMatchObject([
      expect.stringContaining('A check wants a look'),
      'It is in conflict. Rule on the case first.',
      'It is in conflict. Rule on the case first.',
      null,
      'No such registration.',
    ]);
    expect((await readForDesk(scene.ops.context, looked.number)).state).toBe('submitted');
  });

  it('ask for a reason of the list, a right to decide, and no more than fifty', async () => {
    const sent = await register(0, 'Reason First', 'reason-first.nl');
    const base = { ...scene.ops.context, idempotency: null };
    const answers = await decideRegistrations(base, [sent.registrationId], { ...reject, reason: 'Because' });
    expect(answers).toMatchObject([
      { outcome: 'refused', why: expect.stringContaining('reason of the list') },
    ]);
    const body = { registrationIds: [sent.registrationId], answer: accept };
    const rep = scene.partners[0]?.rep;
    expect((await rep?.call('POST', `/o/${slug}/registration-decisions`, { body }))?.status).toBeGreaterThan(
      402,
    );
    const many = Array.from({ length: 51 }, () => sent.registrationId);
    const tooMany = await scene.ops.call('POST', `/o/${slug}/registration-decisions`, {
      body: { ...body, registrationIds: many },
      headers: { 'idempotency-key': 'too many' },
    });
    expect(tooMany.status).toBe(422);
    expect(await events(sent.registrationId)).toEqual(['submit']);
    const back = await decideRegistrations(base, [sent.registrationId], {
      ...{ kind: 'return', asks: 'Who is the buyer?', isIncomplete: false },
    } as SameAnswer);
    expect(outcomes(back)).toEqual(['returned']);
  });
});
