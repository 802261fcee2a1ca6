import type { Pool } from '../database/pool.ts';

/** The server behind the pool and who we are on it. */
export type ServerFacts = {
  readonly version: string;
  readonly role: string;
  readonly database: string;
  readonly sizeBytes: number;
  readonly fsync: string;
  readonly checksums: string;
  readonly isPrivileged: boolean;
};

export async function readServerFacts(pool: Pool): Promise<ServerFacts> {
  const { rows } = await pool.query(`
    select current_setting('server_version') as version, current_user as role, current_database() as database,
      pg_database_size(current_database()) as "sizeBytes", current_setting('fsync') as fsync,
      current_setting('data_checksums') as checksums,
      (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as "isPrivileged"`);
  return rows[0];
}

/** Tables of schema tandem on which row-level security is not both enabled and forced, or that have no policy. */
export async function readUnwalledTables(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'tandem' and c.relkind in ('r', 'p')
      and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))
    order by c.relname`);
  return rows.map(({ name }) => name);
}

/** Constraints that were added without checking the rows, and indexes whose building failed. */
export async function readBrokenGuards(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(`
    select n.nspname || '.' || k.conname as name
    from pg_constraint k join pg_namespace n on n.oid = k.connamespace
    where n.nspname in ('tandem', 'identity', 'meta') and not k.convalidated
    union all
    select n.nspname || '.' || c.relname
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('tandem', 'identity', 'meta') and not i.indisvalid
    order by name`);
  return rows.map(({ name }) => name);
}

/** What the app's role is, and whether it owns anything; null when there is no such role. */
export async function readAppRole(
  pool: Pool,
): Promise<{ isPrivileged: boolean; isOwner: boolean; isMember: boolean } | null> {
  const { rows } = await pool.query(`
    select rolsuper or rolbypassrls as "isPrivileged",
      exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relowner = r.oid and n.nspname in ('tandem', 'identity', 'meta')) as "isOwner",
      pg_has_role(r.oid, (select d.datdba from pg_database d where d.datname = current_database()), 'usage')
        as "isMember"
    from pg_roles r where rolname = 'tandem_app'`);
  return rows[0] ?? null;
}
