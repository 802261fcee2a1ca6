import type { OrgId } from '#core/ids.ts';
import type { WriteTx } from '../../audit/write.ts';
import { keepOpening, portalOpened } from './queries.ts';

/**
 * Closes a portal that an override alone had opened, for that override is being taken back. Whoever comes next is let in
 * if the gate is open by its conditions by then.
 */
export async function closeWithOverride(tx: WriteTx, org: OrgId): Promise<void> {
  const opened = await portalOpened(tx, org, 'lock');
  if (opened === null || !opened.byOverride) return;
  await keepOpening(tx, org, null);
  tx.record({ action: 'portal.close' });
}
