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
  const seen = new Map<number, number>();
  return {
    see(id, { row, cells }) {
      const key = hash53(id);
      let content = 17;
      for (const index of columns) content = hash32(cells[index] ?? '', content);
      const mark = content % contentRange;
      const before = seen.get(key);
      if (before === undefined) {
        seen.set(key, row * contentRange + mark);
        return null;
      }
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

function hash53(text: string): number {
  return (hash32(text, 0) % 2 ** 21) * 2 ** 32 + hash32(text, 101);
}

function hash32(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  return hash >>> 0;
}
