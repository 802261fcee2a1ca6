import { createHash } from 'node:crypto';
import { presenceIn, quarterMeasures } from '#core/attribution/quarter/counted.ts';
import { restate } from '#core/attribution/quarter/restate.ts';
import { type LocalDate, quarterOf } from '#core/calendar.ts';
import type { Id } from '#core/ids.ts';
import { actorId, type Context } from '../../access/context.ts';
import { idSchema } from '../../access/schemas.ts';
import { canonicalJson } from '../../audit/chain.ts';
import type { WriteTx } from '../../audit/write.ts';
import { nextNumber } from '../../database/next-number.ts';
import { peopleWith, tell } from '../../notice/tell.ts';
import type { ChangedVerdict } from '../changed-verdict.ts';
import { countOf, type PresentDeal, readPresent } from './present.ts';
import {
  type CloseRow,
  closedQuarters,
  dealsOfClosedQuarters,
  frozenDeals,
  lockQuarters,
} from './quarter-queries.ts';
import { insertRestatements, type NewRestatement, restatements, supersede } from './restatement-queries.ts';

const loggedSingly = 50;

/**
 * Raises a restatement for each deal of a closed quarter whose verdict is another than the one it stands at. Called
 * in the transaction of the verdicts. Handbook: docs/handbook/closed-quarters.md
 */
export async function raiseRestatements(
  tx: WriteTx,
  context: Context,
  changed: readonly ChangedVerdict[],
): Promise<void> {
  if (changed.length === 0) return;
  const org = context.organization.orgId;
  await lockQuarters(tx, org, 'shared');
  if ((await closedQuarters(tx, org)).length === 0) return;
  const ids = changed.map(({ opportunityId }) => opportunityId);
  const causes = new Map(changed.map(({ opportunityId, cause }) => [opportunityId, cause]));
  const deals = await readPresent(tx, context.organization, { ids });
  await restateDeals(tx, context, deals, (id) => causes.get(id) ?? '');
}

/**
 * The same after facts of deals were read anew: an import, one that was undone, another entry stage. Compares every
 * deal of the closed quarters, since such a change reaches deals that nobody names. Called at the end of the
 * transaction that changed them.
 */
export async function restateClosedQuarters(tx: WriteTx, context: Context, cause: string): Promise<void> {
  const { organization } = context;
  const org = organization.orgId;
  await lockQuarters(tx, org, 'shared');
  const closed = await closedQuarters(tx, org);
  const [first, last] = [closed[0], closed.at(-1)];
  if (first === undefined || last === undefined) return;
  const known = await readPresent(tx, organization, { ids: await dealsOfClosedQuarters(tx, org) });
  const others = await readPresent(tx, organization, { from: first.starts_on, to: last.ends_on });
  const deals = new Map([...known, ...others].map((deal) => [deal.opportunityId, deal]));
  await restateDeals(tx, context, [...deals.values()], () => cause);
}

async function restateDeals(
  tx: WriteTx,
  context: Context,
  deals: readonly PresentDeal[],
  causeOf: (opportunityId: string) => string,
): Promise<void> {
  const org = context.organization.orgId;
  const ids = deals.map(({ opportunityId }) => opportunityId);
  const keyOf = (row: { starts_on: string; measure: string; opportunity_id: string }) =>
    `${row.starts_on} ${row.measure} ${row.opportunity_id}`;
  const frozen = new Map((await frozenDeals(tx, org, { ids })).map((row) => [keyOf(row), row]));
  const restated = Map.groupBy(await restatements(tx, org, { ids }), keyOf);
  const superseded: string[] = [];
  const raised: Omit<NewRestatement, 'restatement_id' | 'number'>[] = [];
  const closed = await closedQuarters(tx, org);
  for (const { starts_on, ends_on } of closed) {
    const quarter = { start: starts_on as LocalDate, end: ends_on as LocalDate };
    for (const measure of quarterMeasures) {
      for (const deal of deals) {
        const place = { starts_on, measure, opportunity_id: deal.opportunityId };
        const row = frozen.get(keyOf(place));
        const before = restated.get(keyOf(place)) ?? [];
        const presence = presenceIn(deal, quarter, measure);
        const outcome = restate(row === undefined ? null : countOf(row), before, presence);
        if (outcome.kind === 'said') continue;
        superseded.push(
          ...before.filter(({ decision }) => decision === null).map((one) => one.restatement_id),
        );
        if (outcome.kind === 'agrees') continue;
        const { before: was, after, absence, deltaMinor } = outcome.restatement;
        const cause = causeOf(deal.opportunityId);
        raised.push({ ...place, before: was, after: { ...after, absence }, delta_minor: deltaMinor, cause });
      }
    }
  }
  await supersede(tx, org, superseded, actorId(context.actor), context.now);
  const rows: NewRestatement[] = [];
  for (const one of raised) {
    const restatement_id = context.ports.ids.next<Id<'restatement'>>(context.now);
    rows.push({ ...one, restatement_id, number: await nextNumber(tx, org, 'restatement') });
  }
  await insertRestatements(tx, org, rows, context.now);
  record(tx, rows, deals.length);
  await tellFinance(tx, context, closed, rows);
}

/** Tells whoever answers for a closed quarter that it has restatements to decide: the CFO, and who closed it. */
async function tellFinance(
  tx: WriteTx,
  context: Context,
  closed: readonly CloseRow[],
  rows: readonly NewRestatement[],
): Promise<void> {
  if (rows.length === 0) return;
  const finance = await peopleWith(tx, context, ['cfo']);
  for (const { starts_on, closed_by } of closed) {
    const raised = rows.filter((row) => row.starts_on === starts_on);
    const [first] = raised;
    if (first === undefined) continue;
    const quarter = quarterOf(starts_on as LocalDate, context.organization.fiscal).label;
    await tell(tx, context, [...finance, ...(isId(closed_by) ? [closed_by] : [])], {
      kind: 'restatement',
      params: { quarter, count: raised.length },
      link: `/credit/quarters/${starts_on}`,
      eventKey: first.restatement_id,
    });
  }
}

/** Whoever closed it is a member, or the machine's own command line. */
function isId(by: string): boolean {
  return idSchema.safeParse(by).success;
}

/** Each by itself in the trail; where a whole import restates, as one entry over all of them. */
function record(tx: WriteTx, rows: readonly NewRestatement[], deals: number): void {
  if (rows.length > loggedSingly) {
    const hash = createHash('sha256').update(canonicalJson(rows)).digest('hex');
    tx.record({
      action: 'restatement.raise',
      after: { count: rows.length, deals, cause: rows[0]?.cause },
      bulk: { count: rows.length, hash },
      movesFigures: true,
    });
    return;
  }
  for (const row of rows) {
    const { starts_on: quarter, measure, opportunity_id: opportunityId } = row;
    tx.record({
      action: 'restatement.raise',
      entityId: row.restatement_id,
      before: { quarter, measure, opportunityId, ...row.before },
      after: { number: row.number, ...row.after, deltaMinor: row.delta_minor, cause: row.cause },
      movesFigures: true,
    });
  }
}
