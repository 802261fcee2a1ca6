import type { Id } from '#core/ids.ts';
import type { Context } from '#server/access/context.ts';
import { newToken } from '#server/identity/token.ts';
import { withoutTrail } from '#server/jobs/without-trail.ts';
import { makeLink } from '#server/registration/form/links.ts';
import { insertRegistrationMail } from '#server/registration/form/mail-queries.ts';
import { insertDecisionPass } from '#server/registration/mailed/pass-queries.ts';
import { registrationByNumber } from '#server/registration/queries.ts';
import type { TestApp } from '#test/harness/app.ts';
import { typedDeal } from '#test/harness/registration-scene.ts';
import type { Ids } from './world.ts';

/** The link of a partner, a letter by which somebody may decide, and a whole draft that somebody without a login began by it and has not sent. */
export async function makeForm(
  server: TestApp,
  context: Context,
  mark: string,
  partnerId: string,
): Promise<Ids> {
  const { secret } = await makeLink(context, server.services.delivery.formKey, partnerId);
  const typed = typedDeal({ legalName: `${mark} by form`, domain: `${mark}-form.nl` });
  const { body } = await server.call('POST', `/o/${context.organization.slug}/form/${secret}/registrations`, {
    headers: { 'x-forwarded-for': `10.2.${mark.length}.${mark.charCodeAt(0)}` },
    body: {
      rep: { name: `${mark} visitor`, email: `${mark}-visitor@example.org` },
      typed: { ...typed, products: [`${mark} suite`] },
    },
  });
  const { secret: pass, number } = body as { secret: string; number: number };
  const org = context.organization.orgId;
  await withoutTrail(context, async (tx) => {
    const row = await registrationByNumber(tx, org, number, null);
    await insertRegistrationMail(tx, org, {
      ...{ key: `${mark} mail`, registrationId: row?.registration_id ?? '', outcome: 'draft' },
      ...{ from: `${mark}-visitor@example.org`, body: `${mark} mail`, askedNth: null, now: context.now },
    });
    await insertDecisionPass(tx, org, {
      id: context.ports.ids.next<Id<'notice'>>(context.now),
      hash: newToken().hash,
      registrationId: row?.registration_id ?? '',
      membershipId: context.actor.kind === 'member' ? context.actor.membershipId : '',
      events: 1,
      now: context.now,
      endsAt: context.now + 86_400_000,
    });
  });
  return { secret, pass };
}
