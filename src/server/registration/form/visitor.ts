/**
 * Who comes with a secret link. A secret that is wrong, revoked, of a suspended partner or of another organization is
 * answered alike, after the same work.
 *
 * Handbook: docs/handbook/registration.md
 */

import { brandId, type PartnerId } from '#core/ids.ts';
import type { Actor, Context, Ports } from '../../access/context.ts';
import type { Tx } from '../../database/transaction.ts';
import type { RequestFacts } from '../../http/route.ts';
import { hashToken } from '../../identity/token.ts';
import { notFound } from '../../problem.ts';
import { lookUp } from '../look-up.ts';
import { linkByHash, type OpenedLink, passByHash } from './link-queries.ts';

/** Somebody with the link of a partner, who has begun nothing yet. */
export async function visitorOfLink(
  ports: Ports,
  slug: string,
  secret: string,
  request: RequestFacts,
): Promise<{ context: Context; link: OpenedLink }> {
  const { context, found: link } = await opened(ports, slug, request, (tx, org) =>
    linkByHash(tx, org, hashToken(secret)),
  );
  const actor: Actor = {
    kind: 'visitor',
    name: `link ${link.number}`,
    partnerId: brandId<PartnerId>(link.partner_id),
    registrationId: null,
    repId: null,
  };
  return { context: { ...context, actor }, link };
}

/** Somebody with the secret of one registration. */
export async function visitorOfPass(
  ports: Ports,
  slug: string,
  secret: string,
  request: RequestFacts,
): Promise<{ context: Context; partner: string; registrationId: string }> {
  const { context, found } = await opened(ports, slug, request, (tx, org) =>
    passByHash(tx, org, hashToken(secret)),
  );
  const actor: Actor = {
    kind: 'visitor',
    name: found.rep ?? 'a rep',
    partnerId: brandId<PartnerId>(found.partner_id),
    registrationId: found.registration_id,
    repId: found.rep_id,
  };
  const { partner, registration_id: registrationId } = found;
  return { context: { ...context, actor }, partner, registrationId };
}

async function opened<Found>(
  ports: Ports,
  slug: string,
  { id: requestId, idempotency }: RequestFacts,
  find: (tx: Tx, org: string) => Promise<Found | null>,
): Promise<{ context: Context; found: Found }> {
  const one = await lookUp(ports, slug, { kind: 'system', name: 'form' }, find);
  if (one === null) throw notFound('form');
  return { context: { ...one.context, requestId, idempotency }, found: one.found };
}
