import { domainHint } from '#core/registration/partner-view.ts';
import type { PortalLanguage } from '#core/registration/portal-format.ts';
import { portalSay } from '#core/registration/portal-words.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { readTransaction } from '../database/transaction.ts';
import { pageInForce } from './page.ts';
import { keysOf } from './sent.ts';

/** DR-3: what the form says about a domain as it is typed. It reads the text alone, and nothing that we know. */
export async function hintDomain(
  context: Context,
  domain: string,
  language: PortalLanguage,
): Promise<{ domain: string | null; hint: string | null }> {
  requireCapability(context, 'portal.read');
  const org = context.organization.orgId;
  const page = await readTransaction(context.ports.pool, { org }, (tx) => pageInForce(tx, context));
  const { domain: shown, sign } = domainHint(keysOf({ legalName: '', domain, country: null }, page.body));
  return { domain: shown, hint: sign === null ? null : portalSay(language, `sign.${sign}`) };
}
