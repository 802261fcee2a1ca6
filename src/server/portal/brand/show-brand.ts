import { Readable } from 'node:stream';
import type { Ports } from '../../access/context.ts';
import { contextOf } from '../../access/create-organization.ts';
import { readTransaction } from '../../database/transaction.ts';
import type { FileBody } from '../../http/route.ts';
import { notFound } from '../../problem.ts';
import { type BrandRow, brandRow, logoOfHash } from './queries.ts';

/** How a company looks in its portal. */
export type Brand = {
  readonly name: string;
  /** Whether the name is one of its own, and not the organization’s. */
  readonly hasOwnName: boolean;
  readonly accent: string | null;
  readonly welcome: { readonly en: string; readonly de: string };
  readonly logo: { readonly hash: string; readonly width: number; readonly height: number } | null;
};

export function shownBrand(row: BrandRow | null, organization: string): Brand | null {
  if (row === null) return null;
  const { logo_hash: hash, logo_width: width, logo_height: height } = row;
  return {
    name: row.name ?? organization,
    hasOwnName: row.name !== null,
    accent: row.accent,
    welcome: { en: row.welcome.en ?? '', de: row.welcome.de ?? '' },
    logo: hash === null || width === null || height === null ? null : { hash, width, height },
  };
}

/**
 * How a company’s portal looks, for its sign-in page, before anybody is known. One that has given itself no looks is not
 * told apart from one that never was.
 */
export async function publicBrand(ports: Ports, slug: string): Promise<Brand> {
  const context = await contextOf(ports, slug, { kind: 'system', name: 'brand' });
  const org = context?.organization.orgId;
  const row =
    org === undefined ? null : await readTransaction(ports.pool, { org }, (tx) => brandRow(tx, org));
  const brand = shownBrand(row, context?.organization.name ?? '');
  if (brand === null) throw notFound('portal with looks of its own');
  return brand;
}

const endings: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
};

/** The bytes of the logo as they were checked, by their hash: a changed logo has another address. */
export async function publicLogo(ports: Ports, slug: string, hash: string): Promise<FileBody> {
  const context = await contextOf(ports, slug, { kind: 'system', name: 'brand' });
  const org = context?.organization.orgId;
  const found =
    org === undefined ? null : await readTransaction(ports.pool, { org }, (tx) => logoOfHash(tx, org, hash));
  if (found === null) throw notFound('logo');
  const { logo, logo_type: mediaType } = found;
  return { fileName: `logo.${endings[mediaType] ?? 'png'}`, mediaType, content: Readable.from([logo]) };
}
