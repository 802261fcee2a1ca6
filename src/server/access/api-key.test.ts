import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import { readTransaction } from '#server/database/transaction.ts';
import { testApp } from '#test/harness/app.ts';
import { freshDatabase } from '#test/harness/database.ts';
import { registrationScene, typedDeal } from '#test/harness/registration-scene.ts';
import { listTrail } from '../audit/list-trail.ts';
import { enterByKey, listApiKeys, makeApiKey, revokeApiKey } from './api-key.ts';

const database = await freshDatabase();
const server = await testApp(database);
const organization = await server.organization();
const chief = await organization.person(['administrator', 'cro']);
const base = `/o/${organization.slug}`;
const { ports } = chief.context;
const wanted = {
  name: 'Web site',
  capabilities: ['partner.read', 'registration.record'],
  endsOn: null,
} as const;
const by = (secret: string) => ({ headers: { authorization: `Bearer ${secret}` } });

describe('a key of the API', () => {
  it('opens what it was given and nothing else, and is named in the trail', async () => {
    const { secret, apiKeyId } = await makeApiKey(chief.context, {
      ...{ name: 'Partner data', capabilities: ['partner.read', 'partner.change'], endsOn: null },
    });
    expect((await server.call('GET', `${base}/partners`, by(secret))).status).toBe(200);
    expect((await server.call('GET', `${base}/scoreboard`, by(secret))).status).toBe(403);
    expect((await server.call('GET', '/me', by(secret))).status).toBe(401);
    const partner = {
      name: 'Northgate',
      domain: null,
      country: 'NL',
      archetype: 'si',
      signedOn: '2026-01-05',
    };
    const made = await server.call('POST', `${base}/partners`, {
      ...by(secret),
      body: { ...partner, managerId: null },
    });
    expect(made).toMatchObject({ status: 201 });
    const { items } = await listTrail(chief.context, { limit: 5 });
    expect(items[0]).toMatchObject({
      ...{
        action: 'partner.create',
        actorKind: 'key',
        actorId: apiKeyId,
        actorName: 'Partner data (API key)',
      },
    });
  });

  it('counts before a session that comes with it', async () => {
    const { secret } = await makeApiKey(chief.context, wanted);
    const { headers } = by(secret);
    const both = { headers: { ...headers, cookie: chief.cookie } };
    expect((await server.call('GET', `${base}/audit`, both)).status).toBe(403);
    const wrong = { headers: { authorization: 'Bearer tandem_nothing', cookie: chief.cookie } };
    expect((await server.call('GET', `${base}/audit`, wrong)).status).toBe(401);
  });

  it('is kept as a hash: its secret stands in no row, no list and no trail', async () => {
    const { secret } = await makeApiKey(chief.context, wanted);
    const told = JSON.stringify([
      await listApiKeys(chief.context),
      await listTrail(chief.context, { limit: 50 }),
    ]);
    expect(told).not.toContain(secret.slice(0, 20));
    const org = organization.context.organization.orgId;
    const rows = await readTransaction(database.pool, { org }, async (tx) => [
      ...(await tx.query('select to_jsonb(k) as row from tandem.api_key k')),
      ...(await tx.query('select to_jsonb(i) as row from tandem.idempotency_key i')),
      ...(await tx.query('select to_jsonb(e) as row from tandem.event e')),
    ]);
    expect(rows.length).toBeGreaterThan(2);
    expect(JSON.stringify(rows)).not.toContain(secret.slice(0, 20));
  });

  it('ends with its last day, and at once when it is revoked; once is enough', async () => {
    const { secret, apiKeyId } = await makeApiKey(chief.context, {
      ...wanted,
      endsOn: '2026-07-31' as LocalDate,
    });
    const on = (day: string) => ({ ...ports, clock: { now: () => Date.parse(`${day}T12:00:00Z`) } });
    expect(await enterByKey(on('2026-07-31'), secret, organization.slug)).not.toBeNull();
    expect(await enterByKey(on('2026-08-01'), secret, organization.slug)).toBeNull();
    expect((await server.call('GET', `${base}/partners`, by(secret))).status).toBe(200);
    await revokeApiKey(chief.context, apiKeyId);
    expect((await server.call('GET', `${base}/partners`, by(secret))).status).toBe(401);
    await expect(revokeApiKey(chief.context, apiKeyId)).rejects.toMatchObject({ type: 'not-found' });
    const listed = (await listApiKeys(chief.context)).find((one) => one.apiKeyId === apiKeyId);
    expect(listed).toMatchObject({ state: 'revoked' });
  });

  it('may do no more than whoever makes it, and nothing that asks for a person', async () => {
    const plain = await organization.person(['administrator']);
    const more = { body: { ...wanted, capabilities: ['registration.decide'] } };
    expect((await chief.call('POST', `${base}/api-keys`, more)).status).toBe(422);
    const none = { body: { ...wanted, capabilities: [] } };
    expect((await chief.call('POST', `${base}/api-keys`, none)).status).toBe(422);
    const over = { body: { ...wanted, endsOn: '2026-01-01' } };
    expect((await chief.call('POST', `${base}/api-keys`, over)).status).toBe(422);
    expect((await plain.call('POST', `${base}/api-keys`, { body: wanted })).status).toBe(201);
    const reader = await organization.person(['ae']);
    expect((await reader.call('POST', `${base}/api-keys`, { body: wanted })).status).toBe(403);
    await expect(makeApiKey(reader.context, wanted)).rejects.toMatchObject({ type: 'not-allowed' });
  });

  it('shows when it was last used, without a row for every call', async () => {
    const { secret, apiKeyId } = await makeApiKey(chief.context, wanted);
    const used = async () =>
      (await listApiKeys(chief.context)).find((one) => one.apiKeyId === apiKeyId)?.lastUsedAt ?? null;
    expect(await used()).toBeNull();
    const at = (minutes: number) => ({
      ...ports,
      clock: { now: () => chief.context.now + minutes * 60_000 },
    });
    await enterByKey(at(0), secret, organization.slug);
    await enterByKey(at(50), secret, organization.slug);
    expect(await used()).toBe(chief.context.now);
    await enterByKey(at(70), secret, organization.slug);
    expect(await used()).toBe(chief.context.now + 70 * 60_000);
  });
});

describe('a program that registers a deal', () => {
  it('begins it for a partner by its key and sends it once, and cannot decide about it', async () => {
    const scene = await registrationScene(server, { partners: 1 });
    const { partnerId } = scene.partners[0] ?? {};
    const own = `/o/${scene.organization.slug}/registrations`;
    const maker = await scene.organization.person(['administrator']);
    const { secret } = await makeApiKey(maker.context, wanted);
    const typed = typedDeal({ legalName: 'Baker BV', domain: 'baker.nl' });
    const begun = await server.call('POST', own, {
      ...by(secret),
      body: { partnerId, rep: { name: 'Ada', email: 'ada@example.org' }, typed },
    });
    expect(begun).toMatchObject({ status: 201 });
    const { registrationId } = begun.body as { registrationId: string };
    const key = { headers: { ...by(secret).headers, 'idempotency-key': 'once' } };
    const [first, again] = [
      await server.call('POST', `${own}/${registrationId}/submission`, key),
      await server.call('POST', `${own}/${registrationId}/submission`, key),
    ];
    expect(first).toMatchObject({ status: 201 });
    expect(again.body).toEqual(first.body);
    const yes = { ...by(secret), body: { changed: null, opportunityId: null } };
    expect((await server.call('POST', `${own}/${registrationId}/acceptance`, yes)).status).toBe(403);
    const { items } = await listTrail(scene.cro.context, { limit: 20 });
    const sent = items.filter(({ action }) => action === 'registration.submit');
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ actorKind: 'key', actorName: 'Web site (API key)' });
  });
});
