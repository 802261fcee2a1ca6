/** What somebody has written on a page and no server has yet. */
export type KeptEdits = {
  readonly body: unknown;
  readonly confirmed: readonly string[];
  /** The revision of the draft that it was written on; 0 if there was none. */
  readonly revision: number;
  readonly at: number;
};

const nameOf = (org: string, word: string): string => `tandem-program:${org}:${word}`;

/** Work on a page that was not saved when it was last left, or null. What cannot be read counts as nothing. */
export function readKeptEdits(org: string, word: string): KeptEdits | null {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(nameOf(org, word)) ?? 'null');
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps unsaved work; null forgets it. A full or forbidden store loses only the safety net. */
export function keepEdits(org: string, word: string, edits: KeptEdits | null): void {
  try {
    if (edits === null) window.localStorage.removeItem(nameOf(org, word));
    else window.localStorage.setItem(nameOf(org, word), JSON.stringify(edits));
  } catch {
    // Without the store the page still saves to the server; only a reload before that forgets.
  }
}

function isKept(kept: unknown): kept is KeptEdits {
  if (typeof kept !== 'object' || kept === null) return false;
  const { body, confirmed, revision } = kept as Partial<Record<keyof KeptEdits, unknown>>;
  return typeof body === 'object' && Array.isArray(confirmed) && typeof revision === 'number';
}
