import { type Context, requireCapability } from '../access/context.ts';
import { readTransaction } from '../database/transaction.ts';
import { notFound } from '../problem.ts';
import { partnerName, partnersPeople } from './deal-queries.ts';
import { requirePartner } from './require-partner-deal.ts';

/** The frame of a partner's pages: whose program it is, for which partner, and who of it is known by name. */
export async function readPortal(context: Context) {
  requireCapability(context, 'portal.read');
  const partner = requirePartner(context);
  const { orgId: org, name, timeZone, currency, isDemo } = context.organization;
  return readTransaction(context.ports.pool, { org, partner }, async (tx) => {
    const known = await partnerName(tx, org, partner);
    if (known === null) throw notFound('partner');
    const people = await partnersPeople(tx, org, partner);
    return {
      organization: { name, timeZone, currency, isDemo },
      partner: { partnerId: partner as string, name: known },
      people: people.map((one) => ({ partnerPersonId: one.partner_person_id, name: one.name })),
    };
  });
}
