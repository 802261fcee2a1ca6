import { Writable } from 'node:stream';
import pino from 'pino';
import { afterAll, describe, expect, it } from 'vitest';
import { compose } from '#server/compose.ts';
import { loadConfig } from '#server/config.ts';
import { writeTransaction } from '#server/database/transaction.ts';
import { buildApp } from '#server/http/app.ts';
import { readMailFolder } from '#server/mail/folder.ts';
import { mailFolder } from '#server/mail/mail-out.ts';
import { freshDatabase } from '#test/harness/database.ts';
import { temporaryFolder } from '#test/harness/temporary-folder.ts';
import { authenticator } from './identity-fixture.ts';
import { createUser } from './users.ts';

const database = await freshDatabase();
const dataFolder = temporaryFolder();
let logged = '';
const log = pino(
  { level: 'debug' },
  new Writable({
    write: (chunk, _encoding, done) => {
      logged += String(chunk);
      done();
    },
  }),
);
const config = loadConfig({
  DATABASE_URL: database.ownerUrl,
  TANDEM_SECRET: 'kB7-for-tests-of-the-server-only-29fQ',
  TANDEM_DATA: dataFolder,
  TANDEM_URL: 'https://partners.example.org',
});
const { services, tasks, close } = await compose({ config, appUrl: database.appUrl, log, poolSize: 6 });
const app = await buildApp(services, { callsPerMinute: 1_000_000 });
afterAll(async () => {
  await app.close();
  await close();
});

const password = 'seven quiet herons wade';
let made = 0;
const person = async (given?: string) => {
  made += 1;
  const email = `person-${made}@example.org`;
  const input = { email, name: `Person ${made}`, ...(given === undefined ? {} : { password: given }) };
  await writeTransaction(database.pool, {}, (tx) => createUser(services.identity, tx, input));
  return email;
};

/** A browser: keeps cookies, and has an address that no other test uses. */
const browser = () => {
  made += 1;
  const remoteAddress = `10.2.${made % 250}.1`;
  const jar = new Map<string, string>();
  const send = async (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: object,
    headers = {},
  ) => {
    const response = await app.inject({
      method,
      url: `/api/v1${path}`,
      remoteAddress,
      headers: { cookie: [...jar].map((pair) => pair.join('=')).join('; '), ...headers },
      ...(body ? { payload: body } : {}),
    });
    for (const { name, value, maxAge } of response.cookies) {
      if (maxAge === 0) jar.delete(name);
      else jar.set(name, encodeURIComponent(value));
    }
    return {
      status: response.statusCode,
      body: response.json(),
      headers: response.headers,
      text: response.body,
    };
  };
  return { send, jar };
};

/** Does what the worker would do with the jobs that stand in the queue, and answers their payloads. */
const runJobs = async () => {
  const { rows } = await database.ownerPool.query<{ task: keyof typeof tasks; payload: never }>(
    `with taken as (delete from graphile_worker._private_jobs returning task_id, payload, id)
     select t.identifier as task, taken.payload from taken
     join graphile_worker._private_tasks t on t.id = taken.task_id order by taken.id`,
  );
  for (const { task, payload } of rows) await (tasks[task] as (payload: never) => Promise<void>)(payload);
  return rows;
};
const lastToken = async () => {
  const [mail] = await readMailFolder(mailFolder(dataFolder), 1);
  return decodeURIComponent(mail?.link?.split('#token=')[1] ?? '');
};

describe('signing in over HTTP', () => {
  it('opens a session by password, shows who it is, and ends it', async () => {
    const { send, jar } = browser();
    const email = await person(password);
    expect(await send('GET', '/me')).toMatchObject({ status: 401 });
    const signedIn = await send('POST', '/sign-in/password', { email, password });
    expect(signedIn).toMatchObject({ status: 200, body: { outcome: 'signed_in' } });
    expect(signedIn.headers['set-cookie']).toMatch(
      /^__Host-tandem\.session_token=.*; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(signedIn.headers['cache-control']).toBe('no-store');
    expect(await send('GET', '/me')).toMatchObject({ status: 200, body: { email, secondFactor: false } });
    expect(await send('POST', '/sign-out')).toMatchObject({ status: 200 });
    expect(jar.size).toBe(0);
    expect(await send('GET', '/me')).toMatchObject({ status: 401 });
  });

  it('answers a wrong password and an unknown address with the same bytes', async () => {
    const email = await person(password);
    const [wrong, unknown] = [
      await browser().send('POST', '/sign-in/password', { email, password: 'a wrong password' }),
      await browser().send('POST', '/sign-in/password', { email: 'nobody@example.org', password }),
    ];
    expect(wrong.status).toBe(401);
    const { instance: _one, ...wrongBody } = wrong.body;
    const { instance: _other, ...unknownBody } = unknown.body;
    expect(wrongBody).toEqual(unknownBody);
    expect(Object.keys(wrong.headers)).toEqual(Object.keys(unknown.headers));
  });

  it('says when to come back after too many attempts', async () => {
    const email = await person(password);
    const { send } = browser();
    for (let attempt = 0; attempt < 10; attempt++) {
      await send('POST', '/sign-in/password', { email, password: 'a wrong password' });
    }
    const refused = await send('POST', '/sign-in/password', { email, password });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('sends a link only to who has an account, with one answer, and takes it once', async () => {
    const email = await person();
    const { send } = browser();
    const [known, unknown] = [
      await send('POST', '/sign-in/link/request', { email }),
      await send('POST', '/sign-in/link/request', { email: 'nobody@example.org' }),
    ];
    expect([known.status, known.text]).toEqual([202, unknown.text]);
    expect(unknown.status).toBe(202);
    expect((await runJobs()).map(({ payload }) => payload)).toEqual([
      { email },
      { email: 'nobody@example.org' },
    ]);
    const token = await lastToken();
    expect(await send('GET', `/sign-in/link?token=${token}`)).toMatchObject({ status: 404 });
    expect(await send('POST', '/sign-in/link', { token })).toMatchObject({ status: 200 });
    expect(await send('GET', '/me')).toMatchObject({ status: 200, body: { email } });
    expect(await browser().send('POST', '/sign-in/link', { token })).toMatchObject({ status: 401 });
  });

  it('refuses a sign-in that another site’s page sends', async () => {
    const email = await person(password);
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }]) {
      const { send, jar } = browser();
      expect(await send('POST', '/sign-in/password', { email, password }, headers)).toMatchObject({
        status: 403,
      });
      expect(jar.size).toBe(0);
    }
  });

  it('resets a password by mail', async () => {
    const email = await person(password);
    const { send } = browser();
    await send('POST', '/password/reset/request', { email });
    await runJobs();
    const token = await lastToken();
    const refused = await send('POST', '/password/reset', { token, newPassword: 'password123' });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: 'body.newPassword' }] } });
    const newPassword = 'nine loud geese take off';
    expect(await send('POST', '/password/reset', { token, newPassword })).toMatchObject({ status: 200 });
    expect(await send('POST', '/password/reset', { token, newPassword })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'body.token' }] },
    });
    expect(await send('POST', '/sign-in/password', { email, password: newPassword })).toMatchObject({
      status: 200,
    });
  });
});

describe('a person’s own sign-in over HTTP', () => {
  const signedIn = async (email: string) => {
    const one = browser();
    await one.send('POST', '/sign-in/password', { email, password });
    return one;
  };

  it('lists sessions and ends one, whose next request is refused', async () => {
    const email = await person(password);
    const [laptop, phone] = [await signedIn(email), await signedIn(email)];
    const { body } = await phone.send('GET', '/me/sessions');
    expect(body.items).toHaveLength(2);
    expect(Object.keys(body.items[0]).sort()).toEqual(
      ['address', 'current', 'endsAt', 'lastUsedAt', 'sessionId', 'startedAt', 'userAgent'].sort(),
    );
    const other = body.items.find((one: { current: boolean }) => !one.current).sessionId;
    expect(await phone.send('DELETE', `/me/sessions/${other}`)).toMatchObject({ status: 200 });
    expect(await laptop.send('GET', '/me')).toMatchObject({ status: 401 });
    const stranger = await signedIn(await person(password));
    const own = body.items.find((one: { current: boolean }) => one.current).sessionId;
    const foreign = await stranger.send('DELETE', `/me/sessions/${own}`);
    const absent = await stranger.send('DELETE', '/me/sessions/01980000-0000-7000-8000-000000000000');
    expect([foreign.status, foreign.body.detail]).toEqual([absent.status, absent.body.detail]);
    expect(foreign.status).toBe(404);
    expect(await phone.send('GET', '/me')).toMatchObject({ status: 200 });
    await signedIn(email);
    expect(await phone.send('POST', '/me/sessions/end-others')).toMatchObject({ body: { ended: 1 } });
  });

  it('turns a second factor on, asks for it, and takes it off', async () => {
    const email = await person(password);
    const { send } = await signedIn(email);
    expect(await send('POST', '/me/second-factor', {})).toMatchObject({ status: 422 });
    const offer = await send('POST', '/me/second-factor', { password });
    expect(offer.body.backupCodes).toHaveLength(10);
    expect(await send('POST', '/me/second-factor/confirm', { code: '000000' })).toMatchObject({
      status: 401,
    });
    const code = authenticator(offer.body.totpUri);
    expect(await send('POST', '/me/second-factor/confirm', { code })).toMatchObject({ status: 200 });
    expect(await send('GET', '/me')).toMatchObject({ status: 200, body: { secondFactor: true } });

    const again = await signedIn(email);
    expect(await again.send('GET', '/me')).toMatchObject({ status: 401 });
    const [backup] = offer.body.backupCodes;
    expect(await again.send('POST', '/sign-in/second-factor', { code: 'wrong-code' })).toMatchObject({
      status: 401,
      body: { type: 'urn:tandem:problem:second-factor-needed' },
    });
    expect(await again.send('POST', '/sign-in/second-factor', { code: backup })).toMatchObject({
      status: 200,
    });
    expect(await again.send('GET', '/me')).toMatchObject({ status: 200 });
    const fresh = await again.send('POST', '/me/second-factor/backup-codes', { password });
    expect(fresh.body.backupCodes).toHaveLength(10);
    expect(await again.send('POST', '/me/second-factor/disable', { password })).toMatchObject({
      status: 200,
    });
    expect(await again.send('POST', '/me/second-factor/disable', { password })).toMatchObject({
      status: 409,
    });
    expect(await again.send('GET', '/me')).toMatchObject({ body: { secondFactor: false } });
  });

  it('changes the password and stays signed in', async () => {
    const email = await person(password);
    const { send } = await signedIn(email);
    const newPassword = 'nine loud geese take off';
    expect(await send('PUT', '/me/password', { currentPassword: 'wrong', newPassword })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'body.currentPassword' }] },
    });
    expect(await send('PUT', '/me/password', { currentPassword: password, newPassword })).toMatchObject({
      status: 200,
    });
    expect(await send('GET', '/me')).toMatchObject({ status: 200 });
  });
});

describe('what is said about secrets', () => {
  it('is nothing, in answers and in the log', async () => {
    const canary = `canary-${'x'.repeat(1100)}`;
    const { send } = browser();
    const email = await person(password);
    const answers = [
      await send('POST', '/sign-in/password', { email, password: canary }),
      await send('POST', '/sign-in/password', { email, password: 'canary of a password' }),
      await send('POST', '/password/reset', { token: 'canary-token', newPassword: canary }),
      await send('POST', '/sign-in/link', { token: `canary-${'y'.repeat(300)}` }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.text).not.toContain('canary');
    }
    for (const secret of ['canary', password, 'nine loud geese', await lastToken()]) {
      expect(logged).not.toContain(secret);
    }
    expect(logged).toContain('"kind":"signed_in"');
    expect(logged).toContain('"kind":"sign_in_refused"');
    expect(logged).not.toContain('@example.org');
  });
});
