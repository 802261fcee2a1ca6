import type { LocalDate } from '#core/calendar.ts';
import type { JourneyStage } from '#core/journey/journey-page.ts';
import {
  isActivated,
  lastHeardOn,
  type PartnerProposal,
  type PartnerSort,
  partnerProposals,
  sortPartner,
} from '#core/journey/partner-activity.ts';
import { type Context, requireCapability } from '../../access/context.ts';
import { localDateAt } from '../../clock.ts';
import { readTransaction } from '../../database/transaction.ts';
import { loadDesign } from './load-design.ts';
import { loadPartners, type WatchedPartner } from './load-partners.ts';
import { counted } from './measured.ts';

export type RunningPartner = {
  readonly partnerId: string;
  readonly name: string;
  readonly signedOn: LocalDate | null;
  readonly openingStage: JourneyStage | null;
  readonly managerId: string | null;
  readonly sort: PartnerSort;
  readonly proposal: PartnerProposal;
  /** The proposal in words. */
  readonly says: string;
  readonly evidence: string;
  readonly lastHeardOn: LocalDate | null;
};

export type Running = {
  readonly counts: Readonly<Record<PartnerSort, number>>;
  readonly partners: readonly RunningPartner[];
};

/** The partners of a program that already runs, sorted into producing, active and dormant, with what to do about each. */
export async function readRunning(context: Context): Promise<Running> {
  requireCapability(context, 'organization.read');
  const { organization, ports, now } = context;
  const today = localDateAt(now, organization.timeZone);
  return readTransaction(ports.pool, { org: organization.orgId }, async (tx) => {
    const { document } = await loadDesign(tx, organization, today);
    const partners = (await loadPartners(tx, organization, today)).map((one): RunningPartner => {
      const { sort, proposal } = sortPartner(one, today, document.journey.clock.stopDays);
      return {
        partnerId: one.partnerId,
        name: one.name,
        signedOn: one.signedOn,
        openingStage: one.openingStage,
        managerId: one.managerId,
        sort,
        proposal,
        says: partnerProposals[proposal],
        evidence: evidenceOf(one),
        lastHeardOn: lastHeardOn(one),
      };
    });
    const count = (sort: PartnerSort) => partners.filter((one) => one.sort === sort).length;
    return {
      counts: { producing: count('producing'), active: count('active'), dormant: count('dormant') },
      partners,
    };
  });
}

function evidenceOf(partner: WatchedPartner): string {
  const { provenWins, claimedWins, openDeals } = partner;
  const heard = lastHeardOn(partner);
  const parts = [
    ...(provenWins > 0 ? [`${counted(provenWins, 'sourced or co-sold win')}`] : []),
    ...(claimedWins > 0 ? [`${counted(claimedWins, 'win')} claimed by the CRM, not proven`] : []),
    ...(openDeals > 0 ? [counted(openDeals, 'open deal')] : []),
    ...(isActivated(partner) ? [] : ['never activated here']),
    heard === null ? 'nothing on record' : `last heard of on ${heard}`,
  ];
  const text = parts.join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
