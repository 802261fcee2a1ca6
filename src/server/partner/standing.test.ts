import { describe, expect, it } from 'vitest';
import { acceptRegistration } from '#server/registration/decide.ts';
import { beginOwn } from '#server/registration/drafts.ts';
import { readForDesk } from '#server/registration/show-desk.ts';
import { submitOwn } from '#server/registration/submit.ts';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { registrationScene, typedDeal } from '#test/harness/registration-scene.ts';
import { changeStanding } from './change-standing.ts';
import { readPartner } from './read-partners.ts';

const server = await testApp(await testDatabase());
const now = Date.parse('2026-07-15T12:00:00Z');

describe('how a partner stands', () => {
  it('DR-1: suspended, it registers nothing new, and what it registered before is honoured', async () => {
    const scene = await registrationScene(server, { partners: 1 });
    const { partnerId, rep } = scene.partners[0] ?? (undefined as never);
    const [ops, own] = [scene.at(scene.ops, now), scene.at(rep, now)];
    const begin = (legalName: string, domain: string) => beginOwn(own, typedDeal({ legalName, domain }));
    const before = await begin('Acme BV', 'acme-before.nl');
    await submitOwn(own, before.registrationId, 'en');
    await changeStanding(ops, partnerId, { isSuspended: true });
    expect(await readPartner(ops, partnerId)).toMatchObject({ suspendedAt: now });

    const during = await begin('Borealis BV', 'borealis-during.nl');
    await expect(submitOwn(own, during.registrationId, 'en')).rejects.toThrow('cannot register deals');
    await acceptRegistration(ops, before.registrationId, { changed: null, opportunityId: null });
    expect(await readForDesk(ops, before.number)).toMatchObject({
      state: 'accepted',
      protection: { isProtected: true },
    });

    await changeStanding(ops, partnerId, { isSuspended: false });
    expect((await submitOwn(own, during.registrationId, 'en')).state).toBe('submitted');
  });

  it('DR-1: an account outside the countries of its agreement is shown to the decider', async () => {
    const scene = await registrationScene(server, { partners: 1 });
    const { partnerId, rep } = scene.partners[0] ?? (undefined as never);
    const [ops, own] = [scene.at(scene.ops, now), scene.at(rep, now)];
    await expect(changeStanding(ops, partnerId, { countries: ['Holland'] })).rejects.toMatchObject({
      errors: [{ path: 'body.countries', found: 'HOLLAND' }],
    });
    await changeStanding(ops, partnerId, { countries: ['de', 'DE', 'at'], certifiedOn: '2026-02-01' });
    expect(await readPartner(ops, partnerId)).toMatchObject({
      countries: ['DE', 'AT'],
      certifiedOn: '2026-02-01',
      suspendedAt: null,
    });
    const typed = typedDeal({ legalName: 'Acme BV', domain: 'acme-outside.nl' });
    const { registrationId, number } = await beginOwn(own, typed);
    await submitOwn(own, registrationId, 'en');
    const outside = (await readForDesk(ops, number)).checks.find(({ check }) => check === 'outside');
    expect(outside).toMatchObject({ outcome: 'ask' });
    await changeStanding(ops, partnerId, { countries: [] });
    expect((await readPartner(ops, partnerId)).countries).toBeNull();
  });

  it('is changed by who may, and only of a partner of the organization', async () => {
    const scene = await registrationScene(server, { partners: 1 });
    const other = await registrationScene(server, { partners: 1 });
    const partnerId = scene.partners[0]?.partnerId ?? '';
    await expect(
      changeStanding(scene.at(scene.ae, now), partnerId, { isSuspended: true }),
    ).rejects.toMatchObject({ type: 'not-allowed' });
    await expect(
      changeStanding(other.at(other.ops, now), partnerId, { isSuspended: true }),
    ).rejects.toMatchObject({ type: 'not-found' });
  });
});
