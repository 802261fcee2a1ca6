import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';
import { notFound } from '../problem.ts';
import { isPersonOf } from './queries.ts';

/** Refuses a person who is not of this partner: nobody acts in the name of another company. */
export async function requirePersonOf(tx: Tx, org: OrgId, partner: string, person: string): Promise<void> {
  if (!(await isPersonOf(tx, org, partner, person))) throw notFound('person at this partner');
}
