import type { LocalDate } from '#core/calendar.ts';
import type { Ports } from '../../access/context.ts';
import { contextOf } from '../../access/create-organization.ts';
import { readTransaction } from '../../database/transaction.ts';
import { withoutTrail } from '../../jobs/without-trail.ts';
import { askedOf } from './asked.ts';
import { replayAsked, updateReplay } from './queries.ts';
import { replayDays } from './replay-deals.ts';

export type RunReplay = { readonly org: string; readonly replayId: string };

/**
 * The job behind a replay: decides every deal of the days twice and tells how far it has come. Started again after a
 * crash it begins anew, at nothing done. One that somebody stopped writes nothing more.
 */
export async function runReplay(ports: Ports, job: RunReplay): Promise<void> {
  const context = await contextOf(ports, job.org, { kind: 'job', name: 'replay' });
  if (!context) return;
  const org = context.organization.orgId;
  const row = await readTransaction(ports.pool, { org }, (tx) => replayAsked(tx, org, job.replayId));
  if (!row || row.state === 'done' || row.state === 'stopped') return;
  const tell = (change: Parameters<typeof updateReplay>[3]): Promise<boolean> =>
    withoutTrail(context, (tx) => updateReplay(tx, org, job.replayId, change));
  try {
    const days = { fromOn: row.from_on as LocalDate, toOn: row.to_on as LocalDate };
    const result = await replayDays(context, askedOf(row.body), days, (done, all) =>
      tell({ state: 'running', progress: { done, all } }),
    );
    if (result !== null) await tell({ state: 'done', result, finishedAt: ports.clock.now() });
  } catch (error) {
    await tell({ state: 'failed', finishedAt: ports.clock.now() });
    throw error;
  }
}
