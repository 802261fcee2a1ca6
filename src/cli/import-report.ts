import type { ImportMapping, ImportQuestion, StageEntry } from '#server/import/reader.ts';
import type { Counts, RejectGroup } from '#server/import/tally.ts';

/** What became of one file, as --json prints it. */
export type FileReport = Counts & {
  readonly file: string;
  readonly kind: string | null;
  readonly source: string | null;
  readonly rejects: readonly {
    readonly row: number | null;
    readonly column: string | null;
    readonly expected: string;
    readonly found: string;
    readonly repair: string;
  }[];
  readonly notes: readonly RejectGroup[];
  /** It went in, or would have with a dry run. */
  readonly done: boolean;
  readonly importId: string | null;
  /** It is no table that could be read. */
  readonly refused?: true;
  /** What only a person knows, and a mapping to complete. */
  readonly questions?: readonly ImportQuestion[];
  readonly mapping?: unknown;
};

/** The counts of several files, added up. */
export function totalsOf(reports: readonly FileReport[]): Counts & { rejects: FileReport['rejects'] } {
  const sum = (key: keyof Counts): number => reports.reduce((total, report) => total + report[key], 0);
  return {
    rows: sum('rows'),
    create: sum('create'),
    update: sum('update'),
    unchanged: sum('unchanged'),
    skip: sum('skip'),
    reject: sum('reject'),
    rejects: reports.flatMap((report) => report.rejects.map((reject) => ({ file: report.file, ...reject }))),
  };
}

/** One file for a person. */
export function reportText(report: FileReport): string {
  const { file, kind, source, rows, create, update, unchanged, skip, reject, done } = report;
  if (report.questions) return `${file}: not imported, see the questions above`;
  if (report.refused) return `${file}: not imported`;
  const counts = [
    [create, 'created'],
    [update, 'updated'],
    [unchanged, 'unchanged'],
    [skip, 'left out'],
    [reject, 'rejected'],
  ] as const;
  const said = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  const lines = [`${file} (${kind} from ${source}): ${rows} rows: ${said.join(', ') || 'nothing in it'}`];
  for (const note of report.notes.slice(0, 5))
    lines.push(
      `  note, ${note.rows} rows${note.column === null ? '' : ` in ${note.column}`}: expected ${note.expected}, found ${note.examples[0]?.found}`,
    );
  for (const each of report.rejects.slice(0, 10))
    lines.push(
      `  row ${each.row}${each.column === null ? '' : `, ${each.column}`}: expected ${each.expected}, found ${each.found}. ${each.repair}`,
    );
  if (report.rejects.length > 10) lines.push(`  … and ${report.rejects.length - 10} more; --json lists them`);
  if (!done) lines.push('  Nothing was imported: correct the rows, or add --leave-out-rejected.');
  return lines.join('\n');
}

/** What is asked, and the mapping to complete, as lines on standard error. */
export function questionLines(
  file: string,
  questions: readonly ImportQuestion[],
  proposed: unknown,
): string[] {
  const count = questions.length === 1 ? 'one thing' : `${questions.length} things`;
  const lines = [`${file}: ${count} that only you can say:`];
  for (const { text, why, choices, suggested } of questions) {
    const offered = choices
      .slice(0, 12)
      .map(({ value }) => (value === suggested ? `${value} (likely)` : value));
    lines.push(`  ${text} ${why}${offered.length > 0 ? `\n    ${offered.join(' · ')}` : ''}`);
  }
  lines.push('Check this mapping, save it, and give it with --mapping:', JSON.stringify(proposed, null, 2));
  return lines;
}

/** A mapping with each question answered by what is likely, to be checked; `?` where nothing is. */
export function skeleton(mapping: ImportMapping, questions: readonly ImportQuestion[]): unknown {
  const made = structuredClone(mapping) as Record<string, unknown> & { stages?: Record<string, StageEntry> };
  let order = 0;
  for (const { about, path, suggested } of questions) {
    if (about === 'currency') continue;
    const [top, name] = path;
    if (about === 'stageOutcome' && name !== undefined) {
      const entry = stageEntry(suggested, order);
      if (suggested === 'open') order += 1;
      made.stages = { ...made.stages, [name]: entry };
    } else if (about === 'entryStage') {
      if (suggested === null || !made.stages?.[suggested]) continue;
      made.stages = { ...made.stages, [suggested]: { ...made.stages[suggested], entry: true } };
    } else if (top !== undefined && name !== undefined) {
      made[top] = { ...(made[top] as object | undefined), [name]: suggested ?? '?' };
    } else if (top !== undefined) {
      made[top] = suggested ?? '?';
    }
  }
  return made;
}

function stageEntry(suggested: string | null, order: number): StageEntry {
  if (suggested === 'won' || suggested === 'lost') return { outcome: suggested };
  if (suggested === 'ignore') return { ignore: true };
  if (suggested === 'open') return { order };
  return { outcome: '?' } as unknown as StageEntry;
}
