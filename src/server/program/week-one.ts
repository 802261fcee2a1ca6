import { pages } from '#core/blueprint/document.ts';
import {
  isTaskDone,
  isToldByFacts,
  type WeekOneTask,
  weekOneTaskKeys,
  weekOneTasks,
} from '#core/blueprint/week-one.ts';
import type { LocalDate } from '#core/calendar.ts';
import { decideGates } from '#core/gates/gates.ts';
import { pageWords } from '#core/program/page.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { memberNames } from '../access/member-names.ts';
import { write } from '../audit/write.ts';
import { localDateAt } from '../clock.ts';
import { readTransaction, type Tx } from '../database/transaction.ts';
import { ProblemError } from '../problem.ts';
import { loadDesign } from './watch/load-design.ts';
import { loadGateFacts } from './watch/load-gate-facts.ts';
import { leaderSeat, standingOfPages, waitsForCountersignature, weekOneFacts } from './week-one-facts.ts';
import { openPack, packRow, tickedTasks, tickTask, untickTask } from './week-one-queries.ts';

/** Somebody who holds the leader's seat, and not in the interim. Null for everybody else. */
async function leaderOf(tx: Tx, context: Context, today: LocalDate): Promise<string | null> {
  const { actor, organization } = context;
  if (actor.kind !== 'member') return null;
  const { seats } = await loadDesign(tx, organization, today);
  const own = seats[leaderSeat].find((one) => one.membershipId === actor.membershipId);
  return own && own.interim === null ? actor.membershipId : null;
}

/**
 * The leader's week-one pack: the pages in force with who signed for their seat, their number, the gates that are still
 * closed, and the ten first tasks. Null for anybody but the leader. `openedAt` is null until their first visit opens it.
 */
export function readWeekOne(context: Context) {
  requireCapability(context, 'organization.read');
  const { organization, ports, now } = context;
  const { orgId: org } = organization;
  const today = localDateAt(now, organization.timeZone);
  return readTransaction(ports.pool, { org }, async (tx) => {
    const leader = await leaderOf(tx, context, today);
    if (leader === null) return { pack: null };
    const row = await packRow(tx, org, leader);
    const facts = await weekOneFacts(tx, organization, leader, today);
    const ticks = new Map((await tickedTasks(tx, org, leader)).map((one) => [one.task, one.done_at]));
    const gateFacts = await loadGateFacts(tx, organization, today);
    const { number, target, guard } = gateFacts.document.operating_model.seats[leaderSeat];
    return {
      pack: {
        openedAt: row?.opened_at ?? null,
        closedAt: row?.closed_at ?? null,
        pages: await pagesInForce(tx, context, leader, today),
        number: { number, target, guard },
        closedGates: decideGates(gateFacts)
          .filter((gate) => gate.state === 'closed')
          .map((gate) => gate.key),
        tasks: weekOneTaskKeys.map((task) => ({
          task,
          label: weekOneTasks[task].label,
          guidance: weekOneTasks[task].guidance,
          isDone: isTaskDone(task, facts, [...ticks.keys()]),
          isToldByFacts: isToldByFacts(task),
          doneAt: isToldByFacts(task) ? null : (ticks.get(task) ?? null),
        })),
      },
    };
  });
}

async function pagesInForce(tx: Tx, context: Context, leader: string, today: LocalDate) {
  const standings = await standingOfPages(tx, context.organization, today);
  const names = await memberNames(tx, context.organization.orgId);
  return pageWords.flatMap((word) => {
    const { inForce } = standings[word];
    if (!inForce || inForce.isDraft) return [];
    const signed = inForce.signatures.find(({ seat }) => seat === leaderSeat);
    return {
      word,
      title: pages[word].title,
      version: inForce.version,
      inForceFrom: inForce.begins,
      signedForYou: signed
        ? {
            name: names.get(signed.membershipId) ?? 'a former member',
            interim: signed.interim,
            signedAt: signed.signedAt,
          }
        : null,
      needsCountersignature: waitsForCountersignature(inForce, leader),
    };
  });
}

/** Opens the pack at the leader's first visit. A later visit changes nothing. */
export async function openWeekOne(context: Context): Promise<void> {
  requireCapability(context, 'week_one.work');
  const { organization, ports, now } = context;
  const { orgId: org } = organization;
  const today = localDateAt(now, organization.timeZone);
  const isOpen = await readTransaction(ports.pool, { org }, async (tx) => {
    const leader = requireLeader(await leaderOf(tx, context, today));
    return (await packRow(tx, org, leader))?.closed_at === null;
  });
  if (isOpen) return;
  await write(context, async (tx) => {
    const leader = requireLeader(await leaderOf(tx, context, today));
    await openPack(tx, org, leader, now);
    tx.record({ action: 'week_one.open', entityId: leader });
  });
}

/** Ticks a task of the first week off, or takes the tick back. What facts tell cannot be ticked. */
export async function setTaskDone(context: Context, task: WeekOneTask, done: boolean): Promise<void> {
  requireCapability(context, 'week_one.work');
  const { organization, now } = context;
  const { orgId: org } = organization;
  const today = localDateAt(now, organization.timeZone);
  if (isToldByFacts(task)) {
    throw new ProblemError('conflict', 'Facts tell whether this task is done. Do what it says instead.');
  }
  await write(context, async (tx) => {
    const leader = requireLeader(await leaderOf(tx, context, today));
    await openPack(tx, org, leader, now);
    const changed = done
      ? await tickTask(tx, org, leader, task, now)
      : await untickTask(tx, org, leader, task);
    if (!changed)
      throw new ProblemError('conflict', done ? 'This is ticked off already.' : 'This is not ticked off.');
    tx.record({ action: done ? 'week_one.tick' : 'week_one.untick', entityId: task, after: { leader } });
  });
}

function requireLeader(leader: string | null): string {
  if (leader !== null) return leader;
  throw new ProblemError(
    'conflict',
    'The first-week pack is for the Head of Partnerships in person. Take the seat first.',
  );
}
