import { describe, expect, it } from 'vitest';
import { readTransaction } from '#server/database/transaction.ts';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { type RegistrationScene, registrationScene, typedDeal } from '#test/harness/registration-scene.ts';
import { beginOwn } from './drafts.ts';
import { decideAppeal } from './manage.ts';
import { appealRegistration } from './partner-moves.ts';
import { ruleConflict } from './rule-conflict.ts';
import { readForDesk } from './show-desk.ts';
import { readOwn } from './show-own.ts';
import { submitOwn } from './submit.ts';

const server = await testApp(await testDatabase());
const day = (on: string) => Date.parse(`${on}T10:00:00Z`);
const words = 'The second one met the buyer; the first only knew the name.';

/** Two partners want one account; the CRO gives it to the first. */
async function ruled(domain: string) {
  const scene = await registrationScene(server, { partners: 2 });
  const sent = [];
  for (const [nth, on] of ['2026-07-15', '2026-07-16'].entries()) {
    const rep = repOf(scene, nth, on);
    const begun = await beginOwn(rep, typedDeal({ legalName: `Wanted ${domain}`, domain }));
    sent.push(await submitOwn(rep, begun.registrationId, 'en'));
  }
  const [first, second] = sent as [(typeof sent)[0], (typeof sent)[0]];
  const cro = scene.at(scene.cro, day('2026-07-17'));
  const { conflict } = await readForDesk(cro, second.number);
  await ruleConflict(cro, conflict?.number ?? 0, {
    ...{ ground: 'earliest', winner: first.registrationId },
    ...{ words: 'It was first.', evidence: [] },
  });
  return { scene, cro, first, second };
}

function repOf(scene: RegistrationScene, nth: number, on: string) {
  const rep = scene.partners[nth]?.rep;
  if (!rep) throw new Error('no such partner');
  return scene.at(rep, day(on));
}

const owners = async (scene: RegistrationScene, domain: string, on: string) => {
  const org = scene.organization.context.organization.orgId;
  const rows = await readTransaction(server.services.ports.pool, { org }, (tx) =>
    tx.query<{ registration_id: string }>(
      `select registration_id from tandem.registration_protection
       where org_id = $1 and account_key = $2 and during @> $3::date`,
      [org, `domain:${domain}`, on],
    ),
  );
  return rows.map(({ registration_id }) => registration_id);
};

describe('DR-15: the appeal against a ruling', () => {
  it('is decided by somebody who did not rule, in writing, and moves the account', async () => {
    const { scene, cro, first, second } = await ruled('appeal-granted.nl');
    const loser = repOf(scene, 1, '2026-07-18');
    await appealRegistration(loser, 'portal', second.registrationId, 'We met the buyer.');
    expect((await readForDesk(cro, first.number)).conflict).toMatchObject({ state: 'appealed', final: null });
    expect(await owners(scene, 'appeal-granted.nl', '2026-07-18')).toEqual([first.registrationId]);

    const decide = (who: typeof cro, said = words) => decideAppeal(who, second.registrationId, true, said);
    await expect(decide({ ...cro, now: day('2026-07-19') })).rejects.toMatchObject({
      message: 'You ruled on this case. Somebody else decides its appeal.',
    });
    const person = await scene.organization.person(['ceo']);
    const ceo = scene.at(person, day('2026-07-19'));
    await expect(decide(ceo, ' ')).rejects.toMatchObject({ type: 'invalid-input' });
    await decide(ceo);
    expect((await readForDesk(ceo, first.number)).state).toBe('void');
    const after = await readForDesk(ceo, second.number);
    expect(after).toMatchObject({
      state: 'accepted',
      conflict: {
        ...{ state: 'closed', winnerId: first.registrationId, words: 'It was first.' },
        final: { winnerId: second.registrationId, words },
      },
    });
    expect(await owners(scene, 'appeal-granted.nl', '2026-07-20')).toEqual([second.registrationId]);
    await expect(decide(ceo)).rejects.toMatchObject({ type: 'conflict' });
    const own = JSON.stringify(await readOwn(loser, second.number, 'de'));
    expect(own).not.toContain('Partner 1');
    expect(own).not.toContain('met the buyer; the first');
  });

  it('may be refused, once and for good: the ruling stands, and is appealed no more', async () => {
    const { scene, first, second } = await ruled('appeal-upheld.nl');
    const loser = repOf(scene, 1, '2026-07-18');
    await appealRegistration(loser, 'portal', second.registrationId, 'We met the buyer.');
    const other = await scene.organization.person(['cro']);
    const person = await scene.organization.person(['ceo']);
    await expect(
      decideAppeal(scene.at(person, day('2026-07-19')), second.registrationId, false, words),
    ).rejects.toMatchObject({ message: expect.stringContaining('the CEO only where no CRO can') });
    await decideAppeal(scene.at(other, day('2026-07-19')), second.registrationId, false, words);
    const desk = await readForDesk(scene.at(other, day('2026-07-19')), second.number);
    expect(desk).toMatchObject({
      state: 'rejected',
      conflict: { final: { winnerId: first.registrationId } },
    });
    await expect(
      appealRegistration(loser, 'portal', second.registrationId, 'Once more.'),
    ).rejects.toMatchObject({ type: 'conflict' });
    expect(await owners(scene, 'appeal-upheld.nl', '2026-07-20')).toEqual([first.registrationId]);
  });

  it('is decided once, whoever decides at the same moment', async () => {
    const { scene, second, first } = await ruled('appeal-raced.nl');
    await appealRegistration(repOf(scene, 1, '2026-07-18'), 'portal', second.registrationId, 'We met them.');
    const people = await Promise.all([1, 2, 3].map(() => scene.organization.person(['cro'])));
    const answers = await Promise.allSettled(
      people.map((who, nth) =>
        decideAppeal(scene.at(who, day('2026-07-19')), second.registrationId, nth % 2 === 0, words),
      ),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const desk = await readForDesk(scene.at(scene.cro, day('2026-07-20')), second.number);
    const holder = desk.state === 'accepted' ? second : first;
    expect(desk.conflict?.final?.winnerId).toBe(holder.registrationId);
    expect(await owners(scene, 'appeal-raced.nl', '2026-07-20')).toEqual([holder.registrationId]);
  });
});
