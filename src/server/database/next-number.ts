import type { OrgId } from '#core/ids.ts';
import { takeNumber } from './queries.ts';
import type { Tx } from './transaction.ts';

export { takingNumber } from './queries.ts';

/** Gives the next short number of a word, such as a dispute's: each once, in the order of the commits, without gaps. */
export function nextNumber(tx: Tx, org: OrgId, word: string): Promise<number> {
  return takeNumber(tx, org, word);
}
