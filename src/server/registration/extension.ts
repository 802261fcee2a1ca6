/**
 * The one extension of a protection: whether it can be asked for and given now, and what the partner reads where it
 * cannot.
 *
 * Handbook: docs/handbook/registration.md
 */

import type { CurrencyCode } from '#core/money.ts';
import type { PortalLanguage } from '#core/registration/portal-format.ts';
import { portalSay } from '#core/registration/portal-words.ts';
import { type ExtensionTest, protectionLength, testExtension } from '#core/registration/protection.ts';
import type { Context } from '../access/context.ts';
import { localDateAt } from '../clock.ts';
import type { Tx } from '../database/transaction.ts';
import { loadConversion } from '../scoreboard/deals/conversion.ts';
import { partnerRow } from './drafts.ts';
import type { Registration } from './ledger.ts';
import type { PageToday } from './page.ts';
import { dealStage } from './queries.ts';

/** DR-8: whether a registration may be extended now, and why not. */
export async function extensionTest(
  tx: Tx,
  context: Context,
  { row, life }: Registration,
  page: PageToday,
  evidence: string,
): Promise<ExtensionTest> {
  const { organization } = context;
  const today = localDateAt(context.now, organization.timeZone);
  const partner = await partnerRow(tx, context, row.partner_id);
  const conversion = await loadConversion(tx, organization);
  const valueMinor = conversion.at(row.value_minor, row.currency as CurrencyCode | null, today);
  const deal =
    row.opportunity_id === null ? null : await dealStage(tx, organization.orgId, row.opportunity_id);
  const length = protectionLength(page.body, partner.archetype, valueMinor);
  return testExtension(life, { evidence, stage: deal?.order ?? null }, page.body.protection, length, today);
}

/** Why a protection cannot be extended now, as the partner reads it. */
export function whyNoExtension(
  language: PortalLanguage,
  code: Extract<ExtensionTest, { allowed: false }>['code'],
  page: PageToday,
): string {
  return portalSay(language, `extension.${code}`, {
    activityDays: page.body.protection.extensionActivityDays,
  });
}
