import { createHash } from 'node:crypto';
import { type Difference, pageDifferences } from '#core/blueprint/differences.ts';
import type { ProgramDocument } from '#core/blueprint/document.ts';
import { type PageWord, pageWords } from '#core/program/page.ts';
import { actorId, type Context, requireCapability } from '../../access/context.ts';
import { type WriteTx, write } from '../../audit/write.ts';
import { draftRow, lockProgram, nextRevision, policyRows, putDraft } from '../queries.ts';
import { staleDraft } from '../save-draft.ts';
import { keptText } from './kept-text.ts';
import { loadWritten } from './load-written.ts';
import { requireText } from './require-text.ts';
import { keepSourceText, sourceText } from './source-queries.ts';
import { valueFormat } from './value-format.ts';

export type ImportedPage = {
  readonly word: PageWord;
  readonly revision: number;
  readonly differences: readonly Difference[];
};

/**
 * Makes the pages of a text the drafts of the program, all or none; a page that says what is written already is left
 * alone, and signed versions stay as they are. The text is kept, so that its comments come out again. A bad text is
 * refused whole (ProblemError `invalid-input`, every fault with line, column and path).
 */
export async function importText(context: Context, text: string): Promise<{ pages: ImportedPage[] }> {
  requireCapability(context, 'program.edit');
  const { organization, actor, now } = context;
  const { orgId: org, currency } = organization;
  const taken = requireText(text, currency);
  const format = valueFormat(currency);
  return write(context, async (tx) => {
    await lockProgram(tx, org, actorId(actor), now);
    const { document } = await loadWritten(tx, context);
    const imported: ImportedPage[] = [];
    for (const word of pageWords) {
      const body = taken[word];
      if (body === undefined) continue;
      const differences = pageDifferences(word, document[word], body, format);
      if (differences.length === 0) continue;
      imported.push({ word, revision: await replaceDraft(tx, context, word, body), differences });
    }
    await keepSourceText(tx, org, keptText(await sourceText(tx, org), text));
    tx.record({
      action: 'program.import',
      after: {
        pages: imported.map(({ word, revision }) => ({ word, revision })),
        sha256: createHash('sha256').update(text).digest('hex'),
      },
    });
    return { pages: imported };
  });
}

async function replaceDraft(
  tx: WriteTx,
  context: Context,
  word: PageWord,
  body: ProgramDocument[PageWord],
): Promise<number> {
  const org = context.organization.orgId;
  const revision = await nextRevision(tx, org, word);
  const before = await draftRow(tx, org, word);
  const saved = await putDraft(tx, org, before?.revision ?? 0, {
    word,
    body,
    confirmed: before?.confirmed ?? [],
    base_version: (await policyRows(tx, org, word)).at(-1)?.version ?? null,
    revision,
    updated_by: actorId(context.actor),
    now: context.now,
  });
  if (!saved) throw await staleDraft(tx, context, word);
  return revision;
}
