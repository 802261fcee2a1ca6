import { afterEach, describe, expect, it, vi } from 'vitest';
import { testDatabase } from '#test/harness/database.ts';
import { currentUser } from './current-user.ts';
import { identityFixture } from './identity-fixture.ts';
import { attemptLimits, attemptWindowMs, sessionIdleMs, sessionLongestMs } from './limits.ts';
import { endOtherSessions, endSession, listSessions, signOut } from './sessions.ts';
import { signInWithPassword } from './sign-in-with-password.ts';
import { disableUser, enableUser } from './users.ts';

const database = await testDatabase();
const fixture = identityFixture(database.pool);
const { identity, person, browser } = fixture;
const password = 'seven quiet herons wade';
const day = 24 * 3_600_000;

const signIn = async (email: string, given = password, at = browser()) => {
  const result = at.after(await signInWithPassword(identity, at.caller(), { email, password: given }));
  return { at, result };
};

afterEach(() => {
  vi.useRealTimers();
});

describe('signing in by password', () => {
  it('opens a session that the next request has', async () => {
    const { email, userId } = await person(password);
    const { at, result } = await signIn(email.toUpperCase());
    expect(result).toMatchObject({ outcome: 'signed_in', userId });
    expect(await at.user()).toMatchObject({ userId, email, name: 'Ada Test', secondFactor: false });
    expect(fixture.faults).toEqual([]);
  });

  it('sets a cookie that scripts cannot read and other sites cannot send', async () => {
    const { email } = await person(password);
    const { result } = await signIn(email);
    const cookies = result.outcome === 'signed_in' ? result.cookies : [];
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(
      /^tandem\.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  it('sets a __Host- cookie with Secure where the public address is https', async () => {
    const secure = identityFixture(database.pool, 'https://partners.example.org');
    const { email } = await secure.person(password);
    const at = secure.browser();
    const result = at.after(await signInWithPassword(secure.identity, at.caller(), { email, password }));
    const cookies = result.outcome === 'signed_in' ? result.cookies : [];
    expect(cookies[0]).toMatch(
      /^__Host-tandem\.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(await at.user()).toMatchObject({ email });
  });

  it('answers alike for a wrong password, an unknown address, an account without password and a disabled user', async () => {
    const known = await person(password);
    const byMailOnly = await person();
    const disabled = await person(password);
    await disableUser(identity, disabled.userId);
    const answers = [
      await signIn(known.email, 'seven quiet herons fly'),
      await signIn('nobody@example.org'),
      await signIn(byMailOnly.email),
      await signIn(disabled.email),
      await signIn('not an address'),
    ].map((one) => one.result);
    for (const answer of answers) expect(answer).toEqual({ outcome: 'refused', reason: 'wrong_credentials' });
  });

  it('takes as long for an unknown address as for a wrong password', async () => {
    const { email } = await person(password);
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let round = 0; round < 9; round++) {
      for (const [kind, address] of [
        ['known', email],
        ['unknown', `nobody-${round}@example.org`],
      ] as const) {
        const start = performance.now();
        await signIn(address, 'a wrong password, long enough');
        times[kind].push(performance.now() - start);
      }
    }
    const median = (all: number[]) => all.sort((a, b) => a - b)[4] ?? 0;
    const ratio = median(times.known) / median(times.unknown);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  it('stops an account’s attempts from one address after ten, whatever comes then', async () => {
    const { email } = await person(password);
    const at = browser();
    for (let attempt = 0; attempt < attemptLimits.signInPerAccountAndAddress; attempt++) {
      const { result } = await signIn(email, 'a wrong password, long enough', at);
      expect(result).toMatchObject({ reason: 'wrong_credentials' });
    }
    const { result } = await signIn(email, password, at);
    expect(result).toMatchObject({ outcome: 'refused', reason: 'too_many_attempts' });
    if (result.outcome === 'refused') {
      expect(result.retryAfterSeconds).toBeGreaterThan(800);
      expect(result.retryAfterSeconds).toBeLessThanOrEqual(attemptWindowMs / 1000);
    }
    expect((await signIn(email, password)).result.outcome).toBe('signed_in');
  });

  it('counts attempts that come at the same moment, to two servers, one by one', async () => {
    const { email } = await person(password);
    const other = identityFixture(database.pool);
    const caller = browser().caller();
    const results = await Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        signInWithPassword((index % 2 === 0 ? fixture : other).identity, caller, {
          email,
          password: 'a wrong password, long enough',
        }),
      ),
    );
    const refusals = results.map((one) => (one.outcome === 'refused' ? one.reason : one.outcome));
    expect(refusals.filter((reason) => reason === 'wrong_credentials')).toHaveLength(10);
    expect(refusals.filter((reason) => reason === 'too_many_attempts')).toHaveLength(14);
  });

  it('limits an unknown address like a known one', async () => {
    const at = browser();
    for (let attempt = 0; attempt < attemptLimits.signInPerAccountAndAddress; attempt++) {
      await signIn('stranger@example.org', password, at);
    }
    expect((await signIn('stranger@example.org', password, at)).result).toMatchObject({
      reason: 'too_many_attempts',
    });
  });

  it('ends the session that the browser had and gives it a new one', async () => {
    const { email } = await person(password);
    const { at } = await signIn(email);
    const before = at.caller().cookie;
    await signIn(email, password, at);
    expect(at.caller().cookie).not.toBe(before);
    expect(await at.user()).not.toBeNull();
    expect(await currentUser(identity, before)).toBeNull();
  });
});

describe('a session', () => {
  it('is refused by the next request after it was ended elsewhere', async () => {
    const { email } = await person(password);
    const { at: laptop } = await signIn(email);
    const { at: phone } = await signIn(email);
    const onPhone = await phone.signedInUser();
    const sessions = await listSessions(identity, onPhone);
    expect(sessions).toHaveLength(2);
    expect(sessions.filter((one) => one.current)).toHaveLength(1);
    const other = sessions.find((one) => !one.current);
    expect(other).toMatchObject({ userAgent: 'a browser for tests', address: laptop.caller().address });
    expect(await endSession(identity, onPhone, other?.sessionId ?? '')).toBe(true);
    expect(await laptop.user()).toBeNull();
    expect(await phone.user()).not.toBeNull();
  });

  it('cannot be ended by someone else', async () => {
    const [ada, bob] = [
      await signIn((await person(password)).email),
      await signIn((await person(password)).email),
    ];
    const adas = (await ada.at.signedInUser()).sessionId;
    expect(await endSession(identity, await bob.at.signedInUser(), adas)).toBe(false);
    expect(await ada.at.user()).not.toBeNull();
  });

  it('stays alone when the others are ended', async () => {
    const { email } = await person(password);
    const { at: kept } = await signIn(email);
    const { at: other } = await signIn(email);
    expect(await endOtherSessions(identity, await kept.signedInUser())).toBe(1);
    expect(await other.user()).toBeNull();
    expect(await kept.user()).not.toBeNull();
  });

  it('is gone after signing out, on the server and in the browser', async () => {
    const { at } = await signIn((await person(password)).email);
    const stolen = at.caller();
    at.take(await signOut(identity, at.caller()));
    expect(at.caller().cookie).toBeUndefined();
    expect(await currentUser(identity, stolen.cookie)).toBeNull();
  });

  it('ends when its user is disabled, and opens again only for an enabled one', async () => {
    const { email, userId } = await person(password);
    const { at } = await signIn(email);
    await disableUser(identity, userId);
    expect(await at.user()).toBeNull();
    expect((await signIn(email)).result).toEqual({ outcome: 'refused', reason: 'wrong_credentials' });
    await enableUser(identity, userId);
    expect(await at.user()).toBeNull();
    expect((await signIn(email)).result.outcome).toBe('signed_in');
  });

  it('ends after eight days without use, and not while it is used weekly', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { email } = await person(password);
    const { at } = await signIn(email);
    vi.setSystemTime(Date.now() + 7 * day);
    expect(await at.user()).not.toBeNull();
    vi.setSystemTime(Date.now() + 7 * day);
    expect(await at.user()).not.toBeNull();
    vi.setSystemTime(Date.now() + sessionIdleMs + 1000);
    expect(await at.user()).toBeNull();
  });

  it('ends thirty days after sign-in, used or not', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const signedInAt = Date.now();
    const { at } = await signIn((await person(password)).email);
    for (let days = 5; days < 30; days += 5) {
      vi.setSystemTime(signedInAt + days * day);
      expect(await at.user()).not.toBeNull();
    }
    vi.setSystemTime(signedInAt + sessionLongestMs + 1000);
    expect(await at.user()).toBeNull();
  });

  it('is not opened by a cookie that we did not sign', async () => {
    const { email } = await person(password);
    const { at } = await signIn(email);
    const cookie = at.caller().cookie ?? '';
    expect(await currentUser(identity, cookie)).not.toBeNull();
    const { rows } = await database.pool.query<{ token: string }>(
      `select token from identity.session s join identity."user" u on u.id = s.user_id where email = $1`,
      [email],
    );
    const token = rows[0]?.token ?? '';
    const name = 'tandem.session_token';
    for (const forged of [
      `${name}=${token}`,
      `${name}=${token}.`,
      `${name}=${token}.${Buffer.alloc(32).toString('base64')}`,
      `${name}=${encodeURIComponent(`${token}x.${Buffer.alloc(32).toString('base64')}`)}`,
      `${name}=%E0%A4%A`,
      cookie.replace('session_token', 'session_tokem'),
      '',
      ';;;=;',
    ]) {
      expect(await currentUser(identity, forged)).toBeNull();
    }
  });
});
