import { createHash } from 'node:crypto';
import type { ImportId } from '#core/ids.ts';
import { actorId, type Context, requireCapability } from '../access/context.ts';
import { restateClosedQuarters } from '../attribution/quarter/raise-restatements.ts';
import { requestDecisionsOfImport } from '../attribution/request-decision.ts';
import { recordedOnce } from '../attribution/touch/write-touch.ts';
import { type WriteTx, write } from '../audit/write.ts';
import { readTransaction, violatedConstraint } from '../database/transaction.ts';
import { beforeNewAccounts, keepStagedBlocks } from '../ecosystem/keep-blocks.ts';
import { withoutTrail } from '../jobs/without-trail.ts';
import { ProblemError } from '../problem.ts';
import { holdRegistrations, linkImported } from '../registration/link-import.ts';
import { keepPast, type PastToKeep } from '../registration/past/keep-past.ts';
import {
  type Draft,
  type DraftOutcome,
  draftOf,
  fileOfDraft,
  outcomeOf,
  requireDraft,
  requireMapping,
} from './draft.ts';
import { openLoader } from './load/open-loader.ts';
import {
  dateClaimsByDeal,
  hasOpportunities,
  insertStagedAccounts,
  insertStagedChanges,
  insertStagedClaims,
  insertStagedOpportunities,
  insertStagedPartners,
  takeNumbers,
} from './load/queries.ts';
import { openStaging, type Staging } from './load/staging.ts';
import { insertStagedPeople, insertStagedTouches } from './load/touch-queries.ts';
import { causeOf, openArrival, touchesDeals } from './open-arrival.ts';
import { projectCompanies } from './project/project-companies.ts';
import { projectOpportunities } from './project/project-opportunities.ts';
import {
  draftRow,
  insertImport,
  insertSource,
  refreshStatistics,
  rememberMapping,
  sources,
  updateDraft,
} from './queries.ts';
import { asRefusal, counted, type OnProgress, openTable, readThrough } from './read-through.ts';
import type { FileReader } from './reader.ts';
import { settleStageRules } from './stage-rules.ts';

export type CommitChoice = {
  /** Import the good rows and leave the rejected ones out. Otherwise one rejected row keeps the whole file out. */
  readonly leaveOutRejected: boolean;
};

/** From so many new rows on, the planner is told; fewer do not change its mind. */
const manyRows = 1000;

/**
 * Imports a draft: one transaction, all or nothing. Imports of one organization wait for each other. A draft
 * is imported once: a second commit returns what the first one made. A file that brings nothing new leaves no
 * import behind.
 */
export async function commitDraft(
  context: Context,
  reader: FileReader,
  draftId: string,
  choice: CommitChoice,
  onProgress: OnProgress = () => {},
): Promise<Draft> {
  requireCapability(context, 'import.run');
  const { organization, ports } = context;
  const org = organization.orgId;
  const row = await requireDraft(context, draftId);
  if (row.state === 'committed') return draftOf(row);
  const mapping = requireMapping(row);
  const tried = outcomeOf(row).result;
  if (tried && tried.counts.reject > 0 && !choice.leaveOutRejected) throw hasRejects(tried.counts.reject);
  const stored = await fileOfDraft(context, row);
  const { file, share } = counted(stored);
  const table = await openTable(reader, file, mapping, context);
  const unchanged = new NothingNew();
  try {
    await write(context, async (tx) => {
      const staging = await openStaging(tx, org);
      // No row lock: imports wait for each other already, and the progress of this one is written beside it.
      const now = await draftRow(tx, org, draftId);
      if (now?.state === 'committed') throw unchanged;
      const importId = ports.ids.next<ImportId>(context.now);
      const { sourceId, signature } = await prepareSource(tx, context, row.source_name, outcomeOf(row));
      const hadDeals = await hasOpportunities(tx, org, sourceId);
      const rulesMoved =
        touchesDeals(mapping.kind) && (await settleStageRules(tx, org, sourceId, mapping)) && hadDeals;
      const arrival = await openArrival(tx, context, { importId, sourceId, mapping, staging });
      const loader = await openLoader(mapping.kind, arrival);
      const tally = await readThrough(table, loader, {
        share,
        onProgress,
        afterBatch: () => staging.flush(),
      });
      const result = tally.result(arrival.accounts.created(), arrival.partners.created());
      if (result.counts.reject > 0 && !choice.leaveOutRejected) throw hasRejects(result.counts.reject);
      if (result.counts.create + result.counts.update === 0 && !rulesMoved) {
        unchanged.outcome = { ...outcomeOf(row), result, failure: null };
        throw unchanged;
      }
      onProgress({ phase: 'writing', rows: result.counts.rows, share: 1 });
      await staging.flush('all');
      await arrival.adopt();
      const number = 1 + (await takeNumbers(tx, org, 'import', 1));
      const done = {
        importId,
        number,
        sourceId,
        kind: mapping.kind,
        fileId: stored.fileId,
        fileName: row.file_name,
        sha256: stored.sha256,
        mapping,
        isFirst: arrival.isFirst,
        counts: result.counts,
        committedBy: actorId(context.actor),
      };
      await insertImport(tx, org, done, context.now);
      await holdRegistrations(tx, context, arrival.links);
      await insertStaged(tx, context, {
        importId,
        sourceId,
        staging,
        datesClaims: arrival.isFirst && mapping.kind === 'opportunity-partners',
      });
      await project(tx, context, { staging, rulesMoved, sourceId, onProgress });
      await linkImported(tx, context, arrival.links);
      await keepRegistrations(tx, context, { importId, number }, arrival.registrations);
      if (signature !== null) await rememberMapping(tx, org, sourceId, signature, mapping);
      const outcome: DraftOutcome = { ...outcomeOf(row), result, failure: null };
      const change = { state: 'committed', import_id: importId, outcome, progress: null } as const;
      await updateDraft(tx, org, draftId, change, ports.clock.now());
      await requestDecisionsOfImport(tx, context, importId, causeOf(mapping.kind, 'import.commit'));
      await restateClosedQuarters(tx, context, `import ${number}`);
      if (result.counts.create + result.counts.update > manyRows) await refreshStatistics(tx);
      const { create, update, reject, rows } = result.counts;
      tx.record({
        action: 'import.commit',
        entityId: importId,
        after: {
          number,
          kind: mapping.kind,
          fileName: row.file_name,
          source: row.source_name,
          create,
          update,
          reject,
          rows,
        },
        bulk: { count: create + update, hash: bulkHash(stored.sha256, mapping) },
        movesFigures: true,
      });
    });
  } catch (error) {
    if (error !== unchanged) throw asRefusal(reader, row.file_name, error);
    const { outcome } = unchanged;
    if (outcome) {
      const change = { state: 'committed', outcome, progress: null } as const;
      await withoutTrail(context, (tx) => updateDraft(tx, org, draftId, change, ports.clock.now()));
    }
  }
  const committed = await readTransaction(ports.pool, { org }, (tx) => draftRow(tx, org, draftId));
  return draftOf(committed ?? row);
}

/** Thrown inside the transaction so that nothing of it stays: the file brings nothing, or is imported already. */
class NothingNew extends Error {
  override readonly name = 'NothingNew';
  outcome: DraftOutcome | null = null;
}

async function prepareSource(
  tx: WriteTx,
  context: Context,
  name: string | null,
  outcome: DraftOutcome,
): Promise<{ sourceId: string; signature: string | null }> {
  const org = context.organization.orgId;
  const signature = outcome.understanding?.signature ?? null;
  const source = (await sources(tx, org)).find((one) => one.name === name);
  if (source) return { sourceId: source.source_id, signature };
  const sourceId: string = context.ports.ids.next(context.now);
  await insertSource(tx, org, sourceId, name ?? 'CRM', context.now);
  return { sourceId, signature };
}

async function insertStaged(
  tx: WriteTx,
  context: Context,
  given: { importId: ImportId; sourceId: string; staging: Staging; datesClaims: boolean },
): Promise<void> {
  const org = context.organization.orgId;
  const { staging, importId, sourceId } = given;
  const arrival = { org, importId, sourceId, now: context.now };
  const accounts = staging.count('account');
  if (accounts > 0) await beforeNewAccounts(tx, org);
  if (staging.count('account_fact') > 0)
    await insertStagedAccounts(tx, arrival, await takeNumbers(tx, org, 'account', accounts));
  if (accounts > 0) await keepStagedBlocks(tx, org);
  const partners = staging.count('partner');
  if (staging.count('partner_fact') > 0)
    await insertStagedPartners(tx, arrival, await takeNumbers(tx, org, 'partner', partners));
  const deals = staging.count('opportunity');
  if (deals + staging.count('fact') > 0)
    await insertStagedOpportunities(tx, arrival, await takeNumbers(tx, org, 'opportunity', deals));
  if (staging.count('change') > 0) await insertStagedChanges(tx, arrival);
  if (given.datesClaims) await dateClaimsByDeal(tx, org);
  if (staging.count('claim') > 0) await insertStagedClaims(tx, arrival);
  if (staging.count('person') > 0) await insertStagedPeople(tx, { org, importId, now: context.now });
  if (staging.count('touch') > 0) await keepTouches(tx, context, importId);
}

/** Adds the staged touches. Imports wait for each other, but somebody may record the same act meanwhile. */
async function keepTouches(tx: WriteTx, context: Context, importId: ImportId): Promise<void> {
  const { actor, now, organization } = context;
  const arrival = { org: organization.orgId, importId, now, recordedBy: actorId(actor) };
  try {
    await insertStagedTouches(tx, arrival);
  } catch (error) {
    if (!recordedOnce.has(violatedConstraint(error) ?? '')) throw error;
    throw new ProblemError(
      'conflict',
      'Somebody recorded one of these touches while the file was read. Nothing was imported; check the file again.',
    );
  }
}

async function keepRegistrations(
  tx: WriteTx,
  context: Context,
  brought: { readonly importId: ImportId; readonly number: number },
  rows: readonly PastToKeep[],
): Promise<void> {
  if (rows.length === 0) return;
  const before = await takeNumbers(tx, context.organization.orgId, 'registration', rows.length);
  await keepPast(tx, context, brought, rows, before + 1);
}

async function project(
  tx: WriteTx,
  context: Context,
  given: { staging: Staging; rulesMoved: boolean; sourceId: string; onProgress: OnProgress },
): Promise<void> {
  const { organization } = context;
  const { staging, sourceId } = given;
  if (staging.count('touched_account') > 0) await projectCompanies(tx, organization.orgId, 'account', null);
  if (staging.count('touched_partner') > 0) await projectCompanies(tx, organization.orgId, 'partner', null);
  const onDone = (rows: number) => given.onProgress({ phase: 'projecting', rows, share: 1 });
  if (given.rulesMoved) await projectOpportunities(tx, organization, { of: 'source', sourceId }, onDone);
  else if (staging.count('touched') > 0)
    await projectOpportunities(tx, organization, { of: 'touched' }, onDone);
}

function bulkHash(sha256: string, mapping: unknown): string {
  return createHash('sha256')
    .update(`${sha256} ${JSON.stringify(mapping)}`)
    .digest('hex');
}

function hasRejects(count: number): ProblemError {
  const what = count === 1 ? 'One row is' : `${count} rows are`;
  return new ProblemError(
    'conflict',
    `${what} rejected, so nothing was imported. Correct the rows, or choose to leave them out.`,
  );
}
