import { parsePage } from '#core/blueprint/parse-body.ts';
import type { PageWord } from '#core/program/page.ts';
import { actorId, type Context, requireCapability } from '../access/context.ts';
import { memberNames } from '../access/member-names.ts';
import { canonicalJson } from '../audit/chain.ts';
import { write } from '../audit/write.ts';
import type { Tx } from '../database/transaction.ts';
import { ProblemError } from '../problem.ts';
import { type DraftRow, draftRow, nextRevision, policyRows, putDraft } from './queries.ts';

export type NewDraft = {
  readonly body: unknown;
  /** Paths of defaults that somebody has looked at and keeps. */
  readonly confirmed: readonly string[];
  /** The revision that the author has seen; 0 where there was no draft. */
  readonly revision: number;
};

/**
 * Saves the draft of a page. It may be incomplete, but every value in it is as its field says. Whoever saves must have
 * seen the latest revision, so that of two people at one page nobody overwrites the other. Throws ProblemError
 * `invalid-input` with every error of the body, and `conflict` with the name of who saved in between.
 */
export async function saveDraft(
  context: Context,
  word: PageWord,
  draft: NewDraft,
): Promise<{ revision: number }> {
  requireCapability(context, 'program.edit');
  const parsed = parsePage(word, draft.body, 'body.body');
  if (!parsed.ok) {
    throw new ProblemError('invalid-input', 'The page has values that its fields do not take.', {
      errors: parsed.errors,
    });
  }
  const org = context.organization.orgId;
  return write(context, async (tx) => {
    const revision = await nextRevision(tx, org, word);
    const before = await draftRow(tx, org, word);
    const baseVersion = (await policyRows(tx, org, word)).at(-1)?.version ?? null;
    const saved = await putDraft(tx, org, draft.revision, {
      word,
      body: parsed.body,
      confirmed: [...new Set(draft.confirmed)],
      base_version: baseVersion,
      revision,
      updated_by: actorId(context.actor),
      now: context.now,
    });
    if (!saved) throw await staleDraft(tx, context, word);
    const changed = changedFields(before?.body ?? {}, parsed.body);
    tx.record({
      action: 'draft.save',
      entityId: word,
      before: before && { revision: before.revision },
      after: { revision, changed },
    });
    return { revision };
  });
}

/** Why a draft could not be saved or proposed by somebody who has seen another one: who changed it, or that it is gone. */
export async function staleDraft(tx: Tx, context: Context, word: PageWord): Promise<ProblemError> {
  const org = context.organization.orgId;
  const present: DraftRow | null = await draftRow(tx, org, word);
  if (!present) {
    return new ProblemError('conflict', 'This draft was proposed or discarded by now. Open the page again.');
  }
  const name = (await memberNames(tx, org)).get(present.updated_by) ?? 'Somebody';
  return new ProblemError(
    'conflict',
    `${name} has changed this page since you opened it. Look at their text, then make your change in it.`,
  );
}

/** Which fields of the page differ. The trail names them; the texts themselves stand in the versions. */
export function changedFields(before: unknown, after: object): string[] {
  const earlier = before as Record<string, unknown>;
  return Object.entries(after)
    .filter(([key, value]) => canonicalJson(earlier[key] ?? null) !== canonicalJson(value ?? null))
    .map(([key]) => key);
}
