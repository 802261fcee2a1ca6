import { type CrmFieldNames, type CrmSystem, crmSystemNames } from '#core/attribution/crm-fields.ts';
import { type CrmReadiness, crmReadiness } from '#core/attribution/crm-readiness.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { readTransaction } from '../database/transaction.ts';
import { refusal } from '../import/read-through.ts';
import type { ReadableFile } from '../import/reader.ts';
import { invalidField } from '../problem.ts';
import type { CrmExport, CrmFiles } from './crm-files.ts';
import { carriedNames, crmMapOf } from './field-map.ts';

/** What a file was found to be, and whether its CRM can tag a deal that a partner brought. */
export type Readiness = CrmReadiness & { readonly system: CrmSystem; readonly fileName: string };

/**
 * ATT-2: whether the CRM of an export can tag a deal, with what to add. Reads the file and changes nothing. `system` is
 * asked for where the columns do not say whose export it is.
 */
export async function readReadiness(
  context: Context,
  crmFiles: CrmFiles,
  file: ReadableFile,
  wanted: { readonly system: CrmSystem | null; readonly publicUrl: string | null },
): Promise<Readiness> {
  requireCapability(context, 'crm.work');
  const { found, system } = await openExport(crmFiles, file, wanted.system);
  const org = context.organization.orgId;
  const map = await readTransaction(context.ports.pool, { org }, (tx) => crmMapOf(tx, context, system));
  const names = carriedNames(map, wanted.publicUrl);
  return { system, fileName: file.name, ...readinessOf(crmFiles, found, system, names) };
}

/** The file as an export of deals of a system that is known. Throws ProblemError `invalid-input` otherwise. */
export async function openExport(
  crmFiles: CrmFiles,
  file: ReadableFile,
  wanted: CrmSystem | null,
): Promise<{ found: CrmExport; system: CrmSystem }> {
  const opened = await crmFiles.read(file);
  if (!opened.ok) throw refusal(file.name, opened.problem);
  const found = opened.value;
  if (!found.hasDeals)
    throw invalidField(
      file.name,
      'an export of opportunities or deals',
      `another list. ${found.rowsAre}`,
      'Export the opportunities (Salesforce) or all deals (HubSpot).',
    );
  const system = wanted ?? found.system;
  if (system === null)
    throw invalidField(
      'system',
      'an export whose columns show that it is of Salesforce or HubSpot',
      'columns of no system that is known',
      'Say which it is: salesforce or hubspot.',
    );
  if (found.system !== null && found.system !== system)
    throw invalidField(
      'system',
      `an export of ${crmSystemNames[system]}`,
      `one of ${crmSystemNames[found.system]}`,
      'Choose the other system, or another file.',
    );
  return { found, system };
}

/** The answer for an open export. */
export function readinessOf(
  crmFiles: CrmFiles,
  found: CrmExport,
  system: CrmSystem,
  names: CrmFieldNames,
): CrmReadiness {
  const wrong = found.someIds.filter((id) => crmFiles.recordId(system, id) === null);
  const [example] = wrong;
  return crmReadiness(
    {
      system,
      needs: found.needs,
      wrongIds: example === undefined ? null : { rows: wrong.length, example: example.slice(0, 40) },
      columns: found.columnsOf(names),
      like: found.like,
    },
    names,
  );
}
