import { Writable } from 'node:stream';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { TEST_NOW, testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { buildApp } from './app.ts';
import { openApiDocument } from './openapi.ts';
import { allRoutes } from './routes.ts';

const database = await testDatabase();
const server = await testApp(database);

const expectedHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'content-security-policy': expect.stringContaining("default-src 'none'"),
  'x-request-id': expect.any(String),
};

describe('every response', () => {
  it('carries the security headers, whatever its status', async () => {
    const organization = await server.organization();
    const ann = await organization.person(['administrator']);
    const answers = [
      await server.call('GET', '/installation'),
      await server.call('GET', '/me'),
      await server.call('GET', '/nowhere'),
      await server.call('POST', '/sign-in/password', { body: { email: 'x' } }),
      await ann.call('GET', `/o/${organization.slug}`),
      await ann.call('GET', `/o/${organization.slug}/opportunities`, { query: { limit: '0' } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 401, 404, 422, 200, 422]);
    for (const { headers } of answers) expect(headers).toMatchObject(expectedHeaders);
  });

  it('that refuses is a problem document with the id of the request', async () => {
    const { status, headers, body } = await server.call('GET', '/me');
    expect(status).toBe(401);
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(body).toMatchObject({
      type: 'urn:tandem:problem:not-signed-in',
      status: 401,
      instance: headers['x-request-id'],
    });
  });

  it('that refuses says why in the language of the caller, where it knows it; in English to everybody else', async () => {
    const wrong = { email: 'nobody@example.org', password: 'not the right one' };
    const said = async (language: string | null) => {
      const headers: Record<string, string> = language === null ? {} : { 'accept-language': language };
      const answer = await server.call('POST', '/sign-in/password', { body: wrong, headers });
      return [(answer.body as { detail: string }).detail, answer.headers['content-language']];
    };
    const english = ['The address or the password is not right.', undefined];
    expect(await said(null)).toEqual(english);
    expect(await said('fr-FR, en;q=0.8, de;q=0.5')).toEqual(english);
    expect(await said('de-CH,de;q=0.9')).toEqual(['Die Adresse oder das Passwort stimmt nicht.', 'de']);
  });

  it('asks browsers to stay with https where the public address is https', async () => {
    const https = await buildApp({ ...server.services, publicUrl: () => 'https://partners.example.org' });
    const response = await https.inject('/healthz');
    expect(response.headers['strict-transport-security']).toContain('max-age=63072000');
    await https.close();
  });
});

describe('a change', () => {
  it('from a page of another site is refused, from our own page or a program it is not', async () => {
    const organization = await server.organization();
    const ann = await organization.person(['administrator']);
    const send = (headers: Record<string, string>) =>
      ann.call('PATCH', `/o/${organization.slug}`, { body: { name: 'Renamed' }, headers });
    expect(await send({ 'sec-fetch-site': 'cross-site' })).toMatchObject({ status: 403 });
    expect(await send({ 'sec-fetch-site': 'same-site' })).toMatchObject({ status: 403 });
    expect(await send({ origin: 'https://evil.example' })).toMatchObject({ status: 403 });
    expect(await send({ 'sec-fetch-site': 'same-origin' })).toMatchObject({ status: 200 });
    expect(await send({})).toMatchObject({ status: 200 });
  });
});

describe('too many calls', () => {
  it('are told when to come back, as a problem document', async () => {
    const strict = await buildApp(server.services, { callsPerMinute: 3 });
    const statuses: number[] = [];
    for (let call = 0; call < 4; call += 1) {
      const response = await strict.inject('/api/v1/installation');
      statuses.push(response.statusCode);
      if (response.statusCode === 429) {
        expect(response.headers['retry-after']).toBeDefined();
        expect(response.json()).toMatchObject({ type: 'urn:tandem:problem:too-many-requests' });
      }
    }
    expect(statuses).toEqual([200, 200, 200, 429]);
    await strict.close();
  });

  it('are counted by client where a trusted proxy names it, and by sender where anybody else does', async () => {
    const config = { ...server.services.config, trustedProxies: ['10.0.0.0/8'] };
    const strict = await buildApp({ ...server.services, config }, { callsPerMinute: 1 });
    const call = async (remoteAddress: string, client: string) => {
      const headers = { 'x-forwarded-for': client };
      return (await strict.inject({ url: '/api/v1/installation', remoteAddress, headers })).statusCode;
    };
    expect([await call('10.1.2.3', '192.0.2.1'), await call('10.1.2.3', '192.0.2.2')]).toEqual([200, 200]);
    expect([await call('10.1.2.3', '192.0.2.9, 192.0.2.1')]).toEqual([429]);
    expect([await call('127.0.0.1', '192.0.2.3'), await call('127.0.0.1', '192.0.2.4')]).toEqual([200, 429]);
    await strict.close();
  });

  it('are counted when they are refused, too', async () => {
    const strict = await buildApp(server.services, { callsPerMinute: 2 });
    const statuses: number[] = [];
    for (let call = 0; call < 3; call += 1) statuses.push((await strict.inject('/api/v1/me')).statusCode);
    expect(statuses).toEqual([401, 401, 429]);
    await strict.close();
  });
});

describe('the general limit', () => {
  it('counts calls of the API, not the files of the page', async () => {
    const strict = await buildApp(server.services, { callsPerMinute: 1 });
    for (let call = 0; call < 5; call += 1) {
      expect((await strict.inject('/healthz')).statusCode).toBe(200);
    }
    await strict.close();
  });
});

describe('health', () => {
  it('says that the process lives and that it can serve', async () => {
    expect((await server.app.inject('/healthz')).json()).toEqual({ status: 'ok' });
    expect((await server.app.inject('/readyz')).json()).toEqual({ status: 'ready' });
  });
});

describe('the log', () => {
  it('has one line per request with its id and without its query, body, cookie, key or the secret of a link', async () => {
    const lines: string[] = [];
    const sink = new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    });
    const app = await buildApp({ ...server.services, log: pino(sink) });
    const secret = 'canary-7781-secret';
    await app.inject({
      url: `/api/v1/installation?token=${secret}`,
      headers: { cookie: `session=${secret}`, authorization: `Bearer tandem_${secret}` },
    });
    // Where the secret is the address itself.
    await app.inject(`/api/v1/o/acme/form/${secret}`);
    await app.inject(`/api/v1/o/acme/own-deal/${secret}/outlook`);
    await app.inject({
      method: 'POST',
      url: '/api/v1/sign-in/password',
      payload: { email: 'somebody@example.org', password: secret },
    });
    await app.close();
    const requests = lines.map((line) => JSON.parse(line)).filter((line) => line.msg === 'request');
    expect(requests).toHaveLength(4);
    expect(requests[0]).toMatchObject({
      method: 'GET',
      path: '/api/v1/installation',
      status: 200,
      requestId: expect.any(String),
    });
    expect(lines.join('')).not.toContain(secret);
    expect(lines.join('')).not.toContain('somebody@example.org');
  });
});

describe('the document', () => {
  type Operation = {
    operationId?: string;
    parameters?: { in: string; name: string }[];
    responses: Record<string, unknown>;
  };

  it('describes every route, once, with its errors', async () => {
    const document = (await openApiDocument()) as {
      openapi: string;
      paths: Record<string, Record<string, Operation>>;
    };
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    const names = operations.map((operation) => operation.operationId);
    expect(names.toSorted()).toEqual(allRoutes.map(({ definition }) => definition.operation).toSorted());
    expect(new Set(names).size).toBe(names.length);
    for (const operation of operations) expect(Object.keys(operation.responses)).toContain('default');
  });

  it('offers an Idempotency-Key on every creating call of an organization', async () => {
    const document = (await openApiDocument()) as { paths: Record<string, Record<string, Operation>> };
    for (const { definition } of allRoutes) {
      const operation = document.paths[`/api/v1${definition.path}`]?.[definition.method.toLowerCase()];
      const takesKey = (operation?.parameters ?? []).some(
        (one) => one.in === 'header' && one.name === 'idempotency-key',
      );
      expect([definition.operation, takesKey]).toEqual([definition.operation, definition.creates === true]);
      // A repeat would have to be answered with the secret, which is kept nowhere.
      if (definition.operation === 'makeApiKey') continue;
      const { capability } = definition;
      if (
        definition.method === 'POST' &&
        capability !== 'public' &&
        capability !== 'signed-in' &&
        !definition.creates
      ) {
        // A POST that creates nothing says so by its name: it asks, tries or starts something that is there already.
        expect(definition.operation).toMatch(
          /^(preview|understand|try|commit|start|discard|undo|withdraw|log|renew|test)/,
        );
      }
    }
  });
});

describe('the clock of the tests', () => {
  it('is the one that the server reads', () => {
    expect(server.services.ports.clock.now()).toBe(TEST_NOW);
  });
});
