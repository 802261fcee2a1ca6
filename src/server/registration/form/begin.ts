/**
 * Beginning a registration without a login: the draft gets a secret of its own, which the browser keeps and a letter
 * brings.
 *
 * Handbook: docs/handbook/registration.md
 */

import { brandId, type PartnerId } from '#core/ids.ts';
import type { PortalLanguage } from '#core/registration/portal-format.ts';
import { type Context, requireCapability } from '../../access/context.ts';
import type { WriteTx } from '../../audit/write.ts';
import { refused } from '../../problem.ts';
import { beginWithoutLogin } from '../drafts.ts';
import { readRegistration } from '../ledger.ts';
import { begunSince, insertPass, type OpenedLink, touchLink } from './link-queries.ts';
import { passSecret } from './secret.ts';
import { writeToRep } from './write-to-rep.ts';

const dayMs = 86_400_000;
/** More drafts than people begin in a day; each one sends a letter. */
const mostPerRep = 20;
const mostPerPartner = 200;

export type Beginning = {
  readonly way: 'form' | 'mail';
  readonly rep: { readonly name: string; readonly email: string };
  readonly typed: Readonly<Record<string, unknown>>;
  readonly language: PortalLanguage;
};

/** Begins a draft for whoever holds the link, and writes to the rep how to go on with it. */
export async function beginByLink(
  context: Context,
  key: Buffer,
  link: OpenedLink,
  { way, rep, typed, language }: Beginning,
  also: (tx: WriteTx, registrationId: string) => Promise<void> = async () => {},
): Promise<{ number: number; secret: string }> {
  requireCapability(context, 'portal.act');
  const { now, organization } = context;
  const org = organization.orgId;
  const partnerId = brandId<PartnerId>(link.partner_id);
  const { registrationId, number } = await beginWithoutLogin(
    context,
    { partnerId, way, rep },
    typed,
    async (tx, begun) => {
      const of = { partner: partnerId, registration: begun.registrationId, since: now - dayMs };
      const count = await begunSince(tx, org, of);
      if (count.rep > mostPerRep || count.partner > mostPerPartner) {
        throw refused('too-many-requests', 'registration.drafts');
      }
      const { hash } = passSecret(key, begun.registrationId);
      await insertPass(tx, org, { registrationId: begun.registrationId, hash, language, now });
      await touchLink(tx, org, link.link_id, now);
      const registration = await readRegistration(tx, context, begun.registrationId);
      await writeToRep(tx, context, registration, way === 'mail' ? 'mailed' : 'begun');
      await also(tx, begun.registrationId);
    },
  );
  return { number, secret: passSecret(key, registrationId).secret };
}
