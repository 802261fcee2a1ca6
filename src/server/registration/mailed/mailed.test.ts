import { describe, expect, it } from 'vitest';
import { changeMember } from '#server/access/change-member.ts';
import { readTransaction, writeTransaction } from '#server/database/transaction.ts';
import { TEST_NOW, type TestPerson, testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { dealHeader } from '#test/harness/deal-table.ts';
import { importText } from '#test/harness/importing.ts';
import { type RegistrationScene, registrationScene, typedDeal } from '#test/harness/registration-scene.ts';
import { insertCheckRun, lastCheckRun } from '../check-fact-queries.ts';
import { returnRegistration } from '../decide.ts';
import { beginOwn } from '../drafts.ts';
import { readForDesk } from '../show-desk.ts';
import { submitOwn } from '../submit.ts';

const database = await testDatabase();
const server = await testApp(database);
const gone = { status: 404, body: { type: 'urn:tandem:problem:not-found' } };
let made = 0;

/** A registration that waits, and the links of the letter that a decider got. */
async function asked(scene: RegistrationScene, who: TestPerson = scene.ops) {
  made += 1;
  const rep = scene.partners[0]?.rep ?? scene.ops;
  const customer = { legalName: `Acme ${made} BV`, domain: `acme-number-${made}.nl` };
  const { registrationId, number } = await beginOwn(rep.context, typedDeal(customer));
  await submitOwn(rep.context, registrationId, 'en');
  await server.runJobs({ early: true });
  await server.runJobs({ early: true });
  const letter = (await server.letters(who.email)).find(({ text }) => text.includes(customer.legalName));
  const tokens = [...(letter?.text ?? '').matchAll(/mailed-decision\?do=(\w+)#token=([\w-]+)/g)];
  const token = tokens[0]?.[2] ?? '';
  const base = `/o/${scene.organization.slug}/mailed-decision`;
  return {
    ...{ registrationId, number, letter, token },
    acts: tokens.map(([, act]) => act),
    preview: () => server.call('POST', `${base}/preview`, { body: { token } }),
    decide: (decision: object) => server.call('POST', base, { body: { token, decision } }),
  };
}

const accept = { act: 'accept' };

describe('a letter to somebody who decides', () => {
  it('DR-4: shows by its link what will happen, and a press accepts it, once, by name', async () => {
    const scene = await registrationScene(server, { partners: 1 });
    const { number, registrationId, acts, preview, decide, letter, token } = await asked(scene);
    expect(acts).toEqual(['accept', 'reject', 'ask']);
    expect(letter?.text).toContain('need no sign-in');
    expect(await preview()).toMatchObject({
      status: 200,
      body: { number, partner: 'Partner 1', days: 120, next: null, usedFor: null, whyNot: null },
    });
    // Looking at it, as scanners of mail do, has done nothing.
    expect((await readForDesk(scene.ops.context, number)).state).toBe('submitted');
    expect(await decide(accept)).toMatchObject({ status: 200, body: { state: 'accepted' } });
    const seen = await readForDesk(scene.ops.context, number);
    expect(seen.timeline.find(({ type }) => type === 'accept')).toMatchObject({
      who: (scene.ops.context.actor as { name: string }).name,
    });
    // Pressed twice it is done once; for anything else the link is spent.
    expect(await decide(accept)).toMatchObject({ status: 200, body: { state: 'accepted' } });
    expect(await decide({ act: 'ask', asks: 'Why?' })).toMatchObject({ status: 409 });
    const { orgId } = scene.organization.context.organization;
    const trail = await readTransaction(database.pool, { org: orgId }, (tx) =>
      tx.query<{ action: string; after: { way: string } }>(
        `select action, after from tandem.audit_log where entity_id = $1 and action in ('registration.by_letter',
           'registration.accept') order by seq`,
        [registrationId],
      ),
    );
    expect(trail.map(({ action }) => action)).toEqual(['registration.by_letter', 'registration.accept']);
    expect(trail[0]?.after).toMatchObject({ way: 'letter', act: 'accept' });
    const kept = await readTransaction(database.pool, { org: orgId }, (tx) =>
      tx.query(`select to_jsonb(d) as row from tandem.decision_pass d
        union all select to_jsonb(a) from tandem.audit_log a union all select to_jsonb(n) from tandem.notice n`),
    );
    expect(JSON.stringify(kept)).not.toContain(token);
  });

  it('DR-7, DR-16: rejects with a reason of the list, and asks back', async () => {
    const scene = await registrationScene(server, { partners: 1 });
    const one = await asked(scene);
    expect(await one.decide({ act: 'reject', reason: 'Because' })).toMatchObject({ status: 422 });
    const no = { act: 'reject', reason: 'Not qualified', words: 'No budget yet.' };
    expect(await one.decide(no)).toMatchObject({ status: 200, body: { state: 'rejected' } });
    const other = await asked(scene);
    expect(await other.decide({ act: 'ask', asks: 'Who signs?' })).toMatchObject({
      status: 200,
      body: { state: 'returned' },
    });
  });

  it('decides once of four presses at the same moment', async () => {
    const scene = await registrationScene(server, { partners: 1 });
    const { decide, number } = await asked(scene);
    const answers = await Promise.all([1, 2, 3, 4].map(() => decide(accept)));
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    expect(answers.every(({ status }) => [200, 404, 409].includes(status))).toBe(true);
    const { timeline } = await readForDesk(scene.ops.context, number);
    expect(timeline.filter(({ type }) => type === 'accept')).toHaveLength(1);
  });

  it('decides nothing once the time is over, the person is suspended, or has another role', async () => {
    const scene = await registrationScene(server, { partners: 1 });
    const late = await asked(scene);
    // Due on Friday at 18:00 in Amsterdam.
    server.clock.set(Date.UTC(2026, 6, 17, 15, 59));
    expect(await late.preview()).toMatchObject({ status: 200 });
    server.clock.set(Date.UTC(2026, 6, 17, 16, 1));
    expect(await late.preview()).toMatchObject(gone);
    expect(await late.decide(accept)).toMatchObject(gone);
    server.clock.set(TEST_NOW);
    const { actor } = scene.ops.context;
    const id = actor.kind === 'member' ? actor.membershipId : '';
    const admin = await scene.organization.person(['administrator']);
    const one = await asked(scene);
    await changeMember(admin.context, id, { suspended: true });
    expect(await one.decide(accept)).toMatchObject(gone);
    await changeMember(admin.context, id, { suspended: false, roles: ['ae'] });
    expect(await one.decide(accept)).toMatchObject(gone);
    expect((await readForDesk(scene.head.context, one.number)).state).toBe('submitted');
  });

  it('decides nothing after something has happened since, and never in another organization', async () => {
    const scene = await registrationScene(server, { partners: 1 });
    const one = await asked(scene);
    await returnRegistration(scene.ops.context, one.registrationId, { asks: 'Who?', isIncomplete: false });
    expect(await one.preview()).toMatchObject({
      body: { whyNot: expect.stringContaining('Something has happened') },
    });
    expect(await one.decide(accept)).toMatchObject({ status: 409 });
    const other = await registrationScene(server, { partners: 1 });
    const foreign = await server.call('POST', `/o/${other.organization.slug}/mailed-decision`, {
      body: { token: one.token, decision: accept },
    });
    expect(foreign).toMatchObject(gone);
    const wrong = { token: 'x'.repeat(43), decision: accept };
    const base = `/o/${scene.organization.slug}/mailed-decision`;
    expect(await server.call('POST', base, { body: wrong })).toMatchObject(gone);
  });

  it('decides nothing for the seller who would lose the deal by it', async () => {
    const scene = await registrationScene(server, { partners: 1 });
    const one = await asked(scene);
    const row = 'D1,Own deal,Acme,Proposal,1000,2026-03-01,,,';
    await importText(scene.organization.context, `${dealHeader}\n${row}\n`);
    const { orgId } = scene.organization.context.organization;
    const { name } = scene.ops.context.actor as { name: string };
    await writeTransaction(database.pool, { org: orgId }, async (tx) => {
      const [deal] = await tx.query<{ id: string }>(
        'update tandem.opportunity set owner = $2 where org_id = $1 returning opportunity_id as id',
        [orgId, name],
      );
      const run = await lastCheckRun(tx, orgId, one.registrationId);
      const beside = { kind: 'opportunity', id: deal?.id, likeness: { by: 'domain', score: 1 } };
      const [first, ...others] = (run?.checks ?? []) as object[];
      await insertCheckRun(tx, orgId, {
        registration: one.registrationId,
        id: scene.ops.context.ports.ids.next(TEST_NOW),
        checks: [{ ...first, collidesWith: [beside] }, ...others],
        facts: {},
        now: TEST_NOW + 1,
      });
    });
    expect(await one.decide(accept)).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('You own a deal') },
    });
    expect((await readForDesk(scene.head.context, one.number)).state).toBe('submitted');
  });
});
