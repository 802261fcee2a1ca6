import { describe, expect, it } from 'vitest';
import { endTeamAccess, handOverRegistrations } from '#server/portal/team/change-colleague.ts';
import { inviteColleague } from '#server/portal/team/invite-colleague.ts';
import { readTeam } from '#server/portal/team/read-team.ts';
import { beginOwn } from '#server/registration/drafts.ts';
import { type TestPerson, testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { registrationScene } from '#test/harness/registration-scene.ts';

const server = await testApp(await testDatabase());
const { identity } = server.services;
const memberOf = ({ context: { actor } }: TestPerson) =>
  actor.kind === 'member' ? actor.membershipId : ('' as never);
const kinds = (outcomes: readonly PromiseSettledResult<unknown>[]) =>
  outcomes.map(({ status }) => status).sort();

async function team() {
  const scene = await registrationScene(server, { partners: 1 });
  const [first] = scene.partners;
  if (!first) throw new Error('the scene has a partner');
  const { partnerId, rep } = first;
  const person = (role: 'partner_admin' | 'partner_rep') => scene.organization.person([role], { partnerId });
  return {
    rep,
    ada: await person('partner_admin'),
    bob: await person('partner_admin'),
    heir: await person('partner_rep'),
  };
}

describe('two at once in the team of a partner', () => {
  it('end each other: one of them stays', async () => {
    const { ada, bob } = await team();
    const outcomes = await Promise.allSettled([
      endTeamAccess(ada.context, memberOf(bob), null),
      endTeamAccess(bob.context, memberOf(ada), null),
    ]);
    expect(kinds(outcomes)).toEqual(['fulfilled', 'rejected']);
    expect(outcomes).toContainEqual({
      status: 'rejected',
      reason: expect.objectContaining({ type: 'conflict' }),
    });
    const [won] = outcomes[0]?.status === 'fulfilled' ? [ada] : [bob];
    const { members } = await readTeam((won as TestPerson).context, identity);
    expect(members.filter(({ isOpen, role }) => isOpen && role === 'partner_admin')).toHaveLength(1);
  });

  it('both leave: the last one cannot', async () => {
    const { ada, bob } = await team();
    const leave = (who: TestPerson) => endTeamAccess(who.context, memberOf(who), null);
    expect(kinds(await Promise.allSettled([leave(ada), leave(bob)]))).toEqual(['fulfilled', 'rejected']);
  });

  it('hand the same over to two: each goes to exactly one', async () => {
    const { rep, ada, bob, heir } = await team();
    for (const legalName of ['One', 'Two', 'Three']) await beginOwn(rep.context, { legalName });
    const done = await Promise.all([
      handOverRegistrations(ada.context, memberOf(rep), memberOf(heir)),
      handOverRegistrations(bob.context, memberOf(rep), memberOf(ada)),
    ]);
    expect(done.map(({ registrations }) => registrations).sort()).toEqual([0, 3]);
    const { members } = await readTeam(ada.context, identity);
    expect(members.map(({ registrations }) => registrations).sort()).toEqual([0, 0, 0, 3]);
  });

  it('begin and end: nothing is left with somebody who is gone', async () => {
    const { rep, ada, heir } = await team();
    await beginOwn(rep.context, { legalName: 'Before' });
    const begin = (index: number) => beginOwn(rep.context, { legalName: `At once ${index}` });
    const [ended] = await Promise.allSettled([
      endTeamAccess(ada.context, memberOf(rep), memberOf(heir)),
      ...Array.from({ length: 6 }, (_, index) => begin(index)),
    ]);
    expect(ended?.status).toBe('fulfilled');
    const { members } = await readTeam(ada.context, identity);
    const of = (who: TestPerson) =>
      members.find(({ colleagueId }) => colleagueId === memberOf(who))?.registrations;
    expect(of(rep)).toBe(0);
    expect(of(heir)).toBeGreaterThan(0);
    await expect(beginOwn(rep.context, { legalName: 'Too late' })).rejects.toMatchObject({
      type: 'conflict',
    });
  });

  it('begin for the first time: the person is known once', async () => {
    const { heir } = await team();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 5 }, (_, index) => beginOwn(heir.context, { legalName: `First ${index}` })),
    );
    expect(new Set(kinds(outcomes))).toEqual(new Set(['fulfilled']));
    const { members } = await readTeam(heir.context, identity);
    expect(members.find(({ isMe }) => isMe)?.registrations).toBe(5);
  });

  it('invite one address: there is one invitation', async () => {
    const { ada, bob } = await team();
    const invite = (who: TestPerson) =>
      inviteColleague(who.context, identity, { email: 'raced@example.org', role: 'partner_rep' });
    const outcomes = await Promise.allSettled([invite(ada), invite(bob), invite(ada)]);
    expect(kinds(outcomes)).toEqual(['fulfilled', 'rejected', 'rejected']);
  });
});
