import type { Pool } from '#server/database/pool.ts';
import { planName, type Tx } from '#server/database/transaction.ts';

/** Runs a statement: on its own, or within the transaction of a verb that makes a user together with other rows. */
export type Runs = Pick<Tx, 'query'>;

/** Each statement on its own, planned once by each connection: who calls is asked with every request. */
export function runsOn(pool: Pool): Runs {
  return {
    query: async (text, values = []) =>
      (await pool.query({ name: planName(text), text, values: values as unknown[] })).rows as never,
  };
}

export type SessionRow = {
  id: string;
  userId: string;
  email: string;
  name: string;
  secondFactor: boolean;
  startedAt: number;
  lastUsedAt: number;
};

/** The session of a token while it is within both limits and its user is not disabled. */
export async function sessionOfToken(db: Runs, token: string, now: number, usedSince: number) {
  const rows = await db.query<SessionRow>(
    `select s.id, s.user_id as "userId", u.email, u.name, u.two_factor_enabled as "secondFactor",
       s.created_at as "startedAt", s.updated_at as "lastUsedAt"
     from identity.session s join identity."user" u on u.id = s.user_id
     where s.token = $1 and s.expires_at > $2 and s.updated_at > $3 and u.disabled_at is null`,
    [token, new Date(now), new Date(usedSince)],
  );
  return rows[0] ?? null;
}

export async function touchSession(db: Runs, sessionId: string, now: number): Promise<void> {
  await db.query('update identity.session set updated_at = $2 where id = $1', [sessionId, new Date(now)]);
}

export type ListedSessionRow = {
  sessionId: string;
  startedAt: number;
  lastUsedAt: number;
  endsAt: number;
  address: string | null;
  userAgent: string | null;
};

export function sessionsOfUser(db: Runs, userId: string, now: number, usedSince: number) {
  return db.query<ListedSessionRow>(
    `select id as "sessionId", created_at as "startedAt", updated_at as "lastUsedAt", expires_at as "endsAt",
       nullif(ip_address, '') as address, nullif(user_agent, '') as "userAgent"
     from identity.session where user_id = $1 and expires_at > $2 and updated_at > $3
     order by updated_at desc, id desc limit 200`,
    [userId, new Date(now), new Date(usedSince)],
  );
}

/** Deletes one session of this user and answers whether there was one. */
export async function deleteSession(db: Runs, userId: string, sessionId: string): Promise<boolean> {
  const rows = await db.query('delete from identity.session where user_id = $1 and id = $2 returning id', [
    userId,
    sessionId,
  ]);
  return rows.length > 0;
}

/** Deletes a user's sessions, but for the one that is kept (null: none), and answers how many there were. */
export async function deleteSessions(
  db: Runs,
  userId: string,
  kept: { id: string } | { token: string } | null,
): Promise<number> {
  const rows = await db.query(
    `delete from identity.session
     where user_id = $1 and id is distinct from $2 and token is distinct from $3 returning id`,
    [userId, kept && 'id' in kept ? kept.id : null, kept && 'token' in kept ? kept.token : null],
  );
  return rows.length;
}

export async function deleteSessionOfToken(db: Runs, token: string): Promise<void> {
  await db.query('delete from identity.session where token = $1', [token]);
}

export type UserRow = { userId: string; email: string; name: string; disabledAt: number | null };

const userColumns = 'id as "userId", email, name, disabled_at as "disabledAt"';

export async function userOfEmail(db: Runs, email: string): Promise<UserRow | null> {
  const rows = await db.query<UserRow>(`select ${userColumns} from identity."user" where email = $1`, [
    email,
  ]);
  return rows[0] ?? null;
}

export async function userOfId(db: Runs, userId: string): Promise<UserRow | null> {
  const rows = await db.query<UserRow>(`select ${userColumns} from identity."user" where id = $1`, [userId]);
  return rows[0] ?? null;
}

export function usersOfIds(db: Runs, userIds: readonly string[]): Promise<UserRow[]> {
  return db.query(`select ${userColumns} from identity."user" where id = any($1::text[])`, [userIds]);
}

export async function hasPassword(db: Runs, userId: string): Promise<boolean> {
  const rows = await db.query(
    `select from identity.account where user_id = $1 and provider_id = 'credential' and password is not null`,
    [userId],
  );
  return rows.length > 0;
}

/**
 * Inserts a user and answers whether the address was free. The address counts as verified: users are made only by
 * who holds the set-up token, or an invitation that was mailed to that address.
 */
export async function insertUser(
  db: Runs,
  user: { id: string; email: string; name: string; now: number },
): Promise<boolean> {
  const rows = await db.query(
    `insert into identity."user" (id, email, name, email_verified, created_at, updated_at)
     values ($1, $2, $3, true, $4, $4) on conflict (email) do nothing returning id`,
    [user.id, user.email, user.name, new Date(user.now)],
  );
  return rows.length > 0;
}

export async function insertPassword(
  db: Runs,
  account: { id: string; userId: string; passwordHash: string; now: number },
): Promise<void> {
  await db.query(
    `insert into identity.account (id, user_id, provider_id, account_id, password, created_at, updated_at)
     values ($1, $2, 'credential', $2, $3, $4, $4)`,
    [account.id, account.userId, account.passwordHash, new Date(account.now)],
  );
}

/** Disables a user and ends their sessions in one statement, or enables them again with `at` null. */
export async function setDisabled(
  db: Runs,
  userId: string,
  at: number | null,
  now: number,
): Promise<boolean> {
  const rows = await db.query(
    `with ended as (delete from identity.session where user_id = $1 and $2::timestamptz is not null)
     update identity."user" set disabled_at = $2, updated_at = $3 where id = $1 returning id`,
    [userId, at === null ? null : new Date(at), new Date(now)],
  );
  return rows.length > 0;
}

/** Keeps a code as used and answers whether it had not been used before. */
export async function takeCode(
  db: Runs,
  userId: string,
  codeHash: Uint8Array,
  now: number,
): Promise<boolean> {
  const rows = await db.query(
    `insert into identity.used_code (user_id, code_hash, used_at) values ($1, $2, $3)
     on conflict do nothing returning user_id`,
    [userId, codeHash, new Date(now)],
  );
  return rows.length > 0;
}

/** Counts one attempt for each key, in windows that start over once older than `windowSince`. */
export function countAttempts(db: Runs, keys: readonly Uint8Array[], now: number, windowSince: number) {
  return db.query<{ key: Buffer; count: number; windowStartedAt: number }>(
    `insert into identity.attempt as kept (key, window_started_at, count)
     select key, $2, 1 from unnest($1::bytea[]) as key order by key
     on conflict (key) do update set
       count = case when kept.window_started_at <= $3 then 1 else kept.count + 1 end,
       window_started_at = case when kept.window_started_at <= $3 then excluded.window_started_at
         else kept.window_started_at end
     returning key, count, window_started_at as "windowStartedAt"`,
    [keys, new Date(now), new Date(windowSince)],
  );
}

export async function forgetAttempts(db: Runs, keys: readonly Uint8Array[]): Promise<void> {
  await db.query('delete from identity.attempt where key = any($1::bytea[])', [keys]);
}

/** Removes what is over: ended sessions, spent or expired links and challenges, old codes and attempt windows. */
export async function deleteWhatIsOver(
  db: Runs,
  before: { now: number; usedSince: number; codesSince: number; attemptsSince: number },
): Promise<void> {
  const now = new Date(before.now);
  await db.query('delete from identity.session where expires_at <= $1 or updated_at <= $2', [
    now,
    new Date(before.usedSince),
  ]);
  await db.query('delete from identity.verification where expires_at <= $1', [now]);
  await db.query('delete from identity.used_code where used_at <= $1', [new Date(before.codesSince)]);
  await db.query('delete from identity.attempt where window_started_at <= $1', [
    new Date(before.attemptsSince),
  ]);
}
