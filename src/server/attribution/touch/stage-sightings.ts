import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';
import { sightingsOf, sourceReadAt } from './subject-queries.ts';

/** In which stages these deals were seen and when, for whoever reads many acts at once. */
export function stageSightings(tx: Tx, org: OrgId, deals: readonly string[]) {
  return deals.length === 0 ? Promise.resolve([]) : sightingsOf(tx, org, deals);
}

/** When a source was last read, epoch milliseconds; null where it never was. */
export function sourceSeenAt(tx: Tx, org: OrgId, source: string): Promise<number | null> {
  return sourceReadAt(tx, org, source);
}
