import { describe, expect, it } from 'vitest';
import { readTransaction } from '#server/database/transaction.ts';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import type { RegistrationScene } from '#test/harness/registration-scene.ts';
import { onDay, registerOn, repOn, setAsideScene } from '#test/harness/set-aside-scene.ts';
import { acceptRegistration } from './decide.ts';
import { decideAppeal } from './manage.ts';
import { appealRegistration } from './partner-moves.ts';
import { listRegistrations, readForDesk } from './show-desk.ts';
import { readOwn } from './show-own.ts';

const server = await testApp(await testDatabase());
const words = 'The letter was written by somebody who left in May.';

const rows = <Row extends object>(scene: RegistrationScene, sql: string, values: readonly string[]) => {
  const org = scene.organization.context.organization.orgId;
  return readTransaction(server.services.ports.pool, { org }, (tx) => tx.query<Row>(sql, [org, ...values]));
};
const windows = (scene: RegistrationScene, id: string) =>
  rows<{ from: string; until: string }>(
    scene,
    `select lower(during)::text as from, upper(during)::text as until from tandem.registration_protection
     where org_id = $1 and registration_id = $2`,
    [id],
  );
const noticesOf = async (scene: RegistrationScene, kind: string) =>
  (
    await rows<{ sentence: string; role: string }>(
      scene,
      `select n.sentence, m.roles[1] as role from tandem.notice n
       join tandem.membership m on m.org_id = n.org_id and m.membership_id = n.membership_id
       where n.org_id = $1 and n.kind = $2 order by n.notice_id`,
      [kind],
    )
  ).map(({ role, sentence }) => `${role}: ${sentence.replace(/^Registration \d+, [^:]+: /, '')}`);
const acts = async (scene: RegistrationScene, entity: string) =>
  (
    await rows<{ action: string }>(
      scene,
      'select action from tandem.audit_log where org_id = $1 and entity_id = $2 order by seq',
      [entity],
    )
  ).map(({ action }) => action);

describe('DR-15: a registration that a ruling set aside', () => {
  it('is appealed by its partner, and stands again with the days that were left', async () => {
    const { scene, cro, first, second } = await setAsideScene(server, 'reinstated.nl');
    const told = await readOwn(repOn(scene, 0, '2026-07-18'), first.number, 'de');
    expect(told).toMatchObject({
      state: 'void',
      next: ['Sie können einmal Einspruch erheben.'],
      moves: ['appeal'],
      rejection: {
        reason: 'Der Kunde hat seinen Partner schriftlich gewählt.',
        words: 'The customer wrote whom it wants.',
      },
    });
    expect(await readForDesk(cro, first.number)).toMatchObject({ mayAppeal: true, appeal: null });
    expect(await windows(scene, first.registrationId)).toEqual([{ from: '2026-07-15', until: '2026-07-17' }]);

    await appealRegistration(
      repOn(scene, 0, '2026-07-20'),
      'portal',
      first.registrationId,
      'The writer left in May.',
    );
    const waits = await readForDesk(cro, first.number);
    expect(waits).toMatchObject({
      state: 'appealed',
      appeal: { daysBack: 118, dueAt: onDay('2026-07-22') },
      conflict: { state: 'appealed', ruledByYou: true },
    });
    // Until it is decided the ruling stands.
    expect(await windows(scene, second.registrationId)).toEqual([
      { from: '2026-07-17', until: '2026-11-14' },
    ]);

    const decide = (who: typeof cro, said = words) => decideAppeal(who, first.registrationId, true, said);
    await expect(decide({ ...cro, now: onDay('2026-07-21') })).rejects.toMatchObject({
      message: 'You ruled on this case. Somebody else decides its appeal.',
    });
    const person = await scene.organization.person(['ceo']);
    const ceo = scene.at(person, onDay('2026-07-21'));
    await expect(decide(ceo, ' ')).rejects.toMatchObject({ type: 'invalid-input' });
    await decide(ceo);

    expect(await windows(scene, first.registrationId)).toEqual([{ from: '2026-07-21', until: '2026-11-16' }]);
    expect(await windows(scene, second.registrationId)).toEqual([
      { from: '2026-07-17', until: '2026-07-21' },
    ]);
    const desk = await readForDesk(ceo, first.number);
    expect(desk).toMatchObject({
      state: 'accepted',
      mayAppeal: false,
      deal: { isOwn: true },
      protection: { isProtected: true, daysLeft: 118, isStalled: false },
      conflict: { state: 'closed', final: { winnerId: first.registrationId, words } },
    });
    expect(desk.timeline.map(({ type }) => type)).toEqual([
      ...['submit', 'accept', 'link', 'void', 'appeal', 'reinstate'],
    ]);
    expect(desk.timeline[3]?.said).toContain('The customer chose its partner in writing');

    const own = await readOwn(repOn(scene, 0, '2026-07-22'), first.number, 'en');
    expect(own).toMatchObject({ state: 'accepted', rejection: null, protectedUntil: '2026-11-15' });
    expect(own.timeline.at(-1)?.words).toBe(
      'Your appeal was granted: the registration stands again, with the days that were left.',
    );
    // Who had it by the ruling reads its own answer, which is the last one.
    const other = await readOwn(repOn(scene, 1, '2026-07-22'), second.number, 'de');
    expect(other).toMatchObject({ state: 'void', next: ['Das ist endgültig.'], moves: [] });
    expect(other.rejection?.reason).toContain('er hatte keinen Bestand');
    expect(JSON.stringify(other)).not.toContain('Partner 1');
    await expect(
      appealRegistration(repOn(scene, 1, '2026-07-22'), 'portal', second.registrationId, 'But the letter!'),
    ).rejects.toMatchObject({ type: 'conflict' });

    expect(await acts(scene, first.registrationId)).toEqual(
      expect.arrayContaining(['registration.void', 'registration.appeal', 'registration.reinstate']),
    );
    expect(await noticesOf(scene, 'own_registration')).toEqual(
      expect.arrayContaining([
        'partner_rep: Your appeal is granted: it stands again, with the days that were left.',
        'partner_rep: It is set aside by a ruling. The reason stands with it.',
      ]),
    );
  });

  it('tells whoever decides the appeal: the CROs who did not rule', async () => {
    const { scene, first } = await setAsideScene(server, 'told-judges.nl');
    const other = await scene.organization.person(['cro']);
    const { registrationId } = first;
    await appealRegistration(repOn(scene, 0, '2026-07-20'), 'portal', registrationId, 'We were first.');
    expect(await noticesOf(scene, 'registration_appeal')).toEqual([
      'cro: Partner 1 appeals. The appeal waits for your decision.',
    ]);
    await decideAppeal(scene.at(other, onDay('2026-07-21')), registrationId, false, words);
    const own = await readOwn(repOn(scene, 0, '2026-07-22'), first.number, 'en');
    expect(own).toMatchObject({ state: 'void', next: ['This is final.'], moves: [] });
    expect(own.timeline.at(-1)?.words).toBe('Your appeal was not granted. This is final.');
    expect(own.timeline.at(-1)?.said).toBe(words);
  });

  it('DR-12: waits since it was appealed, not since it was sent', async () => {
    const { scene, cro, first } = await setAsideScene(server, 'waits-anew.nl', 'direct');
    await appealRegistration(repOn(scene, 0, '2026-10-01'), 'portal', first.registrationId, 'It was ours.');
    const list = { group: 'waiting', partnerId: null, cursor: null, limit: 10 } as const;
    const { ages } = await listRegistrations({ ...cro, now: onDay('2026-10-02') }, list);
    expect(ages.map(({ count }) => count)).toEqual([1, 0, 0, 0, 0]);
  });

  it('is decided with the others of its case: one gets the account, the others’ appeals end with it', async () => {
    const { scene, first, second } = await setAsideScene(server, 'both-appeal.nl', 'direct');
    for (const [nth, one] of [first, second].entries()) {
      await appealRegistration(repOn(scene, nth, '2026-07-20'), 'portal', one.registrationId, 'It is ours.');
    }
    const ceo = scene.at(await scene.organization.person(['ceo']), onDay('2026-07-21'));
    await decideAppeal(ceo, second.registrationId, false, 'It came later.');
    // The other appeal waits still, so the case is not closed.
    expect((await readForDesk(ceo, first.number)).conflict).toMatchObject({ state: 'appealed', final: null });
    await decideAppeal(ceo, first.registrationId, true, words);
    expect((await readForDesk(ceo, first.number)).state).toBe('accepted');
    expect((await readForDesk(ceo, second.number)).state).toBe('rejected');

    const again = await setAsideScene(server, 'one-of-two.nl', 'direct');
    for (const [nth, one] of [again.first, again.second].entries()) {
      const rep = repOn(again.scene, nth, '2026-07-20');
      await appealRegistration(rep, 'portal', one.registrationId, 'It is ours.');
    }
    const judge = again.scene.at(await again.scene.organization.person(['ceo']), onDay('2026-07-21'));
    await decideAppeal(judge, again.second.registrationId, true, words);
    expect((await readForDesk(judge, again.second.number)).state).toBe('accepted');
    expect(await readForDesk(judge, again.first.number)).toMatchObject({ state: 'void', mayAppeal: false });
  });

  it('DR-8: does not get back what somebody outside the case owns by now; the refusal names who', async () => {
    const { scene, first } = await setAsideScene(server, 'taken-since.nl', 'direct');
    const third = await registerOn(scene, 2, '2026-07-18', 'taken-since.nl');
    const ops = scene.at(scene.ops, onDay('2026-07-18'));
    await acceptRegistration(ops, third.registrationId, { changed: null, opportunityId: null });
    const { registrationId } = first;
    await appealRegistration(repOn(scene, 0, '2026-07-20'), 'portal', registrationId, 'It was ours.');
    const ceo = scene.at(await scene.organization.person(['ceo']), onDay('2026-07-21'));
    await expect(decideAppeal(ceo, registrationId, true, words)).rejects.toMatchObject({
      type: 'conflict',
      message: `Registration ${third.number} protects this account by now, and an account has one owner. Take that one back with its partner first, or do not grant the appeal.`,
    });
    expect(await readForDesk(ceo, first.number)).toMatchObject({
      state: 'appealed',
      conflict: { state: 'appealed', final: null },
    });
    await decideAppeal(ceo, registrationId, false, words);
    expect((await readForDesk(ceo, first.number)).state).toBe('void');
  });
});
