import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';

export type BrandRow = {
  name: string | null;
  accent: string | null;
  welcome: { en?: string; de?: string };
  logo_type: string | null;
  logo_width: number | null;
  logo_height: number | null;
  logo_hash: string | null;
};

/** How a company looks in its portal, without the bytes of the logo; null while it looks like Tandem. */
export async function brandRow(tx: Tx, org: OrgId, lock = false): Promise<BrandRow | null> {
  const [row] = await tx.query<BrandRow>(
    `select name, accent, welcome, logo_type, logo_width, logo_height, logo_hash
     from tandem.portal_brand where org_id = $1 ${lock ? 'for update' : ''}`,
    [org],
  );
  return row ?? null;
}

/** Makes sure that there is a row to lock and to change. */
export async function keepBrandRow(tx: Tx, org: OrgId): Promise<void> {
  await tx.query('insert into tandem.portal_brand (org_id) values ($1) on conflict do nothing', [org]);
}

export async function updateBrand(
  tx: Tx,
  org: OrgId,
  brand: Pick<BrandRow, 'name' | 'accent' | 'welcome'>,
): Promise<void> {
  await tx.query('update tandem.portal_brand set name = $2, accent = $3, welcome = $4 where org_id = $1', [
    org,
    brand.name,
    brand.accent,
    JSON.stringify(brand.welcome),
  ]);
}

export type LogoRow = {
  readonly bytes: Buffer;
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly hash: string;
};

/** Writes the logo, or takes it away. */
export async function updateLogo(tx: Tx, org: OrgId, logo: LogoRow | null): Promise<void> {
  await tx.query(
    `update tandem.portal_brand set logo = $2, logo_type = $3, logo_width = $4, logo_height = $5, logo_hash = $6
     where org_id = $1`,
    [
      org,
      logo?.bytes ?? null,
      logo?.type ?? null,
      logo?.width ?? null,
      logo?.height ?? null,
      logo?.hash ?? null,
    ],
  );
}

/** The bytes of a logo that has this hash; null where it was changed since. */
export async function logoOfHash(
  tx: Tx,
  org: OrgId,
  hash: string,
): Promise<{ logo: Buffer; logo_type: string } | null> {
  const [row] = await tx.query<{ logo: Buffer; logo_type: string }>(
    'select logo, logo_type from tandem.portal_brand where org_id = $1 and logo_hash = $2',
    [org, hash],
  );
  return row ?? null;
}
