import { describe, expect, it } from 'vitest';
import { testApp } from '#test/harness/app.ts';
import { freshDatabase } from '#test/harness/database.ts';
import { recordRate } from '../access/change-organization.ts';
import type { Context } from '../access/context.ts';
import { exportCheckpoint, verifyChain } from './verify.ts';
import { write } from './write.ts';

const database = await freshDatabase();
const server = await testApp(database);

async function withTrail(changes: number): Promise<Context> {
  const { context } = await server.organization();
  for (let day = 1; day <= changes; day += 1) await rate(context, day);
  return context;
}

function rate(context: Context, day: number): Promise<void> {
  const effectiveOn = `2026-01-${String(day).padStart(2, '0')}`;
  return recordRate(context, { currency: 'USD' as never, effectiveOn, rate: `1.0${day}` as never });
}

/** What only somebody with the owner's password could do: the app's role has no such right. */
async function tamper(context: Context, sql: string): Promise<void> {
  const owner = await database.ownerPool.connect();
  try {
    await owner.query(`begin; set local app.org = '${context.organization.orgId}'`);
    await owner.query(sql);
    await owner.query('commit');
  } finally {
    owner.release();
  }
}

describe('the trail', () => {
  it('is whole after ordinary work', async () => {
    const context = await withTrail(5);
    const report = await verifyChain(database.pool, context.organization.orgId);
    expect(report).toMatchObject({ ok: true });
    expect(report.entries).toBeGreaterThanOrEqual(6);
  });

  it('shows a changed entry, a removed one and a cut end', async () => {
    const changed = await withTrail(4);
    await tamper(changed, `update tandem.audit_log set actor_id = 'somebody else' where seq = 3`);
    expect(await verifyChain(database.pool, changed.organization.orgId)).toMatchObject({
      ok: false,
      brokenAt: 3,
    });

    const removed = await withTrail(4);
    await tamper(removed, 'delete from tandem.audit_log where seq = 2');
    expect(await verifyChain(database.pool, removed.organization.orgId)).toMatchObject({
      ok: false,
      brokenAt: 2,
    });

    const cut = await withTrail(4);
    await tamper(cut, 'delete from tandem.audit_log where seq = (select max(seq) from tandem.audit_log)');
    expect(await verifyChain(database.pool, cut.organization.orgId)).toMatchObject({ ok: false });
  });

  it('shows against a checkpoint that the end was cut and its head moved back', async () => {
    const context = await withTrail(4);
    const { orgId } = context.organization;
    const checkpoint = await exportCheckpoint(database.pool, orgId);
    await tamper(
      context,
      `delete from tandem.audit_log where seq = ${checkpoint.seq};
       update tandem.org_head set seq = seq - 1,
         hash = (select hash from tandem.audit_log where seq = ${checkpoint.seq - 1})`,
    );
    expect(await verifyChain(database.pool, orgId)).toMatchObject({ ok: true });
    expect(await verifyChain(database.pool, orgId, checkpoint)).toMatchObject({ ok: false });
  });

  it('numbers the changes of many at once without a gap', async () => {
    const context = await withTrail(0);
    await Promise.all(Array.from({ length: 25 }, (_, index) => rate(context, index + 1)));
    const report = await verifyChain(database.pool, context.organization.orgId);
    expect(report).toMatchObject({ ok: true });
    expect(report.entries).toBeGreaterThanOrEqual(26);
  });

  it('refuses a change that says nothing of itself, and leaves nothing of it', async () => {
    const context = await withTrail(1);
    const { orgId } = context.organization;
    const before = await exportCheckpoint(database.pool, orgId);
    const silent = write(context, (tx) => tx.query('update tandem.organization set name = $1', ['Quiet']));
    await expect(silent).rejects.toThrow('without an audit row');
    expect(await exportCheckpoint(database.pool, orgId)).toEqual(before);
    const { rows } = await database.ownerPool.query('select 1 as one');
    expect(rows).toEqual([{ one: 1 }]);
  });

  it('cannot be changed by the role that serves requests', async () => {
    const context = await withTrail(1);
    const attempt = write(context, async (tx) => {
      tx.record({ action: 'test.try' });
      return tx.query('delete from tandem.audit_log');
    });
    await expect(attempt).rejects.toThrow('permission denied');
  });
});
