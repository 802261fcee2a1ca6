import type { OrgId, PartnerId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';

/** Somebody of a partner who signs in, or did. */
export type ColleagueRow = {
  membership_id: string;
  user_id: string;
  display_name: string;
  roles: string[];
  suspended_at: number | null;
  access_ends_on: string | null;
  last_seen_at: number | null;
  ended_by_partner: boolean;
};

const columns = `m.membership_id, m.user_id, m.display_name, m.roles, m.suspended_at, m.access_ends_on, m.last_seen_at,
  m.ended_by_partner`;

/** The people of a partner, those who are there first, and how many registrations in these states each has. */
export function teamRows(
  tx: Tx,
  org: OrgId,
  partner: PartnerId,
  states: readonly string[],
): Promise<(ColleagueRow & { registrations: number })[]> {
  return tx.query(
    `select ${columns}, (
       select count(*)::int from tandem.registration r
       join tandem.partner_person p on p.org_id = r.org_id and p.partner_person_id = r.rep_id
       where r.org_id = m.org_id and r.partner_id = m.partner_id and r.state = any($3::text[])
         and (p.membership_id = m.membership_id or (p.membership_id is null and p.name = m.display_name))
     ) as registrations
     from tandem.membership m where m.org_id = $1 and m.partner_id = $2
     order by m.suspended_at is not null, m.display_name, m.membership_id`,
    [org, partner, states],
  );
}

/**
 * Locks the memberships of a partner, so that two changes at once cannot both take away its last admin, and nothing is
 * begun by somebody whose access is just ending.
 */
export function lockTeam(tx: Tx, org: OrgId, partner: PartnerId): Promise<ColleagueRow[]> {
  return tx.query(
    `select ${columns} from tandem.membership m
     where m.org_id = $1 and m.partner_id = $2 order by m.membership_id for update`,
    [org, partner],
  );
}

/** Ends the access of somebody at a partner, or opens it again (`at` null), on the word of their own company. */
export async function setEndedByPartner(
  tx: Tx,
  org: OrgId,
  membership: string,
  at: number | null,
): Promise<void> {
  await tx.query(
    `update tandem.membership set suspended_at = to_timestamp($3::double precision / 1000),
       ended_by_partner = $3::double precision is not null where org_id = $1 and membership_id = $2`,
    [org, membership, at],
  );
}

export async function setRoles(
  tx: Tx,
  org: OrgId,
  membership: string,
  held: readonly string[],
): Promise<void> {
  await tx.query('update tandem.membership set roles = $3 where org_id = $1 and membership_id = $2', [
    org,
    membership,
    held,
  ]);
}

export type TeamInvitationRow = { invitation_id: string; email: string; roles: string[]; expires_at: number };

/** Open invitations into a partner, those whose seven days are over included. */
export function teamInvitations(tx: Tx, org: OrgId, partner: PartnerId): Promise<TeamInvitationRow[]> {
  return tx.query(
    `select invitation_id, email, roles, expires_at from tandem.invitation
     where org_id = $1 and partner_id = $2 and accepted_at is null and revoked_at is null
     order by created_at, invitation_id`,
    [org, partner],
  );
}

/** Takes an open invitation into a partner back, or (`until` given) moves its end; its old link stops working. */
export async function changeInvitation(
  tx: Tx,
  org: OrgId,
  partner: PartnerId,
  invitation: string,
  change: { readonly revokedAt: number } | { readonly until: number },
): Promise<{ expires_at: number } | null> {
  const [revokedAt, until] = 'until' in change ? [null, change.until] : [change.revokedAt, null];
  const [row] = await tx.query<{ expires_at: number }>(
    `update tandem.invitation set token_hash = null, revoked_at = to_timestamp($4::double precision / 1000),
       expires_at = coalesce(to_timestamp($5::double precision / 1000), expires_at)
     where org_id = $1 and partner_id = $2 and invitation_id = $3 and accepted_at is null and revoked_at is null
     returning expires_at`,
    [org, partner, invitation, revokedAt, until],
  );
  return row ?? null;
}

/** Keeps when somebody was there, unless that was kept a quarter of an hour ago. */
export async function keepSeen(tx: Tx, org: OrgId, membership: string, now: number): Promise<void> {
  await tx.query(
    `update tandem.membership set last_seen_at = to_timestamp($3::double precision / 1000)
     where org_id = $1 and membership_id = $2
       and (last_seen_at is null or last_seen_at < to_timestamp($3::double precision / 1000) - interval '15 minutes')`,
    [org, membership, now],
  );
}

/** When somebody was last there; null: never, or before this was kept. */
export async function lastSeen(tx: Tx, org: OrgId, membership: string): Promise<number | null> {
  const [row] = await tx.query<{ last_seen_at: number | null }>(
    'select last_seen_at from tandem.membership where org_id = $1 and membership_id = $2',
    [org, membership],
  );
  return row?.last_seen_at ?? null;
}
