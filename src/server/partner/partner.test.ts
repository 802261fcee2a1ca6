import { describe, expect, it } from 'vitest';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';

const server = await testApp(await testDatabase());

async function desk() {
  const organization = await server.organization();
  const head = await organization.person(['head_of_partnerships']);
  const create = (name: string, more: object = {}) =>
    head.call('POST', `/o/${organization.slug}/partners`, { body: { name, ...more } });
  return { organization, head, create, path: `/o/${organization.slug}/partners` };
}

describe('partners', () => {
  it('are added with a short number, found by part of their name, and opened with their people', async () => {
    const { head, create, path } = await desk();
    const made = await create('Northgate Systems', {
      archetype: 'si',
      signedOn: '2026-03-01',
      domain: 'https://www.Northgate.com/x',
    });
    expect(made).toMatchObject({ status: 201, body: { number: 1 } });
    await create('Halyard');
    expect(await head.call('GET', path, { query: { q: 'gate' } })).toMatchObject({
      body: { items: [{ name: 'Northgate Systems', domain: 'northgate.com', deals: 0 }], nextCursor: null },
    });
    const { partnerId } = made.body as { partnerId: string };
    await head.call('POST', `${path}/${partnerId}/people`, {
      body: { name: 'Rachel Stone', email: 'rachel@northgate.com' },
    });
    expect(await head.call('GET', `${path}/${partnerId}`)).toMatchObject({
      body: { signedOn: '2026-03-01', people: [{ name: 'Rachel Stone', email: 'rachel@northgate.com' }] },
    });
  });

  it('have one name each, whatever its case and punctuation', async () => {
    const { create } = await desk();
    await create('Granite & Vale');
    expect(await create('granite and vale.')).toMatchObject({ status: 409 });
  });

  it('come in pages that miss none and repeat none', async () => {
    const { head, create, path } = await desk();
    for (let number = 1; number <= 7; number += 1) await create(`Partner ${number}`);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: Record<string, string> = { limit: '3', ...(cursor ? { cursor } : {}) };
      const { body } = (await head.call('GET', path, { query })) as {
        body: { items: { name: string }[]; nextCursor: string | null };
      };
      seen.push(...body.items.map((one) => one.name));
      cursor = body.nextCursor;
    } while (cursor);
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7].map((number) => `Partner ${number}`));
    expect(await head.call('GET', path, { query: { cursor: 'nonsense' } })).toMatchObject({ status: 422 });
  });

  it('are changed by who may, and the trail keeps before and after', async () => {
    const { organization, head, create, path } = await desk();
    const { partnerId } = (await create('Bluefin')).body as { partnerId: string };
    const advisor = await organization.person(['advisor'], { accessEndsOn: '2099-01-01' });
    expect(await advisor.call('PATCH', `${path}/${partnerId}`, { body: { archetype: 'isv' } })).toMatchObject(
      { status: 403 },
    );
    expect(await head.call('PATCH', `${path}/${partnerId}`, { body: { archetype: 'isv' } })).toMatchObject({
      status: 200,
    });
    const cro = await organization.person(['cro']);
    const trail = await cro.call('GET', `/o/${organization.slug}/audit`);
    expect((trail.body as { items: unknown[] }).items).toContainEqual(
      expect.objectContaining({
        action: 'partner.change',
        before: expect.objectContaining({ archetype: null }),
        after: expect.objectContaining({ archetype: 'isv' }),
      }),
    );
  });

  it('of another organization are not there', async () => {
    const { create } = await desk();
    const { partnerId } = (await create('Cobalt Ridge')).body as { partnerId: string };
    const other = await desk();
    expect(await other.head.call('GET', `${other.path}/${partnerId}`)).toMatchObject({ status: 404 });
    expect(
      await other.head.call('PATCH', `${other.path}/${partnerId}`, { body: { name: 'Mine' } }),
    ).toMatchObject({ status: 404 });
    const person = { body: { name: 'Nobody' } };
    expect(await other.head.call('POST', `${other.path}/${partnerId}/people`, person)).toMatchObject({
      status: 404,
    });
  });

  it('refuse a web address that is none', async () => {
    const { create } = await desk();
    expect(await create('Odd', { domain: 'not a domain' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'body.domain' }] },
    });
  });
});
