import type { PageWord } from '#core/program/page.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { write } from '../audit/write.ts';
import { notFound } from '../problem.ts';
import { deleteDraft, draftRow } from './queries.ts';
import { staleDraft } from './save-draft.ts';

/** Throws the draft of a page away; versions stay as they are. `seen`: refuses where somebody saved another since. */
export async function discardDraft(context: Context, word: PageWord, seen: number | null): Promise<void> {
  requireCapability(context, 'program.edit');
  const org = context.organization.orgId;
  await write(context, async (tx) => {
    const draft = await draftRow(tx, org, word, 'locked');
    if (!draft) throw notFound('draft of this page');
    if (seen !== null && draft.revision !== seen) throw await staleDraft(tx, context, word);
    await deleteDraft(tx, org, word);
    tx.record({ action: 'draft.discard', entityId: word, before: { revision: draft.revision } });
  });
}
