/**
 * The gate of the portal: a partner sees the deals in which it has a part, and no other exists for it.
 *
 * Handbook: docs/handbook/touches.md
 */

import type { PartnerId } from '#core/ids.ts';
import type { Context } from '../access/context.ts';
import { readTransaction } from '../database/transaction.ts';
import { notFound, ProblemError } from '../problem.ts';
import { isPartnersDeal } from './queries.ts';

/** The partner that a portal sign-in or a secret link speaks for. Nobody of the company speaks for a partner. */
export function requirePartner(context: Context): PartnerId {
  const { actor } = context;
  const partner = actor.kind === 'member' || actor.kind === 'visitor' ? actor.partnerId : null;
  if (partner === null) {
    throw new ProblemError(
      'not-allowed',
      'This is for people at a partner. Sign in with your portal account.',
    );
  }
  return partner;
}

/**
 * Lets a partner at one of its own deals and answers that there is no such deal at any other. The row is looked up as
 * the partner, so row-level security keeps the wall even if the question were put wrongly.
 */
export async function requirePartnerDeal(context: Context, opportunityId: string): Promise<PartnerId> {
  const partner = requirePartner(context);
  const org = context.organization.orgId;
  const isTheirs = await readTransaction(context.ports.pool, { org, partner }, (tx) =>
    isPartnersDeal(tx, org, partner, opportunityId),
  );
  if (!isTheirs) throw notFound('deal of yours');
  return partner;
}
