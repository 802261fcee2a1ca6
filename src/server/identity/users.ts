import type { Id, UserId } from '#core/ids.ts';
import { answerOf } from './answer.ts';
import { type Caller, callerHeaders } from './caller.ts';
import { foldedEmail } from './email.ts';
import type { Identity } from './identity.ts';
import { type PasswordRefusal, refusePassword } from './password-policy.ts';
import {
  insertPassword,
  insertUser,
  type Runs,
  setDisabled,
  type UserRow,
  userOfEmail,
  userOfId,
  usersOfIds,
} from './queries.ts';

export type UserCreated =
  | { readonly outcome: 'created'; readonly userId: UserId }
  | { readonly outcome: 'refused'; readonly reason: 'email_taken' | PasswordRefusal };

/**
 * Makes a user, with a password or (without one) for sign-in by mail only. Called by set-up and by accepting an
 * invitation, inside their transaction `tx`, so that a user never stands without what they were made for. The mail
 * address counts as proved: whoever calls holds the set-up token or the mailed invitation.
 */
export async function createUser(
  identity: Identity,
  tx: Runs,
  input: { readonly email: string; readonly name: string; readonly password?: string },
): Promise<UserCreated> {
  const email = foldedEmail(input.email);
  const { password } = input;
  const refusal = password === undefined ? null : refusePassword(password, { email, name: input.name });
  if (refusal !== null) return { outcome: 'refused', reason: refusal };
  const now = identity.clock.now();
  const passwordHash = password === undefined ? null : await hashPassword(identity, password);
  const userId = identity.ids.next<UserId>(now);
  if (!(await insertUser(tx, { id: userId, email, name: input.name, now }))) {
    return { outcome: 'refused', reason: 'email_taken' };
  }
  if (passwordHash !== null) {
    await insertPassword(tx, { id: identity.ids.next<Id<'account'>>(now), userId, passwordHash, now });
  }
  identity.observe({ kind: 'user_created', userId });
  return { outcome: 'created', userId };
}

async function hashPassword(identity: Identity, password: string): Promise<string> {
  return (await identity.auth().$context).password.hash(password);
}

/**
 * Opens a session for a user whom `createUser` has just made (after its transaction committed) and answers its
 * Set-Cookie values; none when the user is gone or disabled. Never for a user who existed before: they sign in.
 */
export async function openFirstSession(
  identity: Identity,
  caller: Caller,
  userId: UserId,
): Promise<readonly string[]> {
  const answer = await answerOf(
    identity.auth().api.openSessionForNewUser({
      body: { userId },
      headers: callerHeaders(caller, []),
      returnHeaders: true,
    }),
  );
  if (answer.ok) identity.observe({ kind: 'signed_in', userId, address: caller.address });
  return answer.ok ? answer.cookies : [];
}

/** The user of a mail address, or null. For verbs that already know that the caller may ask. */
export function findUserByEmail(identity: Identity, email: string): Promise<UserRow | null> {
  return userOfEmail(identity.db, foldedEmail(email));
}

/** The user of an id, or null. */
export function findUser(identity: Identity, userId: string): Promise<UserRow | null> {
  return userOfId(identity.db, userId);
}

/** The mail addresses of users, by id. For verbs that already know that the caller may ask. */
export async function emailsOf(
  identity: Identity,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const users = await usersOfIds(identity.db, userIds);
  return new Map(users.map(({ userId, email }) => [userId, email]));
}

/** Disables a user everywhere: their sessions end now and no sign-in succeeds. False when there is no such user. */
export async function disableUser(identity: Identity, userId: string): Promise<boolean> {
  const now = identity.clock.now();
  const found = await setDisabled(identity.db, userId, now, now);
  if (found) identity.observe({ kind: 'user_disabled', userId });
  return found;
}

/** Lets a disabled user sign in again. False when there is no such user. */
export async function enableUser(identity: Identity, userId: string): Promise<boolean> {
  const found = await setDisabled(identity.db, userId, null, identity.clock.now());
  if (found) identity.observe({ kind: 'user_enabled', userId });
  return found;
}
