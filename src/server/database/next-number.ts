import type { OrgId } from '#core/ids.ts';
import { takeNumber, takingNumber } from './queries.ts';
import type { Tx } from './transaction.ts';

/** Gives the next short number of a word, such as a dispute's: each once, in the order of the commits, without gaps. */
export function nextNumber(tx: Tx, org: OrgId, word: string): Promise<number> {
  return takeNumber(tx, org, word);
}

/**
 * The same as a part of the statement that writes what is numbered: a query that gives `last_number`, with the organization
 * in $1 and the word in the parameter that is named.
 */
export function nextNumberIn(word: string): string {
  return takingNumber(word);
}
