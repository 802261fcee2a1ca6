import type { Readable } from 'node:stream';
import pg from 'pg';

/** A text, or a list of texts as an array, written so that it can stand in a statement. */
export function literal(value: string | readonly string[]): string {
  if (typeof value === 'string') return pg.escapeLiteral(value);
  const items = value.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`);
  return pg.escapeLiteral(`{${items.join(',')}}`);
}

/** Reads what COPY sends in its text form: a line for each row, cells between tabs. */
export async function readCopied(stream: Readable): Promise<(string | null)[][]> {
  stream.setEncoding('utf8');
  const rows: (string | null)[][] = [];
  let rest = '';
  for await (const chunk of stream) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) rows.push(cellsOf(line));
  }
  return rows;
}

function cellsOf(line: string): (string | null)[] {
  const cells: (string | null)[] = line.split('\t');
  // Without a backslash there is neither an escape nor a NULL in the line.
  if (line.includes('\\')) {
    for (const [at, cell] of cells.entries()) cells[at] = cell === null ? null : unescaped(cell);
  }
  return cells;
}

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

function unescaped(cell: string): string | null {
  if (cell === '\\N') return null;
  return cell.includes('\\') ? cell.replace(/\\(.)/gs, (_, mark: string) => escapes[mark] ?? mark) : cell;
}
