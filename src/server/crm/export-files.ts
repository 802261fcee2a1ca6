import { createHash } from 'node:crypto';
import {
  type CrmField,
  type CrmSystem,
  crmFieldFacts,
  crmSystemNames,
} from '#core/attribution/crm-fields.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { settleCredits } from '../attribution/settle-credits.ts';
import { readTransaction } from '../database/transaction.ts';
import { csvLine, safeCell } from '../import/safe-cell.ts';
import type { CheckResult } from './check-result.ts';
import { type CrmFiles, valuesFile, type WrittenFile } from './crm-files.ts';
import { dealValues, type LeftOut } from './deal-values.ts';
import { carriedFields, carriedNames, crmMapOf } from './field-map.ts';
import { manualSteps } from './manual-steps.ts';
import { newDeals } from './new-deals.ts';
import { newestCheck } from './queries.ts';

/** Marks a folder as one that this command wrote, so that it may be replaced. */
export const exportMark = 'tandem crm export 1';

/** What goes to a CRM: the values by record id, the fields that it lacks, the steps for a person, and a manifest. */
export type CrmExportFiles = {
  readonly system: CrmSystem;
  readonly files: readonly WrittenFile[];
  readonly deals: number;
  /** Accepted registrations whose deal the CRM does not have yet. */
  readonly newDeals: number;
  readonly leftOut: readonly LeftOut[];
  readonly fields: readonly { readonly field: CrmField; readonly name: string; readonly defined: boolean }[];
  /** Names that a spreadsheet would take for a formula: they are marked as text. */
  readonly markedCells: number;
  readonly notes: readonly string[];
};

/**
 * Everything that a CRM is given of the credit: deals of its source that have a verdict, those that wait decided first.
 * The same verdicts and map give the same bytes, but for the manifest, which tells the time. `publicUrl` null: no
 * public address is known, so the field of the link is left out.
 */
export async function crmExportFiles(
  context: Context,
  crmFiles: CrmFiles,
  system: CrmSystem,
  publicUrl: string | null,
): Promise<CrmExportFiles> {
  requireCapability(context, 'crm.work');
  await settleCredits(context, Number.POSITIVE_INFINITY);
  const org = context.organization.orgId;
  const { map, found, seen, fresh } = await readTransaction(context.ports.pool, { org }, async (tx) => {
    const own = await crmMapOf(tx, context, system);
    const values = await dealValues(tx, context, crmFiles, own, publicUrl);
    const check = await newestCheck(tx, org, system);
    const fresh = await newDeals(tx, org, own);
    return { map: own, found: values, seen: (check?.result ?? null) as CheckResult | null, fresh };
  });
  const fields = carriedFields(carriedNames(map, publicUrl)).map((one) => ({
    ...one,
    defined: (seen?.columns[one.field] ?? null) === null,
  }));
  const lines = found.deals.map(({ id, values }) => [id, ...fields.map(({ field }) => values[field])]);
  const markedCells = lines.flat().filter((cell) => safeCell(cell) !== cell).length;
  const notes = [...notesOf(found.leftOut, markedCells, publicUrl), ...waitingNotes(system, fresh)];
  const values = [[crmFiles.idHeader(system), ...fields.map(({ name }) => name)], ...lines]
    .map((cells) => csvLine(cells))
    .join('');
  const definitions = crmFiles.definitions(
    system,
    fields.filter(({ defined }) => defined),
  );
  const content: WrittenFile[] = [
    { path: valuesFile[system], text: values },
    ...(fresh.file === null ? [] : [fresh.file]),
    ...definitions,
    {
      path: 'README.md',
      text: manualSteps({
        ...{ system, fields, notes, deals: found.deals.length, definitions },
        newDeals: fresh.file === null ? 0 : fresh.deals,
      }),
    },
  ];
  const manifest = manifestOf(context, { system, source: map.source, fields, found, content });
  return {
    system,
    files: [...content, { path: 'manifest.json', text: manifest }],
    deals: found.deals.length,
    newDeals: fresh.deals,
    leftOut: found.leftOut,
    fields,
    markedCells,
    notes,
  };
}

function notesOf(leftOut: readonly LeftOut[], markedCells: number, publicUrl: string | null): string[] {
  const notes: string[] = [];
  if (publicUrl === null)
    notes.push(
      `No public address of Tandem is known, so ${crmFieldFacts.evidenceLink.label} is left out. Set TANDEM_URL, or claim the installation at its set-up page.`,
    );
  if (markedCells > 0)
    notes.push(
      `${markedCells === 1 ? 'One value begins' : `${markedCells} values begin`} with a sign that a spreadsheet takes for a formula: it stands with an apostrophe in front, and arrives so. The check takes it for the same.`,
    );
  for (const { number, id, why } of leftOut.slice(0, 20))
    notes.push(`Deal #${number} (${id}) is left out. ${why}`);
  if (leftOut.length > 20)
    notes.push(`${leftOut.length - 20} more deals are left out; the manifest names them.`);
  return notes;
}

function waitingNotes(system: CrmSystem, { file, deals }: Awaited<ReturnType<typeof newDeals>>): string[] {
  if (deals === 0) return [];
  const what = `${deals === 1 ? '1 accepted registration has' : `${deals} accepted registrations have`} no deal in ${crmSystemNames[system]} yet.`;
  return [
    file === null
      ? `${what} Name a field for ${crmFieldFacts.registration.label}, so that they can be created and found again.`
      : `${what} ${file.path} creates them; the next import of its export links them.`,
  ];
}

function manifestOf(
  context: Context,
  given: {
    system: CrmSystem;
    source: string;
    fields: CrmExportFiles['fields'];
    found: { deals: readonly { values: Readonly<Record<CrmField, string>> }[]; leftOut: readonly LeftOut[] };
    content: readonly WrittenFile[];
  },
): string {
  const { system, source, fields, found, content } = given;
  const versions = [...new Set(found.deals.map(({ values }) => Number(values.pageVersion)))];
  const manifest = {
    is: exportMark,
    for: crmSystemNames[system],
    organization: context.organization.slug,
    source,
    writtenAt: new Date(context.now).toISOString(),
    pageVersions: versions.sort((a, b) => a - b),
    deals: found.deals.length,
    fields,
    leftOut: found.leftOut,
    files: content.map(({ path, text }) => ({
      path,
      bytes: Buffer.byteLength(text),
      sha256: createHash('sha256').update(text).digest('hex'),
    })),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
