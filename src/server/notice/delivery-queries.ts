import type { ReasonParams } from '#core/decision.ts';
import type { OrgId } from '#core/ids.ts';
import type { TryOutcome } from '#core/notice/delivery.ts';
import type { PortalLanguage } from '#core/registration/portal-format.ts';
import type { Tx } from '../database/transaction.ts';

/** Letters of an organization are put together one after the other, so that no notice stands in two. */
export async function lockLetters(tx: Tx, org: OrgId): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('tandem.letters'), hashtext($1))`, [org]);
}

export type WaitingNotice = { notice_id: string; membership_id: string };

/** Notices that have to leave in this way, are unread and stand in no letter yet; oldest first. */
export function waitingNotices(
  tx: Tx,
  org: OrgId,
  way: 'at_once' | 'digest',
  of: { readonly membership?: string; readonly before?: number } = {},
): Promise<WaitingNotice[]> {
  return tx.query(
    `select n.notice_id, n.membership_id from tandem.notice n
     where n.org_id = $1 and n.way = $2 and ($3::uuid is null or n.membership_id = $3::uuid)
       and n.membership_id is not null and n.read_at is null
       and ($4::double precision is null or n.made_at < to_timestamp($4::double precision / 1000))
       and not exists (select from tandem.delivery_notice d where d.org_id = n.org_id and d.notice_id = n.notice_id)
     order by n.made_at, n.notice_id`,
    [org, way, of.membership ?? null, of.before ?? null],
  );
}

export type NewDelivery = {
  delivery_id: string;
  kind: 'at_once' | 'digest';
  membership_id: string;
  digest_on: string | null;
  now: number;
};

/** Queues a letter. False: this person has the digest of this day already. */
export async function insertDelivery(tx: Tx, org: OrgId, row: NewDelivery): Promise<boolean> {
  const rows = await tx.query(
    `insert into tandem.delivery (org_id, delivery_id, kind, membership_id, digest_on, queued_at)
     values ($1, $2, $3, $4, $5, to_timestamp($6::double precision / 1000))
     on conflict (org_id, membership_id, digest_on) do nothing returning 1`,
    [org, row.delivery_id, row.kind, row.membership_id, row.digest_on, row.now],
  );
  return rows.length === 1;
}

export async function insertDeliveryNotices(
  tx: Tx,
  org: OrgId,
  delivery: string,
  notices: readonly string[],
): Promise<void> {
  await tx.query(
    `insert into tandem.delivery_notice (org_id, notice_id, delivery_id)
     select $1, id, $2 from unnest($3::uuid[]) as id`,
    [org, delivery, notices],
  );
}

export type LastTry = {
  kind: 'at_once' | 'digest' | 'post' | 'test' | 'rep';
  nth: number;
  begun_at: number | null;
  outcome: TryOutcome | null;
  next_try_at: number | null;
  /** After how many tries somebody last asked for it to be sent again; null: never. */
  renewed_after: number | null;
};

/** How far a delivery has come. Null: there is none of this id. */
export async function lastTry(tx: Tx, org: OrgId, delivery: string): Promise<LastTry | null> {
  const [row] = await tx.query<LastTry>(
    `select d.kind, coalesce(a.nth, 0) as nth, a.begun_at, o.outcome, o.next_try_at,
       (select max(after_nth) from tandem.delivery_renewal r
        where r.org_id = d.org_id and r.delivery_id = d.delivery_id) as renewed_after
     from tandem.delivery d
     left join lateral (select nth, begun_at from tandem.delivery_attempt a
       where a.org_id = d.org_id and a.delivery_id = d.delivery_id order by nth desc limit 1) a on true
     left join tandem.delivery_outcome o
       on o.org_id = d.org_id and o.delivery_id = d.delivery_id and o.nth = a.nth
     where d.org_id = $1 and d.delivery_id = $2`,
    [org, delivery],
  );
  return row ?? null;
}

/** What came of the last try that has ended. */
export async function lastOutcome(
  tx: Tx,
  org: OrgId,
  delivery: string,
): Promise<{ outcome: TryOutcome; answer: string } | null> {
  const [row] = await tx.query<{ outcome: TryOutcome; answer: string }>(
    `select outcome, answer from tandem.delivery_outcome
     where org_id = $1 and delivery_id = $2 order by nth desc limit 1`,
    [org, delivery],
  );
  return row ?? null;
}

/** Begins a try. False: somebody else has begun it. */
export async function insertAttempt(
  tx: Tx,
  org: OrgId,
  delivery: string,
  nth: number,
  now: number,
): Promise<boolean> {
  const rows = await tx.query(
    `insert into tandem.delivery_attempt (org_id, delivery_id, nth, begun_at)
     values ($1, $2, $3, to_timestamp($4::double precision / 1000)) on conflict do nothing returning 1`,
    [org, delivery, nth, now],
  );
  return rows.length === 1;
}

export type NewOutcome = {
  nth: number;
  outcome: TryOutcome;
  address: string | null;
  answer: string;
  leftOut: readonly string[];
  nextTryAt: number | null;
  language: PortalLanguage | null;
  now: number;
};

/** Ends a try. False: it was given up as broken off meanwhile, and that stands. */
export async function insertOutcome(tx: Tx, org: OrgId, delivery: string, row: NewOutcome): Promise<boolean> {
  const rows = await tx.query(
    `insert into tandem.delivery_outcome
       (org_id, delivery_id, nth, outcome, address, answer, left_out, next_try_at, ended_at, language)
     values ($1, $2, $3, $4, $5, $6, $7::uuid[], to_timestamp($8::double precision / 1000),
       to_timestamp($9::double precision / 1000), $10) on conflict do nothing returning 1`,
    [
      ...[org, delivery, row.nth, row.outcome, row.address, row.answer, row.leftOut],
      ...[row.nextTryAt, row.now, row.language],
    ],
  );
  return rows.length === 1;
}

export type Addressee = {
  membership_id: string;
  user_id: string;
  display_name: string;
  roles: string[];
  partner_id: string | null;
  access_ends_on: string | null;
  suspended_at: number | null;
  /** Null: never chosen. */
  language: PortalLanguage | null;
};

/** Whom a letter is for, as they are now. */
export async function addresseeOf(tx: Tx, org: OrgId, delivery: string): Promise<Addressee | null> {
  const [row] = await tx.query<Addressee>(
    `select m.membership_id, m.user_id, m.display_name, m.roles, m.partner_id, m.access_ends_on, m.suspended_at,
       m.language
     from tandem.delivery d join tandem.membership m on m.org_id = d.org_id and m.membership_id = d.membership_id
     where d.org_id = $1 and d.delivery_id = $2`,
    [org, delivery],
  );
  return row ?? null;
}

export type LetterNotice = {
  notice_id: string;
  kind: string;
  params: ReasonParams;
  sentence: string;
  link: string;
  event_key: string;
  partner_id: string | null;
  is_read: boolean;
  /** The deal that it speaks of is gone, or is not one of the partner’s deals. */
  is_gone: boolean;
};

/** What a letter tells, oldest first. */
export function noticesOfDelivery(tx: Tx, org: OrgId, delivery: string): Promise<LetterNotice[]> {
  return tx.query(
    `select n.notice_id, n.kind, n.params, n.sentence, n.link, n.event_key, n.partner_id, n.read_at is not null as is_read,
       n.opportunity_id is not null and (o.is_withdrawn or (n.partner_id is not null and not exists (
         select from tandem.partner_deal p where p.org_id = n.org_id and p.partner_id = n.partner_id
           and p.opportunity_id = n.opportunity_id))) as is_gone
     from tandem.delivery_notice d
     join tandem.notice n on n.org_id = d.org_id and n.notice_id = d.notice_id
     left join tandem.opportunity o on o.org_id = n.org_id and o.opportunity_id = n.opportunity_id
     where d.org_id = $1 and d.delivery_id = $2 order by n.made_at, n.notice_id`,
    [org, delivery],
  );
}
