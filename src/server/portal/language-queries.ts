import type { OrgId } from '#core/ids.ts';
import type { PortalLanguage } from '#core/registration/portal-format.ts';
import type { Tx } from '../database/transaction.ts';

/** The language that a person chose in the portal; null where they never did. */
export async function languageOf(
  tx: Tx,
  org: OrgId,
  membership: string,
  lock = false,
): Promise<PortalLanguage | null> {
  const [row] = await tx.query<{ language: PortalLanguage | null }>(
    `select language from tandem.membership where org_id = $1 and membership_id = $2 ${lock ? 'for update' : ''}`,
    [org, membership],
  );
  return row?.language ?? null;
}

export async function putLanguage(
  tx: Tx,
  org: OrgId,
  membership: string,
  language: PortalLanguage,
): Promise<void> {
  await tx.query('update tandem.membership set language = $3 where org_id = $1 and membership_id = $2', [
    org,
    membership,
    language,
  ]);
}
