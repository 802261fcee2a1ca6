import { addQuarters, type LocalDate, quarterOf } from '#core/calendar.ts';
import type { JourneyStage } from '#core/journey/journey-stage.ts';
import type { PartnerActivity } from '#core/journey/partner-activity.ts';
import type { Organization } from '../../access/context.ts';
import type { Tx } from '../../database/transaction.ts';
import { partnerActivityRows } from './partner-queries.ts';

/** A partner with what it did, and who manages it. */
export type WatchedPartner = PartnerActivity & { readonly managerId: string | null };

/** What every partner did until today; "recent" is this quarter and the one before. */
export async function loadPartners(
  tx: Tx,
  organization: Organization,
  today: LocalDate,
): Promise<WatchedPartner[]> {
  const quarter = quarterOf(today, organization.fiscal);
  const recentFrom = addQuarters(quarter, -1, organization.fiscal).start;
  const rows = await partnerActivityRows(tx, organization.orgId, today, recentFrom);
  return rows.map((row) => ({
    partnerId: row.partner_id,
    name: row.name,
    signedOn: row.signed_on as LocalDate | null,
    openingStage: row.opening_stage as JourneyStage | null,
    managerId: row.manager_id,
    activatedOn: row.activated_on as LocalDate | null,
    provenWins: row.proven_wins,
    recentWins: row.recent_wins,
    recentSourced: row.recent_sourced,
    recentAdvanced: row.recent_advanced,
    recentSourcedWins: row.recent_sourced_wins,
    openDeals: row.open_deals,
    firstDealOn: row.first_deal_on as LocalDate | null,
    lastDealOn: row.last_deal_on as LocalDate | null,
    lastActOn: row.last_act_on as LocalDate | null,
    firstActOn: row.first_act_on as LocalDate | null,
  }));
}
