import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const cipher = 'aes-256-gcm';
const [nonceBytes, tagBytes] = [12, 16];

/** A key for the secrets of one purpose, made from TANDEM_SECRET; the secrets of another purpose do not open with it. */
export function sealingKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `tandem/${purpose}`, 32));
}

/** Seals a text for the database. `place` names the row: a seal that is moved to another row does not open. */
export function seal(key: Buffer, place: string, text: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const writer = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(place));
  const body = Buffer.concat([writer.update(text, 'utf8'), writer.final()]);
  return Buffer.concat([nonce, writer.getAuthTag(), body]);
}

/** Opens a seal. Null when it was made under another secret, for another row, or was changed. */
export function unseal(key: Buffer, place: string, sealed: Uint8Array): string | null {
  const bytes = Buffer.from(sealed);
  try {
    const reader = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes))
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    return Buffer.concat([reader.update(bytes.subarray(nonceBytes + tagBytes)), reader.final()]).toString(
      'utf8',
    );
  } catch {
    return null;
  }
}
