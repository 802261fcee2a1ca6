import type pg from 'pg';
import { appRole } from './roles.ts';

type Row = Record<string, string>;

/** Extensions, schemas, default privileges. */
export async function dumpSchemas(client: pg.Client, schemas: readonly string[]): Promise<string[]> {
  const extensions = await client.query<Row>(
    "select extname as name from pg_catalog.pg_extension where extname <> 'plpgsql' order by extname",
  );
  const found = await client.query<Row>(
    `select n.nspname as name, ${granted('n.nspacl')} as rights
     from pg_catalog.pg_namespace n where n.nspname = any($1) order by n.nspname`,
    [schemas],
  );
  const defaults = await client.query<Row>(
    `select coalesce(n.nspname, '(all)') as name, d.defaclobjtype::text as kind, ${granted('d.defaclacl')} as rights
     from pg_catalog.pg_default_acl d left join pg_catalog.pg_namespace n on n.oid = d.defaclnamespace
     where n.nspname = any($1) or d.defaclnamespace = 0 order by 1, 2`,
    [schemas],
  );
  return [
    ...extensions.rows.map(({ name }) => `create extension ${name};`),
    ...found.rows.map(({ name, rights }) => withRights(`create schema ${name};`, `schema ${name}`, rights)),
    ...defaults.rows.map(
      ({ name, kind, rights }) => `-- default privileges in ${name} on ${kind}: ${rights}`,
    ),
  ];
}

/** Enums, domains, and sequences other than those of identity columns. */
export async function dumpTypes(client: pg.Client, schemas: readonly string[]): Promise<string[]> {
  const enums = await client.query<Row>(
    `select n.nspname || '.' || t.typname as name,
       (select string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder)
        from pg_catalog.pg_enum e where e.enumtypid = t.oid) as labels
     from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace
     where n.nspname = any($1) and t.typtype = 'e' order by 1`,
    [schemas],
  );
  const domains = await client.query<Row>(
    `select n.nspname || '.' || t.typname as name, pg_catalog.format_type(t.typbasetype, t.typtypmod) as base,
       case when t.typnotnull then ' not null' else '' end as required,
       coalesce((select string_agg(pg_catalog.pg_get_constraintdef(k.oid), ' ' order by k.conname)
         from pg_catalog.pg_constraint k where k.contypid = t.oid and k.contype = 'c'), '') as checks
     from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace
     where n.nspname = any($1) and t.typtype = 'd' order by 1`,
    [schemas],
  );
  const sequences = await client.query<Row>(
    `select n.nspname || '.' || c.relname as name, pg_catalog.format_type(s.seqtypid, null) as type,
       ${granted('c.relacl')} as rights
     from pg_catalog.pg_sequence s join pg_catalog.pg_class c on c.oid = s.seqrelid
     join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and not exists (
       select from pg_catalog.pg_depend d where d.objid = c.oid and d.deptype = 'i' and d.refobjsubid > 0)
     order by 1`,
    [schemas],
  );
  return [
    ...enums.rows.map(({ name, labels }) => `create type ${name} as enum (${labels});`),
    ...domains.rows.map(({ name, base, required, checks }) =>
      `create domain ${name} as ${base}${required} ${checks}`.trimEnd().concat(';'),
    ),
    ...sequences.rows.map(({ name, type, rights }) =>
      withRights(`create sequence ${name} as ${type};`, `sequence ${name}`, rights),
    ),
  ];
}

/** Functions and procedures with their text, and who else but the owner may run them. */
export async function dumpFunctions(client: pg.Client, schemas: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<Row>(
    `select pg_catalog.pg_get_functiondef(p.oid) as text,
       case p.prokind when 'p' then 'procedure ' else 'function ' end || n.nspname || '.' || quote_ident(p.proname)
         || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')' as name,
       ${granted("coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner))")} as rights
     from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
     where n.nspname = any($1) and p.prokind in ('f', 'p')
     order by n.nspname, p.proname, pg_catalog.pg_get_function_identity_arguments(p.oid)`,
    [schemas],
  );
  return rows.map(({ text, name, rights }) => withRights(`${text?.trimEnd()};`, name ?? '', rights));
}

/**
 * SQL for what an access list gives to tandem_app and to everybody, one line each: `insert, select to tandem_app`.
 * maintain is left out: PostgreSQL 15 does not know it.
 */
export function granted(acl: string): string {
  return `coalesce((
    select string_agg(g.rights || ' to ' || g.grantee, E'\\n' order by g.grantee)
    from (
      select case a.grantee when 0 then 'public' else r.rolname::text end as grantee,
        string_agg(lower(a.privilege_type), ', ' order by a.privilege_type collate "C") as rights
      from pg_catalog.aclexplode(${acl}) a left join pg_catalog.pg_roles r on r.oid = a.grantee
      where (a.grantee = 0 or r.rolname = '${appRole}') and a.privilege_type <> 'MAINTAIN'
      group by 1
    ) g), '')`;
}

/** Appends the grants to others than the owner; each line of `rights` is `<rights> to <role>`. */
export function withRights(text: string, object: string, rights: string | undefined): string {
  if (!rights) return text;
  const grants = rights.split('\n').map((line) => `grant ${line.replace(' to ', ` on ${object} to `)};`);
  return [text, ...grants].join('\n');
}
