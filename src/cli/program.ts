import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { noCheckFacts } from '#core/blueprint/check-facts.ts';
import { defaultDocument } from '#core/blueprint/document.ts';
import { programJsonSchema } from '#core/blueprint/json-schema.ts';
import { isPageWord, type PageWord, pageWords } from '#core/program/page.ts';
import { localDateAt, systemClock } from '#server/clock.ts';
import { ProblemError } from '#server/problem.ts';
import { printProgram } from '#server/program/print/print-program.ts';
import { checkedPages, checkText, checkWritten } from '#server/program/text/check-text.ts';
import { importText } from '#server/program/text/import-text.ts';
import { programText } from '#server/program/text/program-text.ts';
import { readText } from '#server/program/text/read-text.ts';
import { largestText } from '#server/program/text/yaml-text.ts';
import { RefusalError } from '#server/refusal.ts';
import { defineCommand, type Io, jsonOption, orgOption } from './command.ts';
import { machineZone, withOrganization, withOrganizationToFill } from './organization.ts';
import { checkedText, countsOf, differencesText, faultLines } from './program-text.ts';

type Values = {
  readonly org?: string | undefined;
  readonly json?: boolean | undefined;
  readonly page?: string | undefined;
  readonly version?: string | undefined;
  readonly 'dry-run'?: boolean | undefined;
};

/** `tandem program`: the ten pages of the program as one text, out, checked and in; and on paper. */
export const programCommand = defineCommand({
  usage:
    'export [FILE] | import FILE [--dry-run] | check [FILE] | print FILE [--page PAGE [--version N]] | schema [--org NAME] [--json]',
  help: [
    'export  the program as YAML, as people wrote it last, to FILE or to standard output; --page for one page',
    'import  shows what would change, then makes the pages of FILE drafts, all or none; --dry-run only shows',
    'check   what would change and which checks do not hold, of FILE or of the program as it is written now;',
    '        ends with 2 while a check that blocks a page does not hold; without an organization, nothing that',
    '        needs its deals is measured',
    'print   a PDF of the whole program, or of one page (--page), in the version in force or in any other',
    'schema  the JSON Schema of the text, by which an editor completes and checks it',
    `PAGE: ${pageWords.join(', ')}. The format: docs/handbook/program-text.md.`,
  ],
  options: {
    ...jsonOption,
    ...orgOption,
    page: { type: 'string' },
    version: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  positionals: { min: 1, max: 2 },
  run({ values, positionals }, io) {
    const [deed = '', path] = positionals;
    if (deed === 'export') return exportTo(path, values, io);
    if (deed === 'check') return path === undefined ? checkNow(values, io) : checkFile(path, values, io);
    if (deed === 'schema') return printSchema(values, io);
    if (deed !== 'import' && deed !== 'print') {
      throw new RefusalError(
        'usage',
        `program: expected export, import, check, print or schema, found "${deed}".`,
      );
    }
    if (path === undefined) throw new RefusalError('usage', `program ${deed}: expected a file, found none.`);
    return deed === 'import' ? importFile(path, values, io) : printTo(path, values, io);
  },
});

async function printSchema(values: Values, io: Io): Promise<number> {
  const schema = programJsonSchema();
  if (values.json) io.json(schema);
  else io.print(JSON.stringify(schema, null, 2));
  return 0;
}

function exportTo(path: string | undefined, values: Values, io: Io): Promise<number> {
  const page = pageOf(values.page);
  return withOrganization(io, values.org, async (context) => {
    const { text, as } = await programText(context, page);
    if (path !== undefined) writeFileSync(path, text);
    if (values.json)
      io.json({ file: path ?? null, currency: context.organization.currency, pages: as, text });
    else io.print(path === undefined ? text.trimEnd() : `Wrote the program to ${path}.`);
    return 0;
  });
}

async function importFile(path: string, values: Values, io: Io): Promise<number> {
  const text = readProgram(path);
  const read = readText(text);
  if (!read.ok) return tellFaults(path, read.errors, values, io);
  const frame = { timeZone: machineZone(), currency: read.currency };
  return withOrganizationToFill(io, values.org, frame, (context) =>
    orFaults(path, values, io, async () => {
      const { pages } = await checkText(context, text);
      const changed = pages.filter(({ differences }) => differences.length > 0);
      io.print(differencesText(changed));
      const isDryRun = values['dry-run'] ?? false;
      const imported = isDryRun ? null : (await importText(context, text)).pages;
      const count = `${changed.length} ${changed.length === 1 ? 'page' : 'pages'}`;
      if (changed.length > 0) {
        io.print(
          isDryRun ? `${count} would become drafts.` : `${count} saved as drafts. Nothing is signed yet.`,
        );
      }
      const told = changed.map(({ word, title, differences }) => {
        const revision = imported?.find((one) => one.word === word)?.revision ?? null;
        return { word, title, revision, differences };
      });
      if (values.json) io.json({ file: path, done: !isDryRun, pages: told, errors: [] });
      return 0;
    }),
  );
}

function checkNow(values: Values, io: Io): Promise<number> {
  return withOrganization(io, values.org, async (context) =>
    tellChecks(null, await checkWritten(context), values, io),
  );
}

async function checkFile(path: string, values: Values, io: Io): Promise<number> {
  const text = readProgram(path);
  const read = readText(text);
  if (!read.ok) return tellFaults(path, read.errors, values, io);
  try {
    return await withOrganization(io, values.org, (context) =>
      orFaults(path, values, io, async () => tellChecks(path, await checkText(context, text), values, io)),
    );
  } catch (error) {
    const isEmpty = error instanceof RefusalError && error.code === 'no-organization';
    if (!isEmpty || values.org !== undefined) throw error;
  }
  io.progress('There is no organization here: compared with the defaults, and no deals are measured.');
  const today = localDateAt(systemClock.now(), machineZone());
  const pages = checkedPages(defaultDocument(), read.document, noCheckFacts(today), read.currency);
  return tellChecks(path, { pages }, values, io);
}

function printTo(path: string, values: Values, io: Io): Promise<number> {
  const page = pageOf(values.page) ?? null;
  const version = values.version === undefined ? null : Number(values.version);
  if (version !== null && (!Number.isSafeInteger(version) || version < 1 || page === null)) {
    throw new RefusalError('usage', 'program print: --version takes a number, and needs --page.');
  }
  return withOrganization(io, values.org, async (context) => {
    const { bytes } = await printProgram(context, { page, version });
    writeFileSync(path, bytes);
    if (values.json) io.json({ file: path, bytes: bytes.length });
    else io.print(`Wrote the program to ${path}.`);
    return 0;
  });
}

function tellChecks(
  path: string | null,
  { pages }: Awaited<ReturnType<typeof checkText>>,
  values: Values,
  io: Io,
): number {
  const counts = countsOf(pages);
  if (values.json) io.json({ file: path, ...counts, pages, errors: [] });
  else io.print(checkedText(pages));
  return counts.blocking > 0 ? 2 : 0;
}

/** A text that fits no program of this organization (its currency) is told as any other fault. */
async function orFaults(path: string, values: Values, io: Io, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ProblemError) || error.type !== 'invalid-input') throw error;
    return tellFaults(path, error.errors, values, io);
  }
}

function tellFaults(path: string, errors: Parameters<typeof faultLines>[1], values: Values, io: Io): number {
  for (const line of faultLines(path, errors)) io.progress(line);
  io.progress('Nothing was taken from this text.');
  if (values.json) io.json({ file: path, done: false, pages: [], errors });
  return 2;
}

function readProgram(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) {
    const what = found ? 'something else' : 'nothing there';
    throw new RefusalError('no-file', `${path}: expected a file, found ${what}.`);
  }
  if (found.size > largestText) {
    throw new RefusalError('too-large', `${path}: expected at most 1 MB, found ${found.size} bytes.`);
  }
  return readFileSync(path, 'utf8');
}

function pageOf(text: string | undefined): PageWord | undefined {
  if (text === undefined || isPageWord(text)) return text;
  throw new RefusalError('page', `--page: expected one of ${pageWords.join(', ')}, found "${text}".`);
}
