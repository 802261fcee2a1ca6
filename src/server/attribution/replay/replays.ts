import type { MovedDeal, Replay } from '#core/attribution/replay/replay.ts';
import type { ReplayedVerdict } from '#core/attribution/replay/replay-deal.ts';
import { type Context, requireCapability } from '../../access/context.ts';
import { memberNames } from '../../access/member-names.ts';
import { readTransaction } from '../../database/transaction.ts';
import { pageOf, readCursor } from '../../http/page.ts';
import { partnerNames } from '../../partner/partner-names.ts';
import { notFound } from '../../problem.ts';
import { askedOf } from './asked.ts';
import {
  latestReplays,
  type MovedFilter,
  movedDeals,
  type ReplayRow,
  replayRow,
  replayState,
} from './queries.ts';

type ListPage = { readonly cursor?: string | undefined; readonly limit: number };

/** Who asked what and when, the latest first. */
export function listReplays(context: Context, list: ListPage) {
  requireCapability(context, 'replay.run');
  const org = context.organization.orgId;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const members = await memberNames(tx, org);
    const rows = await latestReplays(tx, org, { after: readCursor(list.cursor), limit: list.limit + 1 });
    return pageOf(
      rows,
      list.limit,
      (row) => ({ sortKey: String(row.requested_at), id: row.replay_id }),
      (row) => summaryOf(row, members),
    );
  });
}

/** One replay: how far it has come, or the sums that it found. */
export function readReplay(context: Context, replayId: string) {
  requireCapability(context, 'replay.run');
  const org = context.organization.orgId;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const row = await replayRow(tx, org, replayId);
    if (!row) throw notFound('replay');
    const names = await partnerNames(tx, org);
    const result = row.result as Omit<Replay, 'moved'> | null;
    return {
      ...summaryOf(row, await memberNames(tx, org)),
      result: result && {
        ...{ deals: result.deals, movedDeals: result.movedDeals },
        ...{ payBeforeMinor: result.payBeforeMinor, payAfterMinor: result.payAfterMinor },
        flows: [...result.flows],
        partners: result.partners.map(({ partnerId, before, after }) => ({
          partner: { id: partnerId as string, name: names.get(partnerId) ?? 'a partner' },
          ...{ before, after },
        })),
        quarters: result.quarters.map((one) => ({ ...one, start: one.start as string })),
        changes: [...result.changes],
      },
    };
  });
}

/** The deals that moved, page by page; of some classes or of one partner, where that is asked. */
export function listMovedDeals(
  context: Context,
  replayId: string,
  list: MovedFilter & { readonly cursor?: number | undefined; readonly limit: number },
) {
  requireCapability(context, 'replay.run');
  const org = context.organization.orgId;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    if ((await replayState(tx, org, replayId)) === null) throw notFound('replay');
    const names = await partnerNames(tx, org);
    const shown = ({ partnerId, ...rest }: ReplayedVerdict) => ({
      ...rest,
      partner:
        partnerId === null ? null : { id: partnerId as string, name: names.get(partnerId) ?? 'a partner' },
    });
    const { cursor, limit, ...filter } = list;
    const rows = await movedDeals(tx, org, replayId, filter, { after: cursor ?? 0, limit: limit + 1 });
    const items = rows.slice(0, limit).map((row) => {
      const deal = row.deal as MovedDeal;
      return {
        opportunityId: deal.opportunityId as string,
        ...{ number: deal.number, name: deal.name, createdOn: deal.createdOn as string },
        ...{ isWon: deal.isWon, amountMinor: deal.amountMinor },
        ...{ before: shown(deal.before), after: shown(deal.after) },
        ...{ reasons: [...deal.reasons], changes: [...deal.changes] },
      };
    });
    return { items, nextCursor: rows.length > limit ? (rows[limit - 1]?.place ?? null) : null };
  });
}

function summaryOf(row: Omit<ReplayRow, 'result'>, members: ReadonlyMap<string, string>) {
  const { knownOn, from } = row.body as { knownOn: string | null; from: string | null };
  const asked = askedOf({ ...(knownOn === null ? {} : { knownOn }), ...(from === null ? {} : { from }) });
  return {
    id: row.replay_id,
    about: asked.kind === 'then' ? ('then' as const) : asked.from,
    knownOn: asked.kind === 'then' ? (asked.knownOn as string) : null,
    ...{ state: row.state, progress: row.progress, baseVersion: row.base_version },
    ...{ fromOn: row.from_on, toOn: row.to_on },
    by: members.get(row.requested_by) ?? row.requested_by,
    ...{ requestedAt: row.requested_at, finishedAt: row.finished_at },
  };
}
