import { describe, expect, it } from 'vitest';
import { testApp } from '#test/harness/app.ts';
import { freshDatabase } from '#test/harness/database.ts';
import { writeTransaction } from '../database/transaction.ts';
import { enqueue } from './enqueue.ts';
import { lockingWorkers } from './queries.ts';
import { migrateJobs, releaseJobsOfTheDead } from './worker.ts';

const database = await freshDatabase();
await testApp(database);
await migrateJobs(database.ownerPool);

const payload = { org: 'nowhere', invitationId: '00000000-0000-0000-0000-000000000000' };

async function waiting(): Promise<number> {
  const { rows } = await database.ownerPool.query('select count(*)::int as jobs from graphile_worker.jobs');
  return rows[0].jobs;
}

describe('jobs', () => {
  it('exist if and only if the transaction of their cause commits', async () => {
    const before = await waiting();
    const failing = writeTransaction(database.pool, {}, async (tx) => {
      await enqueue(tx, 'access.mail_invitation', payload);
      throw new Error('the cause failed');
    });
    await expect(failing).rejects.toThrow('the cause failed');
    expect(await waiting()).toBe(before);
    await writeTransaction(database.pool, {}, (tx) => enqueue(tx, 'access.mail_invitation', payload));
    expect(await waiting()).toBe(before + 1);
  });

  it('of a worker that is gone are given back', async () => {
    await writeTransaction(database.pool, {}, (tx) => enqueue(tx, 'access.mail_invitation', payload));
    await database.ownerPool.query(
      `update graphile_worker._private_jobs set locked_by = 'a worker that died', locked_at = now()`,
    );
    expect(await lockingWorkers(database.ownerPool)).toEqual(['a worker that died']);
    await releaseJobsOfTheDead(database.ownerPool);
    expect(await lockingWorkers(database.ownerPool)).toEqual([]);
  });
});
