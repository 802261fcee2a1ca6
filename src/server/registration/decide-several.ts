/**
 * Several registrations answered by one act (DR-4 to DR-7, DR-16). Each is decided in its own right: in a transaction,
 * with guards and an entry in the trail of its own. What cannot be decided says why and stops no other.
 *
 * Handbook: docs/handbook/registration.md
 */

import { createHash } from 'node:crypto';
import { type Context, requireCapability } from '../access/context.ts';
import { write } from '../audit/write.ts';
import { readTransaction } from '../database/transaction.ts';
import { ProblemError } from '../problem.ts';
import { acceptRegistration, type Decided, rejectRegistration, returnRegistration } from './decide.ts';
import { numbersOf } from './queries.ts';

/** So many are decided by one act at most: as many as a page of the queue shows. */
export const mostAtOnce = 50;

export type SameAnswer =
  | { readonly kind: 'accept' }
  | { readonly kind: 'reject'; readonly reason: string; readonly words: string }
  | { readonly kind: 'return'; readonly asks: string; readonly isIncomplete: boolean };

/** What became of one. `approved`: a yes is recorded, the next seat decides. `contested`: its account is another's. */
export type AnsweredOne = {
  readonly registrationId: string;
  readonly number: number | null;
  readonly outcome: 'accepted' | 'approved' | 'contested' | 'rejected' | 'returned' | 'refused';
  /** Why it was not decided; null where it was. */
  readonly why: string | null;
};

/**
 * Gives each of these registrations the same answer, in the order given, each by the rules that hold for it alone. A yes
 * takes only those whose checks all pass; the others want a look each.
 */
export async function decideRegistrations(
  context: Context,
  registrationIds: readonly string[],
  answer: SameAnswer,
): Promise<readonly AnsweredOne[]> {
  requireCapability(context, 'registration.decide');
  const org = context.organization.orgId;
  // The key stands for this list and this answer; each registration then has a key of its own under it.
  if (context.idempotency !== null) await write(context, async () => {}, { mayChangeNothing: true });
  const ids = [...new Set(registrationIds)];
  const numbers = await readTransaction(context.ports.pool, { org }, (tx) => numbersOf(tx, org, ids));
  const answers: AnsweredOne[] = [];
  for (const registrationId of ids) {
    const one = { registrationId, number: numbers.get(registrationId) ?? null };
    try {
      const decided = await decideOne(withOwnKey(context, registrationId), registrationId, answer);
      answers.push({ ...one, outcome: outcomeOf(answer, decided), why: null });
    } catch (error) {
      answers.push({ ...one, outcome: 'refused', why: whyOf(error) });
    }
  }
  return answers;
}

function decideOne(context: Context, id: string, answer: SameAnswer): Promise<Decided> {
  switch (answer.kind) {
    case 'accept':
      return acceptRegistration(context, id, { changed: null, opportunityId: null, onlyIfClear: true });
    case 'reject':
      return rejectRegistration(context, id, answer);
    case 'return':
      return returnRegistration(context, id, answer);
  }
}

function outcomeOf({ kind }: SameAnswer, { state, conflict }: Decided): AnsweredOne['outcome'] {
  if (conflict) return 'contested';
  if (kind === 'accept') return state === 'submitted' ? 'approved' : 'accepted';
  return kind === 'reject' ? 'rejected' : 'returned';
}

function withOwnKey(context: Context, id: string): Context {
  const { idempotency } = context;
  if (idempotency === null) return context;
  const key = createHash('sha256').update(`${idempotency.key} ${id}`).digest('hex');
  return { ...context, idempotency: { ...idempotency, key } };
}

/** A business no in its words. A fault of ours is told as one: the registration stands as before. */
function whyOf(error: unknown): string {
  if (error instanceof ProblemError) return error.message;
  process.emitWarning(`One of several registrations could not be decided: ${String(error)}`);
  return 'A fault of ours stopped this one. It stands as before; try it again.';
}
