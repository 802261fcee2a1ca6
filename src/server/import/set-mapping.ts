import { type Context, requireCapability } from '../access/context.ts';
import { readTransaction } from '../database/transaction.ts';
import { withoutTrail } from '../jobs/without-trail.ts';
import { type Draft, type DraftOutcome, draftOf, fileOfDraft, requireDraft, requireIdle } from './draft.ts';
import { checked } from './open-draft.ts';
import { clearRejects, draftRow, sources, updateDraft } from './queries.ts';
import { counted, refusal } from './read-through.ts';
import type { FileReader } from './reader.ts';
import { sourceNameOf } from './source-name.ts';

/**
 * Sets the mapping of a draft, completed with what the file itself proves (such as the order of day and month),
 * and says what is still to be asked. An earlier dry run no longer counts.
 */
export async function setMapping(
  context: Context,
  reader: FileReader,
  draftId: string,
  wanted: { readonly mapping: unknown; readonly source?: string | undefined },
): Promise<Draft> {
  requireCapability(context, 'import.run');
  const org = context.organization.orgId;
  const row = await requireDraft(context, draftId);
  requireIdle(row, context.now);
  const { file } = counted(await fileOfDraft(context, row));
  const mapping = await checked(context, reader, file, wanted.mapping);
  const understood = await reader.understand(file, { mapping });
  if (!understood.ok) throw refusal(row.file_name, understood.problem);
  const understanding = understood.value;
  const outcome: DraftOutcome = {
    understanding,
    isConfirmed: true,
    result: null,
    failure: null,
    remembered: false,
  };
  const known = await readTransaction(context.ports.pool, { org }, (tx) => sources(tx, org));
  const source_name = sourceNameOf(wanted.source ?? mapping.source ?? row.source_name ?? '', known);
  const change = {
    mapping: understanding.mapping,
    source_name,
    state: 'uploaded',
    task: null,
    outcome,
  } as const;
  await withoutTrail(context, async (tx) => {
    const now = await draftRow(tx, org, draftId, true);
    if (now) requireIdle(now, context.now);
    await clearRejects(tx, org, draftId);
    await updateDraft(tx, org, draftId, change, context.now);
  });
  return draftOf({ ...row, ...change, updated_at: context.now });
}
