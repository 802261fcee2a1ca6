/**
 * The appeal against a ruling on who gets an account (DR-15): a side whose registration was rejected or set aside appeals
 * once, somebody who did not rule decides, and where the appeal is granted the protection moves by a ruling that is kept
 * beside the first.
 *
 * Handbook: docs/handbook/registration.md
 */

import { conflictAfter } from '#core/registration/conflict.ts';
import type { RejectionKind } from '#core/registration/rejection-kinds.ts';
import { actorId, type Context } from '../access/context.ts';
import type { WriteTx } from '../audit/write.ts';
import { invalidField, ProblemError, refused } from '../problem.ts';
import {
  type ConflictRow,
  claimsIn,
  conflictByNumber,
  conflictOf,
  openConflictOn,
  updateAppealed,
  updateFinal,
} from './conflict-queries.ts';
import { deskMembers } from './decider-queries.ts';
import { append, type Happening, type Registration, readRegistration } from './ledger.ts';
import type { PageToday } from './page.ts';
import { hasAccount, setAside } from './set-aside.ts';
import { tellPartner } from './tell-registration.ts';

/** DR-15: whether what is appealed is a ruling, be it a no or the end of what was accepted, and no other rejection. */
function isByRuling(events: Registration['events']): boolean {
  const last = events.findLast(({ type }) => ['refuse', 'reject', 'rule_against', 'void'].includes(type));
  return last?.type === 'rule_against' || last?.type === 'void';
}

/** DR-15: the page as it holds for a registration: where the ruling on its account is final, it has no appeal. */
export function appealPage(
  page: PageToday,
  { row, events }: Registration,
  closed: ReadonlySet<string>,
): PageToday {
  if (!closed.has(row.registration_id) || !isByRuling(events)) return page;
  return { ...page, body: { ...page.body, deciding: { ...page.body.deciding, appeals: 0 } } };
}

/**
 * The case by whose ruling a registration was rejected or set aside, held; null where another rejection stands. Whoever
 * rules holds the case before its registrations, so whoever appeals does too.
 */
export async function holdCase(
  tx: WriteTx,
  context: Context,
  registration: Registration,
): Promise<ConflictRow | null> {
  if (!isByRuling(registration.events)) return null;
  const org = context.organization.orgId;
  const found = await conflictOf(tx, org, registration.row.registration_id);
  return found && conflictByNumber(tx, org, found.number, 'lock');
}

/**
 * DR-15: an appeal opens the case of its ruling again; another side that lost may join it until it is decided. Returns
 * the case; null where another rejection is appealed.
 */
export async function appealCase(
  tx: WriteTx,
  context: Context,
  registration: Registration,
): Promise<ConflictRow | null> {
  const conflict = await holdCase(tx, context, registration);
  if (conflict === null || conflict.state === 'appealed') return conflict;
  const move = conflictAfter(conflict.state, 'appeal');
  if (!move.ok) throw refused('conflict', 'registration.final');
  const org = context.organization.orgId;
  if ((await openConflictOn(tx, org, conflict.account_key)) !== null) {
    throw refused('conflict', 'registration.in_hand');
  }
  await updateAppealed(tx, org, conflict.conflict_id, context.now);
  tx.record({
    action: 'conflict.appeal',
    entityId: conflict.conflict_id,
    after: { number: conflict.number, registration: registration.row.number },
  });
  return conflict;
}

/** The case whose ruling a registration appeals, held; null where another rejection is appealed. */
export async function caseOfAppeal(
  tx: WriteTx,
  context: Context,
  registration: Registration,
): Promise<ConflictRow | null> {
  const conflict = await holdCase(tx, context, registration);
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

/** DR-15: a ruling on an appeal is written, since it stands for later cases. */
function requireWords(words: string): string {
  const said = words.trim();
  if (said !== '') return said;
  throw invalidField(
    'body.words',
    'the reason in writing',
    'nothing',
    'Write one paragraph that stands for later cases.',
  );
}

/** DR-15: an appeal that is not granted leaves what it was about: the rejection, or that it is set aside. */
export async function refuseAppeal(
  tx: WriteTx,
  context: Context,
  registration: Registration,
  words: string,
  page: PageToday,
): Promise<void> {
  const type = registration.life.taken === null ? 'uphold' : 'keep_aside';
  const event = { type, by: 'cro', words: words.trim() } as Happening;
  await tellPartner(tx, context, await append(tx, context, registration, event, page.body), 'upheld');
}

/**
 * DR-15: decides the case with its appeal, finally and in writing. Where it is granted, whoever has the account by the
 * first ruling is set aside before the other one gets it, and whoever else appealed or joined the case later is told no.
 * Where it is not, the case stays open for as long as another side's appeal waits.
 */
export async function decideCase(
  tx: WriteTx,
  context: Context,
  conflict: ConflictRow,
  ruling: { readonly winner: string; readonly isGranted: boolean; readonly words: string },
  page: PageToday,
): Promise<void> {
  const org = context.organization.orgId;
  const words = requireWords(ruling.words);
  const { isGranted } = ruling;
  const parties = await claimsIn(tx, org, { conflictId: conflict.conflict_id });
  const others = parties.filter(({ registration_id: id }) => id !== ruling.winner);
  if (!isGranted && others.some(({ state }) => state === 'appealed')) return;
  for (const party of others) {
    const other = await readRegistration(tx, context, party.registration_id, 'lock');
    const { state } = other.life;
    if (isGranted && hasAccount(state)) {
      await setAside(tx, context, other, { ground: null, words }, page);
    } else if (isGranted && state === 'appealed') {
      await refuseAppeal(tx, context, other, words, page);
    } else if (state === 'conflict') {
      const reason: RejectionKind = 'otherPartner';
      const event = { type: 'rule_against', by: 'panel', reason, words } as const;
      await tellPartner(tx, context, await append(tx, context, other, event, page.body), 'rejected');
    }
  }
  const final = conflictAfter(conflict.state, 'rule_finally');
  if (!final.ok) throw new ProblemError('conflict', final.why);
  const winner = isGranted ? ruling.winner : conflict.winner_id;
  const by = actorId(context.actor);
  await updateFinal(tx, org, conflict.conflict_id, { winner, words, by, now: context.now });
  tx.record({
    action: 'conflict.rule_finally',
    entityId: conflict.conflict_id,
    before: { winner: conflict.winner_id },
    after: { number: conflict.number, isGranted, winner, words },
  });
}
