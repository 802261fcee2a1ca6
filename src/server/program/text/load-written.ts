import type { ProgramDocument } from '#core/blueprint/document.ts';
import { standingOfPage } from '#core/blueprint/standing.ts';
import { type PageWord, pageWords } from '#core/program/page.ts';
import type { Context } from '../../access/context.ts';
import { localDateAt } from '../../clock.ts';
import type { Tx } from '../../database/transaction.ts';
import { storedBody, storedVersion } from '../pages.ts';
import { draftRows, policyRows } from '../queries.ts';

/** What of a page is the latest that people wrote. `defaults`: nobody has begun it. */
export type WrittenAs = 'draft' | 'proposed' | 'signed' | 'in_force' | 'defaults';

export type Written = {
  readonly document: ProgramDocument;
  readonly as: Readonly<Record<PageWord, WrittenAs>>;
};

/** The program as people wrote it last: of each page the draft, else the version that waits, else what holds today. */
export async function loadWritten(tx: Tx, context: Context): Promise<Written> {
  const { organization, now } = context;
  const { orgId: org } = organization;
  const today = localDateAt(now, organization.timeZone);
  const drafts = new Map((await draftRows(tx, org)).map((row) => [row.word, row.body]));
  const versions = Map.groupBy(await policyRows(tx, org, null), (row) => row.word);
  const read = pageWords.map((word): [PageWord, WrittenAs, unknown] => {
    const draft = drafts.get(word);
    if (draft !== undefined) return [word, 'draft', draft];
    const stored = (versions.get(word) ?? []).map((row) => storedVersion(row, organization));
    const { inForce, next, proposed } = standingOfPage(word, stored, false, today, organization.fiscal);
    if (proposed) return [word, 'proposed', proposed.body];
    if (next) return [word, 'signed', next.body];
    return inForce ? [word, 'in_force', inForce.body] : [word, 'defaults', {}];
  });
  const bodies = read.map(([word, , body]) => [word, storedBody(word, body)]);
  return {
    document: Object.fromEntries(bodies) as ProgramDocument,
    as: Object.fromEntries(read.map(([word, as]) => [word, as])) as Record<PageWord, WrittenAs>,
  };
}
