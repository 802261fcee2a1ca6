import { randomFillSync } from 'node:crypto';
import { brandId, type Id } from '#core/ids.ts';

/** Makes identifiers. The demo company uses a seeded one, so that it comes out the same each time. */
export type IdMaker = { readonly next: <T extends Id<string>>(nowMs: number) => T };

const bytes = new Uint8Array(16 * 256);
let taken = bytes.length;

function randomBytes16(): Uint8Array {
  if (taken === bytes.length) {
    randomFillSync(bytes);
    taken = 0;
  }
  taken += 16;
  return bytes.subarray(taken - 16, taken);
}

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Writes UUIDv7 text: 48 bits of epoch milliseconds, the version, and 74 bits of the given randomness. */
export function uuidV7(nowMs: number, random: Uint8Array): string {
  let time = Math.floor(nowMs).toString(16).padStart(12, '0');
  time = `${time.slice(0, 8)}-${time.slice(8)}`;
  const at = (index: number) => hex[random[index] ?? 0] ?? '00';
  const version = (((random[6] ?? 0) & 0x0f) | 0x70).toString(16);
  const variant = (((random[8] ?? 0) & 0x3f) | 0x80).toString(16);
  return `${time}-${version}${at(7)}-${variant}${at(9)}-${at(10)}${at(11)}${at(12)}${at(13)}${at(14)}${at(15)}`;
}

export const randomIds: IdMaker = { next: (nowMs) => brandId(uuidV7(nowMs, randomBytes16())) };
