import type { FiscalCalendar } from '#core/calendar.ts';
import type { Id, MembershipId, OrgId, PartnerId, UserId } from '#core/ids.ts';
import type { CurrencyCode } from '#core/money.ts';
import type { Role } from '#core/program/roles.ts';
import type { Clock } from '../clock.ts';
import type { Pool } from '../database/pool.ts';
import type { IdMaker } from '../ids.ts';
import { ProblemError } from '../problem.ts';
import { type Capability, capabilitiesOf } from './capabilities.ts';

/**
 * Who acts. A job carries the name of the person who caused it; what they may do was asked when they did, so it is not
 * asked again.
 */
export type Actor =
  | {
      readonly kind: 'member';
      readonly membershipId: MembershipId;
      readonly userId: UserId;
      readonly name: string;
      readonly roles: readonly Role[];
      readonly partnerId: PartnerId | null;
    }
  /**
   * Somebody at a partner who holds a secret link and has no login. They act for that partner, and of its registrations
   * for the one whose secret they hold; with the link of the partner alone, for none yet.
   */
  | {
      readonly kind: 'visitor';
      readonly name: string;
      readonly partnerId: PartnerId;
      readonly registrationId: string | null;
      readonly repId: string | null;
    }
  | {
      readonly kind: 'key';
      readonly keyId: Id<'api_key'>;
      readonly name: string;
      readonly capabilities: ReadonlySet<Capability>;
    }
  | { readonly kind: 'cli'; readonly name: string }
  | { readonly kind: 'job'; readonly name: string }
  | { readonly kind: 'system'; readonly name: string };

/** The organization's frame, which every date and amount is read in. */
export type Organization = {
  readonly orgId: OrgId;
  readonly slug: string;
  readonly name: string;
  readonly timeZone: string;
  readonly currency: CurrencyCode;
  readonly fiscal: FiscalCalendar;
  readonly workingDays: readonly number[];
  readonly holidays: readonly string[];
  readonly isDemo: boolean;
};

/** The ports that verbs use. A verb is handed these and nothing else. */
export type Ports = { readonly pool: Pool; readonly clock: Clock; readonly ids: IdMaker };

/** Everything a verb knows about its call. */
export type Context = {
  readonly ports: Ports;
  readonly actor: Actor;
  readonly organization: Organization;
  /** The moment of the call, epoch milliseconds; one moment for the whole verb. */
  readonly now: number;
  readonly requestId: string | null;
  /** Set when the caller sent an Idempotency-Key: the effect of the call then happens at most once. */
  readonly idempotency: { readonly key: string; readonly requestHash: string } | null;
};

/** The text that names an actor in the trail: opaque for people, so that erasing a person needs no rewriting. */
export function actorId(actor: Actor): string {
  if (actor.kind === 'member') return actor.membershipId;
  if (actor.kind === 'key') return actor.keyId;
  return (actor.kind === 'visitor' ? actor.repId : null) ?? actor.name;
}

/** What a secret link opens: the partner's own form, and the one registration. */
const visitorRights: readonly Capability[] = ['portal.read', 'portal.act'];

/**
 * People hold the capabilities of their roles, a key those that it was given; the command line and jobs on the machine
 * itself hold every one.
 */
export function may(actor: Actor, capability: Capability): boolean {
  if (actor.kind === 'key') return actor.capabilities.has(capability);
  if (actor.kind === 'visitor') return visitorRights.includes(capability);
  return actor.kind !== 'member' || capabilitiesOf(actor.roles).has(capability);
}

/** ATT-5: what counts because somebody said it by name, no program says. */
export function requireNoKey(context: Context): void {
  if (context.actor.kind !== 'key') return;
  throw new ProblemError('not-allowed', 'A person says this by name; a key of the API cannot.');
}

/** The first line of every verb. */
export function requireCapability(context: Context, capability: Capability): void {
  if (may(context.actor, capability)) return;
  throw new ProblemError(
    'not-allowed',
    `This needs the right ${capability}, which none of your roles gives.`,
  );
}
