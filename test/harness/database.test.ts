import { describe, expect, inject, it } from 'vitest';
import { freshDatabase, testDatabase } from './database.ts';

const database = await testDatabase();

describe('the database of a test', () => {
  it('serves as the role that row-level security binds', async () => {
    const { rows } = await database.pool.query(
      'select rolname, rolsuper, rolbypassrls from pg_roles where rolname = current_user',
    );
    expect(rows).toEqual([{ rolname: 'tandem_app', rolsuper: false, rolbypassrls: false }]);
  });

  it('is migrated and owned by a role that is no superuser', async () => {
    const { rows } = await database.ownerPool.query(
      `select rolsuper, (select count(*)::int from meta.migration) as migrations
       from pg_roles where rolname = current_user`,
    );
    expect(rows[0].rolsuper).toBe(false);
    expect(rows[0].migrations).toBeGreaterThan(0);
  });

  it('is one of its own where a test asks for it', async () => {
    const [one, two] = [await freshDatabase(), await freshDatabase({ empty: true })];
    await one.ownerPool.query('create table public.only_here (n int)');
    const there = "select to_regclass('public.only_here') is not null as there";
    expect((await one.ownerPool.query(there)).rows[0].there).toBe(true);
    expect((await database.ownerPool.query(there)).rows[0].there).toBe(false);
    expect(
      (await two.ownerPool.query("select to_regnamespace('tandem') as schema")).rows[0].schema,
    ).toBeNull();
  });

  it('lies on the server that the run was told to use', () => {
    expect(inject('testServer').isEmbedded).toBe(!process.env.TEST_DATABASE_URL);
  });
});
