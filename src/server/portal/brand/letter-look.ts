import type { Organization } from '../../access/context.ts';
import type { Tx } from '../../database/transaction.ts';
import type { LetterLook } from '../../mail/letter.ts';
import { brandRow } from './queries.ts';

/**
 * How a company looks in what it writes to partners: as in its portal. No logo, since a letter loads nothing from
 * anywhere.
 */
export async function lookOf(tx: Tx, { orgId, name }: Organization): Promise<LetterLook> {
  const row = await brandRow(tx, orgId);
  return { name: row?.name ?? name, accent: row?.accent ?? null };
}
