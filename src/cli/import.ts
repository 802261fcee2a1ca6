import { createReadStream, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { fileReader } from '#connectors/file-reader.ts';
import { parseCurrencyCode } from '#core/money.ts';
import type { Context } from '#server/access/context.ts';
import { storeFile } from '#server/file/store-file.ts';
import { commitDraft } from '#server/import/commit-draft.ts';
import type { Draft, Progress } from '#server/import/draft.ts';
import { listRejects } from '#server/import/list-rejects.ts';
import { openDraft } from '#server/import/open-draft.ts';
import type { Reject } from '#server/import/tally.ts';
import { tryDraft } from '#server/import/try-draft.ts';
import { ProblemError, problemTypes } from '#server/problem.ts';
import { RefusalError } from '#server/refusal.ts';
import { defineCommand, type Io, jsonOption, orgOption } from './command.ts';
import { type FileReport, questionLines, reportText, skeleton, totalsOf } from './import-report.ts';
import { machineZone, withOrganizationToFill } from './organization.ts';

/** Kinds in the order in which files build on each other. */
const kinds = [
  'accounts',
  'partners',
  'opportunities',
  'stage-history',
  'opportunity-partners',
  'touches',
  'registrations',
] as const;
type Kind = (typeof kinds)[number];
const progressEveryMs = 1000;
const mostRejects = 10_000;

/** `tandem import`: files to facts, by the very verbs of the wizard. */
export const importCommand = defineCommand({
  usage:
    'FILE... [--kind KIND] [--mapping FILE]... [--source NAME] [--dry-run] [--leave-out-rejected] [--org NAME] [--json]',
  help: [
    `KIND: ${kinds.join(', ')}. Found from the file where it is not given.`,
    '--mapping  what the columns and stages mean (JSON); without it, what is remembered or suggested is taken.',
    '           Given more than once, each file takes the first whose columns it has.',
    'What only you can know (what a stage means, 3/4/2026) is asked: the command then ends with 2 and prints a',
    'mapping to complete. One rejected row keeps its whole file out, unless --leave-out-rejected is given.',
    'Several files go in by kind: accounts, partners, opportunities, stage history, partners on opportunities,',
    'touches, registrations.',
  ],
  options: {
    ...jsonOption,
    ...orgOption,
    kind: { type: 'string' },
    mapping: { type: 'string', multiple: true },
    source: { type: 'string' },
    'dry-run': { type: 'boolean' },
    'leave-out-rejected': { type: 'boolean' },
  },
  positionals: { min: 1, max: Number.POSITIVE_INFINITY },
  async run({ values, positionals }, io) {
    const kind = kindOf(values.kind);
    const mappings = (values.mapping ?? []).map(readMapping);
    for (const path of positionals) requireFile(path);
    return withOrganizationToFill(io, values.org, frameOf(mappings[0] ?? null), async (context) => {
      const options = {
        source: values.source,
        dryRun: values['dry-run'] ?? false,
        leaveOut: values['leave-out-rejected'] ?? false,
      };
      const reports: FileReport[] = [];
      const opened: { path: string; draft: Draft }[] = [];
      for (const path of positionals) {
        // Of several files, each takes the first mapping whose columns it has.
        const fitting = positionals.length === 1 ? mappings.slice(0, 1) : [...mappings, undefined];
        const wanted = { kind, mappings: fitting, source: options.source };
        const draft = await open(context, io, path, wanted, reports);
        if (draft) opened.push({ path, draft });
      }
      opened.sort((a, b) => rank(a.draft) - rank(b.draft));
      for (const { path, draft } of opened) reports.push(await take(context, io, path, draft, options));
      tell(io, values.json ?? false, reports);
      return reports.every((report) => report.done) ? 0 : 2;
    });
  },
});

type Options = { source: string | undefined; dryRun: boolean; leaveOut: boolean };

/** Stores and understands one file; a file that is no table is reported and leaves the others alone. */
async function open(
  context: Context,
  io: Io,
  path: string,
  wanted: { kind: Kind | undefined; mappings: readonly unknown[]; source: string | undefined },
  reports: FileReport[],
): Promise<Draft | null> {
  const { kind, source } = wanted;
  const [mapping, ...others] = wanted.mappings;
  try {
    const name = basename(path);
    const bytes = createReadStream(path, { highWaterMark: 1 << 20 });
    const { fileId } = await storeFile(context, { name, bytes });
    return await openDraft(context, fileReader, {
      fileId,
      fileName: name,
      ...(kind ? { kind } : {}),
      ...(mapping === undefined ? {} : { mapping }),
      ...(source === undefined ? {} : { source }),
    });
  } catch (error) {
    if (!(error instanceof ProblemError) || problemTypes[error.type].status >= 500) throw error;
    const isMapping = error.errors.some((each) => each.path.startsWith('mapping.'));
    if (isMapping && others.length > 0)
      return open(context, io, path, { ...wanted, mappings: others }, reports);
    io.progress(`${path}: ${error.message}`);
    reports.push({ ...blank(path), refused: true, rejects: error.errors.map(asReject) });
    return null;
  }
}

async function take(
  context: Context,
  io: Io,
  path: string,
  draft: Draft,
  options: Options,
): Promise<FileReport> {
  const understood = { ...blank(path), kind: draft.mapping?.kind ?? null, source: draft.source };
  const questions = (draft.understanding?.questions ?? []).filter((question) => question.required);
  // What a given mapping leaves open shows as rejected rows, each with what to repair.
  if (questions.length > 0 && draft.understanding && !draft.isConfirmed) {
    const { mapping } = draft.understanding;
    const proposed = skeleton(mapping, draft.understanding.questions);
    for (const line of questionLines(path, questions, proposed)) io.progress(line);
    return { ...understood, questions, mapping: proposed };
  }
  const progress = progressOf(io, path);
  const tried = await tryDraft(context, fileReader, draft.draftId, progress);
  const rejects = await allRejects(context, draft.draftId);
  const counts = tried.result?.counts ?? understood;
  const report: FileReport = { ...understood, ...counts, rejects, notes: tried.result?.notes ?? [] };
  const isGood = counts.reject === 0 || options.leaveOut;
  if (!isGood) {
    const [first] = rejects;
    if (first)
      io.progress(
        `${path}, row ${first.row}${first.column === null ? '' : `, column ${first.column}`}: expected ${first.expected}, found ${first.found}. ${first.repair}`,
      );
  }
  if (options.dryRun || !isGood) return { ...report, done: isGood };
  const choice = { leaveOutRejected: options.leaveOut };
  const committed = await commitDraft(context, fileReader, draft.draftId, choice, progress);
  return { ...report, ...committed.result?.counts, done: true, importId: committed.importId };
}

function tell(io: Io, isJson: boolean, reports: readonly FileReport[]): void {
  const [only] = reports;
  if (isJson) io.json(reports.length === 1 ? only : { ...totalsOf(reports), files: reports });
  else for (const report of reports) io.print(reportText(report));
}

function blank(path: string): FileReport {
  return {
    file: path,
    kind: null,
    source: null,
    ...{ rows: 0, create: 0, update: 0, unchanged: 0, skip: 0, reject: 0 },
    rejects: [],
    notes: [],
    done: false,
    importId: null,
  };
}

function asReject(error: { path: string; expected: string; found: string; repair: string }) {
  const { path: column, expected, found, repair } = error;
  return { row: null, column, expected, found, repair };
}

async function allRejects(context: Context, draftId: string): Promise<Reject[]> {
  const all: Reject[] = [];
  let cursor: string | undefined;
  do {
    const page = await listRejects(context, draftId, { cursor, limit: 1000 });
    all.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && all.length < mostRejects);
  return all;
}

function progressOf(io: Io, path: string): (progress: Progress) => void {
  let last = performance.now();
  return ({ phase, rows, share }) => {
    if (performance.now() - last < progressEveryMs) return;
    last = performance.now();
    const where = phase === 'reading' ? ` (${Math.floor(share * 100)} %)` : '';
    io.progress(`${path}: ${phase}, ${rows} rows${where}`);
  };
}

function rank(draft: Draft): number {
  return kinds.indexOf(draft.mapping?.kind ?? 'opportunities');
}

function kindOf(text: string | undefined): Kind | undefined {
  if (text === undefined || (kinds as readonly string[]).includes(text)) return text as Kind | undefined;
  throw new RefusalError('kind', `--kind: expected one of ${kinds.join(', ')}, found "${text}".`);
}

function requireFile(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile()) return;
  throw new RefusalError(
    'no-file',
    `${path}: expected a file, found ${found ? 'something else' : 'nothing there'}.`,
  );
}

function readMapping(path: string): { kind?: unknown; timeZone?: unknown; currency?: unknown } {
  requireFile(path);
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''));
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value;
    throw new SyntaxError('not an object { … }');
  } catch (error) {
    throw new RefusalError(
      'mapping',
      `${path}: expected a mapping in JSON, found ${(error as Error).message}.`,
    );
  }
}

/** A new organization takes its time zone and currency from the mapping, else from this machine. */
function frameOf(mapping: { timeZone?: unknown; currency?: unknown } | null) {
  const zone = typeof mapping?.timeZone === 'string' ? mapping.timeZone : null;
  const currency = typeof mapping?.currency === 'string' ? parseCurrencyCode(mapping.currency) : null;
  const usd = parseCurrencyCode('USD');
  if (usd === null) throw new Error('USD is not known');
  return { timeZone: isZone(zone) ?? machineZone(), currency: currency ?? usd };
}

function isZone(zone: string | null): string | null {
  try {
    return zone === null
      ? null
      : new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone && zone;
  } catch {
    return null;
  }
}
