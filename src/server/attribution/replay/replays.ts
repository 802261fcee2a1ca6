import { checkAttribution } from '#core/attribution/attribution-checks.ts';
import type { AttributionBody } from '#core/attribution/attribution-page.ts';
import { parsePage } from '#core/blueprint/parse-body.ts';
import { addQuarters, quarterOf } from '#core/calendar.ts';
import type { Id } from '#core/ids.ts';
import { actorId, type Context, requireCapability } from '../../access/context.ts';
import { memberNames } from '../../access/member-names.ts';
import { write } from '../../audit/write.ts';
import { localDateAt } from '../../clock.ts';
import { readTransaction } from '../../database/transaction.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { partnerNames } from '../../partner/partner-names.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { attributionPageOn } from '../../program/policies.ts';
import { insertReplay, latestReplays, replayRow } from './queries.ts';
import type { ReplayResult } from './run-replay.ts';

const quartersReplayed = 4;

/**
 * Asks what the last four quarters, and this one so far, would have been under a page. It must be a page that could be
 * signed: one that does not read or contradicts itself is refused with what is wrong.
 */
export async function requestReplay(context: Context, given: unknown): Promise<{ replayId: string }> {
  requireCapability(context, 'replay.run');
  const { organization, now } = context;
  const org = organization.orgId;
  const body = readBody(given);
  const today = localDateAt(now, organization.timeZone);
  const first = addQuarters(quarterOf(today, organization.fiscal), -quartersReplayed, organization.fiscal);
  const id = context.ports.ids.next<Id<'replay'>>(now);
  return write(context, async (tx) => {
    const page = await attributionPageOn(tx, organization, today);
    await insertReplay(tx, org, {
      id,
      body,
      baseVersion: page.version,
      fromOn: first.start,
      toOn: today,
      by: actorId(context.actor),
      now,
    });
    tx.record({ action: 'credit_replay.request', entityId: id, after: { fromOn: first.start, toOn: today } });
    await enqueue(tx, 'replay_credit', { org: organization.slug, replayId: id });
    return { replayId: id };
  });
}

function readBody(given: unknown): AttributionBody {
  const parsed = parsePage('attribution', given);
  if (!parsed.ok) {
    throw new ProblemError('invalid-input', 'This is no attribution page.', {
      errors: parsed.errors.map((one) => ({ ...one, path: `body.page.${one.path}` })),
    });
  }
  // What a class pays may still be open: this is how one finds out what it would cost.
  const open = new Set(['att.co_sold_open', 'att.influenced_open']);
  const failing = checkAttribution(parsed.body).filter(
    ({ holds, severity, code }) => !holds && severity === 'blocking' && !open.has(code),
  );
  if (failing.length > 0) {
    throw new ProblemError('invalid-input', 'This page could not be signed, so it is not replayed.', {
      errors: failing.map(({ path, code }) => ({
        path: `body.page.${path}`,
        expected: 'a page that contradicts nothing',
        found: code,
        repair: 'Open the attribution page: its checks say what to change.',
      })),
    });
  }
  return parsed.body;
}

/** The latest replays. */
export function listReplays(context: Context) {
  requireCapability(context, 'replay.run');
  const org = context.organization.orgId;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const members = await memberNames(tx, org);
    return (await latestReplays(tx, org)).map((row) => ({
      id: row.replay_id,
      state: row.state,
      progress: row.progress,
      baseVersion: row.base_version,
      fromOn: row.from_on,
      toOn: row.to_on,
      by: members.get(row.requested_by) ?? row.requested_by,
      requestedAt: row.requested_at,
    }));
  });
}

/** One replay: how far it has come, or what it found. */
export function readReplay(context: Context, replayId: string) {
  requireCapability(context, 'replay.run');
  const org = context.organization.orgId;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const row = await replayRow(tx, org, replayId);
    if (!row) throw notFound('replay');
    const names = await partnerNames(tx, org);
    const members = await memberNames(tx, org);
    const shown = (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? 'a partner' });
    const result = row.result as ReplayResult | null;
    return {
      id: row.replay_id,
      state: row.state,
      progress: row.progress,
      baseVersion: row.base_version,
      fromOn: row.from_on,
      toOn: row.to_on,
      by: members.get(row.requested_by) ?? row.requested_by,
      requestedAt: row.requested_at,
      result: result && {
        deals: result.deals,
        movedDeals: result.movedDeals,
        payBeforeMinor: result.payBeforeMinor,
        payAfterMinor: result.payAfterMinor,
        flows: [...result.flows],
        partners: result.partners.map((one) => ({
          partner: shown(one.partnerId) ?? { id: '', name: '' },
          before: one.before,
          after: one.after,
          sourcedMinorBefore: one.sourcedMinorBefore,
          sourcedMinorAfter: one.sourcedMinorAfter,
        })),
        moved: result.moved.map((one) => ({
          opportunityId: one.opportunityId as string,
          number: one.number,
          name: one.name,
          createdOn: one.createdOn as string,
          amountMinor: one.amountMinor,
          before: {
            class: one.before.class,
            coSold: one.before.coSold,
            partner: shown(one.before.partnerId),
          },
          after: { class: one.after.class, coSold: one.after.coSold, partner: shown(one.after.partnerId) },
          reasons: [...one.reasons],
        })),
      },
    };
  });
}
