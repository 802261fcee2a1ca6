import { createHmac } from 'node:crypto';
import pg from 'pg';
import { RefusalError } from '../refusal.ts';
import { withClient } from './embedded-connection.ts';

/** The role that serves requests: no superuser, no owner, no way around row-level security. */
export const appRole = 'tandem_app';

const oldestVersion = 15;

type RoleRow = { rolsuper: boolean; rolbypassrls: boolean; rolcanlogin: boolean; rolcreaterole: boolean };

/**
 * Makes sure that the login role `tandem_app` exists with the password that belongs to this secret, and returns the
 * URL to serve with. Run it before the migrations: they grant rights to the role.
 * Throws RefusalError: the server is older than 15; the owner may not create roles (the message is the SQL to run);
 * the role is a superuser, bypasses row-level security, or is a member of the owner.
 */
export async function ensureAppRole(ownerUrl: string, secret: string): Promise<{ appUrl: string }> {
  const password = appPassword(secret);
  const appUrl = withUser(ownerUrl, appRole, password);
  await withClient(ownerUrl, async (owner) => {
    await mustBeRecent(owner);
    const found = await readRole(owner, appRole);
    if (found) await mustBeHarmless(owner, found);
    if (found?.rolcanlogin && (await canLogIn(appUrl))) return;
    const verb = found ? 'alter' : 'create';
    const role = `${verb} role ${appRole} login nosuperuser nobypassrls nocreatedb nocreaterole password ${pg.escapeLiteral(password)}`;
    // nosuperuser and nobypassrls are the default of a new role; only a superuser may spell them out on 15.
    const plain = `${verb} role ${appRole} login password ${pg.escapeLiteral(password)}`;
    const me = await readRole(owner, null);
    if (!me?.rolsuper && !me?.rolcreaterole) throw cannotCreate(role);
    try {
      await owner.query(plain);
    } catch (error) {
      const code = (error as { code?: string }).code;
      if (code === '42710') return;
      if (code === '42501') throw cannotCreate(role);
      throw error;
    }
  });
  return { appUrl };
}

/** Whether the owner bypasses row-level security, which leaves jobs behind one wall instead of two. */
export async function isOwnerPrivileged(ownerUrl: string): Promise<boolean> {
  const role = await withClient(ownerUrl, (owner) => readRole(owner, null));
  return role === null || role.rolsuper || role.rolbypassrls;
}

/** The app role's password: made from the secret, so that every node of an installation knows it. */
export function appPassword(secret: string): string {
  return createHmac('sha256', secret).update('password of the database role tandem_app').digest('base64url');
}

/** The same database as another user. */
export function withUser(url: string, user: string, password: string): string {
  const changed = new URL(url);
  // An address of a socket may leave the host out, and then takes no user either.
  if (changed.hostname === '') changed.hostname = 'localhost';
  changed.searchParams.delete('user');
  changed.searchParams.delete('password');
  changed.username = user;
  changed.password = password;
  return changed.href;
}

async function mustBeRecent(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ number: number; text: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as text",
  );
  const version = rows[0];
  if (version && version.number >= oldestVersion * 10_000) return;
  throw new RefusalError(
    'server-version',
    `The server of DATABASE_URL is PostgreSQL ${version?.text}; Tandem needs ${oldestVersion} or newer.`,
  );
}

async function readRole(owner: pg.Client, name: string | null): Promise<RoleRow | null> {
  const { rows } = await owner.query<RoleRow>(
    `select rolsuper, rolbypassrls, rolcanlogin, rolcreaterole from pg_roles where rolname = coalesce($1, current_user)`,
    [name],
  );
  return rows[0] ?? null;
}

async function mustBeHarmless(owner: pg.Client, role: RoleRow): Promise<void> {
  const { rows } = await owner.query<{ member: boolean; self: boolean }>(
    `select pg_has_role('${appRole}', current_user, 'usage') as member, current_user = '${appRole}' as self`,
  );
  const flaws = [
    role.rolsuper && 'is a superuser',
    role.rolbypassrls && 'bypasses row-level security',
    rows[0]?.self ? 'is the user of DATABASE_URL' : rows[0]?.member && 'is a member of the owner',
  ].filter((flaw) => typeof flaw === 'string');
  if (flaws.length === 0) return;
  throw new RefusalError(
    'app-role',
    `The role ${appRole} ${flaws.join(' and ')}, so nothing would keep organizations apart: run \`alter role ${appRole} nosuperuser nobypassrls\`, \`revoke\` its memberships, and let DATABASE_URL name another role.`,
  );
}

async function canLogIn(url: string): Promise<boolean> {
  try {
    await withClient(url, (client) => client.query('select 1'));
    return true;
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === '28P01' || code === '28000') return false;
    throw error;
  }
}

function cannotCreate(sql: string): RefusalError {
  return new RefusalError(
    'create-role',
    `The user of DATABASE_URL may not create roles. Run this once as an administrator of that server, then start again:\n  ${sql};`,
  );
}
