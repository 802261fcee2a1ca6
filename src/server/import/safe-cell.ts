/** What spreadsheets take for the start of a formula (OWASP 1.2.10), also behind leading spaces. */
const formula = /^\s*[=+\-@\t\r\n\0＝＋－＠]/;
/** A plain number may begin with a sign. */
const plainNumber = /^\s*[+-]?[\d.,]+\s*$/;

/** A cell of a file that people will open in a spreadsheet: what would run as a formula is marked as text. */
export function safeCell(cell: string): string {
  return formula.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell;
}

/** One line of CSV; every cell is quoted, so that no reader has to guess. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${safeCell(cell).replaceAll('"', '""')}"`).join(',')}\r\n`;
}
