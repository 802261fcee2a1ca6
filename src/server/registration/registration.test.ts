import { describe, expect, it } from 'vitest';
import { explain } from '#server/attribution/explain.ts';
import { readNotices } from '#server/notice/read-notices.ts';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { dealHeader } from '#test/harness/deal-table.ts';
import { importText } from '#test/harness/importing.ts';
import { type RegistrationScene, registrationScene, typedDeal } from '#test/harness/registration-scene.ts';
import { workClocks } from './clocks.ts';
import { acceptRegistration, rejectRegistration, returnRegistration } from './decide.ts';
import { beginOwn, saveOwn } from './drafts.ts';
import { assignAe, decideAppeal, decideExtension, linkDeal } from './manage.ts';
import { answerRegistration, appealRegistration, askExtension, updateRegistration } from './partner-moves.ts';
import { ruleConflict } from './rule-conflict.ts';
import { listRegistrations, readForDesk } from './show-desk.ts';
import { listOwn, readOwn } from './show-own.ts';
import { submitOwn } from './submit.ts';

const server = await testApp(await testDatabase());
const day = (date: string, hour = 12) => Date.parse(`${date}T${String(hour).padStart(2, '0')}:00:00Z`);
const first = '2026-07-15';

/** A rep registers a deal, whole, at a moment. */
async function register(
  scene: RegistrationScene,
  nth: number,
  customer: Parameters<typeof typedDeal>[0],
  on = first,
  changes: object = {},
) {
  const { rep } = scene.partners[nth] ?? (undefined as never);
  const context = scene.at(rep, day(on));
  const begun = await beginOwn(context, { ...typedDeal(customer), ...changes });
  return { ...begun, sent: await submitOwn(context, begun.registrationId, 'en') };
}

const acme = { legalName: 'Acme Manufacturing BV', domain: 'acme-manufacturing.nl' };

describe('a registration', () => {
  it('DR-4, DR-6, DR-8: is sent, decided, protected, and stands on a deal with its evidence of origin', async () => {
    const scene = await registrationScene(server);
    const { registrationId, number, sent } = await register(scene, 0, acme);
    expect(sent).toMatchObject({ state: 'submitted', dueOn: '2026-07-17', notes: [] });
    const seen = await readForDesk(scene.at(scene.ops, day(first)), number);
    expect(seen).toMatchObject({ state: 'submitted', whyNot: null, customer: acme.legalName });
    expect(seen.checks.filter(({ outcome }) => outcome !== 'pass')).toEqual([]);

    const decided = scene.at(scene.ops, day('2026-07-16'));
    const yes = { changed: null, opportunityId: null };
    expect(await acceptRegistration(decided, registrationId, yes)).toEqual({
      state: 'accepted',
      conflict: false,
    });
    const own = await readOwn(scene.at(scene.partners[0]?.rep as never, day('2026-07-16')), number, 'en');
    expect(own).toMatchObject({ state: 'accepted', daysLeft: 120, stage: 'Registered' });
    const deal = (await readForDesk(decided, number)).deal?.opportunityId ?? '';
    const told = await explain(scene.at(scene.ops, day('2026-07-17')), deal);
    expect(told).toMatchObject({ credit: 'sourced', partner: { name: 'Partner 1' } });

    await assignAe(decided, registrationId, memberOf(scene.ae));
    expect((await readNotices(scene.ae.context, { limit: 5 })).items[0]?.sentence).toContain(acme.legalName);
  });

  it('DR-1: keeps what is typed, and answers a send with everything that is missing', async () => {
    const scene = await registrationScene(server, { partners: 1 });
    const rep = scene.at(scene.partners[0]?.rep as never, day(first));
    const { registrationId, number } = await beginOwn(rep, { legalName: 'Acme' });
    const { missing } = await saveOwn(rep, registrationId, { legalName: 'Acme', country: 'Holland' });
    expect(missing.find(({ path }) => path === 'country')).toMatchObject({ found: 'Holland' });
    await expect(submitOwn(rep, registrationId, 'de')).rejects.toMatchObject({ type: 'invalid-input' });
    expect(await readOwn(rep, number, 'en')).toMatchObject({ state: 'draft', typed: { country: 'Holland' } });
  });

  it('DR-7: stands still while the partner is asked, and goes on with the answer', async () => {
    const scene = await registrationScene(server, { partners: 1 });
    const { registrationId, number } = await register(scene, 0, acme);
    const asks = { asks: 'Who is the buyer?', isIncomplete: true };
    await returnRegistration(scene.at(scene.ops, day('2026-07-16')), registrationId, asks);
    const rep = scene.partners[0]?.rep as never;
    expect(await readOwn(scene.at(rep, day('2026-07-20')), number, 'en')).toMatchObject({
      state: 'returned',
      question: 'Who is the buyer?',
      needsMe: true,
    });
    await answerRegistration(scene.at(rep, day('2026-07-20')), 'portal', registrationId, 'The COO');
    const seen = await readForDesk(scene.at(scene.ops, day('2026-07-20')), number);
    expect(seen.clock).toMatchObject({ kind: 'running', dueOn: '2026-07-21', isLate: false });
  });

  it('DR-16, DR-15: is rejected for a reason of the list, and appealed once to the CRO', async () => {
    const scene = await registrationScene(server, { partners: 1 });
    const { registrationId, number } = await register(scene, 0, acme);
    const ops = scene.at(scene.ops, day('2026-07-16'));
    await expect(
      rejectRegistration(ops, registrationId, { reason: 'Because', words: '' }),
    ).rejects.toMatchObject({ errors: [{ path: 'body.reason' }] });
    const { reasons } = await readForDesk(ops, number);
    await rejectRegistration(ops, registrationId, {
      reason: reasons.find((one) => one === 'Not qualified') ?? '',
      words: 'No budget yet.',
    });
    const rep = scene.at(scene.partners[0]?.rep as never, day('2026-07-16', 14));
    expect(await readOwn(rep, number, 'de')).toMatchObject({
      stateWords: 'Nicht angenommen',
      rejection: { words: 'No budget yet.' },
    });
    await appealRegistration(rep, 'portal', registrationId, 'The budget is approved.');
    await decideAppeal(scene.at(scene.cro, day('2026-07-17')), registrationId, false);
    await expect(appealRegistration(rep, 'portal', registrationId, 'Again')).rejects.toMatchObject({
      type: 'conflict',
    });
  });

  it('DR-1, DR-14: shows the decider our own deal beside it, and tells the partner nothing of it', async () => {
    const scene = await registrationScene(server, { partners: 1 });
    await importText(
      scene.at(scene.ops, day('2026-07-01')),
      `${dealHeader}\nD1,Acme plants,${acme.legalName},Qualified,90000,2026-06-01,,,\n`,
    );
    const { number, sent } = await register(scene, 0, acme);
    expect(sent.notes).toEqual([]);
    await server.runJobs();
    const seen = await readForDesk(scene.at(scene.ops, day(first)), number);
    const deal = seen.checks.find(({ check }) => check === 'directDeal');
    expect(deal).toMatchObject({
      outcome: expect.stringMatching(/ask|stop/),
      beside: [{ kind: 'opportunity' }],
    });
    const own = JSON.stringify(
      await readOwn(scene.at(scene.partners[0]?.rep as never, day(first)), number, 'en'),
    );
    expect(own).not.toContain('Acme plants');
  });

  it('DR-13, DR-15: a second partner for one account waits in a case; the customer may choose', async () => {
    const scene = await registrationScene(server);
    const a = await register(scene, 0, acme);
    const b = await register(scene, 1, { ...acme, legalName: 'ACME Manufacturing B.V.' }, '2026-07-16');
    expect(b.sent.state).toBe('conflict');
    const rep = scene.partners[1]?.rep as never;
    expect(await readOwn(scene.at(rep, day('2026-07-16')), b.number, 'en')).toMatchObject({
      state: 'submitted',
    });
    const ops = scene.at(scene.ops, day('2026-07-16', 15));
    await acceptRegistration(ops, a.registrationId, { changed: null, opportunityId: null });
    const { conflict } = await readForDesk(ops, b.number);
    expect(conflict).toMatchObject({ state: 'open', recommended: a.registrationId });
    await ruleConflict(scene.at(scene.head, day('2026-07-17')), conflict?.number ?? 0, {
      ground: 'customer_choice',
      winner: b.registrationId,
      words: 'The customer wrote that it wants Partner 2.',
      evidence: ['https://mail.example/letter'],
    });
    expect((await readForDesk(ops, b.number)).state).toBe('accepted');
    expect((await readForDesk(ops, a.number)).state).toBe('void');
  });

  it('DR-8, DR-10, DR-11: warns, is extended once for work, and ends', async () => {
    const scene = await registrationScene(server, { partners: 1 });
    const { registrationId, number } = await register(scene, 0, acme);
    await acceptRegistration(scene.at(scene.ops, day('2026-07-16')), registrationId, {
      changed: null,
      opportunityId: null,
    });
    const rep = scene.partners[0]?.rep as never;
    await expect(
      askExtension(scene.at(rep, day('2026-09-20')), 'portal', registrationId, 'We met them'),
    ).rejects.toMatchObject({ type: 'conflict' });
    await workClocks(scene.at(scene.ops, day('2026-08-05')));
    await workClocks(scene.at(scene.ops, day('2026-08-05', 13)));
    const told = (await readNotices(scene.at(rep, day('2026-08-05')), { limit: 20 })).items;
    expect(told.filter(({ sentence }) => sentence.includes('Nothing has happened'))).toHaveLength(1);
    await updateRegistration(scene.at(rep, day('2026-08-06')), 'portal', registrationId, 'Discovery held');
    await workClocks(scene.at(scene.ops, day('2026-10-01')));
    expect((await readOwn(scene.at(rep, day('2026-10-01')), number, 'en')).daysLeft).toBe(43);
    await decideExtension(scene.at(scene.ops, day('2026-10-01')), registrationId, false).catch(
      () => undefined,
    );
    await workClocks(scene.at(scene.ops, day('2026-11-13')));
    expect(await readOwn(scene.at(rep, day('2026-11-13')), number, 'en')).toMatchObject({ state: 'expired' });
  });

  it('DR-5: is never accepted by silence; the leader hears of it, then the CRO', async () => {
    const scene = await registrationScene(server, { partners: 1 });
    const { number } = await register(scene, 0, acme);
    for (const on of ['2026-07-20', '2026-07-22', '2026-07-30'])
      await workClocks(scene.at(scene.ops, day(on)));
    for (const who of [scene.head, scene.cro]) {
      const { items } = await readNotices(who.context, { limit: 20 });
      expect(items.filter(({ kind }) => kind === 'registration_late')).toHaveLength(1);
    }
    expect((await readForDesk(scene.at(scene.ops, day('2026-07-30')), number)).state).toBe('submitted');
    const { items, ages } = await listRegistrations(scene.at(scene.ops, day('2026-07-30')), {
      group: 'waiting',
      partnerId: null,
      cursor: null,
      limit: 10,
    });
    expect(items).toMatchObject([{ number, isLate: true }]);
    expect(ages.reduce((sum, { count }) => sum + count, 0)).toBe(1);
  });

  it('goes into the deal that the CRM has by now, with its credit', async () => {
    const scene = await registrationScene(server, { partners: 1 });
    const { registrationId, number } = await register(scene, 0, acme);
    const ops = scene.at(scene.ops, day('2026-07-16'));
    await acceptRegistration(ops, registrationId, { changed: null, opportunityId: null });
    const own = (await readForDesk(ops, number)).deal?.opportunityId;
    await importText(
      scene.at(scene.ops, day('2026-07-20')),
      `${dealHeader}\nD9,Acme from the CRM,${acme.legalName},Qualified,40000,2026-07-18,,,\n`,
    );
    const told = await explain(scene.at(scene.ops, day('2026-07-20')), 'D9');
    await linkDeal(scene.at(scene.ops, day('2026-07-21')), registrationId, told.opportunity.id);
    const after = await explain(scene.at(scene.ops, day('2026-07-22')), 'D9');
    expect(after).toMatchObject({ credit: 'sourced', partner: { name: 'Partner 1' } });
    expect(after.opportunity.id).not.toBe(own);
    await workClocks(scene.at(scene.ops, day('2026-07-22')));
    expect((await readForDesk(ops, number)).state).toBe('converted');
  });

  it('shows a partner its own and nobody else’s', async () => {
    const scene = await registrationScene(server);
    const { number, registrationId } = await register(scene, 0, acme);
    const other = scene.at(scene.partners[1]?.rep as never, day(first));
    await expect(readOwn(other, number, 'en')).rejects.toMatchObject({ type: 'not-found' });
    await expect(saveOwn(other, registrationId, {})).rejects.toMatchObject({ type: 'not-found' });
    expect(await listOwn(other, 'en')).toEqual([]);
  });
});

function memberOf(person: { context: { actor: { kind: string } } }): string {
  return (person.context.actor as unknown as { membershipId: string }).membershipId;
}
