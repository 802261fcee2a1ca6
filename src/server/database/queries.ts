import type { OrgId } from '#core/ids.ts';
import type { Tx } from './transaction.ts';

/** Takes the next short number of a word's series; the row lock keeps two from taking the same one. */
/**
 * Takes the next number of a word for the organization in $1, as `last_number`: a statement of its own, or the part of one
 * that writes what is numbered. Whoever takes the next one waits for the commit.
 */
export const takingNumber = (word: string): string =>
  `insert into tandem.number_series (org_id, word, last_number) values ($1, ${word}, 1)
   on conflict (org_id, word) do update set last_number = number_series.last_number + 1 returning last_number`;

export async function takeNumber(tx: Tx, org: OrgId, word: string): Promise<number> {
  const [row] = await tx.prepared<{ last_number: number }>(takingNumber('$2'), [org, word]);
  if (!row) throw new Error('a number series gave no number');
  return row.last_number;
}
