import { afterEach, describe, expect, it, vi } from 'vitest';
import { testDatabase } from '#test/harness/database.ts';
import { confirmSecondFactor } from './confirm-second-factor.ts';
import { disableSecondFactor } from './disable-second-factor.ts';
import { enableSecondFactor } from './enable-second-factor.ts';
import { authenticator, type Browser, identityFixture, tokenIn } from './identity-fixture.ts';
import { redeemMagicLink } from './redeem-magic-link.ts';
import { replaceBackupCodes } from './replace-backup-codes.ts';
import { requestMagicLink } from './request-mail.ts';
import { signInWithPassword } from './sign-in-with-password.ts';
import { verifySecondFactor } from './verify-second-factor.ts';

const database = await testDatabase();
const fixture = identityFixture(database.pool);
const { identity, person, browser, runJobs } = fixture;
const password = 'seven quiet herons wade';

const signIn = async (email: string, at: Browser = browser()) => {
  const result = at.after(await signInWithPassword(identity, at.caller(), { email, password }));
  return { at, result };
};
const give = async (at: Browser, code: string) =>
  at.after(await verifySecondFactor(identity, at.caller(), { code }));

/** A person with a second factor: their authenticator's address, their backup codes, the browser that made it. */
const guarded = async () => {
  const { email, userId } = await person(password);
  const { at } = await signIn(email);
  const offer = await enableSecondFactor(identity, at.caller(), await at.signedInUser(), { password });
  if (offer.outcome !== 'offered') throw new Error(offer.reason);
  const confirmed = await confirmSecondFactor(identity, at.caller(), await at.signedInUser(), {
    code: authenticator(offer.totpUri),
  });
  if (confirmed.outcome !== 'enabled') throw new Error(confirmed.reason);
  at.take(confirmed.cookies);
  await runJobs();
  return { email, userId, at, ...offer };
};
const sessionsOf = async (userId: string) =>
  (await database.pool.query('select id from identity.session where user_id = $1', [userId])).rows.length;
/** The code of the next half minute: right already, and not the one that confirming has used. */
const nextCode = (totpUri: string) => authenticator(totpUri, Date.now() + 30_000);

afterEach(() => {
  vi.useRealTimers();
});

describe('a second factor', () => {
  it('counts only after a first code, and then renews this session and ends the others', async () => {
    const { email } = await person(password);
    const { at } = await signIn(email);
    const { at: other } = await signIn(email);
    const offer = await enableSecondFactor(identity, at.caller(), await at.signedInUser(), { password });
    if (offer.outcome !== 'offered') throw new Error(offer.reason);
    expect(offer.totpUri).toMatch(/^otpauth:\/\/totp\/Tandem:/);
    expect(offer.backupCodes).toHaveLength(10);
    expect((await signIn(email)).result.outcome).toBe('signed_in');

    const before = at.caller().cookie;
    const wrong = await confirmSecondFactor(identity, at.caller(), await at.signedInUser(), {
      code: '000000',
    });
    expect(wrong).toEqual({ outcome: 'refused', reason: 'wrong_code' });
    const confirmed = await confirmSecondFactor(identity, at.caller(), await at.signedInUser(), {
      code: authenticator(offer.totpUri),
    });
    if (confirmed.outcome !== 'enabled') throw new Error(confirmed.reason);
    at.take(confirmed.cookies);
    expect(at.caller().cookie).not.toBe(before);
    expect(await at.user()).toMatchObject({ secondFactor: true });
    expect(await other.user()).toBeNull();
    expect((await runJobs()).map((letter) => letter.to.address)).toEqual([email]);
  });

  it('is asked for before there is a session', async () => {
    const { email, userId, totpUri } = await guarded();
    const before = await sessionsOf(userId);
    const { at, result } = await signIn(email);
    expect(result.outcome).toBe('second_factor_needed');
    expect(await at.user()).toBeNull();
    expect(await sessionsOf(userId)).toBe(before);
    if (result.outcome === 'second_factor_needed') {
      expect(result.cookies.some((cookie) => /session_token=[^;]/.test(cookie))).toBe(false);
    }
    expect((await give(at, nextCode(totpUri))).outcome).toBe('signed_in');
    expect(await at.user()).toMatchObject({ userId });
  });

  it('is asked for after a magic link too', async () => {
    const { email, userId, totpUri } = await guarded();
    const before = await sessionsOf(userId);
    const at = browser();
    await requestMagicLink(identity, at.caller(), { email });
    const token = tokenIn((await runJobs())[0]);
    const result = at.after(await redeemMagicLink(identity, at.caller(), { token }));
    expect(result.outcome).toBe('second_factor_needed');
    expect(await at.user()).toBeNull();
    expect(await sessionsOf(userId)).toBe(before);
    if (result.outcome === 'second_factor_needed') {
      expect(result.cookies.some((cookie) => /session_token=[^;]/.test(cookie))).toBe(false);
    }
    expect(await give(at, '123456')).toMatchObject({ reason: 'wrong_code' });
    expect((await give(at, nextCode(totpUri))).outcome).toBe('signed_in');
    expect(await at.user()).toMatchObject({ userId });
  });

  it('takes each code of the authenticator once', async () => {
    const { email, totpUri } = await guarded();
    const code = nextCode(totpUri);
    const [first, second] = [await signIn(email), await signIn(email)];
    expect((await give(first.at, code)).outcome).toBe('signed_in');
    expect(await give(second.at, code)).toMatchObject({ reason: 'wrong_code' });
  });

  it('takes the code that confirmed it no second time', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { email, totpUri } = await guarded();
    const { at } = await signIn(email);
    expect(await give(at, authenticator(totpUri))).toMatchObject({ reason: 'wrong_code' });
  });

  it('takes each backup code once, also from two at the same moment', async () => {
    const { email, backupCodes } = await guarded();
    const [one = '', two = ''] = backupCodes;
    const [first, second] = [await signIn(email), await signIn(email)];
    expect((await give(first.at, one)).outcome).toBe('signed_in');
    expect(await give(second.at, one)).toMatchObject({ reason: 'wrong_code' });

    const other = identityFixture(database.pool).identity;
    const pair = [await signIn(email), await signIn(email)];
    const results = await Promise.all(
      pair.map(({ at }, index) =>
        verifySecondFactor(index === 0 ? identity : other, at.caller(), { code: two }),
      ),
    );
    expect(results.filter((result) => result.outcome === 'signed_in')).toHaveLength(1);
  });

  it('spends the challenge after five wrong codes', async () => {
    const { email, totpUri } = await guarded();
    const { at } = await signIn(email);
    for (let wrong = 0; wrong < 5; wrong++) {
      expect(await give(at, `00000${wrong}`)).toMatchObject({ reason: 'wrong_code' });
    }
    expect(await give(at, nextCode(totpUri))).toMatchObject({ reason: 'challenge_expired' });
    expect(await give(at, nextCode(totpUri))).toMatchObject({ reason: 'challenge_expired' });
  });

  it('locks after ten wrong codes in a row over several challenges', async () => {
    const { email, totpUri } = await guarded();
    for (let challenge = 0; challenge < 2; challenge++) {
      const { at } = await signIn(email);
      for (let wrong = 0; wrong < 5; wrong++) await give(at, `1${challenge}000${wrong}`);
    }
    const { at } = await signIn(email);
    expect(await give(at, nextCode(totpUri))).toMatchObject({ reason: 'too_many_attempts' });
  });

  it('is asked for in time', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { email, totpUri } = await guarded();
    const { at } = await signIn(email);
    vi.setSystemTime(Date.now() + 11 * 60_000);
    expect(await give(at, nextCode(totpUri))).toMatchObject({ reason: 'challenge_expired' });
  });

  it('needs a challenge of its own', async () => {
    const { totpUri, at: signedIn } = await guarded();
    expect(await give(browser(), nextCode(totpUri))).toMatchObject({ reason: 'challenge_expired' });
    expect(await give(signedIn, nextCode(totpUri))).toMatchObject({ reason: 'challenge_expired' });
  });

  it('counts wrong codes also where another session stands beside the challenge', async () => {
    const { email } = await guarded();
    const bystander = await person(password);
    const { at } = await signIn(bystander.email);
    await signIn(email, at);
    for (let wrong = 0; wrong < 5; wrong++) await give(at, `20000${wrong}`);
    expect(await give(at, '200009')).toMatchObject({ reason: 'challenge_expired' });
  });

  it('keeps its secret and its backup codes encrypted', async () => {
    const { userId, totpUri, backupCodes } = await guarded();
    const { rows } = await database.pool.query('select * from identity.two_factor where user_id = $1', [
      userId,
    ]);
    const kept = JSON.stringify(rows);
    expect(kept).not.toContain(new URL(totpUri).searchParams.get('secret'));
    for (const code of backupCodes) expect(kept).not.toContain(code);
  });
});

describe('changing a second factor', () => {
  it('asks for the password again', async () => {
    const { at } = await guarded();
    const user = await at.signedInUser();
    const refused = { outcome: 'refused', reason: 'wrong_password' };
    for (const proof of [{}, { password: 'another password' }]) {
      expect(await disableSecondFactor(identity, at.caller(), user, proof)).toEqual(refused);
      expect(await replaceBackupCodes(identity, at.caller(), user, proof)).toEqual(refused);
    }
    const { at: plain } = await signIn((await person(password)).email);
    for (const proof of [{}, { password: 'another password' }]) {
      expect(await enableSecondFactor(identity, plain.caller(), await plain.signedInUser(), proof)).toEqual(
        refused,
      );
    }
  });

  it('asks who has no password to sign in again when that was long ago', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { email } = await person();
    const at = browser();
    await requestMagicLink(identity, at.caller(), { email });
    at.after(await redeemMagicLink(identity, at.caller(), { token: tokenIn((await runJobs())[0]) }));
    const user = await at.signedInUser();
    vi.setSystemTime(Date.now() + 16 * 60_000);
    expect(await enableSecondFactor(identity, at.caller(), user, {})).toEqual({
      outcome: 'refused',
      reason: 'sign_in_again',
    });
    vi.setSystemTime(Date.now() - 10 * 60_000);
    expect((await enableSecondFactor(identity, at.caller(), user, {})).outcome).toBe('offered');
  });

  it('takes it off, and a password is then enough', async () => {
    const { at, email } = await guarded();
    const done = await disableSecondFactor(identity, at.caller(), await at.signedInUser(), { password });
    if (done.outcome !== 'disabled') throw new Error(done.reason);
    at.take(done.cookies);
    expect(await at.user()).toMatchObject({ secondFactor: false });
    expect((await runJobs())[0]?.text).toContain('taken off');
    expect((await signIn(email)).result.outcome).toBe('signed_in');
  });

  it('replaces the backup codes, and the old ones are good no more', async () => {
    const { at, email, backupCodes } = await guarded();
    const fresh = await replaceBackupCodes(identity, at.caller(), await at.signedInUser(), { password });
    if (fresh.outcome !== 'replaced') throw new Error(fresh.reason);
    const { at: later } = await signIn(email);
    expect(await give(later, backupCodes[0] ?? '')).toMatchObject({ reason: 'wrong_code' });
    expect((await give(later, fresh.backupCodes[0] ?? '')).outcome).toBe('signed_in');
  });

  it('is offered once it is off, and not twice', async () => {
    const { at } = await guarded();
    expect(await enableSecondFactor(identity, at.caller(), await at.signedInUser(), { password })).toEqual({
      outcome: 'refused',
      reason: 'already_on',
    });
  });
});
