import { createHmac } from 'node:crypto';
import type { Identity } from './identity.ts';
import { attemptLimits, attemptWindowMs } from './limits.ts';
import { countAttempts, forgetAttempts } from './queries.ts';

type AttemptKind = keyof typeof attemptLimits;

/** What is counted, and of whom. The subject is an address, an account's mail address, or both. */
export type Attempt = { readonly kind: AttemptKind; readonly subject: string };

/** Kept as a keyed hash, so that the table tells nobody who tried to sign in from where. */
function keyOf(identity: Identity, attempt: Attempt): Buffer {
  return createHmac('sha256', identity.secret)
    .update(`attempt\0${attempt.kind}\0${attempt.subject}`)
    .digest();
}

/**
 * Counts these attempts in the database, so that all web processes count together, and answers in how many seconds
 * the next is allowed when one of them is over its limit, otherwise null. Refused attempts count too.
 * Whether an account exists plays no part.
 */
export async function refusedForSeconds(
  identity: Identity,
  attempts: readonly Attempt[],
): Promise<number | null> {
  const now = identity.clock.now();
  const keyed = attempts.map((attempt) => ({
    key: keyOf(identity, attempt),
    limit: attemptLimits[attempt.kind],
  }));
  const counts = await countAttempts(
    identity.db,
    keyed.map((one) => one.key),
    now,
    now - attemptWindowMs,
  );
  let seconds: number | null = null;
  for (const { key, limit } of keyed) {
    const counted = counts.find((row) => key.equals(row.key));
    if (!counted || counted.count <= limit) continue;
    const left = Math.max(1, Math.ceil((counted.windowStartedAt + attemptWindowMs - now) / 1000));
    seconds = Math.max(seconds ?? 0, left);
  }
  return seconds;
}

/** Forgets the attempts of someone who has now proved who they are. */
export async function forgiveAttempts(identity: Identity, attempts: readonly Attempt[]): Promise<void> {
  await forgetAttempts(
    identity.db,
    attempts.map((attempt) => keyOf(identity, attempt)),
  );
}
