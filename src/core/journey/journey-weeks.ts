/** The weeks that “3”, “5–6” or “5-6, 8” name, in the order in which they are written; null if it names none. */
export function weeksOf(text: string): number[] | null {
  const weeks: number[] = [];
  for (const part of text.split(',')) {
    const match = /^\s*(\d{1,3})(?:\s*[–-]\s*(\d{1,3}))?\s*$/.exec(part);
    if (match === null) return null;
    const first = Number(match[1]);
    const last = Number(match[2] ?? match[1]);
    if (first < 1 || last < first) return null;
    for (let week = first; week <= last; week += 1) weeks.push(week);
  }
  return weeks;
}
