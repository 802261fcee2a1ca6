import { appealRefusal } from '#core/attribution/dispute/case.ts';
import { type PanelSeat, panelStanding } from '#core/attribution/dispute/panel.ts';
import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';
import type { DisputeRow } from './queries.ts';
import { type RulingRow, rulingsOfDeal } from './ruling-queries.ts';

/** The moment since which a ruling stands; null while its panel is not complete. */
export function standsAt(row: RulingRow): number | null {
  const signatures = row.signatures.map((one) => ({ ...one, seat: one.seat as PanelSeat }));
  return panelStanding(signatures, { needsCfo: row.needs_cfo, isAppeal: row.is_appeal }).standsAt;
}

/** Why a side may not appeal the ruling of a case (ATT-19); null if it may, or if there is none to speak of yet. */
export async function appealBar(
  tx: Tx,
  org: OrgId,
  dispute: DisputeRow,
  isOpener: boolean,
): Promise<string | null> {
  const rulings = await rulingsOfDeal(tx, org, dispute.opportunity_id);
  const ruling = rulings.findLast(
    (one) => one.dispute_id === dispute.dispute_id && !one.is_appeal && standsAt(one) !== null,
  );
  if (ruling === undefined) return null;
  return appealRefusal(
    isOpener ? 'opener' : 'other',
    { class: dispute.claimed_class, partnerId: dispute.partner_id },
    { class: ruling.class, partnerId: ruling.partner_id },
  );
}
