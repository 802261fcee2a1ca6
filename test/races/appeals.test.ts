import { describe, expect, it } from 'vitest';
import { readTransaction } from '#server/database/transaction.ts';
import { acceptRegistration } from '#server/registration/decide.ts';
import { decideAppeal } from '#server/registration/manage.ts';
import { appealRegistration } from '#server/registration/partner-moves.ts';
import { readForDesk } from '#server/registration/show-desk.ts';
import { testApp } from '#test/harness/app.ts';
import { freshDatabase } from '#test/harness/database.ts';
import { onDay, registerOn, repOn, setAsideScene } from '#test/harness/set-aside-scene.ts';

const server = await testApp(await freshDatabase());
const words = 'The letter was written by somebody who left in May.';
const asSent = { changed: null, opportunityId: null };

/** A registration that a ruling set aside waits for its appeal, and one that came meanwhile for its acceptance. */
async function twoForOneAccount(domain: string) {
  const { scene, first } = await setAsideScene(server, domain, 'direct');
  const third = await registerOn(scene, 2, '2026-07-18', domain);
  await appealRegistration(repOn(scene, 0, '2026-07-20'), 'portal', first.registrationId, 'It was ours.');
  const ceo = scene.at(await scene.organization.person(['ceo']), onDay('2026-07-21'));
  const ops = scene.at(scene.ops, onDay('2026-07-21'));
  const reinstate = () => decideAppeal(ceo, first.registrationId, true, words);
  const accept = () => acceptRegistration(ops, third.registrationId, asSent);
  const org = scene.organization.context.organization.orgId;
  const owners = async () =>
    (
      await readTransaction(server.services.ports.pool, { org }, (tx) =>
        tx.query<{ id: string }>(
          `select registration_id as id from tandem.registration_protection
           where org_id = $1 and account_key = $2 and during @> date '2026-08-01'`,
          [org, `domain:${domain}`],
        ),
      )
    ).map(({ id }) => id);
  return { first, third, reinstate, accept, owners, desk: (nth: number) => readForDesk(ceo, nth) };
}
type Two = Awaited<ReturnType<typeof twoForOneAccount>>;

/** One of both owns the account; who lost is told so and waits where people see it. */
async function expectOneOwner(two: Two, answers: PromiseSettledResult<unknown>[]): Promise<void> {
  const { first, third } = two;
  const [granted, accepted] = answers;
  const one = await two.desk(first.number);
  const other = await two.desk(third.number);
  if (granted?.status === 'fulfilled') {
    expect(await two.owners()).toEqual([first.registrationId]);
    expect([one.state, other.state]).toEqual(['accepted', 'conflict']);
    expect(accepted).toMatchObject({ status: 'fulfilled', value: { state: 'conflict', conflict: true } });
    expect(other.conflict?.parties.map(({ number }) => number).toSorted()).toEqual([
      first.number,
      third.number,
    ]);
    return;
  }
  expect(await two.owners()).toEqual([third.registrationId]);
  expect([one.state, other.state]).toEqual(['appealed', 'accepted']);
  expect(granted?.reason).toMatchObject({
    type: 'conflict',
    message: expect.stringContaining(`Registration ${third.number} protects this account by now`),
  });
}

describe('DR-15: two who lost one case', () => {
  it.each([1, 2, 3, 4])(
    'appeal while the other’s appeal is decided, round %i: each gets a clear answer',
    async (round) => {
      const { scene, first, second } = await setAsideScene(server, `join-or-late-${round}.nl`, 'direct');
      await appealRegistration(repOn(scene, 0, '2026-07-20'), 'portal', first.registrationId, 'It was ours.');
      const ceo = scene.at(await scene.organization.person(['ceo']), onDay('2026-07-21'));
      const rep = repOn(scene, 1, '2026-07-21');
      const calls = [
        () => decideAppeal(ceo, first.registrationId, true, words),
        () => appealRegistration(rep, 'portal', second.registrationId, 'No, ours.'),
      ];
      const begun = (round % 2 === 0 ? calls : calls.toReversed()).map((call) => call());
      const settled = await Promise.allSettled(begun);
      const [decided, appealed] = round % 2 === 0 ? settled : settled.toReversed();
      expect(decided?.status).toBe('fulfilled');
      if (appealed?.status === 'rejected') {
        expect(appealed.reason).toMatchObject({ message: 'The ruling on this account is final.' });
      }
      expect((await readForDesk(ceo, first.number)).state).toBe('accepted');
      expect(await readForDesk(ceo, second.number)).toMatchObject({ state: 'rejected', mayAppeal: false });
    },
  );
});

describe('DR-8, DR-15: an appeal that is granted and an acceptance, of one account', () => {
  it.each([1, 2, 3, 4, 5, 6])(
    'at the same instant, round %i: one owns it, the other is told',
    async (round) => {
      const two = await twoForOneAccount(`both-at-once-${round}.nl`);
      const calls = round % 2 === 0 ? [two.reinstate, two.accept] : [two.accept, two.reinstate];
      const begun = calls.map((call) => call());
      const settled = await Promise.allSettled(begun);
      await expectOneOwner(two, round % 2 === 0 ? settled : settled.toReversed());
    },
  );

  it('one after the other, whichever comes first', async () => {
    const granted = await twoForOneAccount('granted-first.nl');
    const yes = await Promise.allSettled([granted.reinstate()]);
    await expectOneOwner(granted, [...yes, ...(await Promise.allSettled([granted.accept()]))]);
    const accepted = await twoForOneAccount('accepted-first.nl');
    const taken = await Promise.allSettled([accepted.accept()]);
    await expectOneOwner(accepted, [...(await Promise.allSettled([accepted.reinstate()])), ...taken]);
  });
});
