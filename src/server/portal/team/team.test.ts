import { describe, expect, it } from 'vitest';
import { changeMember } from '#server/access/change-member.ts';
import { listTrail } from '#server/audit/list-trail.ts';
import { readNotices } from '#server/notice/read-notices.ts';
import { readPortal } from '#server/portal/portal-frame.ts';
import { acceptRegistration } from '#server/registration/decide.ts';
import { beginOwn } from '#server/registration/drafts.ts';
import { readForDesk } from '#server/registration/show-desk.ts';
import { listOwn, readOwn } from '#server/registration/show-own.ts';
import { submitOwn } from '#server/registration/submit.ts';
import { type TestPerson, testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { registrationScene, typedDeal } from '#test/harness/registration-scene.ts';
import {
  changeTeamRole,
  endTeamAccess,
  handOverRegistrations,
  reopenTeamAccess,
} from './change-colleague.ts';
import { inviteColleague, renewTeamInvitation, withdrawTeamInvitation } from './invite-colleague.ts';
import { readTeam } from './read-team.ts';

const server = await testApp(await testDatabase());
const { identity } = server.services;
const memberOf = ({ context: { actor } }: TestPerson) =>
  actor.kind === 'member' ? actor.membershipId : ('' as never);
const acme = { legalName: 'Acme Manufacturing BV', domain: 'acme-manufacturing.nl' };

/** Two partners; the first has an admin and two reps. */
async function team() {
  const scene = await registrationScene(server);
  const [first, second] = scene.partners;
  if (!first || !second) throw new Error('the scene has two partners');
  const { partnerId } = first;
  const admin = await scene.organization.person(['partner_admin'], { partnerId });
  const heir = await scene.organization.person(['partner_rep'], { partnerId });
  return {
    scene,
    admin,
    rep: first.rep,
    heir,
    stranger: second.rep,
    partnerId,
    page: scene.organization.slug,
  };
}

/** A protected deal and a draft of the rep. */
async function deals({ scene, rep }: Awaited<ReturnType<typeof team>>) {
  const begun = await beginOwn(rep.context, typedDeal(acme));
  await submitOwn(rep.context, begun.registrationId, 'en');
  await acceptRegistration(scene.ops.context, begun.registrationId, { changed: null, opportunityId: null });
  const draft = await beginOwn(rep.context, { legalName: 'Later BV' });
  return { protectedDeal: begun, draft };
}

describe('the team of a partner', () => {
  it('shows everybody who is there, and its admin addresses, visits and invitations', async () => {
    const { admin, rep, heir } = await team();
    await readPortal(rep.context);
    const { invitationId } = await inviteColleague(admin.context, identity, {
      email: 'New@example.org ',
      role: 'partner_rep',
    });
    const seen = await readTeam(admin.context, identity);
    expect(seen.members).toHaveLength(3);
    expect(seen.members.find(({ colleagueId }) => colleagueId === memberOf(rep))).toMatchObject({
      email: rep.email,
      role: 'partner_rep',
      isOpen: true,
      lastSeenAt: rep.context.now,
    });
    expect(seen.members.find(({ colleagueId }) => colleagueId === memberOf(heir))?.lastSeenAt).toBeNull();
    expect(seen.members.filter(({ isMe }) => isMe).map(({ role }) => role)).toEqual(['partner_admin']);
    expect(seen.invitations).toMatchObject([{ invitationId, email: 'new@example.org', isOver: false }]);

    const forRep = await readTeam(rep.context, identity);
    expect(forRep.members).toHaveLength(3);
    expect(forRep.invitations).toEqual([]);
    expect(forRep.members.map(({ email, lastSeenAt }) => [email, lastSeenAt])).toEqual(
      forRep.members.map(() => [null, null]),
    );
  });

  it('invites an address once, sends the letter again with a new link, and takes it back', async () => {
    const { admin, rep, page } = await team();
    const email = `invited-to-${page}@example.org`;
    const invited = { email, role: 'partner_rep' } as const;
    const { invitationId, expiresAt } = await inviteColleague(admin.context, identity, invited);
    await server.runJobs();
    const [letter] = await server.letters(email);
    const tokenIn = (mail: unknown) => /token=([\w%-]+)/.exec(JSON.stringify(mail))?.[1] ?? '';
    await expect(inviteColleague(admin.context, identity, invited)).rejects.toMatchObject({
      errors: [{ path: 'body.email', found: 'an open invitation' }],
    });
    await expect(
      inviteColleague(admin.context, identity, { ...invited, email: rep.email }),
    ).rejects.toMatchObject({ errors: [{ found: 'a colleague' }] });

    const tomorrow = { ...admin.context, now: admin.context.now + 86_400_000 };
    expect(await renewTeamInvitation(tomorrow, invitationId)).toEqual({ expiresAt: expiresAt + 86_400_000 });
    const read = (token: string) =>
      server.call('POST', `/o/${page}/invitation/read`, { body: { token: decodeURIComponent(token) } });
    expect((await read(tokenIn(letter))).status).toBe(404);
    await server.runJobs();
    const letters = await server.letters(email);
    const again = letters.find((one) => tokenIn(one) !== tokenIn(letter));
    expect(letters).toHaveLength(2);
    expect(await read(tokenIn(again))).toMatchObject({ status: 200, body: { email } });

    await withdrawTeamInvitation(admin.context, invitationId);
    expect((await read(tokenIn(again))).status).toBe(404);
    await expect(renewTeamInvitation(admin.context, invitationId)).rejects.toMatchObject({
      type: 'not-found',
    });
    expect((await readTeam(admin.context, identity)).invitations).toEqual([]);
  });

  it('lets nobody go without a successor for what is not over, and hands it over with its protection', async () => {
    const given = await team();
    const { scene, admin, rep, heir } = given;
    const { protectedDeal, draft } = await deals(given);
    await expect(endTeamAccess(admin.context, memberOf(rep), null)).rejects.toMatchObject({
      errors: [{ path: 'body.successorId', found: 'nobody' }],
    });
    const before = await readOwn(heir.context, protectedDeal.number, 'en');
    expect(await endTeamAccess(admin.context, memberOf(rep), memberOf(heir))).toEqual({ registrations: 2 });

    const after = await readOwn(heir.context, protectedDeal.number, 'en');
    expect(after).toMatchObject({
      state: 'accepted',
      protectedUntil: before.protectedUntil,
      daysLeft: before.daysLeft,
    });
    expect(after.rep).not.toBe(before.rep);
    expect(after.timeline.at(-1)?.words).toBe('A colleague of yours took it over.');
    expect(await readOwn(heir.context, draft.number, 'en')).toMatchObject({
      state: 'draft',
      typed: { legalName: 'Later BV' },
    });
    expect((await readForDesk(scene.ops.context, protectedDeal.number)).rep).toBe(after.rep);
    const told = await readNotices(heir.context, { limit: 10 });
    expect(told.items.filter(({ sentence }) => sentence.includes('handed it over'))).toHaveLength(2);
    const chief = await scene.organization.person(['administrator']);
    const { items: trail } = await listTrail(chief.context, { limit: 10 });
    expect(trail.slice(1, 4).map(({ action }) => action)).toEqual([
      'member.change',
      'registration.hand_over',
      'registration.hand_over',
    ]);
    expect((await rep.call('GET', `/o/${given.page}/portal`)).status).toBe(404);
    expect((await listOwn(heir.context, 'en')).length).toBe(2);
  });

  it('hands over without an end as well, and what comes later is the rep’s own', async () => {
    const given = await team();
    const { admin, rep, heir } = given;
    await deals(given);
    const count = async (who: TestPerson) =>
      (await readTeam(admin.context, identity)).members.find(
        ({ colleagueId }) => colleagueId === memberOf(who),
      )?.registrations;
    expect([await count(rep), await count(heir)]).toEqual([2, 0]);
    expect(await handOverRegistrations(admin.context, memberOf(rep), memberOf(heir))).toEqual({
      registrations: 2,
    });
    expect([await count(rep), await count(heir)]).toEqual([0, 2]);
    await beginOwn(rep.context, { legalName: 'Mine BV' });
    expect([await count(rep), await count(heir)]).toEqual([1, 2]);
    await expect(handOverRegistrations(admin.context, memberOf(rep), memberOf(rep))).rejects.toMatchObject({
      errors: [{ path: 'body.successorId' }],
    });
  });

  it('keeps an admin: the last one can neither go nor become a rep', async () => {
    const { admin, rep } = await team();
    await expect(endTeamAccess(admin.context, memberOf(admin), null)).rejects.toMatchObject({
      type: 'conflict',
    });
    await expect(changeTeamRole(admin.context, memberOf(admin), 'partner_rep')).rejects.toMatchObject({
      type: 'conflict',
    });
    await changeTeamRole(admin.context, memberOf(rep), 'partner_admin');
    await endTeamAccess(admin.context, memberOf(admin), null);
    expect((await readTeam(rep.context, identity)).members.filter(({ isOpen }) => isOpen)).toHaveLength(2);
  });

  it('opens an access again that it ended itself, and none that the vendor ended', async () => {
    const { scene, admin, rep, heir, page } = await team();
    await endTeamAccess(admin.context, memberOf(rep), null);
    expect((await rep.call('GET', `/o/${page}/portal`)).status).toBe(404);
    await reopenTeamAccess(admin.context, memberOf(rep));
    expect((await rep.call('GET', `/o/${page}/portal`)).status).toBe(200);

    const chief = await scene.organization.person(['administrator']);
    await changeMember(chief.context, memberOf(heir), { suspended: true });
    await expect(reopenTeamAccess(admin.context, memberOf(heir))).rejects.toMatchObject({ type: 'conflict' });
    // The vendor’s word stands also where the partner had ended it first.
    await endTeamAccess(admin.context, memberOf(rep), null);
    await changeMember(chief.context, memberOf(rep), { suspended: true });
    await expect(reopenTeamAccess(admin.context, memberOf(rep))).rejects.toMatchObject({ type: 'conflict' });
  });

  it('is closed to its reps and to everybody of another partner', async () => {
    const { scene, admin, rep, heir, stranger, page } = await team();
    const [{ partnerId }] = [scene.partners[1] ?? (undefined as never)];
    const other = await scene.organization.person(['partner_admin'], { partnerId });
    const end = `/o/${page}/portal/team/members/${memberOf(rep)}/end`;
    const body = { successorId: null };
    expect((await heir.call('PUT', end, { body })).status).toBe(403);
    expect((await stranger.call('PUT', end, { body })).status).toBe(403);
    expect((await other.call('PUT', end, { body })).status).toBe(404);
    const { invitationId } = await inviteColleague(admin.context, identity, {
      email: `theirs-${page}@example.org`,
      role: 'partner_rep',
    });
    const one = `/o/${page}/portal/team/invitations/${invitationId}`;
    expect((await other.call('DELETE', one)).status).toBe(404);
    expect((await other.call('POST', `${one}/renewal`)).status).toBe(404);
    expect((await readTeam(other.context, identity)).invitations).toEqual([]);
    const foreign = `/o/${page}/portal/team/members/${memberOf(rep)}/successor`;
    const heirs = { body: { successorId: memberOf(stranger) } };
    expect((await admin.call('PUT', foreign, heirs)).status).toBe(404);
  });
});
