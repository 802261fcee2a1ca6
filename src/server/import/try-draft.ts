import type { Problem } from '#connectors/port.ts';
import type { ImportId } from '#core/ids.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { readTransaction } from '../database/transaction.ts';
import { withoutTrail } from '../jobs/without-trail.ts';
import { type Draft, draftOf, fileOfDraft, outcomeOf, requireDraft, requireMapping } from './draft.ts';
import { openLoader } from './load/open-loader.ts';
import { openArrival } from './open-arrival.ts';
import { clearRejects, draftRow, insertRejects, sources, updateDraft } from './queries.ts';
import { asRefusal, counted, type OnProgress, openTable, readThrough } from './read-through.ts';
import type { FileReader } from './reader.ts';

/**
 * The dry run of a draft: reads the whole file as a commit would, says what each row would come to, keeps every
 * problem with its row, column, expected, found and repair, and changes nothing else.
 */
export async function tryDraft(
  context: Context,
  reader: FileReader,
  draftId: string,
  onProgress: OnProgress = () => {},
): Promise<Draft> {
  requireCapability(context, 'import.run');
  const { organization, ports } = context;
  const org = organization.orgId;
  const row = await requireDraft(context, draftId);
  const mapping = requireMapping(row);
  const { file, share } = counted(await fileOfDraft(context, row));
  const table = await openTable(reader, file, mapping, context);
  await withoutTrail(context, (tx) => clearRejects(tx, org, draftId));
  const keep = rejectKeeper(context, draftId);
  try {
    const result = await readTransaction(ports.pool, { org }, async (tx) => {
      const source = (await sources(tx, org)).find((one) => one.name === row.source_name);
      const importId = ports.ids.next<ImportId>(context.now);
      const sourceId = source?.source_id ?? null;
      const arrival = await openArrival(tx, context, { importId, sourceId, mapping, staging: null });
      const loader = await openLoader(mapping.kind, arrival);
      const tally = await readThrough(table, loader, { share, onProgress, afterBatch: keep.add });
      return tally.result(arrival.accounts.created(), arrival.partners.created());
    });
    await keep.flush();
    return await withoutTrail(context, async (tx) => {
      const outcome = { ...outcomeOf(row), result, failure: null };
      await updateDraft(tx, org, draftId, { state: 'tried', outcome, progress: null }, ports.clock.now());
      const tried = await draftRow(tx, org, draftId);
      return draftOf(tried ?? row);
    });
  } catch (error) {
    throw asRefusal(reader, row.file_name, error);
  }
}

/** Writes the problems of rows down a thousand at a time. Notes are counted only; no one has to repair them. */
function rejectKeeper(context: Context, draftId: string) {
  const org = context.organization.orgId;
  let waiting: (Problem & { position: number })[] = [];
  let last = { row: -1, position: 0 };
  async function flush(): Promise<void> {
    if (waiting.length === 0) return;
    const some = waiting;
    waiting = [];
    await withoutTrail(context, (tx) => insertRejects(tx, org, draftId, some));
  }
  return {
    flush,
    async add(problems: readonly Problem[]): Promise<void> {
      for (const problem of problems) {
        if (problem.severity !== 'reject' || problem.row === null) continue;
        last = { row: problem.row, position: problem.row === last.row ? last.position + 1 : 0 };
        waiting.push({ ...problem, found: problem.found.slice(0, 1000), position: last.position });
      }
      if (waiting.length >= 1000) await flush();
    },
  };
}
