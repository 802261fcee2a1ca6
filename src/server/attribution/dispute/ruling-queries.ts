import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';

export type NewRuling = {
  id: string;
  number: number;
  opportunityId: string;
  disputeId: string | null;
  question: string;
  class: string;
  partnerId: string | null;
  reason: string;
  isAppeal: boolean;
  needsCfo: boolean;
  by: string;
  now: number;
};

export async function insertRuling(tx: Tx, org: OrgId, row: NewRuling): Promise<void> {
  await tx.query(
    `insert into tandem.ruling (org_id, ruling_id, number, opportunity_id, dispute_id, question, class, partner_id, reason,
       is_appeal, needs_cfo, proposed_by, proposed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, to_timestamp($13::double precision / 1000))`,
    [
      org,
      row.id,
      row.number,
      row.opportunityId,
      row.disputeId,
      row.question,
      row.class,
      row.partnerId,
      row.reason,
      row.isAppeal,
      row.needsCfo,
      row.by,
      row.now,
    ],
  );
}

export type RulingRow = {
  ruling_id: string;
  number: number;
  opportunity_id: string;
  deal_number: number;
  deal: string;
  dispute_id: string | null;
  dispute_number: number | null;
  question: string;
  class: string;
  partner_id: string | null;
  reason: string;
  is_appeal: boolean;
  needs_cfo: boolean;
  proposed_by: string;
  proposed_at: number;
  signatures: { by: string; seat: string; at: number }[];
};

const rulingColumns = `r.ruling_id, r.number, r.opportunity_id, o.number as deal_number, o.name as deal, r.dispute_id,
  d.number as dispute_number, r.question, r.class, r.partner_id, r.reason, r.is_appeal, r.needs_cfo, r.proposed_by,
  r.proposed_at, coalesce((select jsonb_agg(jsonb_build_object('by', s.membership_id, 'seat', s.seat,
      'at', (extract(epoch from s.signed_at) * 1000)::bigint) order by s.signed_at, s.seat)
    from tandem.ruling_signature s where s.org_id = r.org_id and s.ruling_id = r.ruling_id), '[]') as signatures`;
const rulingFrom = `from tandem.ruling r
  join tandem.opportunity o on o.org_id = r.org_id and o.opportunity_id = r.opportunity_id
  left join tandem.dispute d on d.org_id = r.org_id and d.dispute_id = r.dispute_id`;

export async function rulingRow(tx: Tx, org: OrgId, ruling: string): Promise<RulingRow | null> {
  const [row] = await tx.query<RulingRow>(
    `select ${rulingColumns} ${rulingFrom} where r.org_id = $1 and r.ruling_id = $2`,
    [org, ruling],
  );
  return row ?? null;
}

export function rulingsOfDeal(tx: Tx, org: OrgId, opportunity: string): Promise<RulingRow[]> {
  return tx.query(
    `select ${rulingColumns} ${rulingFrom} where r.org_id = $1 and r.opportunity_id = $2 order by r.number`,
    [org, opportunity],
  );
}

/** Rulings whose question or reason has these words, the closest first; all, the newest first, without words. */
export function searchRulings(
  tx: Tx,
  org: OrgId,
  search: { readonly q: string | null; readonly class: string | null; readonly limit: number },
): Promise<RulingRow[]> {
  return tx.query(
    `select ${rulingColumns} ${rulingFrom}
     where r.org_id = $1 and ($3::text is null or r.class = $3)
       and ($2::text is null or (r.question || ' ' || r.reason) ilike '%' || $2 || '%'
         or word_similarity($2, r.question || ' ' || r.reason) > 0.4)
     order by case when $2::text is null then 0
         else -word_similarity($2, r.question || ' ' || r.reason) end, r.number desc
     limit $4`,
    [org, search.q, search.class, search.limit],
  );
}

export async function insertRulingSignature(
  tx: Tx,
  org: OrgId,
  row: { rulingId: string; membershipId: string; seat: string; now: number },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into tandem.ruling_signature (org_id, ruling_id, membership_id, seat, signed_at)
     values ($1, $2, $3, $4, to_timestamp($5::double precision / 1000)) on conflict do nothing returning org_id`,
    [org, row.rulingId, row.membershipId, row.seat, row.now],
  );
  return rows.length === 1;
}

export type ReviewRow = {
  opportunity_id: string;
  number: number;
  name: string;
  class: string;
  partner_id: string | null;
  needs_panel: boolean;
  decided_at: number;
  reasons: readonly { rule: string; code: string; holds: boolean; params: Record<string, never> }[];
};

/** Deals on which the page is silent and nobody has ruled: their newest verdict says so. The oldest first. */
export function reviewRows(tx: Tx, org: OrgId): Promise<ReviewRow[]> {
  return tx.query(
    `select o.opportunity_id, o.number, o.name, c.class, c.partner_id, c.needs_panel, c.decided_at, c.reasons
     from tandem.opportunity o
     join lateral (select class, partner_id, gray_area, needs_panel, ruling_id, decided_at, reasons from tandem.credit c
       where c.org_id = o.org_id and c.opportunity_id = o.opportunity_id
       order by decided_at desc, credit_id desc limit 1) c on c.gray_area or c.needs_panel
     where o.org_id = $1 and not o.is_withdrawn and c.ruling_id is null
       and exists (select from tandem.partner_deal p where p.org_id = o.org_id and p.opportunity_id = o.opportunity_id)
     order by c.decided_at limit 200`,
    [org],
  );
}

/** Of the deals with a partner that were decided since a day: how many there are, and how many needed people. */
export async function grayShare(
  tx: Tx,
  org: OrgId,
  sinceOn: string,
): Promise<{ deals: number; gray: number }> {
  const [row] = await tx.query<{ deals: number; gray: number }>(
    `select count(distinct opportunity_id)::int as deals,
       (count(distinct opportunity_id) filter (where gray_area or needs_panel or ruling_id is not null))::int as gray
     from tandem.credit where org_id = $1 and decided_at >= $2::date and (class <> 'none' or needs_panel or gray_area)`,
    [org, sinceOn],
  );
  return row ?? { deals: 0, gray: 0 };
}
