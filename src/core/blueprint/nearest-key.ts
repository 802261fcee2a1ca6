/** The key that was most likely meant: at most a third of its letters differ, however they are cased. Null: none. */
export function nearestKey(typed: string, keys: readonly string[]): string | null {
  const wanted = plain(typed.slice(0, 80));
  let best: { key: string; distance: number } | null = null;
  for (const key of keys) {
    const distance = lettersApart(wanted, plain(key));
    if (best === null || distance < best.distance) best = { key, distance };
  }
  return best !== null && best.distance <= Math.max(1, Math.floor(best.key.length / 3)) ? best.key : null;
}

/** `Operating-Model`, `operating_model` and `operatingModel` are the same slip. */
function plain(key: string): string {
  return key.toLowerCase().replace(/[_\s-]/g, '');
}

function lettersApart(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let line = 1; line <= a.length; line += 1) {
    const row = [line];
    for (let column = 1; column <= b.length; column += 1) {
      const swapped = (above[column - 1] ?? 0) + (a[line - 1] === b[column - 1] ? 0 : 1);
      row.push(Math.min(swapped, (above[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1));
    }
    above = row;
  }
  return above[b.length] ?? 0;
}
