import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshDatabase, testDatabase } from '#test/harness/database.ts';
import { migrationDir } from './migrate.ts';
import { dumpSchema } from './schema-dump.ts';

describe('sql/schema.sql', () => {
  it('is what the files of sql/ add up to, on any PostgreSQL (bin/tandem schema --write)', async () => {
    const { ownerUrl } = await testDatabase();
    expect(await dumpSchema(ownerUrl)).toBe(readFileSync(join(migrationDir(), 'schema.sql'), 'utf8'));
  });
});

describe('the dump of a schema', () => {
  it('shows what a reviewer must see: rights, walls, triggers, generated columns, partitions, types, views', async () => {
    const { ownerPool, ownerUrl } = await freshDatabase({ empty: true });
    await ownerPool.query(`
      create schema tandem;
      create type tandem.mood as enum ('calm', 'glad');
      create domain tandem.share as numeric check (value between 0 and 1);
      create table tandem.thing (
        org_id uuid not null, n int generated always as identity, mood tandem.mood not null default 'calm',
        twice int generated always as (2 * 21) stored, secret text, primary key (org_id, n)
      );
      create index glad_thing on tandem.thing (org_id) where mood = 'glad';
      create table tandem.log (org_id uuid not null, at date not null) partition by range (at);
      create table tandem.log_2026 partition of tandem.log for values from ('2026-01-01') to ('2027-01-01');
      alter table tandem.thing enable row level security;
      create policy wall on tandem.thing for select to tandem_app using (org_id is not null);
      create function tandem.noop() returns trigger language plpgsql as $$ begin return new; end $$;
      create trigger stamp before insert on tandem.thing for each row execute function tandem.noop();
      create view tandem.seen as select t.n, 'a.b' as label from tandem.thing t where t.n > 1;
      grant select on tandem.seen to tandem_app;
      grant select (n, mood) on tandem.thing to tandem_app;
      revoke execute on function tandem.noop() from public;
    `);
    expect(await dumpSchema(ownerUrl)).toMatchSnapshot();
  });
});
