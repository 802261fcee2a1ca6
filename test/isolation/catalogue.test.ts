import { describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/harness/database.ts';
import { breachesOf, CATALOGUE_RULES, countTenantTables } from './catalogue.ts';

const database = await freshDatabase();

/** For each rule a statement that breaks it. */
const PLANTED: readonly (readonly [rule: string, statement: string])[] = [
  ['a schema is known', 'create schema somewhere_else'],
  ['nothing lies in schema public', 'create table public.stray (n int)'],
  ['row-level security is on', 'alter table tandem.touch no force row level security'],
  ['row-level security is on', 'alter table tandem.touch disable row level security'],
  ['the first column is org_id', 'create table tandem.planted (id uuid, org_id uuid not null)'],
  ['there is a primary key', 'create table tandem.planted (org_id uuid not null)'],
  ['every unique index', 'create unique index planted on tandem.touch (touch_id)'],
  [
    'every foreign key between tenant tables',
    'create table tandem.planted (org_id uuid not null, a uuid references tandem.organization)',
  ],
  [
    'no tenant table refers to a table outside',
    'create table tandem.planted (org_id uuid not null, a text references identity."user")',
  ],
  [
    'every constraint has been checked',
    'alter table tandem.touch add constraint planted check (org_id is not null) not valid',
  ],
  ['a view asks with the rights', 'create view tandem.planted as select * from tandem.touch'],
  ['a view asks with the rights', 'create materialized view tandem.planted as select * from tandem.touch'],
  [
    'a function with the owner’s rights',
    'create function tandem.planted() returns int language sql security definer set search_path = pg_catalog as $$ select 1 $$',
  ],
  ['a function with the owner’s rights', 'alter function tandem.enqueue(text, json, text) reset search_path'],
  [
    'a function with the owner’s rights',
    'alter function tandem.enqueue(text, json, text) set search_path = pg_catalog',
  ],
  ['the app may not truncate', 'grant truncate on tandem.touch to tandem_app'],
  ['the app may not truncate', 'grant create on schema tandem to tandem_app'],
  ['what is append-only', 'grant update on tandem.touch to tandem_app'],
  ['what is append-only', 'grant update (org_id) on tandem.audit_log to tandem_app'],
  ['what is append-only', 'grant delete on tandem.credit to tandem_app'],
  ['every table named append-only is there', 'alter table tandem.touch rename to contact'],
  ['a column’s ending says its type', 'alter table tandem.touch add column seen_at date'],
];

describe('the catalogue', () => {
  it('breaks no wall between organizations', async () => {
    expect(await countTenantTables(database.ownerPool)).toBeGreaterThan(25);
    expect(await breachesOf(database.ownerPool)).toEqual([]);
  });

  it.each(PLANTED)('test goes red on “%s”: %s', async (rule, statement) => {
    const client = await database.ownerPool.connect();
    try {
      await client.query(`begin; ${statement}`);
      const found = await breachesOf(client);
      expect(found).toContainEqual(expect.stringMatching(new RegExp(`^${rule}`)));
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  it('has a planted breach for every rule that the owner can break', () => {
    const unplanted = CATALOGUE_RULES.filter((rule) => !PLANTED.some(([begin]) => rule.startsWith(begin)));
    // Only a superuser can hand a table to another role.
    expect(unplanted).toEqual(['the app owns nothing']);
  });
});
