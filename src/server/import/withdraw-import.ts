import type { Id } from '#core/ids.ts';
import { actorId, type Context, requireCapability } from '../access/context.ts';
import { restateClosedQuarters } from '../attribution/quarter/raise-restatements.ts';
import { requestDecisionsOfImport } from '../attribution/request-decision.ts';
import { type WriteTx, write } from '../audit/write.ts';
import { notFound, ProblemError } from '../problem.ts';
import { unlinkWithdrawn } from '../registration/link-import.ts';
import { takeBackPast } from '../registration/past/take-back-past.ts';
import { type Import, importOf } from './list-imports.ts';
import { lockImports } from './load/queries.ts';
import { touchesOfImport, withdrawPeople, withdrawTouches } from './load/touch-queries.ts';
import { causeOf, touchesDeals } from './open-arrival.ts';
import { projectCompanies } from './project/project-companies.ts';
import { projectOpportunities } from './project/project-opportunities.ts';
import { type ImportRow, importRow, markWithdrawn } from './queries.ts';
import { settleStageRules } from './stage-rules.ts';

/**
 * Undoes a whole import: its facts stay and no longer count, and everything that it touched is read anew from the
 * facts that live. What its mapping said about stages goes with it. Throws ProblemError `conflict` the second time.
 */
export async function withdrawImport(
  context: Context,
  importId: string,
  onProgress: (done: number) => void = () => {},
): Promise<Import> {
  requireCapability(context, 'import.run');
  const { organization, now } = context;
  const org = organization.orgId;
  return await write(context, async (tx) => {
    await lockImports(tx, org);
    const row = await importRow(tx, org, importId);
    if (!row) throw notFound('import');
    if (row.withdrawn_at !== null) throw new ProblemError('conflict', 'This import is undone already.');
    await markWithdrawn(tx, org, importId, actorId(context.actor), now);
    const rulesMoved = touchesDeals(row.kind) && (await settleStageRules(tx, org, row.source_id, null));
    let deals = await projectOpportunities(tx, organization, { of: 'import', importId }, onProgress);
    if (rulesMoved) {
      const selection = { of: 'source', sourceId: row.source_id } as const;
      deals = await projectOpportunities(tx, organization, selection, onProgress);
    }
    await projectCompanies(tx, org, 'account', importId);
    await projectCompanies(tx, org, 'partner', importId);
    if (row.kind === 'touches') await withdrawActs(tx, context, row);
    if (row.kind === 'registrations') await takeBackPast(tx, context, { importId, number: row.number });
    if (row.kind === 'touches' || row.kind === 'registrations') await withdrawPeople(tx, org, importId);
    await unlinkWithdrawn(tx, context, importId);
    await requestDecisionsOfImport(tx, context, importId, causeOf(row.kind, 'import.withdraw'));
    await restateClosedQuarters(tx, context, `import ${row.number} undone`);
    const { number, kind, file_name: fileName } = row;
    tx.record({
      action: 'import.withdraw',
      entityId: importId,
      before: { number, kind, fileName },
      bulk: { count: deals, hash: row.file_sha256 },
      movesFigures: true,
    });
    return importOf({ ...row, withdrawn_at: now, withdrawn_by: actorId(context.actor) });
  });
}

const chunk = 5000;

/** Takes back the touches of an import, each with the reason. */
async function withdrawActs(tx: WriteTx, context: Context, row: ImportRow): Promise<void> {
  const { actor, now, organization, ports } = context;
  const org = organization.orgId;
  const touches = await touchesOfImport(tx, org, row.import_id);
  const reason = `Import ${row.number} was undone.`;
  for (let from = 0; from < touches.length; from += chunk) {
    const some = touches.slice(from, from + chunk);
    const ids = some.map(() => ports.ids.next<Id<'withdrawal'>>(now));
    await withdrawTouches(tx, org, some, { ids, reason, by: actorId(actor), now });
  }
}
