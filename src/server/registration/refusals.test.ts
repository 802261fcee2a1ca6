import { describe, expect, it } from 'vitest';
import type { Context } from '#server/access/context.ts';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { type RegistrationScene, registrationScene, typedDeal } from '#test/harness/registration-scene.ts';
import { workClocks } from './clocks.ts';
import { acceptRegistration, rejectRegistration, returnRegistration } from './decide.ts';
import { beginOwn, saveOwn } from './drafts.ts';
import { ruleConflict } from './rule-conflict.ts';
import { readForDesk } from './show-desk.ts';
import { submitOwn } from './submit.ts';

const server = await testApp(await testDatabase());
const yes = { changed: null, opportunityId: null };

async function register(scene: RegistrationScene, nth: number, legalName: string, domain: string) {
  const { rep } = scene.partners[nth] ?? (undefined as never);
  const begun = await beginOwn(rep.context, typedDeal({ legalName, domain }));
  return { ...begun, sent: await submitOwn(rep.context, begun.registrationId, 'en') };
}

describe('a decision', () => {
  it('DR-4: is refused to who is not asked, whatever it is', async () => {
    const scene = await registrationScene(server, { partners: 1 });
    const { registrationId, number } = await register(scene, 0, 'Vermeer', 'vermeer-asks.nl');
    const other = await scene.organization.person(['partner_manager']);
    const refused = { type: 'conflict', message: expect.stringMatching(/The seat .* decides this step/) };
    const asks = { asks: 'Who is the buyer?', isIncomplete: false };
    const no = { reason: 'Not qualified', words: 'No budget.' };
    await expect(acceptRegistration(other.context, registrationId, yes)).rejects.toMatchObject(refused);
    await expect(rejectRegistration(other.context, registrationId, no)).rejects.toMatchObject(refused);
    await expect(returnRegistration(other.context, registrationId, asks)).rejects.toMatchObject(refused);
    expect((await readForDesk(scene.ops.context, number)).state).toBe('submitted');
  });

  it('DR-16: rejects for a reason of the list or not at all', async () => {
    const scene = await registrationScene(server, { partners: 1 });
    const { registrationId, number } = await register(scene, 0, 'Vermeer', 'vermeer-list.nl');
    const no = { reason: 'I do not like it', words: '' };
    await expect(rejectRegistration(scene.ops.context, registrationId, no)).rejects.toMatchObject({
      type: 'invalid-input',
      errors: [{ path: 'body.reason', found: 'I do not like it' }],
    });
    expect((await readForDesk(scene.ops.context, number)).state).toBe('submitted');
  });

  it('DR-15: of a case gives the account to one of its parties', async () => {
    const scene = await registrationScene(server);
    await register(scene, 0, 'Vermeer', 'vermeer-case.nl');
    const second = await register(scene, 1, 'Vermeer', 'vermeer-case.nl');
    const outside = await register(scene, 1, 'Visser', 'visser-outside.nl');
    const { conflict } = await readForDesk(scene.ops.context, second.number);
    const ruling = { ground: 'panel', words: 'The panel heard both.', evidence: [] } as const;
    await expect(
      ruleConflict(scene.head.context, conflict?.number ?? 0, { ...ruling, winner: outside.registrationId }),
    ).rejects.toMatchObject({ type: 'not-found', message: expect.stringContaining('in this case') });
    expect((await readForDesk(scene.ops.context, second.number)).state).toBe('conflict');
  });
});

describe('what was sent', () => {
  it('cannot be typed over, until it is asked about', async () => {
    const scene = await registrationScene(server, { partners: 1 });
    const { registrationId } = await register(scene, 0, 'Vermeer', 'vermeer-typed.nl');
    const rep = scene.partners[0]?.rep.context as never;
    await expect(saveOwn(rep, registrationId, { legalName: 'Visser' })).rejects.toMatchObject({
      type: 'conflict',
      message: 'It has been sent; what was sent cannot be typed over.',
    });
    const asks = { asks: 'Who is the buyer?', isIncomplete: false };
    await returnRegistration(scene.ops.context, registrationId, asks);
    expect(await saveOwn(rep, registrationId, { legalName: 'Visser' })).toMatchObject({
      missing: expect.any(Array),
    });
  });
});

describe('what the clocks ask for', () => {
  it('DR-5, DR-10: is done once, however often they are worked that day', async () => {
    const scene = await registrationScene(server, { partners: 1 });
    await register(scene, 0, 'Vermeer', 'vermeer-late.nl');
    const late = { ...scene.organization.context, now: Date.parse('2026-07-22T12:00:00Z') };
    expect(await workClocks(late)).toBe(1);
    expect(await workClocks(late)).toBe(0);
  });
});

describe('who holds the secret of one registration', () => {
  it('changes and sends no other of the same partner', async () => {
    const scene = await registrationScene(server, { partners: 1 });
    const { rep, partnerId } = scene.partners[0] ?? (undefined as never);
    const own = await beginOwn(rep.context, typedDeal({ legalName: 'Own', domain: 'own-secret.nl' }));
    const other = await beginOwn(rep.context, typedDeal({ legalName: 'Other', domain: 'other-secret.nl' }));
    const actor = {
      kind: 'visitor',
      name: 'a rep',
      partnerId,
      registrationId: own.registrationId,
      repId: null,
    };
    const visitor = { ...rep.context, actor } as Context;
    const none = { type: 'not-found' };
    await expect(saveOwn(visitor, other.registrationId, {})).rejects.toMatchObject(none);
    await expect(submitOwn(visitor, other.registrationId, 'en')).rejects.toMatchObject(none);
    expect(await saveOwn(visitor, own.registrationId, { legalName: 'Own' })).toMatchObject({
      missing: expect.any(Array),
    });
  });
});
