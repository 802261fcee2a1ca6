import type { LocalDate } from '#core/calendar.ts';
import type { RunningGroup, RunningProgram, SortedPartner } from '#core/gates/running.ts';
import type { JourneyStage } from '#core/journey/journey-stage.ts';
import { type Context, requireCapability } from '../../access/context.ts';
import { localDateAt } from '../../clock.ts';
import { readTransaction } from '../../database/transaction.ts';
import { loadDesign } from './load-design.ts';
import { loadPartners } from './load-partners.ts';
import { dealsSince } from './partner-queries.ts';
import { isRunning, sortRunning } from './sort-running.ts';

export type RunningRow = {
  readonly partnerId: string;
  readonly name: string;
  readonly signedOn: LocalDate | null;
  readonly openingStage: JourneyStage | null;
  readonly managerId: string | null;
  readonly sort: RunningGroup;
  readonly proposal: SortedPartner['proposal']['kind'];
  /** The proposal in words, and the dated steps of a cure. */
  readonly says: string;
  readonly path: readonly { readonly on: LocalDate; readonly what: string }[];
  readonly evidence: string;
};

export type Running = Pick<RunningProgram, 'counts' | 'health'> & {
  readonly partners: readonly RunningRow[];
};

/** The partners of a program that already runs, sorted by what they bring, with what to do about each. */
export async function readRunning(context: Context): Promise<Running> {
  requireCapability(context, 'organization.read');
  const { organization, ports, now } = context;
  const org = organization.orgId;
  const today = localDateAt(now, organization.timeZone);
  return readTransaction(ports.pool, { org }, async (tx) => {
    const { document } = await loadDesign(tx, organization, today);
    const partners = (await loadPartners(tx, organization, today)).filter(isRunning);
    const since = (await dealsSince(tx, org)) as LocalDate | null;
    const { counts, health, partners: sorted } = sortRunning(partners, document.journey, since, today);
    const byId = new Map(partners.map((one) => [one.partnerId, one]));
    const rows = sorted.map(({ partnerId, name, signedOn, group, evidence, proposal }): RunningRow => {
      const { openingStage = null, managerId = null } = byId.get(partnerId) ?? {};
      return {
        partnerId,
        name,
        signedOn,
        openingStage,
        managerId,
        sort: group,
        proposal: proposal.kind,
        says: proposal.says,
        path: proposal.kind === 'cure' ? proposal.path : [],
        evidence: evidence.join(' '),
      };
    });
    return { counts, health, partners: rows };
  });
}
