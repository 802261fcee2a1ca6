import type { ImportId } from '#core/ids.ts';
import type { Context } from '../../access/context.ts';
import { takeBackIntroductions } from '../../attribution/touch/imported-introductions.ts';
import type { WriteTx } from '../../audit/write.ts';
import { ProblemError } from '../../problem.ts';
import { append, readRegistration } from '../ledger.ts';
import { pageToday } from '../page.ts';
import { hideUndone, registrationsOfImport } from './past-queries.ts';

/**
 * Takes back what an import brought that is undone: its registrations count as if they had never come, what they protected
 * is free, and their introductions are withdrawn. Refused once somebody worked on one of them, since that would be lost.
 */
export async function takeBackPast(
  tx: WriteTx,
  context: Context,
  { importId, number }: { readonly importId: ImportId | string; readonly number: number },
): Promise<void> {
  const org = context.organization.orgId;
  const rows = await registrationsOfImport(tx, org, importId);
  const wentOn = rows.filter((row) => row.went_on).map((row) => `R-${row.number}`);
  if (wentOn.length > 0) {
    const named = wentOn.slice(0, 5).join(', ');
    const rest = wentOn.length > 5 ? ` and ${wentOn.length - 5} more` : '';
    throw new ProblemError(
      'conflict',
      `Somebody has worked on ${named}${rest} since this import. Withdraw on their own pages what is wrong.`,
    );
  }
  const page = await pageToday(tx, context);
  for (const { registration_id: id } of rows) {
    const registration = await readRegistration(tx, context, id, 'lock');
    const event = { type: 'undo_import', by: 'system', importNumber: number } as const;
    await append(tx, context, registration, event, page.body);
  }
  await hideUndone(
    tx,
    org,
    rows.map((row) => row.registration_id),
  );
  const introductions = rows.flatMap((row) => row.introduction_id ?? []);
  await takeBackIntroductions(tx, context, introductions, `Import ${number} was undone.`);
}
