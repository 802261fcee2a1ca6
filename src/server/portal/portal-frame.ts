import { type Context, requireCapability } from '../access/context.ts';
import { readTransaction } from '../database/transaction.ts';
import { withoutTrail } from '../jobs/without-trail.ts';
import { notFound } from '../problem.ts';
import { brandRow } from './brand/queries.ts';
import { shownBrand } from './brand/show-brand.ts';
import { partnerName, partnersPeople } from './deal-queries.ts';
import { languageOf } from './language-queries.ts';
import { requirePartner } from './require-partner-deal.ts';
import { keepSeen, lastSeen } from './team/queries.ts';

const quarterHour = 15 * 60 * 1000;

/**
 * The frame of a partner's pages: whose program it is, for which partner, and who of it is known by
 * name. It keeps that somebody was here.
 */
export async function readPortal(context: Context) {
  requireCapability(context, 'portal.read');
  const partner = requirePartner(context);
  const { orgId: org, name, timeZone, currency, isDemo } = context.organization;
  const { actor, now } = context;
  const own = actor.kind === 'member' ? actor.membershipId : '';
  const frame = await readTransaction(context.ports.pool, { org, partner }, async (tx) => {
    const known = await partnerName(tx, org, partner);
    if (known === null) throw notFound('partner');
    const people = await partnersPeople(tx, org, partner);
    return {
      organization: { name, timeZone, currency, isDemo },
      partner: { partnerId: partner as string, name: known },
      people: people.map((one) => ({ partnerPersonId: one.partner_person_id, name: one.name })),
      brand: shownBrand(await brandRow(tx, org), name),
      language: await languageOf(tx, org, own),
      seenAt: await lastSeen(tx, org, own),
    };
  });
  const { seenAt, ...shown } = frame;
  // To a quarter of an hour, so that looking at pages seldom writes.
  if (seenAt === null || seenAt < now - quarterHour) {
    await withoutTrail(context, (tx) => keepSeen(tx, org, own, now));
  }
  return shown;
}
