/**
 * What a file turned out to be, found from its first bytes and shown to the person before anything is imported.
 */

import type { Problem } from '#connectors/port.ts';

/** How much of a file `sniff` looks at. */
export const sniffBytes = 256 * 1024;
/** More columns than this are no table that a person made. */
export const maxColumns = 2_000;
/** A longer cell is refused: almost always an unclosed quote or a pasted document. */
export const maxCellLength = 1024 * 1024;

export type Encoding =
  | 'utf-8'
  | 'utf-8-bom'
  | 'utf-16le'
  | 'utf-16be'
  | 'utf-32le'
  | 'utf-32be'
  | 'windows-1252';

export type Delimiter = ',' | ';' | '\t' | '|';

/** A column as named in the mapping: unique within the file, with the header cell that it came from. */
export type FileColumn = { readonly name: string; readonly header: string; readonly index: number };

export type FileShape = {
  readonly container: 'text' | 'xlsx';
  readonly encoding: Encoding;
  /** False where only ASCII was seen so far: the first other byte decides between UTF-8 and Windows-1252. */
  readonly encodingSeen: boolean;
  readonly delimiter: Delimiter;
  readonly quote: '"' | "'";
  /** True where spaces stand between the delimiter and an opening quote; they are no part of the cell. */
  readonly spaced: boolean;
  /** How a quote inside a quoted cell is written: doubled, or after a backslash. */
  readonly escape: 'double' | 'backslash';
  /** `mixed`: single carriage returns beside line feeds. */
  readonly newline: '\n' | '\r\n' | '\r' | 'mixed';
  /** The sheet that is read (XLSX), and all that there are. */
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  /** Row number of the header, counted from 1. */
  readonly headerRow: number;
  /** First row after the header that is data: headerRow + 1, or later below a second header row. */
  readonly dataRow: number;
  /** The text above the header, as found. */
  readonly preambleLines: readonly string[];
  readonly columns: readonly FileColumn[];
  /** What was found and done, in sentences for the person. */
  readonly notes: readonly string[];
};

/** What a person corrects where the finding was wrong. */
export type ShapeChoice = {
  readonly encoding?: Encoding | undefined;
  readonly delimiter?: Delimiter | undefined;
  readonly headerRow?: number | undefined;
  readonly sheet?: string | undefined;
};

/** A file that cannot be read as a table. Thrown by the readers, since part of a file must never be imported. */
export class FileRefused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`${problem.code}: expected ${problem.expected}, found ${problem.found}. ${problem.repair}`);
    this.name = 'FileRefused';
    this.problem = problem;
  }
}

/** A problem of the whole file, or of the row and column at which reading had to stop. */
export function fileProblem(
  code: string,
  expected: string,
  found: string,
  repair: string,
  place: { row?: number; column?: string } = {},
): Problem {
  return {
    code,
    severity: 'reject',
    row: place.row ?? null,
    column: place.column ?? null,
    expected,
    found,
    repair,
  };
}
