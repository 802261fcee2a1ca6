/**
 * How the company looks in its portal: a name, an accent that can be seen, a word of welcome, a logo that is a picture and
 * nothing else (PB-1 to PB-4).
 *
 * Handbook: docs/handbook/portal.md
 */

import { createHash } from 'node:crypto';
import { imageSize } from 'image-size';
import { judgeAccent } from '#core/portal/accent.ts';
import { logoRules, pictureKind } from '#core/portal/brand.ts';
import { type Context, requireCapability } from '../../access/context.ts';
import { write } from '../../audit/write.ts';
import { readTransaction } from '../../database/transaction.ts';
import { invalidField, ProblemError } from '../../problem.ts';
import { type BrandRow, brandRow, keepBrandRow, type LogoRow, updateBrand, updateLogo } from './queries.ts';
import { type Brand, shownBrand } from './show-brand.ts';

/** What the company says of its looks; null or an empty text takes Tandem’s own. */
type BrandWords = {
  readonly name: string | null;
  readonly accent: string | null;
  readonly welcome: { readonly en: string; readonly de: string };
};

/** How it looks now, for the screen where it is changed. */
export async function readBrand(context: Context): Promise<Brand | null> {
  requireCapability(context, 'organization.read');
  const { orgId: org, name } = context.organization;
  const row = await readTransaction(context.ports.pool, { org }, (tx) => brandRow(tx, org));
  return shownBrand(row, name);
}

/** Changes name, accent and welcome. PB-1: an accent that cannot be seen is refused with one that can. */
export async function changeBrand(context: Context, words: BrandWords): Promise<void> {
  requireCapability(context, 'brand.change');
  const accent = words.accent === null ? null : requireAccent(words.accent);
  const name = words.name === null || words.name.trim() === '' ? null : words.name.trim();
  const welcome = { en: words.welcome.en.trim(), de: words.welcome.de.trim() };
  const org = context.organization.orgId;
  await write(context, async (tx) => {
    await keepBrandRow(tx, org);
    const before = await brandRow(tx, org, true);
    await updateBrand(tx, org, { name, accent, welcome });
    tx.record({ action: 'brand.change', before: wordsOf(before), after: { name, accent, welcome } });
  });
}

/** PB-4: puts a logo up. What it is is read from its bytes; its name and what the sender claims are not asked. */
export async function changeLogo(context: Context, sent: AsyncIterable<Uint8Array>): Promise<void> {
  requireCapability(context, 'brand.change');
  const logo = requirePicture(await gathered(sent));
  const org = context.organization.orgId;
  await write(context, async (tx) => {
    await keepBrandRow(tx, org);
    const before = await brandRow(tx, org, true);
    await updateLogo(tx, org, logo);
    const { type, width, height, hash } = logo;
    tx.record({
      action: 'brand.change_logo',
      before: { hash: before?.logo_hash ?? null },
      after: { type, width, height, hash },
    });
  });
}

/** Takes the logo away. */
export async function removeLogo(context: Context): Promise<void> {
  requireCapability(context, 'brand.change');
  const org = context.organization.orgId;
  await write(
    context,
    async (tx) => {
      const before = await brandRow(tx, org, true);
      if (before === null || before.logo_hash === null) return;
      await updateLogo(tx, org, null);
      tx.record({ action: 'brand.remove_logo', before: { hash: before.logo_hash } });
    },
    { mayChangeNothing: true },
  );
}

function requireAccent(text: string): string {
  const verdict = judgeAccent(text);
  if (verdict.kind === 'fits') return verdict.tones.fill;
  if (verdict.kind === 'no_colour') {
    throw invalidField('body.accent', 'six hex digits behind a #, such as #0b6b62', text, 'Choose a colour.');
  }
  throw invalidField(
    'body.accent',
    `a contrast of at least ${verdict.needed} to 1 on the ${verdict.on} page`,
    `${verdict.ratio} to 1`,
    `The nearest colour that fits is ${verdict.nearest}.`,
  );
}

async function gathered(sent: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of sent) {
    length += piece.length;
    if (length > logoRules.maxBytes) {
      throw new ProblemError(
        'too-large',
        `A logo has at most ${logoRules.maxBytes / 1024} kB. Save it smaller; twice the height that it is shown in, 64 pixels, is enough.`,
      );
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function requirePicture(bytes: Buffer): LogoRow {
  const type = pictureKind(bytes);
  const refuse = (found: string, repair: string) =>
    invalidField('body', 'a PNG, JPEG or WebP picture', found, repair);
  if (type === 'svg') {
    throw refuse(
      'an SVG, which can carry scripts',
      'Save it as PNG, with a transparent ground if it has one.',
    );
  }
  if (type === 'unknown') throw refuse('another kind of file', 'Save the logo as PNG.');
  const { width, height } = sidesOf(bytes) ?? {};
  if (width === undefined || height === undefined) {
    throw refuse('a picture that cannot be read', 'Open it in a picture program and save it again.');
  }
  const { minSide, maxSide } = logoRules;
  if (Math.min(width, height) < minSide || Math.max(width, height) > maxSide) {
    throw invalidField(
      'body',
      `sides of ${minSide} to ${maxSide} pixels`,
      `${width} × ${height} pixels`,
      'Save it in another size.',
    );
  }
  return { bytes, type, width, height, hash: createHash('sha256').update(bytes).digest('hex') };
}

/** The sides as the head of the file says them; null where it is broken. */
function sidesOf(bytes: Buffer): { width: number; height: number } | null {
  try {
    return imageSize(bytes);
  } catch {
    return null;
  }
}

function wordsOf(row: BrandRow | null) {
  return row === null ? null : { name: row.name, accent: row.accent, welcome: row.welcome };
}
