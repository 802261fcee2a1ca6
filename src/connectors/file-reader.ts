import { createHash } from 'node:crypto';
import type { CurrencyCode } from '#core/money.ts';
import { FileRefused, fileProblem } from './csv/file-shape.ts';
import { type FileSource, openFile } from './csv/open-file.ts';
import { mapRows } from './mapping/map-rows.ts';
import { type MappingFile, parseMapping } from './mapping/mapping-file.ts';
import { type MappingDefaults, planMapping } from './mapping/plan.ts';
import type { ImportKind, Problem, RowBatch } from './port.ts';
import { foldHeader } from './understanding/aliases.ts';
import type { ColumnStats } from './understanding/column-stats.ts';
import { partnerCandidates } from './understanding/partner-candidates.ts';
import { understandRows } from './understanding/understand.ts';

const sampleRows = 8;
const shownValues = 200;
const shownLines = 12;
const fewValues = 40;

/** Everything that an import needs of a file, over one interface: what compose hands to the server. */
export const fileReader = {
  async understand(
    file: FileSource,
    hints: { kind?: ImportKind; mapping?: { kind: ImportKind }; file?: object | undefined },
  ) {
    const mapping = hints.mapping as MappingFile | undefined;
    const choice = hints.file as MappingFile['file'];
    const opened = await openFile(file, choice ?? mapping?.file);
    if (!opened.ok) return opened;
    const { shape } = opened;
    const sample = await firstRows(opened.rows());
    const footerLines: string[] = [];
    const found = await understandRows(shape, watchFooter(opened.rows(), footerLines), {
      ...(hints.kind ? { kind: hints.kind } : {}),
      ...(mapping ? { mapping } : {}),
    });
    const { container, encoding, delimiter, headerRow, sheet, sheets, notes, preambleLines } = shape;
    const common = new Map(found.stats.columns.filter(isChoice).map((each) => [each.column, valuesOf(each)]));
    const reasons = new Map(found.columns.map(({ column, reason }) => [column, reason]));
    return {
      ok: true as const,
      value: {
        kind: found.kind.is,
        kindReason: found.kind.reason,
        source: found.source.is,
        rows: found.rows,
        sourceReason: found.source.reason,
        shape: {
          container,
          encoding,
          delimiter,
          headerRow,
          sheet,
          sheets,
          notes,
          preambleLines: preambleLines.slice(0, shownLines),
          footerLines,
        },
        columns: shape.columns.map(({ name, index }) => ({
          column: name,
          field: fieldOf(found.mapping, name),
          reason: reasons.get(name) ?? '',
          examples: examplesOf(
            common.get(name) ?? sample.map((cells) => cells[index] ?? '').filter((cell) => cell !== ''),
          ),
        })),
        stages: found.stages.map(({ name, rows, outcome, reason, order, soundsLike }) => ({
          name,
          rows,
          // Only what is known has a reason; what is asked has its question.
          reason: outcome === null ? '' : reason,
          order,
          soundsLike,
        })),
        sampleRows: sample.map((cells) => shape.columns.map(({ index }) => cells[index] ?? '')),
        mapping: choice ? { ...found.mapping, file: choice } : found.mapping,
        questions: found.questions,
        partnerCandidates: shortened(found.partnerCandidates),
        signature: signatureOf(shape.columns.map((column) => column.name)),
      },
    };
  },

  async checkMapping(value: unknown, file: FileSource, frame: { timeZone: string; currency: string }) {
    const parsed = parseMapping(value);
    if (!parsed.ok) return parsed;
    const opened = await openFile(file, parsed.mapping.file);
    if (!opened.ok) {
      const { expected, found, repair } = opened.problem;
      return { ok: false as const, errors: [{ path: 'file', expected, found, repair }] };
    }
    const planned = planMapping(parsed.mapping, opened.shape, defaultsOf(frame));
    return planned.ok ? parsed : planned;
  },

  async findPartners(file: FileSource, mapping: { kind: ImportKind }, names: readonly string[]) {
    const opened = await openFile(file, (mapping as MappingFile).file);
    if (!opened.ok) return opened;
    const { stats } = await understandRows(opened.shape, opened.rows(), { mapping: mapping as MappingFile });
    return { ok: true as const, value: shortened(partnerCandidates(stats.columns, names)) };
  },

  async open(file: FileSource, mapping: { kind: ImportKind }, frame: { timeZone: string; currency: string }) {
    const opened = await openFile(file, (mapping as MappingFile).file);
    if (!opened.ok) return opened;
    const planned = planMapping(mapping as MappingFile, opened.shape, defaultsOf(frame));
    if (!planned.ok) return { ok: false as const, problem: mappingProblem(planned.errors[0]) };
    const names = opened.shape.columns.map((column) => column.name);
    const rows = isRejectsFile(names) ? () => unmarked(opened.rows()) : opened.rows;
    return {
      ok: true as const,
      value: {
        header: names.filter((name) => !rejectsColumns.includes(name)),
        records: () => mapRows(rows(), planned.plan),
        rows: () => allRows(rows()),
      },
    };
  },

  problemOf(error: unknown): Problem | null {
    return error instanceof FileRefused ? error.problem : null;
  },
};

type Batches = AsyncIterable<RowBatch>;

async function firstRows(batches: Batches): Promise<string[][]> {
  for await (const batch of batches) {
    if (batch.rows.length === 0) continue;
    return batch.rows.slice(0, sampleRows).map((row) => row.cells.map((cell) => cell.slice(0, 300)));
  }
  return [];
}

/** A column of few different values: a stage, a lead source. The commonest of them say more than the first rows. */
function isChoice({ allValues, values }: ColumnStats): boolean {
  return allValues && values.length > 0 && values.length <= fewValues;
}

function valuesOf({ values }: ColumnStats): string[] {
  return values.map(({ value }) => value);
}

function examplesOf(cells: readonly string[]): string[] {
  return [...new Set(cells)].slice(0, 3).map((cell) => cell.slice(0, 120));
}

/** Passes the rows on and keeps the first lines that were left out as a report's footer. */
async function* watchFooter(batches: Batches, lines: string[]): AsyncGenerator<RowBatch> {
  for await (const batch of batches) {
    for (const { code, found } of batch.problems)
      if (code === 'footer' && lines.length < shownLines) lines.push(found);
    yield batch;
  }
}

async function* allRows(batches: Batches) {
  for await (const { rows, rejected } of batches) {
    yield rejected.length === 0 ? rows : [...rows, ...rejected].sort((a, b) => a.row - b.row);
  }
}

/** The columns that the file of rejected rows adds; without them it is a file like the one that it came from. */
const rejectsColumns = ['Row in the first file', 'Problem'];

function isRejectsFile(names: readonly string[]): boolean {
  return rejectsColumns.every((name) => names.includes(name));
}

/** Takes off the mark that keeps a spreadsheet from running a cell as a formula. */
async function* unmarked(batches: Batches): AsyncGenerator<RowBatch> {
  for await (const batch of batches) {
    const rows = batch.rows.map((row) => ({ ...row, cells: row.cells.map(unmarkedCell) }));
    yield { ...batch, rows };
  }
}

function unmarkedCell(cell: string): string {
  return /^'\s*[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}

function defaultsOf(frame: { timeZone: string; currency: string }): MappingDefaults {
  return { timeZone: frame.timeZone, currency: frame.currency as CurrencyCode };
}

function fieldOf(mapping: MappingFile, column: string): string | null {
  const field = Object.entries(mapping.columns).find(([, name]) => name === column)?.[0];
  if (field !== undefined) return field;
  if (Object.hasOwn(mapping.stageColumns ?? {}, column)) return 'changedAt';
  return mapping.partner?.column === column ? 'partner' : null;
}

function signatureOf(columns: readonly string[]): string {
  const own = columns.filter((name) => !rejectsColumns.includes(name));
  return createHash('sha256').update(own.map(foldHeader).join('\n')).digest('hex').slice(0, 32);
}

function shortened<Candidate extends { readonly values: readonly unknown[] }>(all: readonly Candidate[]) {
  return all.map((candidate) => ({ ...candidate, values: candidate.values.slice(0, shownValues) }));
}

function mappingProblem(error: { expected: string; found: string; repair: string } | undefined): Problem {
  const { expected = '', found = '', repair = '' } = error ?? {};
  return fileProblem('mapping-does-not-fit', expected, found, repair);
}
