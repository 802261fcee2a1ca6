import type { FiscalCalendar } from '#core/calendar.ts';
import type { MembershipId, OrgId, PartnerId } from '#core/ids.ts';
import type { CurrencyCode } from '#core/money.ts';
import type { Role } from '#core/program/roles.ts';
import { type WriteTx, write } from '../audit/write.ts';
import { readTransaction, violatedConstraint } from '../database/transaction.ts';
import type { CurrentUser } from '../identity/current-user.ts';
import { ProblemError } from '../problem.ts';
import { adoptDefaults } from '../program/adopt-defaults.ts';
import type { Actor, Context, Organization, Ports } from './context.ts';
import { organizationOf } from './enter.ts';
import { directory, insertMembership, insertOrganization, organizationRow, orgOfSlug } from './queries.ts';

/** A person as far as a membership needs them. */
export type Person = Pick<CurrentUser, 'userId' | 'name'>;

export type NewOrganization = {
  readonly slug: string;
  readonly name: string;
  readonly timeZone: string;
  readonly currency: CurrencyCode;
  readonly fiscal: FiscalCalendar;
  readonly isDemo: boolean;
};

/** Creates an organization with its trail's first entries, and what `also` adds in the same transaction. Throws ProblemError `conflict` when the slug is taken. */
export async function createOrganization(
  ports: Ports,
  actor: Actor,
  wanted: NewOrganization,
  also: (tx: WriteTx, context: Context) => Promise<void> = async () => {},
): Promise<Context> {
  const now = ports.clock.now();
  const orgId = ports.ids.next<OrgId>(now);
  const organization: Organization = {
    orgId,
    slug: wanted.slug,
    name: wanted.name,
    timeZone: wanted.timeZone,
    currency: wanted.currency,
    fiscal: wanted.fiscal,
    workingDays: [1, 2, 3, 4, 5],
    holidays: [],
    isDemo: wanted.isDemo,
  };
  const context: Context = { ports, actor, organization, now, requestId: null, idempotency: null };
  try {
    await write(context, async (tx) => {
      await insertOrganization(tx, rowOf(organization), now);
      tx.record({ action: 'organization.create', entityId: orgId, after: organization });
      await adoptDefaults(tx, context);
      await also(tx, context);
    });
  } catch (error) {
    if (violatedConstraint(error) !== 'directory_pkey') throw error;
    throw new ProblemError('conflict', `There is an organization named ${wanted.slug} already.`);
  }
  return context;
}

/** Makes a person a member, or one of a partner, in the transaction of whatever made that necessary. */
export async function addMember(
  tx: WriteTx,
  context: Context,
  person: Person,
  roles: readonly Role[],
  partnerId: PartnerId | null = null,
): Promise<MembershipId> {
  const membershipId = context.ports.ids.next<MembershipId>(context.now);
  const row = {
    membership_id: membershipId,
    user_id: person.userId,
    display_name: person.name,
    roles: [...roles],
    partner_id: partnerId,
    access_ends_on: null,
    suspended_at: null,
  };
  await insertMembership(tx, context.organization.orgId, row, context.now);
  tx.record({ action: 'member.add', entityId: membershipId, after: { roles } });
  return membershipId;
}

/** The context in which the command line or a job acts in an organization. Null when there is none of that name. */
export async function contextOf(ports: Ports, slug: string, actor: Actor): Promise<Context | null> {
  const orgId = await readTransaction(ports.pool, {}, (tx) => orgOfSlug(tx, slug));
  if (!orgId) return null;
  const row = await readTransaction(ports.pool, { org: orgId }, (tx) => organizationRow(tx, orgId));
  if (!row) return null;
  return {
    ports,
    actor,
    organization: organizationOf(row),
    now: ports.clock.now(),
    requestId: null,
    idempotency: null,
  };
}

/** Every organization of this installation, by name. For the machine's own commands, never for a caller. */
export function organizationNames(ports: Ports): Promise<{ slug: string; org_id: string }[]> {
  return readTransaction(ports.pool, {}, directory);
}

export function rowOf(organization: Organization) {
  return {
    org_id: organization.orgId,
    slug: organization.slug,
    name: organization.name,
    time_zone: organization.timeZone,
    currency: organization.currency,
    fiscal_year_start_month: organization.fiscal.yearStartMonth,
    working_days: [...organization.workingDays],
    holidays: [...organization.holidays],
    is_demo: organization.isDemo,
  };
}
