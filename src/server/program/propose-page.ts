import { parsePage } from '#core/blueprint/parse-body.ts';
import type { LocalDate } from '#core/calendar.ts';
import type { PageWord } from '#core/program/page.ts';
import { actorId, type Context, requireCapability } from '../access/context.ts';
import { write } from '../audit/write.ts';
import { ProblemError } from '../problem.ts';
import { insertProposal, orTold } from './proposal.ts';
import { deleteDraft, draftRow, lockProgram } from './queries.ts';
import { requireChecks } from './require-checks.ts';
import { staleDraft } from './save-draft.ts';

/**
 * Proposes the draft of a page as its next version, which waits for signatures from then on. The draft is used up.
 * Refused with what is missing while a blocking check of the page fails, and for somebody who has not seen the latest
 * draft.
 */
export async function proposePage<Word extends PageWord>(
  context: Context,
  word: Word,
  seen: { readonly revision: number; readonly inForceFrom: LocalDate | null },
): Promise<{ version: number; inForceFrom: LocalDate }> {
  requireCapability(context, 'program.edit');
  const org = context.organization.orgId;
  const proposed = write(context, async (tx) => {
    await lockProgram(tx, org, actorId(context.actor), context.now);
    const draft = await draftRow(tx, org, word, 'locked');
    if (!draft || draft.revision !== seen.revision) throw await staleDraft(tx, context, word);
    const parsed = parsePage(word, draft.body, 'body');
    if (!parsed.ok) {
      throw new ProblemError('invalid-input', 'The draft has values that its fields do not take any more.', {
        errors: parsed.errors,
      });
    }
    await requireChecks(tx, context, word, parsed.body);
    const made = await insertProposal(tx, context, word, { body: parsed.body, wished: seen.inForceFrom });
    await deleteDraft(tx, org, word);
    return made;
  });
  return orTold(proposed);
}
