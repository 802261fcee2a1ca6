import type { Context } from '#server/access/context.ts';
import { acceptRegistration } from '#server/registration/decide.ts';
import { beginOwn } from '#server/registration/drafts.ts';
import { ruleConflict } from '#server/registration/rule-conflict.ts';
import { readForDesk } from '#server/registration/show-desk.ts';
import { submitOwn } from '#server/registration/submit.ts';
import type { TestApp } from './app.ts';
import { type RegistrationScene, registrationScene, typedDeal } from './registration-scene.ts';

type Sent = { readonly registrationId: string; readonly number: number };

/** A day in the tests of registrations, at ten in UTC. */
export const onDay = (on: string): number => Date.parse(`${on}T10:00:00Z`);

/** The rep of a partner of the scene, on a day. */
export function repOn(scene: RegistrationScene, nth: number, on: string): Context {
  const rep = scene.partners[nth]?.rep;
  if (!rep) throw new Error('no such partner');
  return scene.at(rep, onDay(on));
}

/** Registers an account for a partner of the scene. */
export async function registerOn(
  scene: RegistrationScene,
  nth: number,
  on: string,
  domain: string,
): Promise<Sent> {
  const rep = repOn(scene, nth, on);
  const { registrationId } = await beginOwn(rep, typedDeal({ legalName: `Wanted ${domain}`, domain }));
  return submitOwn(rep, registrationId, 'en');
}

/**
 * The first of several partners was accepted on 15 July; on the 17th the CRO gave the account to the second, whom the
 * customer chose, or to our own deal.
 */
export async function setAsideScene(server: TestApp, domain: string, to: 'second' | 'direct' = 'second') {
  const scene = await registrationScene(server, { partners: 3 });
  const asSent = { changed: null, opportunityId: null };
  const first = await registerOn(scene, 0, '2026-07-15', domain);
  await acceptRegistration(scene.at(scene.ops, onDay('2026-07-15')), first.registrationId, asSent);
  const second = await registerOn(scene, 1, '2026-07-16', domain);
  const cro = scene.at(scene.cro, onDay('2026-07-17'));
  const { conflict } = await readForDesk(cro, second.number);
  await ruleConflict(cro, conflict?.number ?? 0, {
    ground: to === 'second' ? 'customer_choice' : 'direct_first',
    winner: to === 'second' ? second.registrationId : null,
    words: 'The customer wrote whom it wants.',
    evidence: ['https://mail.example/letter'],
  });
  return { scene, cro, first, second };
}
