import type { RunReplay } from '../attribution/replay/run-replay.ts';
import type { Tx } from '../database/transaction.ts';
import type { IdentityJob } from '../identity/identity.ts';
import type { RunImport } from '../import/run-import.ts';
import type { QueueRegistration } from '../registration/queue.ts';
import { addJob, addJobLater } from './queries.ts';

/** What can be left for later, with what it is told. A payload holds names of things, never a secret. */
export type Job =
  | IdentityJob
  | {
      readonly task: 'access.mail_invitation';
      readonly payload: { readonly org: string; readonly invitationId: string };
    }
  | { readonly task: 'run_import'; readonly payload: RunImport }
  | { readonly task: 'decide_credits'; readonly payload: { readonly org: string } }
  | { readonly task: 'replay_credit'; readonly payload: RunReplay }
  | {
      readonly task: 'notice.mail_at_once';
      readonly payload: { readonly org: string; readonly membershipId: string };
    }
  | {
      readonly task: 'notice.post';
      readonly payload: { readonly org: string; readonly slackChannelId: string };
    }
  | { readonly task: 'notice.mail_digests'; readonly payload: { readonly org: string } }
  | {
      readonly task: 'notice.deliver';
      readonly payload: { readonly org: string; readonly deliveryId: string };
    }
  | { readonly task: 'fill_account_blocks'; readonly payload: Record<string, never> }
  | { readonly task: 'registration.queue'; readonly payload: QueueRegistration }
  | { readonly task: 'load_demo'; readonly payload: { readonly endOn: string } };

/**
 * Leaves a job in the transaction of its cause. It runs at least once after the commit, so a task must bear being
 * repeated. `key` names a job that should stand in the queue only once; a newer one replaces it.
 */
export function enqueue<T extends Job['task']>(
  tx: Tx,
  task: T,
  payload: Extract<Job, { task: T }>['payload'],
  key?: string,
): Promise<void> {
  return addJob(tx, task, payload, key ?? null);
}

/**
 * The same for later. `keepsTime`: a job that waits under the key already keeps its time, so that a stream of causes
 * does not push it ahead of itself for ever.
 */
export function enqueueLater<T extends Job['task']>(
  tx: Tx,
  task: T,
  payload: Extract<Job, { task: T }>['payload'],
  when: { readonly key: string; readonly delayMs: number; readonly keepsTime: boolean },
): Promise<void> {
  return addJobLater(tx, task, payload, when);
}
