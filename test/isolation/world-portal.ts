import { Readable } from 'node:stream';
import type { PartnerId } from '#core/ids.ts';
import { changeBrand, changeLogo, readBrand } from '#server/portal/brand/change-brand.ts';
import { inviteColleague } from '#server/portal/team/invite-colleague.ts';
import { beginOwn } from '#server/registration/drafts.ts';
import type { TestApp, TestOrganization, TestPerson } from '#test/harness/app.ts';
import { pngOf } from '#test/harness/picture.ts';
import type { Ids } from './world.ts';

/**
 * The team of a partner: its admin, two reps of whom one has begun a registration, and an invitation that
 * is open; and the looks of the portal.
 */
export async function makeTeam(
  server: TestApp,
  { organization, chief }: { organization: TestOrganization; chief: TestPerson },
  mark: string,
  partner: string,
): Promise<Ids> {
  const partnerId = partner as PartnerId;
  const [admin, rep, heir] = [
    await organization.person(['partner_admin'], { partnerId }),
    await organization.person(['partner_rep'], { partnerId }),
    await organization.person(['partner_rep'], { partnerId }),
  ];
  const memberOf = ({ context: { actor } }: TestPerson) =>
    actor.kind === 'member' ? actor.membershipId : '';
  await beginOwn(rep.context, { legalName: `${mark} begun` });
  const { context } = chief;
  const welcome = { en: `${mark} welcome`, de: `${mark} Willkommen` };
  await changeBrand(context, { name: `${mark} portal`, accent: null, welcome });
  // A colour of its own, so that no world’s logo has the hash of another’s.
  const colour = [...mark].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_536, 7);
  await changeLogo(context, Readable.from([pngOf(32, 32, [colour >> 8, colour & 255, 90])]));
  const logoHash = (await readBrand(context))?.logo?.hash ?? '';
  const { invitationId } = await inviteColleague(admin.context, server.services.identity, {
    email: `${mark}-colleague@example.org`,
    role: 'partner_rep',
  });
  return { colleagueId: memberOf(rep), heirId: memberOf(heir), ownInvitation: invitationId, logoHash };
}
