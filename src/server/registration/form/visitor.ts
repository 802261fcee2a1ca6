/**
 * Who comes with a secret link. A secret that is wrong, revoked, of a suspended partner or of another organization is
 * answered alike, after the same work.
 *
 * Handbook: docs/handbook/registration.md
 */

import { brandId, type PartnerId } from '#core/ids.ts';
import type { Actor, Context, Ports } from '../../access/context.ts';
import { contextOf } from '../../access/create-organization.ts';
import { readTransaction, type Tx } from '../../database/transaction.ts';
import type { RequestFacts } from '../../http/route.ts';
import { hashToken } from '../../identity/token.ts';
import { notFound } from '../../problem.ts';
import { linkByHash, type OpenedLink, passByHash } from './link-queries.ts';

const nobody = { kind: 'system', name: 'form' } as const;
/** Where a secret is looked for when there is no such organization. */
const nowhere = '00000000-0000-0000-0000-000000000000';

/** Somebody with the link of a partner, who has begun nothing yet. */
export async function visitorOfLink(
  ports: Ports,
  slug: string,
  secret: string,
  request: RequestFacts,
): Promise<{ context: Context; link: OpenedLink }> {
  const { context, found: link } = await lookUp(ports, slug, request, (tx, org) =>
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
  const { context, found } = await lookUp(ports, slug, request, (tx, org) =>
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

async function lookUp<Found>(
  ports: Ports,
  slug: string,
  request: RequestFacts,
  find: (tx: Tx, org: string) => Promise<Found | null>,
): Promise<{ context: Context; found: Found }> {
  const context = await contextOf(ports, slug, nobody);
  const org = context?.organization.orgId ?? nowhere;
  const found = await readTransaction(ports.pool, { org: brandId(org) }, (tx) => find(tx, org));
  if (context === null || found === null) throw notFound('form');
  const { id: requestId, idempotency } = request;
  return { context: { ...context, requestId, idempotency }, found };
}
