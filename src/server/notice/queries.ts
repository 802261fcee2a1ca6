import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';

export type Concerned = {
  opportunity_id: string;
  number: number;
  name: string;
  owner: string | null;
  owner_id: string | null;
  manager_id: string | null;
  head_id: string | null;
};

/**
 * Whom a changed verdict concerns: the member who bears the name that the CRM gives as owner, the manager of the
 * partner, and where that partner has none, a Head of Partnerships.
 */
export function concernedBy(tx: Tx, org: OrgId, ids: readonly string[]): Promise<Concerned[]> {
  return tx.query(
    `select o.opportunity_id, o.number, o.name, o.owner, w.membership_id as owner_id, p.manager_id, h.membership_id as head_id
     from tandem.opportunity o
     left join tandem.partner p on p.org_id = o.org_id and p.partner_id = o.credit_partner_id
     left join lateral (select membership_id from tandem.membership m where m.org_id = o.org_id
       and m.display_name = o.owner and m.partner_id is null and m.suspended_at is null
       order by m.created_at limit 1) w on true
     left join lateral (select membership_id from tandem.membership m where m.org_id = o.org_id
       and 'head_of_partnerships' = any(m.roles) and m.suspended_at is null order by m.created_at limit 1) h on true
     where o.org_id = $1 and o.opportunity_id = any($2::uuid[])`,
    [org, ids],
  );
}

export type NewNotice = {
  notice_id: string;
  membership_id: string;
  kind: string;
  sentence: string;
  link: string;
  event_key: string;
};

/** Keeps notices; nobody is told the same thing twice. */
export async function insertNotices(
  tx: Tx,
  org: OrgId,
  rows: readonly NewNotice[],
  now: number,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `insert into tandem.notice (org_id, notice_id, membership_id, kind, sentence, link, event_key, made_at)
     select $1, r.notice_id, r.membership_id, r.kind, r.sentence, r.link, r.event_key,
       to_timestamp($3::double precision / 1000)
     from jsonb_to_recordset($2::jsonb)
       as r(notice_id uuid, membership_id uuid, kind text, sentence text, link text, event_key text)
     on conflict do nothing`,
    [org, JSON.stringify(rows), now],
  );
}

export type NoticeRow = {
  notice_id: string;
  kind: string;
  sentence: string;
  link: string;
  made_at: number;
  read_at: number | null;
};

/** The notices of one person, newest first. */
export function noticesOf(
  tx: Tx,
  org: OrgId,
  membership: string,
  after: number | null,
  limit: number,
): Promise<NoticeRow[]> {
  return tx.query(
    `select notice_id, kind, sentence, link, made_at, read_at from tandem.notice
     where org_id = $1 and membership_id = $2
       and ($3::double precision is null or made_at < to_timestamp($3::double precision / 1000))
     order by made_at desc, notice_id desc limit $4`,
    [org, membership, after, limit],
  );
}

export async function unreadCount(tx: Tx, org: OrgId, membership: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    'select count(*)::int as count from tandem.notice where org_id = $1 and membership_id = $2 and read_at is null',
    [org, membership],
  );
  return row?.count ?? 0;
}

/** Marks what a person has read up to a moment. */
export async function markRead(
  tx: Tx,
  org: OrgId,
  membership: string,
  until: number,
  now: number,
): Promise<void> {
  await tx.query(
    `update tandem.notice set read_at = to_timestamp($4::double precision / 1000)
     where org_id = $1 and membership_id = $2 and read_at is null and made_at <= to_timestamp($3::double precision / 1000)`,
    [org, membership, until, now],
  );
}
