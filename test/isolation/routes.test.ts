import { describe, expect, it } from 'vitest';
import { makeApiKey } from '#server/access/api-key.ts';
import { capabilitiesOf, keyCapabilities } from '#server/access/capabilities.ts';
import { allRoutes } from '#server/http/routes.ts';
import { testApp } from '#test/harness/app.ts';
import { freshDatabase } from '#test/harness/database.ts';
import { ask, comparable, type Heard, outsidersOf, pairsOf, peopleOf } from './matrix.ts';
import { definitions, requestOf } from './requests.ts';
import { makeWorld, type World } from './world.ts';

/** A word that stands in every text of the other organization and nowhere else. */
const CANARY = 'zqcanary';

const server = await testApp(await freshDatabase());
const ours = await makeWorld(server, 'ours', 12);
const theirs = await makeWorld(server, CANARY, 70);
const [people, outsiders] = [await peopleOf(ours), await outsidersOf(ours, theirs)];
const [ourKey, theirKey] = [await secretOf(ours), await secretOf(theirs)];
const { slug } = ours.organization;
const heard: Heard = { answers: 0, leaks: [] };

const guarded = definitions.filter(({ capability }) => capability !== 'public');
const titled = guarded.map((definition) => [`${definition.method} ${definition.path}`, definition] as const);
const notSignedIn = { status: 401, body: { type: 'urn:tandem:problem:not-signed-in' } };
const notAllowed = { status: 403, body: { type: 'urn:tandem:problem:not-allowed' } };
const notFound = { status: 404, body: { type: 'urn:tandem:problem:not-found' } };

/** The secret of a key with every right that a key can be given. */
async function secretOf({ chief }: World): Promise<string> {
  const everything = { name: 'Another program', capabilities: keyCapabilities, endsOn: null };
  return (await makeApiKey(chief.context, everything)).secret;
}

/** After the first who does it, the thing is gone. */
const consuming = [
  'mergeDeal',
  'deleteDeal',
  'removeView',
  'revokeApiKey',
  'revokeGateOverride',
  'removePartnerChannel',
  'removeProgramChannel',
  'revokeInvitation',
  'revokeRegistrationLink',
  'withdrawTeamInvitation',
  'discardDraft',
];
/** What counts because somebody says it by name, though it stands among what a key could be given. */
const asksAPerson = [
  ...['confirmTouch', 'refuseTouch', 'confirmIntroduction', 'refuseIntroduction'],
  ...['acceptSuggestion', 'dismissSuggestion', 'acceptCosellPlan', 'endCosellPlan'],
];
/** What somebody has for themselves: a program has none of it, though its right would reach there. */
const ofAPerson = ['chooseNoticeWay', 'listViews'];
/** A foreign id in a filter finds nothing, which is an answer. */
const filtering = ['listOpportunities', 'countOpportunities'];
let number = 100;

describe.each(titled)('%s', (_title, definition) => {
  const { capability, operation } = definition;
  const full = (role = 'cro') => {
    number += 1;
    return requestOf(definition, slug, { ids: ours.ids, number, role });
  };

  it('is closed to a caller without a session, whatever they send', async () => {
    expect(await ask(server, full(), null, heard, CANARY)).toMatchObject(notSignedIn);
    const { method, path, query, headers } = full();
    const bare = { method, path, query, headers };
    expect(await ask(server, bare, null, heard, CANARY)).toMatchObject(notSignedIn);
  });

  it('answers for a thing of others exactly as for one that never was', async () => {
    const asker = capability.startsWith('portal.') ? people.get('partner_admin') : ours.chief;
    for (const { name, foreign, nobodys } of pairsOf(definition, slug, ours.ids, theirs.ids)) {
      const [one, other] = [
        await ask(server, foreign, asker ?? ours.chief, heard, CANARY),
        await ask(server, nobodys, asker ?? ours.chief, heard, CANARY),
      ];
      expect(comparable(one), name).toEqual(comparable(other));
      if (filtering.includes(operation)) expect(one.status).toBe(200);
      else expect(one, name).toMatchObject(notFound);
    }
  });

  if (capability === 'signed-in') return;

  it('does not exist for outsiders, exactly as in an organization that never was', async () => {
    for (const [name, person] of outsiders) {
      // What an outsider sends is answered to them, so their own words may come back.
      const own = person === theirs.chief ? 'ours' : CANARY;
      const answer = await ask(server, full(), person, heard, own);
      expect(answer, name).toMatchObject(notFound);
      const nowhere = requestOf(definition, 'never-was', { ids: ours.ids, number });
      const other = await ask(server, nowhere, person, heard, own);
      expect(comparable(answer), name).toEqual(comparable(other));
    }
  });

  it('is open to the roles of its capability and refused to all others', async () => {
    for (const [role, person] of people) {
      const answer = await ask(server, full(role), person, heard, CANARY);
      if (!capabilitiesOf([role]).has(capability as never)) {
        expect(answer, role).toMatchObject(notAllowed);
        continue;
      }
      const closed = consuming.includes(operation) ? [401, 403] : [401, 403, 404];
      expect(closed, `${role}: ${JSON.stringify(answer.body)}`).not.toContain(answer.status);
      expect(answer.status, `${role}: ${JSON.stringify(answer.body)}`).toBeLessThan(500);
    }
  });
});

describe('a route that needs no session', () => {
  const secrets = { ...theirs.ids };
  const held = definitions.filter(({ path }) => /\{(secret|pass)\}/.test(path));

  it.each(held.map((one) => [`${one.method} ${one.path}`, one] as const))(
    '%s answers for a secret of others exactly as for one that never was',
    async (_title, definition) => {
      const name = definition.path.includes('{pass}') ? 'pass' : 'secret';
      const with_ = (secret: string) => {
        number += 1;
        return requestOf(definition, slug, { ids: { ...ours.ids, [name]: secret }, number });
      };
      const foreign = await ask(server, with_(secrets[name] ?? ''), null, heard, CANARY);
      const nobodys = await ask(server, with_('x'.repeat(43)), ours.chief, heard, CANARY);
      expect(foreign).toMatchObject(notFound);
      expect(comparable(foreign)).toEqual(comparable(nobodys));
      const nowhere = requestOf(definition, 'never-was', { ids: ours.ids, number });
      expect(comparable(await ask(server, nowhere, null, heard, CANARY))).toEqual(comparable(nobodys));
    },
  );
});

describe.each(titled)('%s by a key of the API', (_title, definition) => {
  const { capability, operation, path } = definition;
  const by = (secret: string) => {
    number += 1;
    const sent = requestOf(definition, slug, { ids: ours.ids, number, role: 'cro' });
    const headers = { ...sent.headers, authorization: `Bearer ${secret}` };
    return ask(server, { ...sent, headers }, null, heard, CANARY);
  };

  it('is open only where no person is asked for, and to the keys of its organization', async () => {
    expect(await by(theirKey)).toMatchObject(notSignedIn);
    expect(await by(`${ourKey}x`)).toMatchObject(notSignedIn);
    const answer = await by(ourKey);
    if (!path.startsWith('/o/{org}')) {
      expect(answer).toMatchObject(notSignedIn);
    } else if ((keyCapabilities as readonly string[]).includes(capability)) {
      const closed = asksAPerson.includes(operation) ? [401, 404] : [401, 403, 404];
      if (ofAPerson.includes(operation)) {
        expect([403, 404]).toContain(answer.status);
      } else if (!consuming.includes(operation)) {
        expect(closed, JSON.stringify(answer.body)).not.toContain(answer.status);
      }
      expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500);
    } else {
      expect(answer).toMatchObject(notAllowed);
    }
  });
});

describe('what all these people were told', () => {
  it('has no word of another organization, though its own people see hundreds', async () => {
    expect(heard.leaks).toEqual([]);
    expect(heard.answers).toBeGreaterThan(1_000);
    const seen: string[] = [];
    const partnerId = theirs.ids.partnerId as never;
    const partnerAdmin = await theirs.organization.person(['partner_admin'], { partnerId });
    for (const definition of definitions.filter(({ method }) => method === 'GET')) {
      const sent = requestOf(definition, theirs.organization.slug, { ids: theirs.ids, number: 1 });
      const asker = definition.capability.startsWith('portal.') ? partnerAdmin : theirs.chief;
      const { status, body } = await asker.call(sent.method, sent.path, {
        query: { limit: '200', ...sent.query, ...(definition.operation === 'find' ? { q: CANARY } : {}) },
      });
      expect(status, `${definition.operation}: ${JSON.stringify(body)}`).toBeLessThan(300);
      seen.push(...(JSON.stringify(body).match(/zqcanary[\w -]*/g) ?? []));
    }
    expect(new Set(seen).size).toBeGreaterThan(200);
  });
});

describe('the foreign things that were asked for', () => {
  it('are in every place where a route names one', () => {
    const inPaths = definitions.flatMap(({ path }) =>
      [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
    );
    const open = new Set(inPaths.filter((name) => name !== undefined && !(name in ours.ids)));
    expect([...open].sort()).toEqual([
      ...['gate', 'group', 'month', 'org', 'seat', 'startsOn', 'task', 'token', 'version', 'word'],
    ]);
    for (const [name, id] of Object.entries(ours.ids)) expect([name, id]).not.toEqual([name, '']);
    for (const [name, id] of Object.entries(theirs.ids)) expect([name, id]).not.toEqual([name, '']);
    const pairs = definitions.flatMap((definition) => pairsOf(definition, slug, ours.ids, theirs.ids));
    expect(pairs.length).toBeGreaterThan(35);
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
      // A repeat would have to be answered with the secret of the key, which is kept nowhere.
      const isSecret = definition.operation === 'makeApiKey';
      if (creates && !isSecret) expect(definition.creates, definition.operation).toBe(true);
    }
  });
});
