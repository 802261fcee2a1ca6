import type { OrgId } from '#core/ids.ts';
import type { PortalLanguage } from '#core/registration/portal-format.ts';
import type { Tx } from '../../database/transaction.ts';

export type LinkRow = {
  registration_link_id: string;
  number: number;
  partner_id: string;
  made_by: string;
  made_at: number;
  last_used_at: number | null;
};

const columns = 'registration_link_id, number, partner_id, made_by, made_at, last_used_at';

/** The link of a partner that is not revoked. */
export async function openLink(
  tx: Tx,
  org: OrgId,
  partner: string,
  lock: 'look' | 'lock' = 'look',
): Promise<LinkRow | null> {
  const [row] = await tx.query<LinkRow>(
    `select ${columns} from tandem.registration_link
     where org_id = $1 and partner_id = $2 and revoked_at is null ${lock === 'lock' ? 'for update' : ''}`,
    [org, partner],
  );
  return row ?? null;
}

export async function insertLink(
  tx: Tx,
  org: OrgId,
  row: { id: string; number: number; partnerId: string; hash: Uint8Array; by: string; now: number },
): Promise<void> {
  await tx.query(
    `insert into tandem.registration_link
       (org_id, registration_link_id, number, partner_id, secret_hash, made_by, made_at)
     values ($1, $2, $3, $4, $5, $6, to_timestamp($7::double precision / 1000))`,
    [org, row.id, row.number, row.partnerId, row.hash, row.by, row.now],
  );
}

export async function closeLink(tx: Tx, org: OrgId, link: string, by: string, now: number): Promise<void> {
  await tx.query(
    `update tandem.registration_link set revoked_by = $3, revoked_at = to_timestamp($4::double precision / 1000)
     where org_id = $1 and registration_link_id = $2`,
    [org, link, by, now],
  );
}

export async function touchLink(tx: Tx, org: OrgId, link: string, now: number): Promise<void> {
  await tx.query(
    `update tandem.registration_link set last_used_at = to_timestamp($3::double precision / 1000)
     where org_id = $1 and registration_link_id = $2`,
    [org, link, now],
  );
}

export type OpenedLink = { link_id: string; number: number; partner_id: string; partner: string };

const usable = `from tandem.registration_link l
  join tandem.partner p on p.org_id = l.org_id and p.partner_id = l.partner_id
  where l.org_id = $1 and l.revoked_at is null and not p.is_withdrawn and p.suspended_at is null`;

/** The link that this is the hash of; none where it is revoked, or its partner suspended or gone. */
export async function linkByHash(tx: Tx, org: string, hash: Uint8Array): Promise<OpenedLink | null> {
  const [row] = await tx.query<OpenedLink>(
    `select l.registration_link_id as link_id, l.number, l.partner_id, p.name as partner ${usable}
       and l.secret_hash = $2`,
    [org, hash],
  );
  return row ?? null;
}

export type OpenedPass = {
  registration_id: string;
  partner_id: string;
  partner: string;
  rep_id: string | null;
  rep: string | null;
};

/** The registration that this is the hash of a secret of. */
export async function passByHash(tx: Tx, org: string, hash: Uint8Array): Promise<OpenedPass | null> {
  const [row] = await tx.query<OpenedPass>(
    `select r.registration_id, r.partner_id, p.name as partner, r.rep_id, h.name as rep
     from tandem.registration_pass s
     join tandem.registration r on r.org_id = s.org_id and r.registration_id = s.registration_id
     join tandem.partner p on p.org_id = r.org_id and p.partner_id = r.partner_id and not p.is_withdrawn
     left join tandem.partner_person h on h.org_id = r.org_id and h.partner_person_id = r.rep_id
     where s.org_id = $1 and s.secret_hash = $2`,
    [org, hash],
  );
  return row ?? null;
}

export async function insertPass(
  tx: Tx,
  org: OrgId,
  row: { registrationId: string; hash: Uint8Array; language: PortalLanguage; now: number },
): Promise<void> {
  await tx.query(
    `insert into tandem.registration_pass (org_id, registration_id, secret_hash, language, made_at)
     values ($1, $2, $3, $4, to_timestamp($5::double precision / 1000))`,
    [org, row.registrationId, row.hash, row.language, row.now],
  );
}

/** Lets another secret open a registration from now on. */
export async function updatePassHash(
  tx: Tx,
  org: OrgId,
  registration: string,
  hash: Uint8Array,
): Promise<void> {
  await tx.query(
    `update tandem.registration_pass set secret_hash = $3
     where org_id = $1 and registration_id = $2 and secret_hash <> $3`,
    [org, registration, hash],
  );
}

/** Writes to the rep of a registration in this language from now on. */
export async function updatePassLanguage(
  tx: Tx,
  org: OrgId,
  registration: string,
  language: PortalLanguage,
): Promise<void> {
  await tx.query(
    'update tandem.registration_pass set language = $3 where org_id = $1 and registration_id = $2',
    [org, registration, language],
  );
}

/** How many drafts were begun without a login since a moment: for a partner, and for this person. */
export async function begunSince(
  tx: Tx,
  org: OrgId,
  of: { readonly partner: string; readonly registration: string; readonly since: number },
): Promise<{ partner: number; rep: number }> {
  const [row] = await tx.query<{ partner: number; rep: number }>(
    `select count(*)::int as partner,
       (count(*) filter (where r.rep_id = own.rep_id))::int as rep
     from tandem.registration r, tandem.registration own
     where r.org_id = $1 and r.partner_id = $2 and r.way in ('form', 'mail')
       and r.created_at > to_timestamp($4::double precision / 1000)
       and own.org_id = $1 and own.registration_id = $3`,
    [org, of.partner, of.registration, of.since],
  );
  return row ?? { partner: 0, rep: 0 };
}
