import { brandId, type MembershipId, type OrgId, type PartnerId } from '#core/ids.ts';
import type { CurrencyCode } from '#core/money.ts';
import type { Role } from '#core/program/roles.ts';
import { localDateAt } from '../clock.ts';
import { readTransaction } from '../database/transaction.ts';
import type { CurrentUser } from '../identity/current-user.ts';
import { admitToPortal } from '../portal/opening/opening.ts';
import { type Capability, capabilitiesOf } from './capabilities.ts';
import type { Context, Organization, Ports } from './context.ts';
import { type MembershipRow, membershipsOfUser, type OrganizationRow } from './queries.ts';

export type Entered = Pick<Context, 'ports' | 'actor' | 'organization' | 'now'> & {
  readonly capabilities: ReadonlySet<Capability>;
};

/**
 * Brings a signed-in person into an organization of theirs. Null when there is none of that name, when they are
 * no member, when they are suspended, or when their access has ended: the four look the same from outside. This is the
 * one way in for the people of partners: while the portal is closed, no route lets them through.
 */
export async function enterOrganization(
  ports: Ports,
  user: Pick<CurrentUser, 'userId'>,
  slug: string,
): Promise<Entered | null> {
  const now = ports.clock.now();
  const rows = await readTransaction(ports.pool, { user: user.userId }, (tx) => membershipsOfUser(tx, slug));
  const row = rows.find((one) => isOpen(one, now));
  if (!row) return null;
  const organization = organizationOf(row);
  if (row.partner_id !== null) await admitToPortal(ports, organization, row.portal_opened_at !== null, now);
  return {
    ports,
    now,
    organization,
    actor: {
      kind: 'member',
      membershipId: brandId<MembershipId>(row.membership_id),
      userId: user.userId,
      name: row.display_name,
      roles: row.roles as Role[],
      partnerId: row.partner_id === null ? null : brandId<PartnerId>(row.partner_id),
    },
    capabilities: capabilitiesOf(row.roles as Role[]),
  };
}

/** Whether a membership gives access at this moment: not suspended, and its last day (in the organization) not over. */
export function isOpen(row: MembershipRow & OrganizationRow, now: number): boolean {
  if (row.suspended_at !== null) return false;
  return row.access_ends_on === null || localDateAt(now, row.time_zone) <= row.access_ends_on;
}

export function organizationOf(row: OrganizationRow): Organization {
  return {
    orgId: brandId<OrgId>(row.org_id),
    slug: row.slug,
    name: row.name,
    timeZone: row.time_zone,
    currency: row.currency as CurrencyCode,
    fiscal: { yearStartMonth: row.fiscal_year_start_month },
    workingDays: row.working_days,
    holidays: row.holidays,
    isDemo: row.is_demo,
  };
}
