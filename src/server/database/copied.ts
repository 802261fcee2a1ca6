import type { Readable } from 'node:stream';
import pg from 'pg';

/** A text, or a list of texts as an array, written so that it can stand in a statement. */
export function literal(value: string | readonly string[]): string {
  const text = typeof value === 'string' ? value : arrayText(value);
  // Ids by the thousand need no escape, and looking at each letter of them would cost more than reading their rows.
  return /['\\]/.test(text) ? pg.escapeLiteral(text) : `'${text}'`;
}

function arrayText(items: readonly string[]): string {
  const isPlain = items.every((item) => /^[\w-]+$/.test(item) && item.toLowerCase() !== 'null');
  if (isPlain) return `{${items.join(',')}}`;
  return `{${items.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

/** Reads what COPY sends in its text form: a line for each row, cells between tabs. */
export async function readCopied(stream: Readable): Promise<(string | null)[][]> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  const lines = Buffer.concat(chunks).toString('utf8').split('\n');
  lines.pop();
  return lines.map(cellsOf);
}

function cellsOf(line: string): (string | null)[] {
  const cells: (string | null)[] = line.split('\t');
  // Without a backslash there is neither an escape nor a NULL in the line.
  if (line.includes('\\')) {
    for (let at = 0; at < cells.length; at += 1) {
      const cell = cells[at];
      if (cell?.includes('\\')) cells[at] = unescaped(cell);
    }
  }
  return cells;
}

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

function unescaped(cell: string): string | null {
  if (cell === '\\N') return null;
  return cell.replace(/\\(.)/gs, (_, mark: string) => escapes[mark] ?? mark);
}
