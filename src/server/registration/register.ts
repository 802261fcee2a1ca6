/**
 * Registering a deal in one call, for whoever has all of it at hand: begun and sent in one transaction, or not at all.
 *
 * Handbook: docs/handbook/registration.md
 */

import type { Id, PartnerId } from '#core/ids.ts';
import type { PortalLanguage } from '#core/registration/portal-format.ts';
import { actorId, type Context, requireCapability } from '../access/context.ts';
import { write } from '../audit/write.ts';
import { requirePartner } from '../portal/require-partner-deal.ts';
import { inPortal, partnerRow, type Registrant, repIdOf, type WrittenRep } from './drafts.ts';
import { beginSent, lifeOf } from './ledger.ts';
import { pageInForce } from './page.ts';
import { type Keep, requireWhole, type Sender, type Submitted, sendWhole } from './submit.ts';

type Typed = Readonly<Record<string, unknown>>;

/** DR-1, DR-4: registers a deal of the partner that is signed in. Where something is missing, nothing is kept. */
export async function registerOwn(
  context: Context,
  typed: Typed,
  language: PortalLanguage,
): Promise<Submitted> {
  requireCapability(context, 'portal.act');
  const partner = requirePartner(context);
  return register(context, inPortal(context, partner), typed, { by: 'partner', language, hasDraft: false });
}

/** The same in a partner's name, by our own people or a program of ours. */
export async function registerFor(
  context: Context,
  partnerId: string,
  rep: WrittenRep,
  typed: Typed,
): Promise<Submitted> {
  requireCapability(context, 'registration.record');
  const registrant: Registrant = { partnerId: partnerId as PartnerId, way: 'desk', rep };
  return register(context, registrant, typed, { by: 'manager', language: 'en', hasDraft: false });
}

async function register(
  context: Context,
  registrant: Registrant,
  typed: Typed,
  sender: Sender,
): Promise<Submitted> {
  return write(context, async (tx) => {
    const page = await pageInForce(tx, context);
    const partner = await partnerRow(tx, context, registrant.partnerId);
    const submission = requireWhole(context, page, partner, typed, sender.language);
    const repId = await repIdOf(tx, context, registrant);
    const id = context.ports.ids.next<Id<'registration'>>(context.now);
    const asking = { row: { registration_id: id, rep_id: repId }, life: lifeOf([]) };
    const keep: Keep = ({ checks, facts, sent }, then) => {
      const { partnerId, way } = registrant;
      const by = actorId(context.actor);
      const run = { id: context.ports.ids.next<Id<'check run'>>(context.now), checks, facts };
      const one = { id, partnerId, way, repId, by, draft: typed, now: context.now };
      return beginSent(tx, then, one, { page: page.body, sent, run, by: sender.by });
    };
    return sendWhole(tx, context, asking, keep, { submission, page, partner }, sender);
  });
}
