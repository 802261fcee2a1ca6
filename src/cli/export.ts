import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { crmFiles } from '#connectors/crm-files.ts';
import { type CrmSystem, crmFieldFacts, crmSystemNames, crmSystems } from '#core/attribution/crm-fields.ts';
import type { Context } from '#server/access/context.ts';
import { loadConfig } from '#server/config.ts';
import { type Checked, checkExport } from '#server/crm/check-export.ts';
import { type Difference, listDifferences } from '#server/crm/checks.ts';
import { type CrmExportFiles, crmExportFiles } from '#server/crm/export-files.ts';
import { publicAddress } from '#server/crm/public-address.ts';
import { type Readiness, readReadiness } from '#server/crm/readiness.ts';
import { ProblemError } from '#server/problem.ts';
import { RefusalError } from '#server/refusal.ts';
import { defineCommand, type Io, jsonOption, orgOption } from './command.ts';
import { requireOwnFolder, writeExportFolder } from './export-folder.ts';
import { withOrganization } from './organization.ts';

const pageSize = 1000;
/** A person reads no more lines on a terminal; --json has them all. */
const shownDifferences = 40;

/** `tandem export`: the credit of each deal as files that a CRM takes, and what an export of the CRM says of it. */
export const exportCommand = defineCommand({
  usage: '(DIR --for SYSTEM | --check FILE | --ready FILE) [--for SYSTEM] [--org NAME] [--json]',
  help: [
    `SYSTEM: ${crmSystems.join(' or ')}.`,
    'DIR is made, or replaced where an export wrote it: the values by record id, the definitions of the fields that',
    'are missing, the steps for a person, and a manifest.',
    '--check  compares an export of the CRM with what Tandem says, and lists every difference. Changes nothing but',
    '         the list of checks. Ends with 2 where anything differs.',
    '--ready  says whether the CRM can tag a deal that a partner brought, and what to add. Ends with 2 where it cannot.',
  ],
  options: {
    ...jsonOption,
    ...orgOption,
    for: { type: 'string' },
    check: { type: 'string' },
    ready: { type: 'string' },
  },
  positionals: { min: 0, max: 1 },
  async run({ values, positionals }, io) {
    const [folder] = positionals;
    const system = systemOf(values.for);
    const asked = [folder, values.check, values.ready].filter((one) => one !== undefined);
    if (asked.length !== 1)
      throw new RefusalError(
        'export',
        'export: expected one of DIR, --check FILE and --ready FILE, found ' +
          `${asked.length === 0 ? 'none' : 'several'}. See \`tandem help export\`.`,
      );
    if (folder !== undefined) {
      if (system === null)
        throw new RefusalError('for', `--for: expected ${crmSystems.join(' or ')}, found nothing.`);
      requireOwnFolder(folder);
      return withOrganization(io, values.org, (context) =>
        writeFolder(context, io, { folder, system, isJson: values.json ?? false }),
      );
    }
    const path = values.check ?? values.ready ?? '';
    requireFile(path);
    return withOrganization(io, values.org, (context) =>
      values.ready === undefined
        ? check(context, io, { path, system, isJson: values.json ?? false })
        : ready(context, io, { path, system, isJson: values.json ?? false }),
    );
  },
});

async function writeFolder(
  context: Context,
  io: Io,
  { folder, system, isJson }: { folder: string; system: CrmSystem; isJson: boolean },
): Promise<number> {
  const publicUrl = await publicAddress(context.ports, loadConfig());
  const { files, ...written } = await crmExportFiles(context, crmFiles, system, publicUrl);
  writeExportFolder(folder, files);
  if (isJson) io.json({ dir: folder, ...written, files: files.map(({ path }) => path) });
  else io.print(writtenText(folder, { files, ...written }));
  return 0;
}

function writtenText(folder: string, written: CrmExportFiles): string {
  const missing = written.fields.filter(({ defined }) => defined).length;
  return [
    `${folder}: ${written.deals === 1 ? '1 deal' : `${written.deals} deals`} for ${crmSystemNames[written.system]}, ${written.fields.length} fields, ${missing} of them defined.`,
    ...(written.deals === 0
      ? ['  No deal of its source has a verdict. Settings, CRM fields, says which source that is.']
      : []),
    ...written.notes.map((note) => `  ${note}`),
    `Read ${folder}/README.md for the steps.`,
  ].join('\n');
}

type Asked = { readonly path: string; readonly system: CrmSystem | null; readonly isJson: boolean };

async function check(context: Context, io: Io, { path, system, isJson }: Asked): Promise<number> {
  const publicUrl = await publicAddress(context.ports, loadConfig());
  const file = { ...readable(path), sha256: await hashOf(path) };
  const checked = await checkExport(context, crmFiles, file, { system, publicUrl });
  const { checkId, result } = checked;
  const differences: Difference[] = [];
  let cursor: number | null = 0;
  while (cursor !== null && (isJson || differences.length < shownDifferences)) {
    const page = await listDifferences(context, checkId, { cursor, limit: pageSize });
    differences.push(...page.items);
    cursor = page.nextCursor;
  }
  const { differences: counts, ...rest } = result;
  if (isJson) io.json({ system: checked.system, file: path, ...rest, counts, differences });
  else io.print(checkText(path, checked, differences));
  return Object.values(counts).every((count) => count === 0) && rest.notes.length === 0 ? 0 : 2;
}

function checkText(path: string, { system, result }: Checked, differences: readonly Difference[]): string {
  const { arrived, decided, known, rows, notes, differences: counts } = result;
  const found = Object.entries(counts).filter(([, count]) => count > 0);
  const all = found.reduce((sum, [, count]) => sum + count, 0);
  return [
    `${path}, ${crmSystemNames[system]}: ${rows === 1 ? '1 row' : `${rows} rows`}, ${known} of them ${known === 1 ? 'a deal' : 'deals'} of Tandem.`,
    `${arrived} of ${decided} deals with a verdict arrived as Tandem says.`,
    ...notes,
    ...(found.length === 0
      ? []
      : ['', ...found.map(([kind, count]) => `  ${kind.replace('_', ' ')}: ${count}`)]),
    ...(differences.length === 0 ? [] : ['']),
    ...differences.slice(0, shownDifferences).map((one) => `  ${differenceText(one)}`),
    ...(all > shownDifferences ? [`  and ${all - shownDifferences} more; --json lists them`] : []),
  ].join('\n');
}

function differenceText({ kind, field, deal, row, expected, found }: Difference): string {
  const place = deal === null ? '' : `#${deal.number} ${deal.name}`;
  if (kind === 'missing_deal') return `${place}: no row with the id ${expected}`;
  const label = field === null ? '' : crmFieldFacts[field].label;
  if (kind === 'missing_field') return `${label}: the file has no such column`;
  return `${place}, row ${row}, ${label}: expected ${expected || 'nothing'}, found ${found || 'nothing'}`;
}

async function ready(context: Context, io: Io, { path, system, isJson }: Asked): Promise<number> {
  const publicUrl = await publicAddress(context.ports, loadConfig());
  const answer = await readReadiness(context, crmFiles, readable(path), { system, publicUrl });
  if (isJson) io.json(answer);
  else io.print(readyText(path, answer));
  return answer.canTag ? 0 : 2;
}

function readyText(path: string, { system, canTag, items }: Readiness): string {
  return [
    `${path}: ${crmSystemNames[system]} ${canTag ? 'can' : 'cannot yet'} tag a deal that a partner brought.`,
    ...items.map(({ label, holds, needed, column, add }) =>
      holds ? `  yes  ${label}: ${column}` : `  ${needed ? 'no ' : '-  '}  ${label}. ${add}`,
    ),
  ].join('\n');
}

function systemOf(text: string | undefined): CrmSystem | null {
  if (text === undefined) return null;
  const found = crmSystems.find((system) => system === text.toLowerCase());
  if (found) return found;
  throw new RefusalError('for', `--for: expected ${crmSystems.join(' or ')}, found "${text}".`);
}

function requireFile(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile()) return;
  throw new ProblemError(
    'invalid-input',
    `${path}: expected a file, found ${found ? 'something else' : 'nothing there'}.`,
  );
}

function readable(path: string) {
  const bytes = () => createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Uint8Array>;
  return { name: basename(path), bytes };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}
