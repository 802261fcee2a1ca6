import type { UserId } from '#core/ids.ts';
import { brandId } from '#core/ids.ts';
import { signedCookie } from './cookies.ts';
import type { Identity } from './identity.ts';
import { sessionIdleMs, sessionTouchMs } from './limits.ts';
import { sessionOfToken, touchSession } from './queries.ts';

export type CurrentUser = {
  readonly userId: UserId;
  readonly email: string;
  readonly name: string;
  readonly sessionId: string;
  readonly secondFactor: boolean;
  /** When this session was opened, epoch milliseconds. */
  readonly signedInAt: number;
};

/**
 * Who sent this Cookie header, or null: no cookie, one that we did not sign, a session that was ended, that is past its
 * absolute limit or was idle for too long, or a user who is disabled. Asks the database each time, so an ended session
 * is refused by the next request.
 */
export async function currentUser(
  identity: Identity,
  cookie: string | undefined,
): Promise<CurrentUser | null> {
  const token = signedCookie(cookie, identity.cookies().session, identity.secret);
  if (token === null) return null;
  const now = identity.clock.now();
  const session = await sessionOfToken(identity.db, token, now, now - sessionIdleMs);
  if (!session) return null;
  if (session.lastUsedAt < now - sessionTouchMs) await touchSession(identity.db, session.id, now);
  return {
    userId: brandId<UserId>(session.userId),
    email: session.email,
    name: session.name,
    sessionId: session.id,
    secondFactor: session.secondFactor,
    signedInAt: session.startedAt,
  };
}
