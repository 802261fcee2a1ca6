import { makeWorkerUtils, run, runMigrations, type TaskList, Logger as WorkerLogger } from 'graphile-worker';
import type { Logger } from 'pino';
import type { Pool } from '../database/pool.ts';
import type { Job } from './enqueue.ts';
import { lockingWorkers } from './queries.ts';

/**
 * What does each kind of job. The queue is read on the owner's pool; a task itself works on the app's, behind the same
 * walls as a request, in the organization that its payload names.
 */
export type Tasks = {
  readonly [T in Job['task']]: (payload: Extract<Job, { task: T }>['payload']) => Promise<void>;
};

export type JobWorker = { readonly stop: () => Promise<void> };

/** Brings the job tables up to date; part of migrating. */
export async function migrateJobs(owner: Pool): Promise<void> {
  await runMigrations({ pgPool: owner, logger: new WorkerLogger(() => () => {}) });
}

/**
 * Gives back the jobs of workers that are gone: after a crash they would otherwise wait four hours. Only for a
 * database that nobody else works on, such as the one in our own data folder.
 */
export async function releaseJobsOfTheDead(owner: Pool): Promise<void> {
  const utils = await makeWorkerUtils({ pgPool: owner, logger: new WorkerLogger(() => () => {}) });
  try {
    const gone = await lockingWorkers(owner);
    if (gone.length > 0) await utils.forceUnlockWorkers(gone);
  } finally {
    await utils.release();
  }
}

/** Starts working through jobs, and through what is due at fixed hours. */
export async function startWorker(options: {
  readonly owner: Pool;
  readonly tasks: Tasks;
  readonly prune: () => Promise<void>;
  readonly log: Logger;
}): Promise<JobWorker> {
  const taskList: TaskList = { prune: () => options.prune() };
  for (const [name, task] of Object.entries(options.tasks)) {
    taskList[name] = (payload) => (task as (payload: unknown) => Promise<void>)(payload);
  }
  const runner = await run({
    pgPool: options.owner,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2000,
    taskList,
    crontab: '17 * * * * prune ?max=3',
    logger: new WorkerLogger((scope) => (level, message) => {
      if (level === 'error') options.log.error({ scope }, message);
      else options.log.debug({ scope }, message);
    }),
  });
  return { stop: () => runner.stop() };
}
