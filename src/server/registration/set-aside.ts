/**
 * Setting an accepted registration aside (DR-15): its protection ends, and the partner and whoever works on it are told,
 * with the ground and the words of the ruling.
 *
 * Handbook: docs/handbook/registration.md
 */

import type { RulingGround } from '#core/registration/conflict.ts';
import { heldStates, type RegistrationState } from '#core/registration/state.ts';
import type { Context } from '../access/context.ts';
import type { WriteTx } from '../audit/write.ts';
import { append, type Registration } from './ledger.ts';
import type { PageToday } from './page.ts';
import { tellPartner, tellTask } from './tell-registration.ts';

/** Whether a registration in that state has the account. */
export function hasAccount(state: RegistrationState): boolean {
  return (heldStates as readonly RegistrationState[]).includes(state);
}

/** Sets a registration aside. `ground` null: by the decision on an appeal, which nobody appeals any more. */
export async function setAside(
  tx: WriteTx,
  context: Context,
  registration: Registration,
  ruling: { readonly ground: RulingGround | null; readonly words: string },
  page: PageToday,
): Promise<void> {
  const isFinal = ruling.ground === null;
  const event = { type: 'void', by: 'panel', ...ruling, isFinal } as const;
  const after = await append(tx, context, registration, event, page.body);
  await tellPartner(tx, context, after, 'void');
  await tellTask(tx, context, after, 'a ruling set it aside.', `void:${after.row.events}`);
}
