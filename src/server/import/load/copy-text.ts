/** A value of a row that goes in by COPY. */
export type CopyValue = string | number | boolean | null;

const special = /[\\\t\n\r\0]/;

/** One line of COPY text. Characters that PostgreSQL cannot hold (NUL) are left out. */
export function copyLine(values: readonly CopyValue[]): string {
  let line = '';
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index];
    if (index > 0) line += '\t';
    if (value === null || value === undefined) line += '\\N';
    else if (typeof value === 'string') line += special.test(value) ? escaped(value) : value;
    else if (typeof value === 'boolean') line += value ? 't' : 'f';
    else line += value;
  }
  return `${line}\n`;
}

function escaped(text: string): string {
  return text
    .replaceAll('\0', '')
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
}

/** An instant as COPY reads it. */
export function copyInstant(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
