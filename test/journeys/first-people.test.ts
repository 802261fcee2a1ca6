import { describe, expect, it } from 'vitest';
import { renewSetupToken } from '#server/access/set-up.ts';
import { testApp } from '#test/harness/app.ts';
import { freshDatabase } from '#test/harness/database.ts';

const server = await testApp(await freshDatabase());
const cookieOf = (headers: Record<string, unknown>): string =>
  [headers['set-cookie'] ?? []]
    .flat()
    .map((line) => String(line).split(';', 1)[0])
    .join('; ');

describe('the first people of an installation', () => {
  it('set it up with the printed token, invite by mail, and come in by the link, which works once', async () => {
    expect((await server.call('GET', '/installation')).body).toEqual({ isSetUp: false });
    const claimed = await server.call('POST', '/set-up', {
      body: {
        token: await renewSetupToken(server.services.ports),
        organizationName: 'Nordlicht Software',
        timeZone: 'Europe/Berlin',
        currency: 'EUR',
        fiscalYearStartMonth: 2,
        publicUrl: 'https://partners.example.org',
        name: 'Ada',
        email: 'ada@example.org',
        password: 'seven quiet lighthouses 41',
      },
    });
    expect(claimed).toMatchObject({ status: 201, body: { org: 'default' } });
    expect((await server.call('GET', '/installation')).body).toEqual({ isSetUp: true });

    const ada = { cookie: cookieOf(claimed.headers) };
    expect(await server.call('GET', '/o/default', { headers: ada })).toMatchObject({
      status: 200,
      body: { name: 'Nordlicht Software', timeZone: 'Europe/Berlin', currency: 'EUR' },
    });
    const invited = await server.call('POST', '/o/default/invitations', {
      headers: ada,
      body: { email: 'Bo@Example.org', roles: ['partner_ops'] },
    });
    expect(invited.status).toBe(201);

    await server.runJobs();
    const [letter] = await server.letters('bo@example.org');
    const link = new URL(letter?.link ?? '');
    const token = new URLSearchParams(link.hash.slice(1)).get('token');
    const accept = () =>
      server.call('POST', '/o/default/invitation/accept', {
        body: { token, name: 'Bo', password: 'nine patient herons 52' },
      });
    const accepted = await accept();
    expect(accepted).toMatchObject({ status: 200, body: { org: 'default' } });
    expect((await accept()).status).toBeGreaterThanOrEqual(400);

    const bo = { cookie: cookieOf(accepted.headers) };
    expect((await server.call('GET', '/me', { headers: bo })).body).toMatchObject({
      email: 'bo@example.org',
      organizations: [{ slug: 'default', roles: ['partner_ops'] }],
    });
    expect((await server.call('GET', '/o/default/members', { headers: bo })).status).toBe(200);
    const grab = { headers: bo, body: { name: 'Mine' } };
    expect((await server.call('PATCH', '/o/default', grab)).status).toBe(403);
  });
});
