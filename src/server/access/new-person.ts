import type { UserId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';
import type { Identity } from '../identity/identity.ts';
import { createUser } from '../identity/users.ts';
import { refused, refusedField } from '../problem.ts';

/** What a person gives of themselves on the pages where accounts are made. */
export type NewPerson = { readonly name: string; readonly email: string; readonly password: string };

/** Makes a user in the transaction of what they are made for; a refused password is a clear error of its field. */
export async function makeUser(identity: Identity, tx: Tx, person: NewPerson): Promise<UserId> {
  const made = await createUser(identity, tx, person);
  if (made.outcome === 'created') return made.userId;
  if (made.reason === 'email_taken') {
    throw refused('conflict', 'entry.account');
  }
  throw refusedField(
    'body.password',
    'a password of 10 to 128 characters that is not among the most common ones',
    made.reason.replaceAll('_', ' '),
    'entry.password',
  );
}
