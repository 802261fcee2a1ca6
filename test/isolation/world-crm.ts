import { Readable } from 'node:stream';
import { crmFiles } from '#connectors/crm-files.ts';
import { defaultCrmNames } from '#core/attribution/crm-fields.ts';
import { checkExport } from '#server/crm/check-export.ts';
import { setCrmMap } from '#server/crm/field-map.ts';
import { openStoredFile } from '#server/file/read-file.ts';
import { storeFile } from '#server/file/store-file.ts';
import type { TestPerson } from '#test/harness/app.ts';
import type { Ids } from './world.ts';

/** A map with names of one's own, an export of the CRM that is kept, and a check that found differences. */
export async function makeCrm(context: TestPerson['context'], mark: string): Promise<Ids> {
  const partner = `${mark.replaceAll(/\W+/g, '_').slice(0, 30)}_partner__c`;
  const names = { ...defaultCrmNames.salesforce, partner };
  await setCrmMap(context, { system: 'salesforce', source: `${mark} CRM`, names });
  const text = `Id,Name,StageName,Amount,${partner}\n${mark}-0,${mark} deal,Proposal,1,${mark} somebody\n`;
  const { fileId } = await storeFile(context, {
    name: `${mark} crm.csv`,
    bytes: Readable.from([Buffer.from(text)]),
  });
  const file = await openStoredFile(context, fileId);
  const wanted = { system: 'salesforce', publicUrl: null } as const;
  const { checkId } = await checkExport(context, crmFiles, file, wanted);
  return { checkId, crmFileId: fileId };
}
