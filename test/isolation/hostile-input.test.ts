import { afterEach, describe, expect, it, vi } from 'vitest';
import { verifyChain } from '#server/audit/verify.ts';
import { openApiDocument } from '#server/http/openapi.ts';
import { testApp } from '#test/harness/app.ts';
import { freshDatabase } from '#test/harness/database.ts';
import { oddAddressTexts, oddBodies, spoiltFields } from './hostile.ts';
import { bodies, definitions, NOBODYS, requestOf } from './requests.ts';
import { makeWorld } from './world.ts';

// A route with many fields is asked a thousand times.
vi.setConfig({ testTimeout: 120_000 });

const database = await freshDatabase();
const server = await testApp(database);
const { chief, organization, ...world } = await makeWorld(server, 'own', 3);
// Nobody ends the session that all of this is sent in: behind a 401 nothing would be tried.
const ids: typeof world.ids = { ...world.ids, sessionId: NOBODYS };
afterEach(async () => expect((await chief.call('GET', '/me')).status).toBe(200));

type Operation = {
  readonly operationId: string;
  readonly requestBody?: { content: Record<string, { schema: { properties?: Record<string, unknown> } }> };
  readonly parameters?: readonly { in: string; name: string }[];
};
const document = (await openApiDocument()) as { paths: Record<string, Record<string, Operation>> };
const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));

let calls = 0;

/** What is wrong with the answer to a call; nothing if it is a success or a problem document below 500. */
async function faultOf(method: string, url: string, payload?: string, headers: Record<string, string> = {}) {
  calls += 1;
  const answer = await server.app.inject({
    method: method as 'GET',
    url: `/api/v1${url}`,
    headers: {
      host: 'localhost:3000',
      cookie: chief.cookie,
      // Each call from an address of its own: the limits are tried elsewhere.
      'x-forwarded-for': `10.${(calls >> 16) & 255}.${(calls >> 8) & 255}.${calls & 255}`,
      ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(payload === undefined ? {} : { payload }),
  });
  const { statusCode } = answer;
  if (statusCode >= 500) return `${statusCode} ${answer.body.slice(0, 200)}`;
  if (statusCode < 400) return null;
  const type = String(answer.headers['content-type']);
  if (type !== 'application/problem+json; charset=utf-8') return `${statusCode} as ${type}`;
  return answer.json().status === statusCode ? null : `${statusCode}: ${answer.body.slice(0, 200)}`;
}

/** All faults of many calls, each with what was sent. */
async function faultsOf(cases: readonly (readonly [name: string, () => Promise<string | null>])[]) {
  const faults: string[] = [];
  for (const [name, call] of cases) {
    const fault = await call();
    if (fault !== null) faults.push(`${name}: ${fault}`);
  }
  return faults;
}

const titled = definitions.map((definition) => [definition.operation, definition] as const);
// Ends the session that the others need.
const writes = titled.filter(([name, { method }]) => method !== 'GET' && name !== 'signOut');

describe('the list of bodies', () => {
  it('has a good one for every operation of the document that takes one', () => {
    const withBody = operations.filter(({ requestBody }) => requestBody?.content['application/json']);
    expect(withBody.map(({ operationId }) => operationId).filter((name) => !(name in bodies))).toEqual([]);
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(
      definitions.map(({ operation }) => operation).sort(),
    );
  });
});

describe('a cursor that this API did not write', () => {
  const written = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const id = '01980000-0000-7000-8000-000000000000';
  it.each([written(['a', 'x']), written(['a\0', id]), written(['\ud800', id]), '1.1', '-1', '1e9'])(
    'is refused by every list: %s',
    async (cursor) => {
      const lists = definitions.filter(({ operation }) => queryNames(operation).includes('cursor'));
      expect(lists.length).toBeGreaterThan(5);
      const wish = { ids, number: 1 };
      const cases = lists.map((definition) => {
        const { path, query } = requestOf(definition, organization.slug, wish);
        const url = `${path}?${new URLSearchParams({ ...query, cursor })}`;
        return [definition.operation, () => faultOf('GET', url)] as const;
      });
      expect(await faultsOf(cases)).toEqual([]);
    },
  );
});

describe('an exchange rate', () => {
  it('that would not be kept as it was sent is refused', async () => {
    const rates = ['0', '0.0', '999999999999', '0.00000000000000001', '1.12345678901', '-1', '1e3'];
    for (const rate of rates) {
      const body = { currency: 'USD', effectiveOn: '2026-01-01', rate };
      const answer = await chief.call('POST', `/o/${organization.slug}/exchange-rates`, { body });
      expect([rate, answer.status]).toEqual([rate, 422]);
    }
  });
});

describe.each(writes)('%s', (name, definition) => {
  const wish = { ids, number: 1 };
  const { method, path, query, body, headers } = requestOf(definition, organization.slug, wish);
  const search = new URLSearchParams(query).toString();
  const url = search ? `${path}?${search}` : path;
  const good = (definition.takesStream ? {} : (body ?? {})) as object;
  const operation = operations.find(({ operationId }) => operationId === name);
  const schema = operation?.requestBody?.content['application/json']?.schema;

  it('answers a body that is odd as a whole with a problem document, and never with a fault', async () => {
    const cases = oddBodies(good).map(
      (odd) => [odd.name, () => faultOf(method, url, odd.text, headers)] as const,
    );
    expect(await faultsOf(cases)).toEqual([]);
  });

  // A stream has no fields.
  it.skipIf(definition.takesStream)('answers each spoilt field likewise', async () => {
    const cases = spoiltFields(good, Object.keys(schema?.properties ?? {})).map(
      (odd) => [odd.name, () => faultOf(method, url, odd.text)] as const,
    );
    expect(await faultsOf(cases)).toEqual([]);
  });

  it('answers other kinds of content, keys and doubled queries likewise', async () => {
    const json = JSON.stringify(good);
    const cases = [
      ['plain text', () => faultOf(method, url, 'text', { 'content-type': 'text/plain' })],
      ['a form', () => faultOf(method, url, 'a=1', { 'content-type': 'multipart/form-data; boundary=x' })],
      ['no kind of content', () => faultOf(method, url, json, { 'content-type': '' })],
      ['a long key', () => faultOf(method, url, json, { 'idempotency-key': 'k'.repeat(5_000) })],
      ['an odd key', () => faultOf(method, url, json, { 'idempotency-key': '\u00e9\u00ff' })],
      ['a doubled query', () => faultOf(method, `${path}?name=a&name=b&name[]=c&__proto__=d`, json)],
      ['a NUL in the query', () => faultOf(method, `${path}?name=a%00b`, json, headers)],
    ] as const;
    expect(await faultsOf(cases)).toEqual([]);
  });
});

describe.each(titled)('the address of %s', (_name, definition) => {
  it('may hold anything and is answered by a problem document at worst', async () => {
    const { method, path, query, body, headers } = requestOf(definition, organization.slug, {
      ids,
      number: 2,
    });
    const json = definition.takesStream || body === undefined ? undefined : JSON.stringify(body);
    const parts = path.split('/');
    const named = definition.path.split('/').flatMap((part, index) => (part.startsWith('{') ? [index] : []));
    const urls = oddAddressTexts.flatMap((odd) => [
      ...named.map((at) => parts.with(at, odd).join('/')),
      ...queryNames(definition.operation).flatMap((name) => {
        const others = new URLSearchParams(Object.entries(query).filter(([key]) => key !== name));
        return [`${path}?${others}&${name}=${odd}`, `${path}?${others}&${name}=${odd}&${name}=${odd}`];
      }),
    ]);
    const cases = urls.map((url) => [url, () => faultOf(method, url, json, headers)] as const);
    expect(await faultsOf(cases)).toEqual([]);
  });
});

function queryNames(operation: string): string[] {
  const found = operations.find(({ operationId }) => operationId === operation);
  return (found?.parameters ?? []).flatMap((one) => (one.in === 'query' ? [one.name] : []));
}

describe('fields that nobody asked for', () => {
  it('set neither the owner, nor the number, nor the roles of what is made or changed', async () => {
    const base = `/o/${organization.slug}`;
    const grab = { orgId: ids.fileId, org_id: ids.fileId, number: 7, isDemo: true, roles: ['administrator'] };
    const body = { name: 'Grabbing', ...grab, partnerId: ids.fileId, partner_id: ids.fileId };
    const made = await chief.call('POST', `${base}/partners`, { body });
    expect(made.status).toBe(201);
    const { partnerId, number } = made.body as { partnerId: string; number: number };
    expect(partnerId).not.toBe(ids.fileId);
    expect(number).not.toBe(7);
    const change = { ...grab, userId: chief.userId, membershipId: ids.fileId };
    const { roles: _, ...withoutRoles } = change;
    const member = `${base}/members/${ids.membershipId}`;
    const before = (await chief.call('GET', `${base}/members`)).body;
    expect((await chief.call('PATCH', member, { body: withoutRoles })).status).toBe(200);
    expect((await chief.call('GET', `${base}/members`)).body).toEqual(before);
    expect((await chief.call('PATCH', base, { body: { ...grab, slug: 'grabbed' } })).status).toBe(200);
    expect((await chief.call('GET', base)).body).toMatchObject({ slug: organization.slug, isDemo: false });
  });
});

describe('after all that', () => {
  it('no prototype is spoilt, the trail is whole, and many calls were made', async () => {
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
    const { orgId } = organization.context.organization;
    expect(await verifyChain(database.pool, orgId)).toMatchObject({ ok: true });
    expect(calls).toBeGreaterThan(4_000);
  });
});
