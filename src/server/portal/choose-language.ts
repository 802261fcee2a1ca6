import type { PortalLanguage } from '#core/registration/portal-format.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { write } from '../audit/write.ts';
import { notFound } from '../problem.ts';
import { languageOf, putLanguage } from './language-queries.ts';

/**
 * Keeps the language that the signed-in person of a partner reads: letters to them are written in it from now on, and the
 * portal speaks it on a device that has no choice of its own. The same again changes nothing.
 */
export async function chooseLanguage(context: Context, language: PortalLanguage): Promise<void> {
  requireCapability(context, 'portal.read');
  const { actor, organization } = context;
  if (actor.kind !== 'member') throw notFound('person');
  const { orgId: org } = organization;
  await write(
    context,
    async (tx) => {
      const before = await languageOf(tx, org, actor.membershipId, true);
      if (before === language) return;
      await putLanguage(tx, org, actor.membershipId, language);
      tx.record({
        action: 'member.choose_language',
        entityId: actor.membershipId,
        before: { language: before },
        after: { language },
      });
    },
    { mayChangeNothing: true },
  );
}
