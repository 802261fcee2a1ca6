import type { MembershipId } from '#core/ids.ts';
import type { Role } from '#core/program/roles.ts';
import type { RegistrationCheck } from '#core/registration/checks.ts';
import {
  type Decider,
  type DecidingSeat,
  peopleOf,
  type RouteStep,
  routeOf,
} from '#core/registration/routing.ts';
import type { Context } from '../access/context.ts';
import { localDateAt } from '../clock.ts';
import type { Tx } from '../database/transaction.ts';
import { inOwnCurrency } from '../scoreboard/deals/conversion.ts';
import { deskMembers, ownersOfDeals } from './decider-queries.ts';
import type { PageToday } from './page.ts';
import type { PartnerRow } from './partner-queries.ts';

const seatOfRole: Readonly<Partial<Record<Role, DecidingSeat>>> = {
  partner_ops: 'partner_ops',
  partner_manager: 'partner_manager',
  head_of_partnerships: 'head_of_partnerships',
  cro: 'cro',
};

/** Who decides a registration, step by step, and everybody who was asked. */
export type Route = { readonly steps: readonly RouteStep[]; readonly deciders: readonly Decider[] };

/**
 * DR-4: the people who decide, by the signed page. Whoever owns a deal that the registration collides with would lose
 * it, so they do not decide.
 */
export async function loadRoute(
  tx: Tx,
  context: Context,
  one: {
    readonly page: PageToday;
    readonly partner: PartnerRow;
    readonly value: { readonly minor: number | null; readonly currency: string | null };
    readonly country: string | null;
    readonly checks: readonly RegistrationCheck[];
  },
): Promise<Route> {
  const { organization, now } = context;
  const org = organization.orgId;
  const today = localDateAt(now, organization.timeZone);
  const valueMinor = await inOwnCurrency(tx, organization, one.value, today);
  const seats = routeOf(one.page.body, {
    valueMinor,
    archetype: one.partner.archetype,
    country: one.country,
    tier: null,
  });
  const collided = one.checks.flatMap(({ collidesWith }) =>
    collidesWith.filter(({ kind }) => kind === 'opportunity').map(({ id }) => id),
  );
  const owners = new Set(await ownersOfDeals(tx, org, collided));
  const deciders = (await deskMembers(tx, org)).map(
    (member): Decider => ({
      id: member.membership_id as MembershipId,
      seats: member.roles.flatMap((role) => seatOfRole[role as Role] ?? []),
      isAway: member.suspended_at !== null,
      deputy: null,
      managesPartner: one.partner.manager_id === null || one.partner.manager_id === member.membership_id,
      wouldLose: owners.has(member.display_name),
    }),
  );
  return { steps: peopleOf(seats, deciders), deciders };
}
