import { checkPage, sayCheck } from '#core/blueprint/check-document.ts';
import type { ProgramDocument } from '#core/blueprint/document.ts';
import { parsePage } from '#core/blueprint/parse-body.ts';
import type { LocalDate } from '#core/calendar.ts';
import type { PageWord } from '#core/program/page.ts';
import { actorId, type Context, requireCapability } from '../access/context.ts';
import { type WriteTx, write } from '../audit/write.ts';
import { localDateAt } from '../clock.ts';
import { ProblemError } from '../problem.ts';
import { insertProposal, orTold } from './proposal.ts';
import { deleteDraft, draftRow, lockProgram } from './queries.ts';
import { staleDraft } from './save-draft.ts';
import { loadCheckFacts } from './watch/load-check-facts.ts';
import { loadDesign } from './watch/load-design.ts';

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

async function requireChecks<Word extends PageWord>(
  tx: WriteTx,
  context: Context,
  word: Word,
  body: ProgramDocument[Word],
): Promise<void> {
  const { organization, now } = context;
  const today = localDateAt(now, organization.timeZone);
  const { document } = await loadDesign(tx, organization, today);
  const facts = await loadCheckFacts(tx, organization, today);
  const failing = checkPage(word, { ...document, [word]: body }, facts).filter(
    (check) => check.severity === 'blocking' && !check.holds,
  );
  if (failing.length === 0) return;
  const what = failing.length === 1 ? 'one check does not hold' : `${failing.length} checks do not hold`;
  throw new ProblemError('invalid-input', `The page cannot be proposed yet: ${what}.`, {
    errors: failing.map((check) => ({
      path: check.path,
      expected: `rule ${check.rule}`,
      found: check.code,
      repair: sayCheck(check),
    })),
  });
}
