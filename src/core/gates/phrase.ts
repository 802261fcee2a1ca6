/** Pieces of sentences. */

/** 0.125 as "12.5 %". */
export function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}

/** "CRO", "CRO and CFO", "CRO, CFO and Head of Partnerships". */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** "1 partner", "3 partners", "no partners". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? `1 ${one}` : `${count === 0 ? 'no' : count} ${many}`;
}

/** The text with a capital letter at its beginning. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
