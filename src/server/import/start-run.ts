import { actorId, type Context, requireCapability } from '../access/context.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { withoutTrail } from '../jobs/without-trail.ts';
import { notFound, ProblemError } from '../problem.ts';
import { type Draft, draftOf, outcomeOf, requireIdle, requireMapping } from './draft.ts';
import { draftRow, updateDraft } from './queries.ts';

/** What a run is asked to do with a draft. */
export type Run = { readonly task: 'try' } | { readonly task: 'commit'; readonly leaveOutRejected: boolean };

/**
 * Leaves the dry run or the commit of a draft to the worker and returns at once; the draft then says how far it
 * is. Refuses while a question that must be answered is open, and a commit that was not tried.
 */
export async function startRun(context: Context, draftId: string, run: Run): Promise<Draft> {
  requireCapability(context, 'import.run');
  const { organization, now } = context;
  const org = organization.orgId;
  return await withoutTrail(context, async (tx) => {
    const row = await draftRow(tx, org, draftId, true);
    if (!row || row.state === 'discarded') throw notFound('import draft');
    if (row.state === 'committed' && run.task === 'commit') return draftOf(row);
    requireIdle(row, now);
    requireMapping(row);
    const { understanding, isConfirmed, result } = outcomeOf(row);
    // What a set mapping leaves open shows in the dry run, row by row.
    if (!isConfirmed) requireAnswers(understanding?.questions ?? []);
    if (run.task === 'commit') {
      if (!result)
        throw new ProblemError('conflict', 'Try the file first, so that you see what it would do.');
      if (result.counts.reject > 0 && !run.leaveOutRejected)
        throw new ProblemError(
          'conflict',
          'Some rows are rejected. Correct them, or choose to leave them out.',
        );
    }
    const change = { state: 'running', task: run.task, progress: null } as const;
    await updateDraft(tx, org, draftId, change, now);
    const leaveOutRejected = run.task === 'commit' && run.leaveOutRejected;
    const payload = { org: organization.slug, draftId, startedBy: actorId(context.actor), leaveOutRejected };
    await enqueue(tx, 'run_import', payload, `run_import ${draftId}`);
    return draftOf({ ...row, ...change, updated_at: now });
  });
}

/** Refuses while something is open that only a person can decide. */
export function requireAnswers(
  questions: readonly {
    readonly id: string;
    readonly required: boolean;
    readonly text: string;
    readonly path: readonly string[];
  }[],
): void {
  const open = questions.filter((question) => question.required);
  if (open.length === 0) return;
  const errors = open.map(({ path, text }) => ({
    path: `mapping.${path.join('.')}`,
    expected: 'an answer',
    found: 'nothing',
    repair: text,
  }));
  const what = open.length === 1 ? 'One question is' : `${open.length} questions are`;
  throw new ProblemError('invalid-input', `${what} open that only you can answer: ${open[0]?.text}`, {
    errors,
  });
}
