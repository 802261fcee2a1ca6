import type { ReasonParams } from '#core/decision.ts';
import type { OrgId } from '#core/ids.ts';
import type { TryOutcome } from '#core/notice/delivery.ts';
import type { PortalLanguage } from '#core/registration/portal-format.ts';
import type { Tx } from '../database/transaction.ts';
import type { Cursor } from '../http/page.ts';

export type DeliveryRow = {
  delivery_id: string;
  kind: 'at_once' | 'digest' | 'post' | 'test' | 'rep';
  membership_id: string | null;
  person: string | null;
  host: string | null;
  partner: string | null;
  digest_on: string | null;
  queued_at: number;
  nth: number;
  outcome: TryOutcome | null;
  address: string | null;
  answer: string | null;
  next_try_at: number | null;
  ended_at: number | null;
  renewed_after: number | null;
  /** What a letter to a rep is about. */
  news: string | null;
  registration_number: number | null;
  customer: string | null;
  /** The language in which it left; of what has not left yet, that of the person. */
  language: PortalLanguage;
  notices: readonly {
    kind: string;
    params: ReasonParams;
    sentence: string;
    link: string;
    leftOut: boolean;
  }[];
};

const failed = `o.outcome = 'failed' and r.renewed_after is distinct from a.nth`;
const tries = `left join lateral (select nth from tandem.delivery_attempt a
    where a.org_id = d.org_id and a.delivery_id = d.delivery_id order by nth desc limit 1) a on true
  left join tandem.delivery_outcome o on o.org_id = d.org_id and o.delivery_id = d.delivery_id and o.nth = a.nth
  left join lateral (select max(after_nth) as renewed_after from tandem.delivery_renewal r
    where r.org_id = d.org_id and r.delivery_id = d.delivery_id) r on true`;

/** What left or has to, newest first: all of it or what failed, to everybody or to one person. */
export function deliveries(
  tx: Tx,
  org: OrgId,
  of: { readonly failedOnly: boolean; readonly membership: string | null },
  after: Cursor | null,
  limit: number,
): Promise<DeliveryRow[]> {
  return tx.query(
    `select d.delivery_id, d.kind, d.membership_id, coalesce(m.display_name, h.name) as person, c.host, d.news,
       g.number as registration_number, g.legal_name as customer,
       p.name as partner, d.digest_on, d.queued_at, coalesce(a.nth, 0) as nth, o.outcome, o.address, o.answer,
       o.next_try_at, o.ended_at, r.renewed_after,
       coalesce(case when o.outcome = 'sent' then o.language else m.language end, 'en') as language,
       coalesce((select jsonb_agg(jsonb_build_object('kind', n.kind, 'params', n.params, 'sentence', n.sentence, 'link', n.link,
           'leftOut', coalesce(n.notice_id = any(o.left_out), false)) order by n.made_at, n.notice_id)
         from tandem.delivery_notice dn join tandem.notice n on n.org_id = dn.org_id and n.notice_id = dn.notice_id
         where dn.org_id = d.org_id and dn.delivery_id = d.delivery_id), '[]') as notices
     from tandem.delivery d ${tries}
     left join tandem.membership m on m.org_id = d.org_id and m.membership_id = d.membership_id
     left join tandem.slack_channel c on c.org_id = d.org_id and c.slack_channel_id = d.slack_channel_id
     left join tandem.registration g on g.org_id = d.org_id and g.registration_id = d.registration_id
     left join tandem.partner_person h on h.org_id = g.org_id and h.partner_person_id = g.rep_id
     left join tandem.partner p on p.org_id = d.org_id and p.partner_id = coalesce(m.partner_id, c.partner_id, g.partner_id)
     where d.org_id = $1 and (not $2::boolean or (${failed})) and ($3::uuid is null or d.membership_id = $3::uuid)
       and ($4::double precision is null
         or (d.queued_at, d.delivery_id) < (to_timestamp($4::double precision / 1000), $5::uuid))
     order by d.queued_at desc, d.delivery_id desc limit $6`,
    [
      org,
      of.failedOnly,
      of.membership,
      after === null ? null : Number(after.sortKey),
      after?.id ?? null,
      limit,
    ],
  );
}

/** How many deliveries have failed and were not asked for again. */
export async function failedCount(tx: Tx, org: OrgId): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from tandem.delivery d ${tries} where d.org_id = $1 and ${failed}`,
    [org],
  );
  return row?.count ?? 0;
}

/** Asks for a delivery to be sent again. False: somebody has, just now. */
export async function insertRenewal(
  tx: Tx,
  org: OrgId,
  row: { delivery: string; afterNth: number; by: string; now: number },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into tandem.delivery_renewal (org_id, delivery_id, after_nth, asked_by, asked_at)
     values ($1, $2, $3, $4, to_timestamp($5::double precision / 1000)) on conflict do nothing returning 1`,
    [org, row.delivery, row.afterNth, row.by, row.now],
  );
  return rows.length === 1;
}
