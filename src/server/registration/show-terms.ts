/**
 * What a partner can know before it registers: the terms of the signed page as far as they concern it, and who will
 * decide on what it typed, by when.
 *
 * Handbook: docs/handbook/registration.md
 */

import type { CurrencyCode } from '#core/money.ts';
import {
  type Outlook,
  outlookOf,
  type PartnerTerms,
  partnerTerms,
} from '#core/registration/partner-terms.ts';
import type { PortalLanguage } from '#core/registration/portal-format.ts';
import { rejectionWords } from '#core/registration/portal-words.ts';
import { rejectionReasons } from '#core/registration/rejection.ts';
import { businessCalendar } from '../access/business-calendar.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { localDateAt } from '../clock.ts';
import { readTransaction } from '../database/transaction.ts';
import { requirePartner } from '../portal/require-partner-deal.ts';
import { loadConversion } from '../scoreboard/deals/conversion.ts';
import { partnerRow } from './drafts.ts';
import { pageInForce } from './page.ts';

/** The terms, with the version of the page that says so and the reasons that a rejection may have. */
export type ShownTerms = PartnerTerms & {
  readonly version: number;
  readonly isSigned: boolean;
  readonly reasons: readonly string[];
  readonly consent: string;
};

/** DR-1 to DR-17: the terms for the partner that is signed in. */
export async function readTerms(context: Context, language: PortalLanguage): Promise<ShownTerms> {
  requireCapability(context, 'portal.read');
  const partnerId = requirePartner(context);
  return readTransaction(context.ports.pool, { org: context.organization.orgId }, async (tx) => {
    const { version, isSigned, body } = await pageInForce(tx, context);
    const { archetype } = await partnerRow(tx, context, partnerId);
    const reasons = rejectionReasons(body).map((reason) => rejectionWords(language, reason));
    return { ...partnerTerms(body, archetype), version, isSigned, reasons, consent: body.consent };
  });
}

/** DR-4: who decides on what was typed so far, by when, and for how long it would be protected. */
export async function previewDecision(
  context: Context,
  typed: {
    readonly amountMinor: number | null;
    readonly currency: string | null;
    readonly country: string | null;
  },
): Promise<Outlook> {
  requireCapability(context, 'portal.read');
  const partnerId = requirePartner(context);
  const { organization, now } = context;
  return readTransaction(context.ports.pool, { org: organization.orgId }, async (tx) => {
    const { body } = await pageInForce(tx, context);
    const { archetype } = await partnerRow(tx, context, partnerId);
    const today = localDateAt(now, organization.timeZone);
    const conversion = await loadConversion(tx, organization);
    const valueMinor = conversion.at(typed.amountMinor, typed.currency as CurrencyCode | null, today);
    const facts = { valueMinor, archetype, country: typed.country, tier: null };
    return outlookOf(body, facts, businessCalendar(organization), today);
  });
}
