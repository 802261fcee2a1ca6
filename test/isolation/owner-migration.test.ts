import { describe, expect, it } from 'vitest';
import { testApp } from '#test/harness/app.ts';
import { freshDatabase } from '#test/harness/database.ts';

const database = await freshDatabase();
const server = await testApp(database);

/** The form of a data migration that CONTRIBUTING.md gives. */
const IN_EACH_ORGANIZATION = `
do $$
declare
  organization record;
begin
  for organization in select org_id from meta.directory loop
    execute format('set local app.org = %L', organization.org_id);
    update tandem.organization set name = upper(name);
  end loop;
  set local app.org = '';
end $$`;

const names = async (): Promise<string[]> => {
  const found: string[] = [];
  for (const { context } of organizations) {
    const client = await database.ownerPool.connect();
    try {
      await client.query(`begin; set local app.org = '${context.organization.orgId}'`);
      const { rows } = await client.query<{ name: string }>('select name from tandem.organization');
      found.push(...rows.map(({ name }) => name));
    } finally {
      await client.query('rollback');
      client.release();
    }
  }
  return found;
};

const organizations = [
  await server.organization({ name: 'First' }),
  await server.organization({ name: 'Second' }),
];

describe('a data migration under forced row-level security', () => {
  it('touches no row, and says nothing, when it enters no organization', async () => {
    const { rowCount } = await database.ownerPool.query('update tandem.organization set name = upper(name)');
    expect(rowCount).toBe(0);
    expect(await names()).toEqual(['First', 'Second']);
  });

  it('reaches every row when it enters each organization in turn', async () => {
    await database.ownerPool.query(IN_EACH_ORGANIZATION);
    expect(await names()).toEqual(['FIRST', 'SECOND']);
  });
});
