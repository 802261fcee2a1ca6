import type { Pool } from '#server/database/pool.ts';

/** Rows that are written once and stay: the app may add them and read them, no more. */
const APPEND_ONLY = [
  'account_fact',
  'accrual',
  'audit_finding',
  'audit_item',
  'audit_log',
  'audit_sample',
  'check_in',
  'claim_refusal',
  'clawback',
  'conflict_party',
  'cosell_plan',
  'cosell_plan_end',
  'credit',
  'crm_check',
  'crm_difference',
  'deal_frame',
  'delivery',
  'delivery_attempt',
  'delivery_notice',
  'delivery_outcome',
  'delivery_renewal',
  'direct_only_account',
  'direct_only_list',
  'dispute_statement',
  'event',
  'introduction',
  'introduction_confirmation',
  'mail',
  'opening_balance',
  'opportunity_end',
  'opportunity_fact',
  'opportunity_kind',
  'opportunity_partner',
  'partner_deal',
  'partner_fact',
  'policy',
  'policy_countersignature',
  'policy_signature',
  'protected_product',
  'quarter_close',
  'quarter_deal',
  'registration_check',
  'registration_duty',
  'registration_event',
  'registration_import',
  'registration_mail',
  'ruling',
  'ruling_signature',
  'scoreboard_opening',
  'signal',
  'signal_outcome',
  'stage_change',
  'statement',
  'statement_line',
  'statement_payment',
  'suggestion_dismissal',
  'touch',
  'touch_confirmation',
  'vendor_contact',
  'withdrawal',
  'withdrawal_cosignature',
];

/** Functions that act with the owner’s rights. Each one is a door in the wall, so each one is named here. */
const OWNERS_DOORS = [
  'enqueue(text,json,text)',
  'enqueue_later(text,json,text,bigint,boolean)',
  'refresh_statistics()',
  'remove_demo(uuid)',
];

const KNOWN_SCHEMAS = ['graphile_worker', 'identity', 'meta', 'public', 'tandem'];

const TENANT_TABLES = `
  select c.oid, c.relname as name, c.relrowsecurity, c.relforcerowsecurity, c.relowner
  from pg_class c where c.relnamespace = 'tandem'::regnamespace and c.relkind in ('r', 'p')`;

/** One question to the catalogue. Each row that it answers is a breach. */
type Question = { readonly rule: string; readonly sql: string; readonly values?: readonly unknown[] };

const QUESTIONS: readonly Question[] = [
  {
    rule: 'a schema is known to this test',
    sql: `select nspname as breach from pg_namespace
      where nspname !~ '^(pg_|information_schema$)' and not nspname = any($1)`,
    values: [KNOWN_SCHEMAS],
  },
  {
    rule: 'nothing lies in schema public',
    sql: `select c.relname as breach from pg_class c where c.relnamespace = 'public'::regnamespace
      and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`,
  },
  {
    rule: 'row-level security is on, forced, and has a policy',
    sql: `select t.name as breach from (${TENANT_TABLES}) t where not (t.relrowsecurity and t.relforcerowsecurity
      and exists (select from pg_policy p where p.polrelid = t.oid))`,
  },
  {
    rule: 'the first column is org_id uuid not null',
    sql: `select t.name as breach from (${TENANT_TABLES}) t where not exists (
      select from pg_attribute a where a.attrelid = t.oid and a.attnum = 1 and a.attname = 'org_id'
        and a.atttypid = 'uuid'::regtype and a.attnotnull)`,
  },
  {
    rule: 'there is a primary key',
    sql: `select t.name as breach from (${TENANT_TABLES}) t where not exists (
      select from pg_constraint k where k.conrelid = t.oid and k.contype = 'p')`,
  },
  {
    rule: 'every unique index and exclusion begins with org_id',
    sql: `select i.indexrelid::regclass::text as breach from (${TENANT_TABLES}) t join pg_index i on i.indrelid = t.oid
      left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
      where (i.indisunique or i.indisexclusion) and a.attname is distinct from 'org_id'`,
  },
  {
    rule: 'every foreign key between tenant tables begins with org_id on both sides',
    sql: `select k.conrelid::regclass || ' ' || k.conname as breach from (${TENANT_TABLES}) t
      join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
      join pg_class r on r.oid = k.confrelid and r.relnamespace = 'tandem'::regnamespace
      join pg_attribute f on f.attrelid = k.conrelid and f.attnum = k.conkey[1]
      join pg_attribute g on g.attrelid = k.confrelid and g.attnum = k.confkey[1]
      where f.attname <> 'org_id' or g.attname <> 'org_id'`,
  },
  {
    rule: 'no tenant table refers to a table outside its schema',
    sql: `select k.conrelid::regclass || ' ' || k.conname as breach from (${TENANT_TABLES}) t
      join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
      join pg_class r on r.oid = k.confrelid where r.relnamespace <> 'tandem'::regnamespace`,
  },
  {
    rule: 'every constraint has been checked against the rows',
    sql: `select k.conname as breach from (${TENANT_TABLES}) t join pg_constraint k on k.conrelid = t.oid
      where not k.convalidated`,
  },
  {
    rule: 'a view asks with the rights of who reads it',
    sql: `select c.relname as breach from pg_class c where c.relnamespace = 'tandem'::regnamespace
      and (c.relkind = 'm' or (c.relkind = 'v'
        and not coalesce(c.reloptions::text[] && array['security_invoker=true', 'security_invoker=on'], false)))`,
  },
  {
    rule: 'a function with the owner’s rights is known to this test and looks into the temporary schema last',
    sql: `select p.oid::regprocedure::text as breach from pg_proc p
      where p.pronamespace in ('tandem'::regnamespace, 'meta'::regnamespace, 'identity'::regnamespace) and p.prosecdef
      and (not replace(p.oid::regprocedure::text, 'tandem.', '') = any($1)
        or not coalesce('search_path=pg_catalog, pg_temp' = any(p.proconfig), false))`,
    values: [OWNERS_DOORS],
  },
  {
    rule: 'the app owns nothing',
    sql: `select c.oid::regclass::text as breach from pg_class c
      where pg_get_userbyid(c.relowner) = 'tandem_app'
      union all select n.nspname from pg_namespace n where pg_get_userbyid(n.nspowner) = 'tandem_app'`,
  },
  {
    rule: 'the app may not truncate, refer to or set triggers on a table, nor create in a schema',
    sql: `select t.name || ' ' || right_ as breach from (${TENANT_TABLES}) t,
        unnest(array['truncate', 'references', 'trigger']) as right_
      where has_table_privilege('tandem_app', t.oid, right_)
      union all select nspname from pg_namespace
      where nspname = any($1) and has_schema_privilege('tandem_app', oid, 'create')`,
    values: [KNOWN_SCHEMAS],
  },
  {
    rule: 'what is append-only the app can neither update nor delete',
    sql: `select t.name || ' ' || right_ as breach from (${TENANT_TABLES}) t, unnest(array['update', 'delete']) as right_
      where t.name = any($1) and (has_table_privilege('tandem_app', t.oid, right_)
        or (right_ = 'update' and has_any_column_privilege('tandem_app', t.oid, 'update')))`,
    values: [APPEND_ONLY],
  },
  {
    rule: 'every table named append-only is there',
    sql: `select name as breach from unnest($1::text[]) as name
      where to_regclass('tandem.' || name) is null`,
    values: [APPEND_ONLY],
  },
  {
    rule: 'a column’s ending says its type: _at timestamptz, _on date, _minor bigint',
    sql: `select t.name || '.' || a.attname as breach from (${TENANT_TABLES}) t
      join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
      where (a.attname ~ '_at$' and a.atttypid <> 'timestamptz'::regtype)
         or (a.attname ~ '_on$' and a.atttypid <> 'date'::regtype)
         or (a.attname ~ '_minor$' and a.atttypid <> 'bigint'::regtype)`,
  },
];

/** Everything in a database’s catalogue that breaks the walls between organizations, a line each. */
export async function breachesOf(owner: Pick<Pool, 'query'>): Promise<string[]> {
  const found: string[] = [];
  for (const { rule, sql, values } of QUESTIONS) {
    const { rows } = await owner.query<{ breach: string }>(sql, values as unknown[]);
    found.push(...rows.map(({ breach }) => `${rule}: ${breach}`));
  }
  return found;
}

/** The rules that are asked about. */
export const CATALOGUE_RULES: readonly string[] = QUESTIONS.map(({ rule }) => rule);

/** How many tenant tables there are: a catalogue test over none proves nothing. */
export async function countTenantTables(owner: Pool): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(
    `select count(*)::int as count from (${TENANT_TABLES}) t`,
  );
  return rows[0]?.count ?? 0;
}
