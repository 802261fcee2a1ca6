/** Cells that stand for "nothing": empty references, error values and the blanks of reports. */
const nothing = new Set([
  '#N/A',
  '#REF!',
  '#VALUE!',
  '#NAME?',
  '#NULL!',
  'N/A',
  'n/a',
  'NULL',
  'null',
  '\\N',
  '-',
  '–',
  '—',
  '(blank)',
  '(No value)',
  '(no value)',
  '000000000000000AAA',
  '000000000000000',
]);

/** Their first letters, to tell most cells apart at a glance: this runs for every cell of a million rows. */
const nothingBegins = new Set([...nothing].map((text) => text.charCodeAt(0)));

/** The text of a cell without outer space, or null where it says nothing. Everything else stays verbatim. */
export function textOf(cell: string | undefined): string | null {
  if (cell === undefined || cell === '') return null;
  const text = cell.trim();
  if (text === '' || (text.length <= 18 && nothingBegins.has(text.charCodeAt(0)) && nothing.has(text)))
    return null;
  return text;
}

/** A record id: as `textOf`, and out of the `="00123"` with which exports keep a spreadsheet from eating zeros. */
export function idTextOf(cell: string | undefined): string | null {
  const text = textOf(cell);
  if (text === null || !text.startsWith('="')) return text;
  return textOf(/^="(.*)"$/s.exec(text)?.[1] ?? text);
}

/** Whether a spreadsheet has turned the id into a number such as 1.23E+17, which cannot be turned back. */
export function isDamagedId(id: string): boolean {
  return /^\d(?:[.,]\d+)?[eE]\+\d+$/.test(id);
}

const yes = new Set([
  'true',
  '1',
  'yes',
  'y',
  'x',
  'wahr',
  'ja',
  'vrai',
  'oui',
  'verdadero',
  'sí',
  'si',
  'waar',
  'ano',
  'pravda',
]);
const no = new Set([
  'false',
  '0',
  'no',
  'n',
  'falsch',
  'nein',
  'faux',
  'non',
  'falso',
  'onwaar',
  'nee',
  'ne',
  'nepravda',
]);

/** Truth values as CRMs export them (TRUE, true, 1, ja …); null where the cell is empty or says something else. */
export function flagOf(cell: string | undefined): boolean | null {
  const text = textOf(cell)?.toLowerCase();
  if (text === undefined) return null;
  if (yes.has(text)) return true;
  return no.has(text) ? false : null;
}

/** A copy that does not keep the chunk of the file alive from which the cell was cut. */
export function detached(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
