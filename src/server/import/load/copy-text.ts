/** Bytes, written as hexadecimal digits. */
export type Hex = { readonly hex: string };

/** A value of a row that goes in by COPY. */
export type CopyValue = string | number | boolean | Hex | null;

const special = /[\\\t\n\r\0]/;

/** One line of COPY text. Characters that PostgreSQL cannot hold (NUL) are left out. */
export function copyLine(values: readonly CopyValue[]): string {
  const cells: string[] = new Array(values.length);
  for (let index = 0; index < values.length; index += 1) cells[index] = cellOf(values[index] ?? null);
  // Joined at once: a line that grows piece by piece stays in memory as all of its pieces.
  return `${cells.join('\t')}\n`;
}

function cellOf(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return special.test(value) ? escaped(value) : value;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return `\\\\x${value.hex}`;
}

function escaped(text: string): string {
  return text
    .replaceAll('\0', '')
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
}

const days = new Map<number, string>();
const dayMs = 86_400_000;

/** An instant as COPY reads it. */
export function copyInstant(epochMs: number): string {
  if (epochMs % dayMs !== 0 || days.size > 20_000) return new Date(epochMs).toISOString();
  let text = days.get(epochMs);
  if (text === undefined) {
    text = new Date(epochMs).toISOString();
    days.set(epochMs, text);
  }
  return text;
}
