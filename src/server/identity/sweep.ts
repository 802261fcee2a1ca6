import type { Identity } from './identity.ts';
import { attemptWindowMs, sessionIdleMs, usedCodeKeptMs } from './limits.ts';
import { deleteWhatIsOver } from './queries.ts';

/** Removes what is over from the tables of identity. A job that runs hourly; nothing depends on when it does. */
export async function sweepIdentity(identity: Identity): Promise<void> {
  const now = identity.clock.now();
  await deleteWhatIsOver(identity.db, {
    now,
    usedSince: now - sessionIdleMs,
    codesSince: now - usedCodeKeptMs,
    attemptsSince: now - attemptWindowMs,
  });
}
