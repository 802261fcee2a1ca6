import { afterEach, describe, expect, it, vi } from 'vitest';
import { testDatabase } from '#test/harness/database.ts';
import { identityFixture, tokenIn } from './identity-fixture.ts';
import { attemptLimits } from './limits.ts';
import { redeemMagicLink } from './redeem-magic-link.ts';
import { requestMagicLink } from './request-mail.ts';
import { disableUser } from './users.ts';

const database = await testDatabase();
const fixture = identityFixture(database.pool);
const { identity, person, browser, runJobs } = fixture;

const linkFor = async (email: string) => {
  await requestMagicLink(identity, browser().caller(), { email });
  return tokenIn((await runJobs())[0]);
};
const redeem = async (token: string, at = browser()) => {
  const result = at.after(await redeemMagicLink(identity, at.caller(), { token }));
  return { at, result };
};
const spent = { outcome: 'refused', reason: 'link_spent' };

afterEach(() => {
  vi.useRealTimers();
});

describe('a magic link', () => {
  it('signs in by the token behind the # of its address', async () => {
    const { email, userId } = await person();
    await requestMagicLink(identity, browser().caller(), { email: ` ${email.toUpperCase()} ` });
    const [letter] = await runJobs();
    expect(letter?.to).toEqual({ address: email, name: 'Ada Test' });
    expect(letter?.text).toContain('http://localhost:3000/sign-in/link#token=');
    const { at, result } = await redeem(tokenIn(letter));
    expect(result).toMatchObject({ outcome: 'signed_in', userId });
    expect(await at.user()).toMatchObject({ email });
  });

  it('works once', async () => {
    const token = await linkFor((await person()).email);
    expect((await redeem(token)).result.outcome).toBe('signed_in');
    expect((await redeem(token)).result).toEqual(spent);
  });

  it('signs in exactly one of many who give it at the same moment, to two servers', async () => {
    const { email, userId } = await person();
    const token = await linkFor(email);
    const other = identityFixture(database.pool);
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        redeemMagicLink((index % 2 === 0 ? fixture : other).identity, browser().caller(), { token }),
      ),
    );
    expect(results.filter((one) => one.outcome === 'signed_in')).toHaveLength(1);
    expect(results.filter((one) => one.outcome === 'refused')).toHaveLength(7);
    const { rows } = await database.pool.query('select from identity.session where user_id = $1', [userId]);
    expect(rows).toHaveLength(1);
  });

  it('works for fifteen minutes', async () => {
    const { email } = await person();
    const [inTime, late] = [await linkFor(email), await linkFor(email)];
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + 14 * 60_000);
    expect((await redeem(inTime)).result.outcome).toBe('signed_in');
    vi.setSystemTime(Date.now() + 2 * 60_000);
    expect((await redeem(late)).result).toEqual(spent);
  });

  it('is nothing to anyone who reads the database', async () => {
    const token = await linkFor((await person()).email);
    const { rows } = await database.pool.query<{ identifier: string; value: string }>(
      'select identifier, value from identity.verification',
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(`${row.identifier} ${row.value}`).not.toContain(token);
      expect((await redeem(row.identifier)).result).toEqual(spent);
    }
    expect((await redeem(token)).result.outcome).toBe('signed_in');
  });

  it('is refused for text that is no token', async () => {
    for (const token of ['', 'x', '../..', '%', 'a'.repeat(5000), "' or 1=1 --"]) {
      expect((await redeem(token)).result).toEqual(spent);
    }
  });

  it('is asked for with one answer, whether or not there is such a person, and only the person gets a letter', async () => {
    const known = await person();
    const disabled = await person();
    await disableUser(identity, disabled.userId);
    for (const [email, letters] of [
      [known.email, 1],
      ['nobody-at-all@example.org', 0],
      [disabled.email, 0],
      ['not an address', 0],
    ] as const) {
      expect(await requestMagicLink(identity, browser().caller(), { email })).toEqual({
        outcome: 'accepted',
      });
      expect(await runJobs()).toHaveLength(letters);
    }
  });

  it('does not sign in a user who was disabled after it was sent', async () => {
    const { email, userId } = await person();
    const token = await linkFor(email);
    await disableUser(identity, userId);
    expect((await redeem(token)).result).toEqual(spent);
  });

  it('is not sent without end', async () => {
    const { email } = await person();
    for (let letter = 0; letter < attemptLimits.mailPerAccount; letter++) await linkFor(email);
    expect(await requestMagicLink(identity, browser().caller(), { email })).toMatchObject({
      outcome: 'refused',
      reason: 'too_many_attempts',
    });
  });

  it('makes no user', async () => {
    const token = await linkFor((await person()).email);
    await redeem(token);
    const stranger = 'made-by-nobody@example.org';
    await requestMagicLink(identity, browser().caller(), { email: stranger });
    await runJobs();
    const { rows } = await database.pool.query('select from identity."user" where email = $1', [stranger]);
    expect(rows).toHaveLength(0);
  });
});
