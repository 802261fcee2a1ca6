import type { Context } from '#server/access/context.ts';
import { makeLink } from '#server/registration/form/links.ts';
import type { TestApp } from '#test/harness/app.ts';
import { typedDeal } from '#test/harness/registration-scene.ts';
import type { Ids } from './world.ts';

/** The link of a partner, and a whole draft that somebody without a login began by it and has not sent. */
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
  return { secret, pass: (body as { secret: string }).secret };
}
