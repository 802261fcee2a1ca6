import { describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/harness/database.ts';
import type { Pool } from '../database/pool.ts';
import { doctorChecks } from './checks.ts';

describe('the doctor', () => {
  it('finds nothing wrong with a fresh installation but the fsync that tests do without', async () => {
    const { ownerPool } = await freshDatabase();
    expect((await failing(ownerPool)).filter((line) => !line.includes('fsync is off'))).toEqual([]);
  });

  it('names a tenant table without its wall, and a constraint that was never checked', async () => {
    const { ownerPool } = await freshDatabase();
    await ownerPool.query(`
      create table tandem.open_to_all (org_id uuid);
      alter table tandem.open_to_all add constraint some_day check (org_id is not null) not valid;`);
    const found = await failing(ownerPool);
    expect(found).toContain('every tenant table is walled by row-level security: not on open_to_all');
    expect(found).toContain('every constraint and index is valid: not tandem.some_day');
  });
});

async function failing(pool: Pool): Promise<string[]> {
  const found: string[] = [];
  for (const check of doctorChecks) {
    const { ok, detail } = await check.run(pool);
    if (!ok) found.push(`${check.name}: ${detail}`);
  }
  return found;
}
