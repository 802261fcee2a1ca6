import type { MembershipId, OrgId } from '#core/ids.ts';
import type { PortalLanguage } from '#core/registration/portal-format.ts';
import type { Tx } from '../database/transaction.ts';

export type OrganizationRow = {
  org_id: string;
  slug: string;
  name: string;
  time_zone: string;
  currency: string;
  fiscal_year_start_month: number;
  working_days: number[];
  holidays: string[];
  is_demo: boolean;
};
export type MembershipRow = {
  membership_id: string;
  user_id: string;
  display_name: string;
  roles: string[];
  partner_id: string | null;
  access_ends_on: string | null;
  suspended_at: number | null;
};

export const organizationColumns = `o.org_id, o.slug, o.name, o.time_zone, o.currency, o.fiscal_year_start_month,
  o.working_days, o.holidays::text[] as holidays, o.is_demo`;
const membershipColumns = `m.membership_id, m.user_id, m.display_name, m.roles, m.partner_id, m.access_ends_on,
  m.suspended_at`;

/** A membership with the frame of its organization, and since when that has let the people of partners in. */
type EntryRow = MembershipRow & OrganizationRow & { portal_opened_at: number | null };

/** The memberships of the person whom the transaction is for, in one organization or (slug null) in all. */
export function membershipsOfUser(tx: Tx, slug: string | null): Promise<EntryRow[]> {
  return tx.prepared(
    `select ${membershipColumns}, ${organizationColumns}, o.portal_opened_at
     from tandem.membership m join tandem.organization o using (org_id)
     where m.user_id = current_setting('app.person', true) and ($1::text is null or o.slug = $1)
     order by o.slug, m.partner_id nulls first`,
    [slug],
  );
}

export async function organizationRow(tx: Tx, org: OrgId, lock = false): Promise<OrganizationRow | null> {
  const [row] = await tx.query<OrganizationRow>(
    `select ${organizationColumns} from tandem.organization o where o.org_id = $1
     ${lock ? 'for no key update' : ''}`,
    [org],
  );
  return row ?? null;
}

export function directory(tx: Tx): Promise<{ slug: string; org_id: string }[]> {
  return tx.query('select slug, org_id from meta.directory order by slug');
}

export async function orgOfSlug(tx: Tx, slug: string): Promise<OrgId | null> {
  const [row] = await tx.query<{ org_id: OrgId }>('select org_id from meta.directory where slug = $1', [
    slug,
  ]);
  return row?.org_id ?? null;
}

export async function insertOrganization(tx: Tx, row: OrganizationRow, now: number): Promise<void> {
  await tx.query('insert into meta.directory (slug, org_id) values ($1, $2)', [row.slug, row.org_id]);
  await tx.query(
    `insert into tandem.organization (org_id, slug, name, time_zone, currency, fiscal_year_start_month, working_days,
       holidays, is_demo, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8::date[], $9, to_timestamp($10::double precision / 1000))`,
    [
      row.org_id,
      row.slug,
      row.name,
      row.time_zone,
      row.currency,
      row.fiscal_year_start_month,
      row.working_days,
      row.holidays,
      row.is_demo,
      now,
    ],
  );
  await tx.query('insert into tandem.org_head (org_id) values ($1)', [row.org_id]);
}

export async function updateOrganization(tx: Tx, row: OrganizationRow): Promise<void> {
  await tx.query(
    `update tandem.organization set name = $2, time_zone = $3, currency = $4, fiscal_year_start_month = $5,
       working_days = $6, holidays = $7::date[] where org_id = $1`,
    [
      row.org_id,
      row.name,
      row.time_zone,
      row.currency,
      row.fiscal_year_start_month,
      row.working_days,
      row.holidays,
    ],
  );
}

export async function insertMembership(tx: Tx, org: OrgId, row: MembershipRow, now: number): Promise<void> {
  await tx.query(
    `insert into tandem.membership (org_id, membership_id, user_id, display_name, roles, partner_id, access_ends_on, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8::double precision / 1000))`,
    [
      org,
      row.membership_id,
      row.user_id,
      row.display_name,
      row.roles,
      row.partner_id,
      row.access_ends_on,
      now,
    ],
  );
}

export function members(tx: Tx, org: OrgId): Promise<MembershipRow[]> {
  return tx.query(
    `select ${membershipColumns} from tandem.membership m where m.org_id = $1 order by m.display_name, m.membership_id`,
    [org],
  );
}

/** Locks all memberships, so that two changes at once cannot both take away the last administrator. */
export function lockMembers(tx: Tx, org: OrgId): Promise<MembershipRow[]> {
  return tx.query(
    `select ${membershipColumns} from tandem.membership m where m.org_id = $1 order by m.membership_id for update`,
    [org],
  );
}

/** What the vendor says of a suspension is the vendor's own: a partner does not open again what it ended. */
export async function updateMembership(
  tx: Tx,
  org: OrgId,
  row: MembershipRow,
  suspensionIsSaid: boolean,
): Promise<void> {
  await tx.query(
    `update tandem.membership set roles = $3, access_ends_on = $4, display_name = $5,
       suspended_at = to_timestamp($6::double precision / 1000), ended_by_partner = ended_by_partner and not $7
     where org_id = $1 and membership_id = $2`,
    [
      org,
      row.membership_id,
      row.roles,
      row.access_ends_on,
      row.display_name,
      row.suspended_at,
      suspensionIsSaid,
    ],
  );
}

export type InvitationRow = {
  invitation_id: string;
  email: string;
  roles: string[];
  partner_id: string | null;
  access_ends_on: string | null;
  token_hash: Buffer | null;
  invited_by: MembershipId;
  created_at: number;
  expires_at: number;
  accepted_at: number | null;
  revoked_at: number | null;
};

export async function insertInvitation(tx: Tx, org: OrgId, row: InvitationRow): Promise<void> {
  await tx.query(
    `insert into tandem.invitation (org_id, invitation_id, email, roles, partner_id, access_ends_on,
       invited_by, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8::double precision / 1000), to_timestamp($9::double precision / 1000))`,
    [
      org,
      row.invitation_id,
      row.email,
      row.roles,
      row.partner_id,
      row.access_ends_on,
      row.invited_by,
      row.created_at,
      row.expires_at,
    ],
  );
}

export function invitations(tx: Tx, org: OrgId): Promise<InvitationRow[]> {
  return tx.query(
    'select * from tandem.invitation where org_id = $1 order by created_at desc, invitation_id',
    [org],
  );
}

export async function findInvitation(
  tx: Tx,
  org: OrgId,
  tokenHash: Uint8Array,
): Promise<InvitationRow | null> {
  const [row] = await tx.query<InvitationRow>(
    'select * from tandem.invitation where org_id = $1 and token_hash = $2',
    [org, tokenHash],
  );
  return row ?? null;
}

/** Locks an invitation by its token, so that of two acceptances at once exactly one finds it open. */
export async function lockInvitation(
  tx: Tx,
  org: OrgId,
  tokenHash: Uint8Array,
): Promise<InvitationRow | null> {
  const [row] = await tx.query<InvitationRow>(
    'select * from tandem.invitation where org_id = $1 and token_hash = $2 for update',
    [org, tokenHash],
  );
  return row ?? null;
}

export async function closeInvitation(
  tx: Tx,
  org: OrgId,
  invitation: string,
  how: 'accepted_at' | 'revoked_at',
  now: number,
): Promise<boolean> {
  const rows = await tx.query(
    `update tandem.invitation set ${how} = to_timestamp($3::double precision / 1000)
     where org_id = $1 and invitation_id = $2 and accepted_at is null and revoked_at is null returning invitation_id`,
    [org, invitation, now],
  );
  return rows.length === 1;
}

export type InstallationRow = {
  setup_token_hash: Buffer | null;
  claimed_at: number | null;
  public_url: string | null;
};

export async function installation(tx: Tx, lock: boolean): Promise<InstallationRow> {
  const [row] = await tx.query<InstallationRow>(
    `select setup_token_hash, claimed_at, public_url from meta.installation ${lock ? 'for update' : ''}`,
  );
  if (!row) throw new Error('the installation has no row of its own');
  return row;
}

export async function setSetupToken(tx: Tx, hash: Uint8Array): Promise<void> {
  await tx.query('update meta.installation set setup_token_hash = $1 where claimed_at is null', [hash]);
}

export async function claimInstallation(tx: Tx, publicUrl: string | null, now: number): Promise<void> {
  await tx.query(
    `update meta.installation set claimed_at = to_timestamp($1::double precision / 1000), setup_token_hash = null,
       public_url = coalesce($2, public_url)`,
    [now, publicUrl],
  );
}

export type RateRow = { currency: string; effective_on: string; rate: string };

export function rates(tx: Tx, org: OrgId): Promise<RateRow[]> {
  return tx.query(
    'select currency, effective_on, trim_scale(rate)::text as rate from tandem.exchange_rate where org_id = $1 order by currency, effective_on desc',
    [org],
  );
}

/** Records a rate; returns the one that it replaces. */
export async function putRate(
  tx: Tx,
  org: OrgId,
  currency: string,
  on: string,
  rate: string,
  now: number,
): Promise<{ rate: string } | null> {
  const [before] = await tx.query<{ rate: string }>(
    'select trim_scale(rate)::text as rate from tandem.exchange_rate where org_id = $1 and currency = $2 and effective_on = $3 for update',
    [org, currency, on],
  );
  await tx.query(
    `insert into tandem.exchange_rate (org_id, currency, effective_on, rate, recorded_at)
     values ($1, $2, $3, $4, to_timestamp($5::double precision / 1000))
     on conflict (org_id, currency, effective_on) do update set rate = excluded.rate, recorded_at = excluded.recorded_at`,
    [org, currency, on, rate, now],
  );
  return before ?? null;
}

/** Whether anything was read into this organization whose dates depend on its time zone. */
export async function hasFacts(tx: Tx, org: OrgId): Promise<boolean> {
  const [row] = await tx.query<{ found: boolean }>(
    'select exists (select from tandem.opportunity where org_id = $1 and not is_withdrawn) as found',
    [org],
  );
  return row?.found ?? false;
}

type InvitationToMail = InvitationRow & {
  inviter: string;
  /** Null: the inviter never chose one. */
  inviter_language: PortalLanguage | null;
  /** Null: the person is to join the company. */
  partner: string | null;
};

/** Gives an open invitation the token of the letter that is about to leave. Null when it is no longer open. */
export async function setInvitationToken(
  tx: Tx,
  org: OrgId,
  invitation: string,
  hash: Uint8Array,
): Promise<InvitationToMail | null> {
  const [row] = await tx.query<InvitationToMail>(
    `update tandem.invitation i set token_hash = $3 from tandem.membership m
     where i.org_id = $1 and i.invitation_id = $2 and i.accepted_at is null and i.revoked_at is null
       and m.org_id = i.org_id and m.membership_id = i.invited_by
     returning i.*, m.display_name as inviter, m.language as inviter_language, (
       select p.name from tandem.partner p where p.org_id = i.org_id and p.partner_id = i.partner_id) as partner`,
    [org, invitation, hash],
  );
  return row ?? null;
}
