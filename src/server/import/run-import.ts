import type { Context, Ports } from '../access/context.ts';
import { contextOf } from '../access/create-organization.ts';
import { withoutTrail } from '../jobs/without-trail.ts';
import { ProblemError } from '../problem.ts';
import { commitDraft } from './commit-draft.ts';
import { outcomeOf, type Progress, requireDraft } from './draft.ts';
import { saveProgress, updateDraft } from './queries.ts';
import type { OnProgress } from './read-through.ts';
import type { FileReader } from './reader.ts';
import { tryDraft } from './try-draft.ts';

/** What the job `run_import` is told. */
export type RunImport = {
  readonly org: string;
  readonly draftId: string;
  readonly startedBy: string;
  readonly leaveOutRejected: boolean;
};

const progressEveryMs = 700;

/**
 * The job behind a dry run or commit that was started over the API. It writes its progress into the draft while it
 * runs. A refusal stands in the draft for the person to read; another fault is thrown, so that the job is repeated.
 */
export async function runImport(ports: Ports, reader: FileReader, job: RunImport): Promise<void> {
  const context = await contextOf(ports, job.org, { kind: 'job', name: job.startedBy });
  if (!context) return;
  const row = await requireDraft(context, job.draftId);
  if (row.state !== 'running') return;
  const report = progressWriter(context, job.draftId);
  try {
    if (row.task === 'commit')
      await commitDraft(
        context,
        reader,
        job.draftId,
        { leaveOutRejected: job.leaveOutRejected },
        report.tell,
      );
    else await tryDraft(context, reader, job.draftId, report.tell);
    await report.done();
  } catch (error) {
    await report.done();
    const isRefusal = error instanceof ProblemError;
    const failure = isRefusal ? error.message : 'A fault of ours stopped the run. The log says more.';
    const change = { state: 'failed', progress: null, outcome: { ...outcomeOf(row), failure } } as const;
    await withoutTrail(context, (tx) =>
      updateDraft(tx, context.organization.orgId, job.draftId, change, ports.clock.now()),
    );
    if (!isRefusal) throw error;
  }
}

/**
 * Writes progress into the draft about once a second, and never two writes at once. While a long statement runs and
 * there is nothing new to tell, it tells the same again: a draft that says nothing is taken for dead.
 */
function progressWriter(context: Context, draftId: string): { tell: OnProgress; done: () => Promise<void> } {
  const { clock } = context.ports;
  let latest: Progress = { phase: 'reading', rows: 0, share: 0 };
  let last = 0;
  let writing: Promise<void> | null = null;
  async function save(progress: Progress): Promise<void> {
    try {
      await withoutTrail(context, (tx) =>
        saveProgress(tx, context.organization.orgId, draftId, progress, clock.now()),
      );
    } catch {
      // Progress is a courtesy: a run must not fail because it could not be told.
    } finally {
      writing = null;
    }
  }
  function tell(progress: Progress): void {
    latest = progress;
    if (writing !== null || performance.now() - last < progressEveryMs) return;
    last = performance.now();
    writing = save(progress);
  }
  const beat = setInterval(() => tell(latest), 1000);
  return {
    tell,
    done: async () => {
      clearInterval(beat);
      await writing;
    },
  };
}
