import type { SourceRow } from '#connectors/port.ts';

/**
 * Which record ids a file has named so far. Keeps 53-bit hashes instead of the ids: a cell is a cut of the file's
 * text, and keeping a million of them would keep the file in memory.
 */
export type SeenIds = {
  /** Null at the first sight of the id; later the row of that sight and whether the content was the same. */
  see(id: string, row: SourceRow): { readonly row: number; readonly same: boolean } | null;
};

const contentRange = 2 ** 30;

/** `columns`: the indexes of the cells that make the content. */
export function seenIds(columns: readonly number[]): SeenIds {
  const seen = numberTable();
  return {
    see(id, { row, cells }) {
      let content = 17;
      for (const index of columns) content = hash32(cells[index] ?? '', content);
      const mark = content % contentRange;
      const before = seen.putIfAbsent(hash53(id), row * contentRange + mark);
      if (before === null) return null;
      return { row: Math.floor(before / contentRange), same: before % contentRange === mark };
    },
  };
}

/** The stage in which each opportunity was last seen, to tell a move from a change in place. */
export type LastStages = {
  /** Whether the row brings the deal into a stage in which it already was, going by time. */
  standsStill(id: string, stageKey: string, at: number): boolean;
};

export function lastStages(): LastStages {
  const last = new Map<number, { stage: number; at: number }>();
  return {
    standsStill(id, stageKey, at) {
      const key = hash53(id);
      const stage = hash32(stageKey, 29);
      const before = last.get(key);
      if (!before) {
        last.set(key, { stage, at });
        return false;
      }
      if (at < before.at) return false;
      const same = before.stage === stage;
      before.stage = stage;
      before.at = at;
      return same;
    },
  };
}

/** A hash table from numbers (not 0) to numbers in two flat arrays: a tenth of what a Map of doubles takes. */
function numberTable(): { putIfAbsent(key: number, value: number): number | null } {
  let keys = new Float64Array(4_096);
  let values = new Float64Array(4_096);
  let size = 0;
  const slotOf = (table: Float64Array, key: number): number => {
    const last = table.length - 1;
    let slot = key % table.length;
    while (table[slot] !== 0 && table[slot] !== key) slot = slot === last ? 0 : slot + 1;
    return slot;
  };
  const grow = (): void => {
    const wider = new Float64Array(keys.length * 2);
    const moved = new Float64Array(keys.length * 2);
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] ?? 0;
      if (key === 0) continue;
      const slot = slotOf(wider, key);
      wider[slot] = key;
      moved[slot] = values[at] ?? 0;
    }
    keys = wider;
    values = moved;
  };
  return {
    putIfAbsent(key, value) {
      const slot = slotOf(keys, key);
      if (keys[slot] === key) return values[slot] ?? null;
      keys[slot] = key;
      values[slot] = value;
      size++;
      if (size * 2 > keys.length) grow();
      return null;
    },
  };
}

/** A whole number from 1 to 2^53. */
function hash53(text: string): number {
  let a = 0x811c9dc5;
  let b = 0x9e3779b1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
  }
  return (mixed(b) % 2 ** 21) * 2 ** 32 + mixed(a) + 1;
}

function hash32(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mixed(hash);
}

function mixed(hash: number): number {
  let bits = hash ^ (hash >>> 15);
  bits = Math.imul(bits, 0x85ebca6b);
  return (bits ^ (bits >>> 13)) >>> 0;
}
