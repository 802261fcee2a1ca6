import type { ReasonParams } from '#core/decision.ts';
import type { OrgId } from '#core/ids.ts';
import type { NoticeWay } from '#core/notice/kinds.ts';
import type { Tx } from '../database/transaction.ts';
import type { Cursor } from '../http/page.ts';

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

export type DealWithPeople = Omit<Concerned, 'opportunity_id' | 'owner'> & { partner: string };

/** A deal, its owner, and who answers for a partner on it: its manager, or else a Head of Partnerships. */
export async function dealWithPeople(
  tx: Tx,
  org: OrgId,
  opportunity: string,
  partner: string,
): Promise<DealWithPeople | null> {
  const [row] = await tx.query<DealWithPeople>(
    `select o.number, o.name, p.name as partner, p.manager_id,
       (select membership_id from tandem.membership m where m.org_id = o.org_id and m.display_name = o.owner
         and m.partner_id is null and m.suspended_at is null order by m.created_at limit 1) as owner_id,
       (select membership_id from tandem.membership m where m.org_id = o.org_id and m.suspended_at is null
         and 'head_of_partnerships' = any(m.roles) order by m.created_at limit 1) as head_id
     from tandem.opportunity o join tandem.partner p on p.org_id = o.org_id and p.partner_id = $3
     where o.org_id = $1 and o.opportunity_id = $2`,
    [org, opportunity, partner],
  );
  return row ?? null;
}

/** The people who hold one of these roles: those of the company, or those of one partner. */
export async function holdersOf(
  tx: Tx,
  org: OrgId,
  held: readonly string[],
  partner: string | null,
): Promise<string[]> {
  const rows = await tx.query<{ membership_id: string }>(
    `select membership_id from tandem.membership where org_id = $1 and roles && $2::text[]
       and partner_id is not distinct from $3::uuid and suspended_at is null order by membership_id`,
    [org, held, partner],
  );
  return rows.map(({ membership_id }) => membership_id);
}

/** Everybody who signs in for one of these partners. */
export function partnersPeople(
  tx: Tx,
  org: OrgId,
  partners: readonly string[],
): Promise<{ membership_id: string; partner_id: string }[]> {
  return tx.query(
    `select membership_id, partner_id from tandem.membership
     where org_id = $1 and partner_id = any($2::uuid[]) and suspended_at is null order by membership_id`,
    [org, partners],
  );
}

export type NewNotice = {
  notice_id: string;
  membership_id: string;
  kind: string;
  params: ReasonParams;
  sentence: string;
  link: string;
  event_key: string;
  opportunity_id: string | null;
  way: NoticeWay;
};

/** Keeps notices; nobody is told the same thing twice. Answers to whom something new was told, and how it leaves. */
export async function insertNotices(
  tx: Tx,
  org: OrgId,
  rows: readonly NewNotice[],
  now: number,
): Promise<{ membership_id: string; way: NoticeWay }[]> {
  return tx.query(
    `insert into tandem.notice (org_id, notice_id, membership_id, partner_id, kind, params, sentence, link,
       event_key, opportunity_id, way, made_at)
     select $1, r.notice_id, r.membership_id, m.partner_id, r.kind, r.params, r.sentence, r.link, r.event_key,
       r.opportunity_id, r.way, to_timestamp($3::double precision / 1000)
     from jsonb_to_recordset($2::jsonb) as r(notice_id uuid, membership_id uuid, kind text, params jsonb, sentence text,
       link text, event_key text, opportunity_id uuid, way text)
     join tandem.membership m on m.org_id = $1 and m.membership_id = r.membership_id
     on conflict do nothing returning membership_id, way`,
    [org, JSON.stringify(rows), now],
  );
}

export type NoticeRow = {
  notice_id: string;
  kind: string;
  /** Empty: it was told before they were kept. */
  params: ReasonParams;
  sentence: string;
  link: string;
  made_at: number;
  read_at: number | null;
};

export type NoticeFilter = {
  readonly unreadOnly: boolean;
  /** The kinds of the wanted group; null: all. */
  readonly kinds: readonly string[] | null;
};

/** The notices of one person, newest first. */
export function noticesOf(
  tx: Tx,
  org: OrgId,
  membership: string,
  filter: NoticeFilter,
  after: Cursor | null,
  limit: number,
): Promise<NoticeRow[]> {
  return tx.query(
    `select notice_id, kind, params, sentence, link, made_at, read_at from tandem.notice
     where org_id = $1 and membership_id = $2 and (not $3::boolean or read_at is null)
       and ($4::text[] is null or kind = any($4::text[]))
       and ($5::double precision is null or (made_at, notice_id) < (to_timestamp($5::double precision / 1000), $6::uuid))
     order by made_at desc, notice_id desc limit $7`,
    [
      org,
      membership,
      filter.unreadOnly,
      filter.kinds,
      after === null ? null : Number(after.sortKey),
      after?.id ?? null,
      limit,
    ],
  );
}

export async function unreadCount(tx: Tx, org: OrgId, membership: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    'select count(*)::int as count from tandem.notice where org_id = $1 and membership_id = $2 and read_at is null',
    [org, membership],
  );
  return row?.count ?? 0;
}

/** Marks what a person has read: everything up to a moment, or these notices. */
export async function markRead(
  tx: Tx,
  org: OrgId,
  membership: string,
  what: { readonly until: number } | { readonly ids: readonly string[] },
  now: number,
): Promise<void> {
  await tx.query(
    `update tandem.notice set read_at = to_timestamp($5::double precision / 1000)
     where org_id = $1 and membership_id = $2 and read_at is null
       and (made_at <= to_timestamp($3::double precision / 1000) or notice_id = any($4::uuid[]))`,
    [org, membership, 'until' in what ? what.until : null, 'ids' in what ? what.ids : [], now],
  );
}
