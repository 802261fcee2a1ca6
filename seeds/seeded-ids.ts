import { brandId } from '#core/ids.ts';
import { type IdMaker, uuidV7 } from '#server/ids.ts';
import { chance } from './random.ts';

/** Identifiers that come out the same each time: their randomness is seeded, and time only moves on. */
export function seededIds(seed: number): IdMaker {
  const random = chance(seed);
  let last = 0;
  let within = 0;
  return {
    next: (nowMs) => {
      within = nowMs === last ? within + 1 : 0;
      last = nowMs;
      const bytes = Uint8Array.from({ length: 16 }, () => Math.floor(random.next() * 256));
      // Within a millisecond a counter keeps them in order, as facts of one moment are read in the order of their ids.
      bytes[6] = (within >> 8) & 0x0f;
      bytes[7] = within & 0xff;
      return brandId(uuidV7(nowMs, bytes));
    },
  };
}
