import { describe, expect, it } from 'vitest';
import type { Role } from '#core/program/roles.ts';
import { type TestOrganization, type TestPerson, testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { registrationScene, typedDeal } from '#test/harness/registration-scene.ts';
import { makeApiKey } from '../../access/api-key.ts';
import { type Capability, capabilitiesOf } from '../../access/capabilities.ts';
import { allRoutes } from '../../http/routes.ts';
import { withoutTrail } from '../../jobs/without-trail.ts';
import { makeLink } from '../../registration/form/links.ts';
import { formKey } from '../../registration/form/secret.ts';
import { keepOpening } from './queries.ts';

const server = await testApp(await testDatabase());
const reason = 'The certification is kept outside Tandem this quarter.';
const closed = { status: 403, body: { type: 'urn:tandem:problem:portal-closed' } };

/** As if nobody had been let into the portal yet. */
const shut = ({ context }: TestOrganization) =>
  withoutTrail(context, (tx) => keepOpening(tx, context.organization.orgId, null));

/** A company with a partner of which two people are members, before anybody was let into the portal. */
async function company() {
  const organization = await server.organization({ name: 'Northwind' });
  const partnerId = await organization.partner('Halyard');
  const admin = await organization.person(['partner_admin'], { partnerId });
  const rep = await organization.person(['partner_rep'], { partnerId });
  await shut(organization);
  const cro = await organization.person(['cro', 'administrator']);
  const path = `/o/${organization.slug}`;
  return {
    ...{ organization, path, partnerId, admin, rep, cro },
    invite: (email: string, roles: Role[] = ['partner_admin'], of: string | null = partnerId) =>
      cro.call('POST', `${path}/invitations`, { body: { email, roles, partnerId: of } }),
    override: () => cro.call('POST', `${path}/program/gates/g5/overrides`, { body: { reason } }),
    takeBack: () => cro.call('DELETE', `${path}/program/gates/g5/overrides`),
    opening: async () => (await cro.call('GET', `${path}/portal-opening`)).body,
    opened: async () => {
      const trail = (await cro.call('GET', `${path}/audit`)).body as { items: { action: string }[] };
      return trail.items.filter(({ action }) => action === 'portal.open').length;
    },
  };
}

const enter = ({ slug }: TestOrganization, person: TestPerson) => person.call('GET', `/o/${slug}/portal`);

describe('a portal that is closed', () => {
  it('lets nobody of a partner through any route, and says what works meanwhile', async () => {
    const { organization, admin, rep } = await company();
    const theirs = capabilitiesOf(['partner_admin', 'partner_rep']);
    const guarded = allRoutes
      .map(({ definition }) => definition)
      .filter(
        ({ path, capability }) => path.startsWith('/o/{org}/portal/') || theirs.has(capability as Capability),
      )
      .filter(({ capability }) => capability !== 'public');
    expect(guarded.length).toBeGreaterThan(40);
    const id = organization.context.organization.orgId;
    for (const [index, { method, path }] of guarded.entries()) {
      const url = path.replace('{org}', organization.slug).replace(/\{\w+\}/g, id);
      const answer = await (index % 2 === 0 ? admin : rep).call(method, url);
      expect([method, path, answer]).toMatchObject([method, path, closed]);
    }
    const { body } = await enter(organization, rep);
    expect(body).toMatchObject({
      title: 'The portal is not open yet',
      detail: expect.stringMatching(/^The portal of Northwind is not open yet.*by the link.*by mail/),
      errors: [],
    });
    expect(JSON.stringify(body)).not.toMatch(/gate|G5|CFO|thesis/i);
  });

  it('lets them sign in, and stays a stranger to those who are none of its people', async () => {
    const { organization, rep, partnerId, cro } = await company();
    const stranger = await (await server.organization()).person(['cro']);
    expect(await rep.call('GET', '/me')).toMatchObject({
      status: 200,
      body: { organizations: [{ slug: organization.slug, roles: ['partner_rep'] }] },
    });
    expect(await enter(organization, stranger)).toMatchObject({ status: 404 });
    const gone = await organization.person(['partner_rep'], { partnerId, accessEndsOn: '2026-01-01' });
    await shut(organization);
    expect(await enter(organization, gone)).toMatchObject({ status: 404 });
    expect(await enter(organization, cro)).toMatchObject({
      status: 403,
      body: { title: 'Your role does not allow this' },
    });
  });

  it('takes nothing from the desk, from keys and from the sign-in page', async () => {
    const { path, cro } = await company();
    expect(await cro.call('GET', `${path}/partners`)).toMatchObject({ status: 200 });
    const { secret } = await makeApiKey(cro.context, {
      ...{ name: 'Site', capabilities: ['partner.read'], endsOn: null },
    });
    const headers = { authorization: `Bearer ${secret}` };
    expect(await server.call('GET', `${path}/partners`, { headers })).toMatchObject({ status: 200 });
    expect(await server.call('GET', `${path}/portal/brand`)).toMatchObject({ status: 404 });
  });

  it('takes nothing from those who register by the secret link of their partner', async () => {
    const { organization, partners, ops } = await registrationScene(server, { partners: 1 });
    await shut(organization);
    const [partner] = partners;
    if (partner === undefined) throw new Error('the scene has no partner');
    expect(await enter(organization, partner.rep)).toMatchObject(closed);
    const { secret } = await makeLink(ops.context, formKey(server.services.config.secret), partner.partnerId);
    const begun = await server.call('POST', `/o/${organization.slug}/form/${secret}/registrations`, {
      body: {
        rep: { name: 'Rita Reyes', email: 'rita@halyard.example' },
        typed: typedDeal({ legalName: 'Baker BV', domain: 'baker.nl' }),
        language: 'en',
      },
    });
    expect(begun).toMatchObject({ status: 201 });
    const own = `/o/${organization.slug}/own-deal/${(begun.body as { secret: string }).secret}`;
    const sent = await server.call('POST', `${own}/submission`, { body: { language: 'en' } });
    expect(sent).toMatchObject({ status: 201 });
    expect(await server.call('GET', own)).toMatchObject({
      status: 200,
      body: { registration: { state: 'submitted' } },
    });
  });

  it('is closed to nobody of another company', async () => {
    const { rep } = await company();
    const other = await server.organization();
    const open = await other.person(['partner_rep'], { partnerId: await other.partner() });
    expect(await enter(other, open)).toMatchObject({ status: 200 });
    expect(await enter(other, rep)).toMatchObject({ status: 404 });
  });
});

describe('an invitation into the portal', () => {
  it('is refused while it is closed, with the gate, what it lacks and what works meanwhile', async () => {
    const { invite, opening, opened } = await company();
    expect(await invite('ada@halyard.example')).toMatchObject({
      status: 409,
      body: {
        detail: expect.stringMatching(
          /^The portal waits for gate G5: The journey is ready\. Still missing: .*Who can supply it: .*CFO.*CRO can override.*secret link.*mail and Slack/,
        ),
        errors: expect.arrayContaining([
          expect.objectContaining({ path: 'body.partnerId', expected: 'gate G5 open' }),
        ]),
      },
    });
    expect(await invite('cfo@northwind.example', ['cfo'], null)).toMatchObject({ status: 201 });
    expect(await opening()).toMatchObject({
      state: 'closed',
      gate: { key: 'g5', name: 'G5', title: 'The journey is ready' },
      missing: expect.arrayContaining([expect.stringContaining('certification')]),
    });
    expect(await opened()).toBe(0);
  });

  it('leaves once gate G5 is overridden, and the first one opens the portal', async () => {
    const { invite, override, opening, opened, organization, rep } = await company();
    expect(await override()).toMatchObject({ status: 201 });
    expect(await opening()).toEqual({ state: 'open', openedAt: null, byOverride: true });
    expect(await invite('ada@halyard.example')).toMatchObject({ status: 201 });
    expect(await invite('bob@halyard.example')).toMatchObject({ status: 201 });
    expect(await opening()).toEqual({ state: 'open', openedAt: server.clock.now(), byOverride: true });
    expect(await opened()).toBe(1);
    expect(await enter(organization, rep)).toMatchObject({ status: 200 });
  });

  it('that is sent twice by one key opens it once', async () => {
    const { cro, override, path, partnerId, opened } = await company();
    await override();
    const body = { email: 'ada@halyard.example', roles: ['partner_rep'], partnerId };
    const send = () =>
      cro.call('POST', `${path}/invitations`, { body, headers: { 'idempotency-key': 'portal' } });
    const [first, again] = [await send(), await send()];
    expect(again.body).toEqual(first.body);
    expect(await opened()).toBe(1);
  });
});

describe('a portal that is open', () => {
  it('opens to whoever comes first, once, though many come at the same moment', async () => {
    const { organization, admin, rep, override, opened } = await company();
    await override();
    const came = await Promise.all([admin, rep, admin, rep].map((one) => enter(organization, one)));
    expect(came.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await opened()).toBe(1);
  });

  it('that an override opened closes when the CRO takes it back, and opens with the next', async () => {
    const { organization, cro, path, rep, override, takeBack, invite, opening } = await company();
    await override();
    expect(await enter(organization, rep)).toMatchObject({ status: 200 });
    expect(await takeBack()).toMatchObject({ status: 200 });
    expect(await enter(organization, rep)).toMatchObject(closed);
    expect(await invite('ada@halyard.example')).toMatchObject({ status: 409 });
    expect(await opening()).toMatchObject({ state: 'closed' });
    await override();
    expect(await enter(organization, rep)).toMatchObject({ status: 200 });
    const trail = (await cro.call('GET', `${path}/audit`)).body as { items: { action: string }[] };
    expect(
      trail.items
        .map(({ action }) => action)
        .filter((one) => /^(portal|gate)\./.test(one))
        .toReversed(),
    ).toEqual([
      ...['gate.override', 'portal.open', 'gate.revoke_override', 'portal.close'],
      ...['gate.override', 'portal.open'],
    ]);
  });

  it('by the conditions of its gate stays open when they fail and an override goes back', async () => {
    const { organization, rep, override, takeBack, invite, opening, opened } = await company();
    await withoutTrail(organization.context, (tx) =>
      keepOpening(tx, organization.context.organization.orgId, { openedAt: 0, byOverride: false }),
    );
    expect(await enter(organization, rep)).toMatchObject({ status: 200 });
    expect(await invite('ada@halyard.example')).toMatchObject({ status: 201 });
    await override();
    await takeBack();
    expect(await enter(organization, rep)).toMatchObject({ status: 200 });
    expect(await opening()).toEqual({ state: 'open', openedAt: 0, byOverride: false });
    expect(await opened()).toBe(0);
  });

  it('is left alone by the override of another gate', async () => {
    const { organization, cro, path, rep, override } = await company();
    await override();
    await enter(organization, rep);
    await cro.call('POST', `${path}/program/gates/g7/overrides`, { body: { reason } });
    await cro.call('DELETE', `${path}/program/gates/g7/overrides`);
    expect(await enter(organization, rep)).toMatchObject({ status: 200 });
  });

  it('never stays open on an override that is gone, though both come at the same moment', async () => {
    const { organization, rep, override, takeBack } = await company();
    for (let round = 0; round < 5; round += 1) {
      await override();
      await Promise.all([enter(organization, rep), takeBack(), enter(organization, rep)]);
      expect(await enter(organization, rep)).toMatchObject(closed);
    }
  });
});
