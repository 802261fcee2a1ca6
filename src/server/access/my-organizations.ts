import type { Role } from '#core/program/roles.ts';
import { readTransaction } from '../database/transaction.ts';
import type { CurrentUser } from '../identity/current-user.ts';
import type { Ports } from './context.ts';
import { isOpen } from './enter.ts';
import { membershipsOfUser } from './queries.ts';

export type MyOrganization = {
  readonly slug: string;
  readonly name: string;
  readonly isDemo: boolean;
  readonly roles: Role[];
};

/** The organizations that a person may enter now, by name. */
export async function myOrganizations(ports: Ports, user: CurrentUser): Promise<MyOrganization[]> {
  const rows = await readTransaction(ports.pool, { user: user.userId }, (tx) => membershipsOfUser(tx, null));
  return rows
    .filter((row) => isOpen(row, ports.clock.now()))
    .map((row) => ({ slug: row.slug, name: row.name, isDemo: row.is_demo, roles: row.roles as Role[] }));
}
