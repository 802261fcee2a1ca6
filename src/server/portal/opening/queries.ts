import type { Opened } from '#core/gates/portal-opening.ts';
import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';

/**
 * That the portal was opened; null while it was not. `lock`: nobody else opens or closes it, nor takes back the override
 * that lets it open, until this transaction ends.
 */
export async function portalOpened(tx: Tx, org: OrgId, lock: 'lock' | 'look'): Promise<Opened | null> {
  const [row] = await tx.query<{ portal_opened_at: number | null; portal_opened_by_override: boolean }>(
    `select portal_opened_at, portal_opened_by_override from tandem.organization where org_id = $1
     ${lock === 'lock' ? 'for no key update' : ''}`,
    [org],
  );
  if (!row || row.portal_opened_at === null) return null;
  return { openedAt: row.portal_opened_at, byOverride: row.portal_opened_by_override };
}

/** Keeps whether the portal is open from now on. */
export async function keepOpening(tx: Tx, org: OrgId, opened: Opened | null): Promise<void> {
  await tx.query(
    `update tandem.organization set portal_opened_at = to_timestamp($2::double precision / 1000),
       portal_opened_by_override = $3 where org_id = $1`,
    [org, opened?.openedAt ?? null, opened?.byOverride ?? false],
  );
}
