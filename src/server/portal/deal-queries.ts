import type { OrgId, PartnerId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';
import type { Cursor } from '../http/page.ts';

export type PartnerDealRow = { opportunity_id: string; since_at: number };

/** The deals in which a partner has a part, the latest first. Asked in the scope of the partner itself. */
export function partnersDeals(
  tx: Tx,
  org: OrgId,
  partner: PartnerId,
  after: Cursor | null,
  limit: number,
): Promise<PartnerDealRow[]> {
  return tx.query(
    `select opportunity_id, since_at from tandem.partner_deal
     where org_id = $1 and partner_id = $2
       and ($3::double precision is null or (since_at, opportunity_id) < (to_timestamp($3::double precision / 1000), $4::uuid))
     order by since_at desc, opportunity_id desc limit $5`,
    [org, partner, after === null ? null : Number(after.sortKey), after?.id ?? null, limit],
  );
}

export type ShownDealRow = {
  opportunity_id: string;
  number: number;
  name: string;
  account: string | null;
  outcome: 'open' | 'won' | 'lost' | 'unknown';
  created_on: string | null;
  closed_on: string | null;
  credit_class: string;
  credit_partner_id: string | null;
  considered: readonly { partnerId: string; class: string }[] | null;
  lock_on: string | null;
  disputed: boolean;
  is_withdrawn: boolean;
};

/** What a partner may be told of these deals. The caller has asked whether they are its own. */
export function shownDeals(tx: Tx, org: OrgId, ids: readonly string[]): Promise<ShownDealRow[]> {
  return tx.query(
    `select o.opportunity_id, o.number, o.name, a.name as account, o.outcome, o.created_on, o.closed_on, o.credit_class,
       o.credit_partner_id, c.considered, c.lock_on, o.is_withdrawn,
       exists (select from tandem.dispute d where d.org_id = o.org_id and d.opportunity_id = o.opportunity_id
         and d.closed_at is null) as disputed
     from tandem.opportunity o
     left join tandem.account a on a.org_id = o.org_id and a.account_id = o.account_id
     left join lateral (select considered, lock_on from tandem.credit c
       where c.org_id = o.org_id and c.opportunity_id = o.opportunity_id
       order by c.decided_at desc, c.credit_id desc limit 1) c on true
     where o.org_id = $1 and o.opportunity_id = any($2::uuid[])`,
    [org, ids],
  );
}

/** The name of a partner, for the frame of its own pages. */
export async function partnerName(tx: Tx, org: OrgId, partner: PartnerId): Promise<string | null> {
  const [row] = await tx.query<{ name: string }>(
    'select name from tandem.partner where org_id = $1 and partner_id = $2',
    [org, partner],
  );
  return row?.name ?? null;
}

/** The people of a partner who are known by name, for the one who writes down an act. Who has left is not among them. */
export function partnersPeople(
  tx: Tx,
  org: OrgId,
  partner: PartnerId,
): Promise<{ partner_person_id: string; name: string; email: string | null }[]> {
  return tx.query(
    `select partner_person_id, name, email from tandem.partner_person
     where org_id = $1 and partner_id = $2 and left_on is null and not is_withdrawn
     order by name, partner_person_id`,
    [org, partner],
  );
}
