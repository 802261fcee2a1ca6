import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { writeTransaction } from '#server/database/transaction.ts';
import { testDatabase } from '#test/harness/database.ts';
import { changePassword } from './change-password.ts';
import { identityFixture, tokenIn } from './identity-fixture.ts';
import { refusePassword } from './password-policy.ts';
import { redeemMagicLink } from './redeem-magic-link.ts';
import { requestMagicLink, requestPasswordReset } from './request-mail.ts';
import { resetPassword } from './reset-password.ts';
import { signInWithPassword } from './sign-in-with-password.ts';
import { createUser, disableUser, findUser, openFirstSession } from './users.ts';

const database = await testDatabase();
const fixture = identityFixture(database.pool);
const { identity, person, browser, runJobs } = fixture;
const password = 'seven quiet herons wade';
const newPassword = 'nine loud geese take off';

const signIn = async (email: string, given: string, at = browser()) => {
  const result = at.after(await signInWithPassword(identity, at.caller(), { email, password: given }));
  return { at, result };
};

afterEach(() => {
  vi.useRealTimers();
});

describe('a new password', () => {
  const ada = { email: 'ada.lovelace@example.org', name: 'Ada Lovelace' };

  it('has ten characters at least and 128 at most', () => {
    expect(refusePassword('xK3#qLm9z', ada)).toBe('password_too_short');
    expect(refusePassword('xK3#qLm9zP', ada)).toBeNull();
    expect(refusePassword('heron wade '.repeat(12).slice(0, 128), ada)).toBeNull();
    expect(refusePassword('heron wade '.repeat(12).slice(0, 129), ada)).toBe('password_too_long');
  });

  it.each([
    'password123',
    'Password1!',
    'P@ssw0rd2026',
    'passwordpassword',
    'Welcome2026!',
    'qwertyuiop',
    'Qwerty123456',
    '1q2w3e4r5t',
    '1qaz2wsx3edc',
    '1234567890',
    '0987654321',
    '20262026202',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'iloveyou12',
    'letmein2026',
    'administrator',
    'changeme!!',
    'Summer2026!!',
    'football123',
    'tandem-2026',
    'Partner123!',
    'lovelace2026',
    'ada.lovelace',
    'AdaLovelace1!',
  ])('is not the common %s', (common) => {
    expect(refusePassword(common, ada)).toBe('password_too_common');
  });

  it.each([
    'correct horse staple',
    'seven quiet herons wade',
    'kqzxvbnwpt',
    'пароль с пробелами',
    '密码密码密码很长的密码一二三',
    'my red tractor',
    '😀🎈🧀🚲🌧🐙🪁🧵🧊🔭',
  ])('needs no kinds of characters: %s', (fine) => {
    expect(refusePassword(fine, ada)).toBeNull();
  });

  it('is judged in no time, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 10, maxLength: 128 }), (text) => {
        // Time of the processor, not of the wall: a busy machine makes nothing slower here.
        const start = process.cpuUsage();
        refusePassword(text, ada);
        expect(process.cpuUsage(start).user).toBeLessThan(100_000);
      }),
      { numRuns: 500 },
    );
    expect(refusePassword('pass'.repeat(32), ada)).toBe('password_too_common');
  });
});

describe('making a user', () => {
  it('refuses an address that is taken, in any case of letters', async () => {
    const { email } = await person(password);
    const again = await writeTransaction(database.pool, {}, (tx) =>
      createUser(identity, tx, { email: email.toUpperCase(), name: 'Bob', password }),
    );
    expect(again).toEqual({ outcome: 'refused', reason: 'email_taken' });
  });

  it('leaves nothing when its transaction fails', async () => {
    const email = 'never-was@example.org';
    await expect(
      writeTransaction(database.pool, {}, async (tx) => {
        await createUser(identity, tx, { email, name: 'Never', password });
        throw new Error('something else failed');
      }),
    ).rejects.toThrow('something else failed');
    expect((await signIn(email, password)).result.outcome).toBe('refused');
  });

  it('makes one of two with the same address at the same moment', async () => {
    const email = 'raced@example.org';
    const make = () =>
      writeTransaction(database.pool, {}, (tx) =>
        createUser(identity, tx, { email, name: 'Race', password }),
      );
    const outcomes = (await Promise.all([make(), make()])).map((one) => one.outcome);
    expect(outcomes.sort()).toEqual(['created', 'refused']);
  });

  it('opens a first session, and none for a user who is disabled or gone', async () => {
    const { userId } = await person();
    const at = browser();
    at.take(await openFirstSession(identity, at.caller(), userId));
    expect(await at.user()).toMatchObject({ userId });
    await disableUser(identity, userId);
    expect(await openFirstSession(identity, at.caller(), userId)).toEqual([]);
    expect(await findUser(identity, 'nobody')).toBeNull();
  });

  it('keeps the password as a slow hash with a salt', async () => {
    const [one, two] = [await person(password), await person(password)];
    const { rows } = await database.pool.query<{ password: string }>(
      'select password from identity.account where user_id = any($1)',
      [[one.userId, two.userId]],
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]?.password).not.toBe(rows[1]?.password);
    for (const row of rows) expect(row.password).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/);
  });
});

describe('changing a password', () => {
  it('asks for the current one, ends the other sessions and renews this one', async () => {
    const { email } = await person(password);
    const { at } = await signIn(email, password);
    const { at: other } = await signIn(email, password);
    const user = await at.signedInUser();
    const change = (currentPassword: string | undefined, wanted: string) =>
      changePassword(identity, at.caller(), user, {
        ...(currentPassword === undefined ? {} : { currentPassword }),
        newPassword: wanted,
      });
    expect(await change('a wrong password', newPassword)).toMatchObject({ reason: 'wrong_password' });
    expect(await change(undefined, newPassword)).toMatchObject({ reason: 'wrong_password' });
    expect(await change(password, 'password123')).toMatchObject({ reason: 'password_too_common' });
    const before = at.caller().cookie;
    const changed = await change(password, newPassword);
    if (changed.outcome !== 'changed') throw new Error(changed.reason);
    at.take(changed.cookies);
    expect(at.caller().cookie).not.toBe(before);
    expect(await at.user()).not.toBeNull();
    expect(await other.user()).toBeNull();
    expect((await runJobs())[0]).toMatchObject({ to: { address: email } });
    expect((await signIn(email, password)).result.outcome).toBe('refused');
    expect((await signIn(email, newPassword)).result.outcome).toBe('signed_in');
  });

  it('lets who signs in by mail set a first one, soon after signing in', async () => {
    const { email } = await person();
    const at = browser();
    await requestMagicLink(identity, at.caller(), { email });
    at.after(await redeemMagicLink(identity, at.caller(), { token: tokenIn((await runJobs()).at(-1)) }));
    const set = await changePassword(identity, at.caller(), await at.signedInUser(), { newPassword });
    expect(set.outcome).toBe('changed');
    expect(await at.user()).not.toBeNull();
    expect((await signIn(email, newPassword)).result.outcome).toBe('signed_in');
  });
});

describe('resetting a password', () => {
  const tokenFor = async (email: string) => {
    await requestPasswordReset(identity, browser().caller(), { email });
    return tokenIn((await runJobs()).at(-1));
  };
  const reset = (token: string, wanted = newPassword) =>
    resetPassword(identity, browser().caller(), { token, newPassword: wanted });

  it('sets a new one by mail, once, and ends every session', async () => {
    const { email } = await person(password);
    const { at } = await signIn(email, password);
    const token = await tokenFor(email);
    expect(await reset(token)).toEqual({ outcome: 'reset' });
    expect(await at.user()).toBeNull();
    expect(await reset(token, 'eleven more geese fly')).toEqual({ outcome: 'refused', reason: 'link_spent' });
    expect((await signIn(email, password)).result.outcome).toBe('refused');
    expect((await signIn(email, newPassword)).result.outcome).toBe('signed_in');
  });

  it('does not spend the link on a password that is refused', async () => {
    const { email } = await person(password);
    const token = await tokenFor(email);
    expect(await reset(token, 'password123')).toMatchObject({ reason: 'password_too_common' });
    expect(await reset(token, 'short')).toMatchObject({ reason: 'password_too_short' });
    expect(await reset(token)).toEqual({ outcome: 'reset' });
  });

  it('is done by exactly one of two at the same moment, at two servers', async () => {
    const { email } = await person(password);
    const token = await tokenFor(email);
    const other = identityFixture(database.pool).identity;
    const outcomes = await Promise.all([
      reset(token),
      resetPassword(other, browser().caller(), { token, newPassword: 'eleven more geese fly' }),
    ]);
    expect(outcomes.filter((one) => one.outcome === 'reset')).toHaveLength(1);
  });

  it('works for an hour', async () => {
    const { email } = await person(password);
    const token = await tokenFor(email);
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + 61 * 60_000);
    expect(await reset(token)).toEqual({ outcome: 'refused', reason: 'link_spent' });
  });

  it('is asked for with one answer, whether or not there is such a person', async () => {
    const { email } = await person(password);
    const answers = [
      await requestPasswordReset(identity, browser().caller(), { email }),
      await requestPasswordReset(identity, browser().caller(), { email: 'nobody@example.org' }),
    ];
    expect(answers[0]).toEqual(answers[1]);
    expect(await runJobs()).toHaveLength(1);
  });

  it('does not take a magic link for a password link, or the other way', async () => {
    const { email } = await person(password);
    const token = await tokenFor(email);
    const at = browser();
    expect(await redeemMagicLink(identity, at.caller(), { token })).toMatchObject({ reason: 'link_spent' });
    await requestMagicLink(identity, at.caller(), { email });
    expect(await reset(tokenIn((await runJobs()).at(-1)))).toMatchObject({ reason: 'link_spent' });
  });
});
