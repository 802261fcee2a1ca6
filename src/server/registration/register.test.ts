import { describe, expect, it } from 'vitest';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { registrationScene, typedDeal } from '#test/harness/registration-scene.ts';
import { changeStanding } from '../partner/change-standing.ts';
import { beginOwn } from './drafts.ts';
import { registerFor, registerOwn } from './register.ts';
import { listRegistrations } from './show-desk.ts';
import { listOwn, readOwn } from './show-own.ts';
import { submitOwn } from './submit.ts';

const server = await testApp(await testDatabase());
const scene = await registrationScene(server, { partners: 2 });
const { ops } = scene;
const [one, two] = scene.partners;
if (one === undefined || two === undefined) throw new Error('the scene has two partners');
const rep = { name: 'Ada', email: 'ada@example.org' };
const waiting = async () =>
  (await listRegistrations(ops.context, { group: 'waiting', partnerId: null, cursor: null, limit: 50 })).items
    .length;

describe('a deal registered in one call', () => {
  it('DR-1, DR-4: is what it would be had it been begun and sent', async () => {
    const typed = typedDeal({ legalName: 'Baker BV', domain: 'baker.nl' });
    const sent = await registerOwn(one.rep.context, typed, 'en');
    expect(sent).toMatchObject({ state: 'submitted', notes: [] });
    expect(sent.dueOn).not.toBeNull();
    const shown = await readOwn(one.rep.context, sent.number, 'en');
    expect(shown).toMatchObject({ registrationId: sent.registrationId, state: 'submitted' });
    expect(await waiting()).toBe(1);
  });

  it('DR-3: meets who was earlier, also where our own people register', async () => {
    const typed = typedDeal({ legalName: 'Miller BV', domain: 'miller.nl' });
    await registerOwn(one.rep.context, typed, 'en');
    const second = await registerFor(ops.context, two.partnerId, rep, typed);
    expect(second).toMatchObject({ state: 'conflict' });
  });

  it('keeps nothing where something is missing, and says what in the language of the reader', async () => {
    const before = await waiting();
    const drafts = (await listOwn(two.rep.context, 'en')).length;
    const { closeOn, ...typed } = typedDeal({ legalName: 'Cooper BV', domain: 'cooper.nl' });
    await expect(registerOwn(two.rep.context, typed, 'de')).rejects.toMatchObject({
      type: 'invalid-input',
      errors: [{ path: 'closeOn', found: 'nothing', repair: 'Bitte ausfüllen.' }],
    });
    expect(closeOn).toBeDefined();
    expect(await waiting()).toBe(before);
    expect(await listOwn(two.rep.context, 'en')).toHaveLength(drafts);
  });

  it('DR-1: says why it is not taken in, and of no draft, where a call keeps none', async () => {
    const standing = (isSuspended: boolean) =>
      changeStanding(scene.head.context, two.partnerId, { isSuspended, countries: [] });
    const typed = typedDeal({ legalName: 'Tanner BV', domain: 'tanner.nl' });
    const { registrationId } = await beginOwn(two.rep.context, typed);
    await standing(true);
    const why = 'Your company cannot register deals at the moment. Ask your partner manager.';
    await expect(registerOwn(two.rep.context, typed, 'en')).rejects.toThrow(new RegExp(`^${why}$`));
    await expect(submitOwn(two.rep.context, registrationId, 'en')).rejects.toThrow(
      `${why} Your draft is kept.`,
    );
    await standing(false);
  });

  it('is not for a partner that is not there, nor for who may only read', async () => {
    const typed = typedDeal({ legalName: 'Weaver BV', domain: 'weaver.nl' });
    const nobody = '01890000-0000-7000-8000-000000000000';
    await expect(registerFor(ops.context, nobody, rep, typed)).rejects.toMatchObject({ type: 'not-found' });
    await expect(registerFor(scene.ae.context, one.partnerId, rep, typed)).rejects.toMatchObject({
      type: 'not-allowed',
    });
  });
});
