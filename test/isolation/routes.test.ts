import { describe, expect, it } from 'vitest';
import { type Role, roles } from '#core/program/roles.ts';
import { capabilitiesOf } from '#server/access/capabilities.ts';
import type { RouteDefinition } from '#server/http/route.ts';
import { allRoutes } from '#server/http/routes.ts';
import { type TestPerson, testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';

const ID = '01980000-0000-7000-8000-000000000000';

const database = await testDatabase();
const server = await testApp(database);
const [ours, theirs] = [await server.organization(), await server.organization()];
const stranger = await theirs.person(['administrator', 'cro', 'partner_ops']);
const partnerId = await ours.partner();
const people = new Map<Role, TestPerson>();
for (const role of Object.keys(roles) as Role[]) {
  people.set(
    role,
    await ours.person([role], {
      ...(role === 'advisor' ? { accessEndsOn: '2027-01-31' } : {}),
      ...(roles[role].face === 'portal' ? { partnerId } : {}),
    }),
  );
}

const guarded = allRoutes
  .map(({ definition }) => definition)
  .filter(({ capability }) => capability !== 'public');
const titled = guarded.map((definition) => [`${definition.method} ${definition.path}`, definition] as const);

/** No input at all: access is asked before anything is parsed, so nobody gets as far as a missing field. */
function request(definition: RouteDefinition): [method: string, path: string] {
  const path = definition.path.replace(/\{(\w+)\}/g, (_all, name: string) =>
    name === 'org' ? ours.slug : ID,
  );
  return [definition.method, path];
}

describe.each(titled)('%s', (_title, definition) => {
  it('is closed to a caller without a session', async () => {
    expect(await server.call(...request(definition))).toMatchObject({
      status: 401,
      body: { type: 'urn:tandem:problem:not-signed-in' },
    });
  });

  if (definition.capability === 'signed-in') return;

  it('does not exist for somebody of another organization, whatever their roles there', async () => {
    expect(await stranger.call(...request(definition))).toMatchObject({
      status: 404,
      body: { type: 'urn:tandem:problem:not-found' },
    });
  });

  it('is refused to every role without its capability', async () => {
    for (const [role, person] of people) {
      if (capabilitiesOf([role]).has(definition.capability as never)) continue;
      const answer = await person.call(...request(definition));
      expect(answer, role).toMatchObject({ status: 403, body: { type: 'urn:tandem:problem:not-allowed' } });
    }
  });
});

describe('the list of routes', () => {
  it('names each operation and each address once', () => {
    const operations = allRoutes.map(({ definition }) => definition.operation);
    const addresses = allRoutes.map(({ definition }) => `${definition.method} ${definition.path}`);
    expect(new Set(operations).size).toBe(operations.length);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it('asks every call that creates something for an Idempotency-Key', () => {
    for (const { definition } of allRoutes) {
      const creates = Object.keys(definition.replies).includes('201') && definition.capability !== 'public';
      if (creates) expect(definition.creates, definition.operation).toBe(true);
    }
  });
});
