/**
 * A rep who leaves loses nothing: what is not over goes on under a colleague’s name, drafts included, with its clocks and
 * its protection as they run.
 *
 * Handbook: docs/handbook/portal.md
 */

import type { Id, MembershipId, PartnerId } from '#core/ids.ts';
import { moveOf, type RegistrationState } from '#core/registration/state.ts';
import type { Context } from '../access/context.ts';
import type { WriteTx } from '../audit/write.ts';
import { tell } from '../notice/tell.ts';
import { append, readRegistration } from './ledger.ts';
import { personOfMember, registrationsOfMember, setRep } from './member-queries.ts';
import { pageToday } from './page.ts';

/** Somebody of a partner by their sign-in. */
export type Colleague = { readonly membershipId: MembershipId; readonly name: string };

/** What can be handed over: whatever is not over. */
export const handedOverStates = Object.keys(moveOf('hand_over').moves) as RegistrationState[];

/** How many registrations somebody of a partner has that are not over; they stay locked until the end of the transaction. */
export async function lockRegistrationsOf(
  tx: WriteTx,
  context: Context,
  partner: PartnerId,
  { membershipId: membership, name }: Colleague,
): Promise<readonly string[]> {
  const states = handedOverStates;
  return registrationsOfMember(tx, context.organization.orgId, { partner, membership, name, states });
}

/** Hands these over to a colleague, whose sign-in is locked; says how many. The caller has asked who may. */
export async function handOver(
  tx: WriteTx,
  context: Context,
  partner: PartnerId,
  registrations: readonly string[],
  { membershipId: membership, name }: Colleague,
): Promise<number> {
  if (registrations.length === 0) return 0;
  const { organization, ports, now } = context;
  const org = organization.orgId;
  const page = await pageToday(tx, context);
  const newId = ports.ids.next<Id<'partner person'>>(now);
  const toRep = await personOfMember(tx, org, { partner, membership, name, newId, now });
  for (const id of registrations) {
    const registration = await readRegistration(tx, context, id, 'lock');
    const event = { type: 'hand_over', by: 'partner', fromRep: registration.row.rep_id, toRep } as const;
    const after = await append(tx, context, registration, event, page.body);
    await setRep(tx, org, id, toRep);
    const { row } = after;
    await tell(tx, context, [membership], {
      kind: 'own_registration',
      params: { number: row.number, customer: row.legal_name, news: 'handed_over' },
      link: `/registrations/${row.number}`,
      eventKey: `registration:${id}:${row.events}:handed_over`,
      partnerId: partner,
    });
  }
  return registrations.length;
}
