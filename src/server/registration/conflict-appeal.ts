/**
 * The appeal against a ruling on who gets an account (DR-15): the side that lost appeals once, somebody who did not rule
 * decides, and where the appeal is granted the protection moves by a ruling that is kept beside the first.
 *
 * Handbook: docs/handbook/registration.md
 */

import { conflictAfter } from '#core/registration/conflict.ts';
import type { RejectionKind } from '#core/registration/rejection-kinds.ts';
import { actorId, type Context } from '../access/context.ts';
import type { WriteTx } from '../audit/write.ts';
import { invalidField, ProblemError } from '../problem.ts';
import {
  type ConflictRow,
  claimsIn,
  conflictByNumber,
  conflictOf,
  updateAppealed,
  updateFinal,
} from './conflict-queries.ts';
import { deskMembers } from './decider-queries.ts';
import { append, type Registration, readRegistration } from './ledger.ts';
import type { PageToday } from './page.ts';
import { tellPartner } from './tell-registration.ts';

/** DR-15: whether what is appealed is a ruling, and no other rejection. */
function isByRuling({ events }: Registration): boolean {
  const last = events.findLast(({ type }) => ['refuse', 'reject', 'rule_against'].includes(type));
  return last?.type === 'rule_against';
}

/** The case by whose ruling a registration was rejected, held; null where another rejection stands. */
async function caseOf(
  tx: WriteTx,
  context: Context,
  registration: Registration,
): Promise<ConflictRow | null> {
  if (!isByRuling(registration)) return null;
  const org = context.organization.orgId;
  const found = await conflictOf(tx, org, registration.row.registration_id);
  return found && conflictByNumber(tx, org, found.number, 'lock');
}

/** DR-15: an appeal opens the case of its ruling again; another side that lost may join it until it is decided. */
export async function appealCase(tx: WriteTx, context: Context, registration: Registration): Promise<void> {
  const conflict = await caseOf(tx, context, registration);
  if (conflict === null || conflict.state === 'appealed') return;
  const move = conflictAfter(conflict.state, 'appeal');
  if (!move.ok) throw new ProblemError('conflict', 'The ruling on this account is final.');
  await updateAppealed(tx, context.organization.orgId, conflict.conflict_id, context.now);
  tx.record({
    action: 'conflict.appeal',
    entityId: conflict.conflict_id,
    after: { number: conflict.number, registration: registration.row.number },
  });
}

/** The case whose ruling a registration appeals, held; null where another rejection is appealed. */
export async function caseOfAppeal(
  tx: WriteTx,
  context: Context,
  registration: Registration,
): Promise<ConflictRow | null> {
  const conflict = await caseOf(tx, context, registration);
  return conflict?.state === 'appealed' ? conflict : null;
}

/**
 * DR-15: who decides an appeal: the CRO, and the CEO where no CRO can because each of them ruled. Nobody decides about
 * their own ruling. Throws `conflict` with the reason.
 */
export async function requireOtherJudge(
  tx: WriteTx,
  context: Context,
  conflict: ConflictRow | null,
): Promise<void> {
  const { actor } = context;
  if (conflict?.ruled_by === actorId(actor)) {
    throw new ProblemError('conflict', 'You ruled on this case. Somebody else decides its appeal.');
  }
  if (actor.kind !== 'member') return;
  if (actor.roles.includes('cro')) return;
  const members = await deskMembers(tx, context.organization.orgId);
  const cro = members.find(
    (one) =>
      one.roles.includes('cro') && one.suspended_at === null && one.membership_id !== conflict?.ruled_by,
  );
  if (cro) throw new ProblemError('conflict', 'The CRO decides on appeals; the CEO only where no CRO can.');
}

/**
 * DR-15: decides the case with its appeal, finally and in writing. Where it is granted, whoever has the account by the
 * first ruling is set aside before the other one is accepted; whoever joined the case later is told no.
 */
export async function decideCase(
  tx: WriteTx,
  context: Context,
  conflict: ConflictRow,
  ruling: { readonly winner: string; readonly isGranted: boolean; readonly words: string },
  page: PageToday,
): Promise<void> {
  const org = context.organization.orgId;
  const words = ruling.words.trim();
  if (words === '') {
    throw invalidField(
      'body.words',
      'the reason in writing',
      'nothing',
      'Write one paragraph that stands for later cases.',
    );
  }
  const parties = await claimsIn(tx, org, { conflictId: conflict.conflict_id });
  for (const party of parties) {
    if (party.registration_id === ruling.winner) continue;
    const other = await readRegistration(tx, context, party.registration_id, 'lock');
    const { state } = other.life;
    if (ruling.isGranted && (state === 'accepted' || state === 'converted')) {
      const after = await append(tx, context, other, { type: 'void', by: 'panel' }, page.body);
      await tellPartner(tx, context, after, 'void');
    } else if (state === 'conflict') {
      const reason: RejectionKind = 'otherPartner';
      const event = { type: 'rule_against', by: 'panel', reason, words } as const;
      await tellPartner(tx, context, await append(tx, context, other, event, page.body), 'rejected');
    }
  }
  const final = conflictAfter(conflict.state, 'rule_finally');
  if (!final.ok) throw new ProblemError('conflict', final.why);
  const winner = ruling.isGranted ? ruling.winner : conflict.winner_id;
  await updateFinal(tx, org, conflict.conflict_id, {
    winner,
    words,
    by: actorId(context.actor),
    now: context.now,
  });
  tx.record({
    action: 'conflict.rule_finally',
    entityId: conflict.conflict_id,
    before: { winner: conflict.winner_id },
    after: { number: conflict.number, isGranted: ruling.isGranted, winner, words },
  });
}
