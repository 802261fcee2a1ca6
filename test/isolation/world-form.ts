import type { Context } from '#server/access/context.ts';
import { writeTransaction } from '#server/database/transaction.ts';
import { newToken } from '#server/identity/token.ts';
import { makeLink } from '#server/registration/form/links.ts';
import type { TestApp } from '#test/harness/app.ts';
import { typedDeal } from '#test/harness/registration-scene.ts';
import type { Ids } from './world.ts';

/**
 * The link of a partner, a whole draft that somebody without a login began by it and has not sent, a mail, and a letter
 * by which somebody may decide.
 */
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
  await writeTransaction(context.ports.pool, { org }, async (tx) => {
    const values = [org, number, `${mark} mail`];
    await tx.query(
      `insert into tandem.registration_mail (org_id, message_key, registration_id, outcome, from_address, body, received_at)
       select $1, $3, registration_id, 'draft', $3, $3, now() from tandem.registration where org_id = $1 and number = $2`,
      values,
    );
    const { actor } = context;
    await tx.query(
      `insert into tandem.decision_pass (org_id, decision_pass_id, secret_hash, registration_id, membership_id, events,
         made_at, ends_at)
       select $1, gen_random_uuid(), $3, registration_id, $4, 1, now(), now() + interval '1 day'
       from tandem.registration where org_id = $1 and number = $2`,
      [org, number, Buffer.from(newToken().hash), actor.kind === 'member' ? actor.membershipId : ''],
    );
  });
  return { secret, pass };
}
