import { type Caller, callerHeaders } from './caller.ts';
import { signedCookie } from './cookies.ts';
import type { CurrentUser } from './current-user.ts';
import type { Identity } from './identity.ts';
import { sessionIdleMs } from './limits.ts';
import {
  deleteSession,
  deleteSessionOfToken,
  deleteSessions,
  type ListedSessionRow,
  sessionsOfUser,
} from './queries.ts';

/** A session as its owner sees it. Instants are epoch milliseconds. */
export type ListedSession = ListedSessionRow & { readonly current: boolean };

/** The sessions of a person that are still open, last used first, at most 200. */
export async function listSessions(identity: Identity, user: CurrentUser): Promise<ListedSession[]> {
  const now = identity.clock.now();
  const rows = await sessionsOfUser(identity.db, user.userId, now, now - sessionIdleMs);
  return rows.map((row) => ({ ...row, current: row.sessionId === user.sessionId }));
}

/** Ends one session of this person. False when they have no such session; nobody else's is ever ended. */
export async function endSession(identity: Identity, user: CurrentUser, sessionId: string): Promise<boolean> {
  const ended = await deleteSession(identity.db, user.userId, sessionId);
  if (ended) identity.observe({ kind: 'sessions_ended', userId: user.userId });
  return ended;
}

/** Ends every session of this person but the one that asks. Answers how many. */
export async function endOtherSessions(identity: Identity, user: CurrentUser): Promise<number> {
  const ended = await deleteSessions(identity.db, user.userId, { id: user.sessionId });
  identity.observe({ kind: 'sessions_ended', userId: user.userId });
  return ended;
}

/** Ends the caller's session, if they have one, and answers the Set-Cookie values that forget it. */
export async function signOut(identity: Identity, caller: Caller): Promise<readonly string[]> {
  const token = signedCookie(caller.cookie, identity.cookies().session, identity.secret);
  if (token !== null) await deleteSessionOfToken(identity.db, token);
  const { headers } = await identity
    .auth()
    .api.signOut({ headers: callerHeaders(caller, []), returnHeaders: true });
  identity.observe({ kind: 'signed_out', address: caller.address });
  return headers?.getSetCookie() ?? [];
}
