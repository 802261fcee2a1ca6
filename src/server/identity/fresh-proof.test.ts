import { describe, expect, it } from 'vitest';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { confirmPerson, proofInStory } from './fresh-proof.ts';
import { identityFixture } from './identity-fixture.ts';
import { signInWithPassword } from './sign-in-with-password.ts';
import { openFirstSession } from './users.ts';

const database = await testDatabase();
const server = await testApp(database);
const { identity, person, browser } = identityFixture(database.pool);
const password = 'seven quiet herons wade';

async function signedIn(withPassword: boolean) {
  const { userId, email } = await person(withPassword ? password : undefined);
  const at = browser();
  if (withPassword) at.after(await signInWithPassword(identity, at.caller(), { email, password }));
  else at.take(await openFirstSession(identity, at.caller(), userId));
  const user = await at.signedInUser();
  const confirm = (given: { password?: string }, who = user) =>
    confirmPerson(identity, at.caller(), who, given);
  return { at, user, confirm };
}

describe('a fresh proof', () => {
  it('is made from the right password, for the person who gave it', async () => {
    const { user, confirm } = await signedIn(true);
    expect(await confirm({ password })).toEqual({
      outcome: 'confirmed',
      proof: { userId: user.userId, by: 'password' },
    });
  });

  it('is refused for a wrong password, an empty one, a very long one and none', async () => {
    const { confirm } = await signedIn(true);
    const wrong = { outcome: 'refused', reason: 'wrong_password' };
    for (const given of [{ password: `${password}!` }, { password: '' }, { password: 'x'.repeat(900) }, {}]) {
      expect(await confirm(given)).toEqual(wrong);
    }
  });

  it('is refused after ten wrong passwords, even for the right one', async () => {
    const { confirm } = await signedIn(true);
    for (let attempt = 0; attempt < 10; attempt += 1) await confirm({ password: 'a wrong one of many' });
    expect(await confirm({ password })).toEqual({ outcome: 'refused', reason: 'too_many_attempts' });
  });

  it('may be asked for more than ten times by who knows the password', async () => {
    const { confirm } = await signedIn(true);
    for (let page = 0; page < 12; page += 1) {
      expect(await confirm({ password })).toMatchObject({ outcome: 'confirmed' });
    }
  });

  it('comes from a session of the last fifteen minutes where there is no password', async () => {
    const { user, confirm } = await signedIn(false);
    expect(await confirm({})).toMatchObject({ outcome: 'confirmed', proof: { by: 'sign_in' } });
    const old = { ...user, signedInAt: user.signedInAt - 16 * 60_000 };
    expect(await confirm({}, old)).toEqual({ outcome: 'refused', reason: 'sign_in_again' });
  });

  it('is refused once the session behind it has ended', async () => {
    const { user, confirm } = await signedIn(true);
    await database.ownerPool.query('delete from identity.session where id = $1', [user.sessionId]);
    expect(await confirm({ password })).toMatchObject({ outcome: 'refused' });
  });

  it('is made for people of the demo’s story only', async () => {
    const cro = await (await server.organization()).person(['cro']);
    expect(() => proofInStory(cro.context)).toThrow();
  });
});
