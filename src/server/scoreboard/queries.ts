import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';

/** What a kept scoreboard is checked against, with what changes without any figure changing. */
export type HeadRow = {
  facts_seq: number;
  openings: { roles: string[]; on: string }[];
  seats: { roles: string[]; on: string }[];
};

/** One read by key, with the openings since a day and who holds the seats that have to look. */
export async function readHead(tx: Tx, org: OrgId, since: string, timeZone: string): Promise<HeadRow> {
  const [row] = await tx.query<HeadRow>(
    `select h.facts_seq,
       (select coalesce(jsonb_agg(jsonb_build_object('roles', s.roles, 'on', s.opened_on)), '[]')
        from tandem.scoreboard_opening s where s.org_id = h.org_id and s.opened_on >= $2) as openings,
       (select coalesce(jsonb_agg(jsonb_build_object('roles', m.roles, 'on', (m.created_at at time zone $3)::date)), '[]')
        from tandem.membership m
        where m.org_id = h.org_id and m.roles && array['cro','ceo'] and m.suspended_at is null) as seats
     from tandem.org_head h where h.org_id = $1`,
    [org, since, timeZone],
  );
  if (!row) throw new Error('the organization has no head row');
  return row;
}

/** The counter that a figure's rows are kept by. */
export async function readFactsSeq(tx: Tx, org: OrgId): Promise<number> {
  const [row] = await tx.query<{ facts_seq: number }>(
    'select facts_seq from tandem.org_head where org_id = $1',
    [org],
  );
  if (!row) throw new Error('the organization has no head row');
  return row.facts_seq;
}

export type PartnerRow = { partner_id: string; archetype: string | null; signed_on: string | null };

export function partnerRows(tx: Tx, org: OrgId): Promise<PartnerRow[]> {
  return tx.query(
    'select partner_id, archetype, signed_on from tandem.partner where org_id = $1 and not is_withdrawn',
    [org],
  );
}

export type ActRow = {
  kind: 'touch' | 'introduction';
  partner_id: string;
  partner_person_id: string | null;
  occurred_on: string;
};

/** Confirmed touches, and introductions, that happened since a day and were known at a moment. */
export function actRows(tx: Tx, org: OrgId, since: string, at: number): Promise<ActRow[]> {
  return tx.query(
    `select 'touch' as kind, t.partner_id, t.partner_person_id, t.occurred_on
     from tandem.touch t join tandem.touch_confirmation c on c.org_id = t.org_id and c.touch_id = t.touch_id
       left join tandem.import m on m.org_id = t.org_id and m.import_id = t.import_id
     where t.org_id = $1 and m.withdrawn_at is null and t.occurred_on >= $2 and c.confirmed_at <= to_timestamp($3::double precision / 1000)
       and not exists (select from tandem.withdrawal w
         where w.org_id = t.org_id and w.fact_kind = 'touch' and w.fact_id = t.touch_id
           and w.withdrawn_at <= to_timestamp($3::double precision / 1000))
     union all
     select 'introduction', i.partner_id, i.partner_person_id, i.occurred_on
     from tandem.introduction i
     where i.org_id = $1 and i.occurred_on >= $2 and i.recorded_at <= to_timestamp($3::double precision / 1000)
       and not exists (select from tandem.withdrawal w
         where w.org_id = i.org_id and w.fact_kind = 'introduction' and w.fact_id = i.introduction_id
           and w.withdrawn_at <= to_timestamp($3::double precision / 1000))`,
    [org, since, at],
  );
}

/** Whether anybody recorded a touch, or an introduction, by a moment. */
export async function haveActs(
  tx: Tx,
  org: OrgId,
  at: number,
): Promise<{ touch: boolean; introduction: boolean }> {
  const [row] = await tx.query<{ touch: boolean; introduction: boolean }>(
    `select exists (select from tandem.touch_confirmation c
         join tandem.touch t on t.org_id = c.org_id and t.touch_id = c.touch_id
         left join tandem.import m on m.org_id = t.org_id and m.import_id = t.import_id
         where c.org_id = $1 and c.confirmed_at <= to_timestamp($2::double precision / 1000)
           and m.withdrawn_at is null) as touch,
       exists (select from tandem.introduction
         where org_id = $1 and recorded_at <= to_timestamp($2::double precision / 1000)) as introduction`,
    [org, at],
  );
  return row ?? { touch: false, introduction: false };
}

export type ImportRow = { number: number; file_name: string; committed_on: string };

/** The latest import that still stands, as of a moment. */
export async function latestImport(
  tx: Tx,
  org: OrgId,
  at: number,
  timeZone: string,
): Promise<ImportRow | null> {
  const [row] = await tx.query<ImportRow>(
    `select number, file_name, (committed_at at time zone $3)::date as committed_on from tandem.import
     where org_id = $1 and withdrawn_at is null and committed_at <= to_timestamp($2::double precision / 1000)
     order by committed_at desc, number desc limit 1`,
    [org, at, timeZone],
  );
  return row ?? null;
}

export type AcceptanceRow = {
  accepted_by: string;
  accepted_on: string;
  claims: number;
  claims_since: number;
};

/** The latest acceptance of the opening balance by a moment, and how many deals were claimed by later imports. */
export async function latestAcceptance(tx: Tx, org: OrgId, at: number): Promise<AcceptanceRow | null> {
  const [row] = await tx.query<AcceptanceRow>(
    `select b.accepted_by, b.accepted_on, b.claims,
       (select count(distinct p.opportunity_id) from tandem.opportunity_partner p
          join tandem.import i on i.org_id = p.org_id and i.import_id = p.import_id
        where p.org_id = b.org_id and p.partner_id is not null and i.withdrawn_at is null
          and i.number > b.through_import) as claims_since
     from tandem.opening_balance b
     where b.org_id = $1 and b.accepted_at <= to_timestamp($2::double precision / 1000)
     order by b.accepted_at desc, b.opening_balance_id desc limit 1`,
    [org, at],
  );
  return row ?? null;
}

export type NamedRow = {
  opportunity_id: string;
  name: string;
  account_name: string | null;
};

/** What people call the deals of a page. */
export function dealNames(tx: Tx, org: OrgId, deals: readonly string[]): Promise<NamedRow[]> {
  return tx.query(
    `select o.opportunity_id, o.name, a.name as account_name from tandem.opportunity o
     left join tandem.account a on a.org_id = o.org_id and a.account_id = o.account_id
     where o.org_id = $1 and o.opportunity_id = any($2::uuid[])`,
    [org, deals],
  );
}

export function partnerNames(
  tx: Tx,
  org: OrgId,
  partners: readonly string[],
): Promise<{ partner_id: string; name: string }[]> {
  return tx.query(
    'select partner_id, name from tandem.partner where org_id = $1 and partner_id = any($2::uuid[])',
    [org, partners],
  );
}

/** Whether this person's opening of that day is in the log already. */
export async function isOpeningLogged(tx: Tx, org: OrgId, membership: string, on: string): Promise<boolean> {
  const rows = await tx.query(
    'select 1 from tandem.scoreboard_opening where org_id = $1 and membership_id = $2 and opened_on = $3 limit 1',
    [org, membership, on],
  );
  return rows.length > 0;
}

export async function insertOpening(
  tx: Tx,
  org: OrgId,
  row: { openingId: string; membershipId: string; roles: readonly string[]; at: number; on: string },
): Promise<void> {
  await tx.query(
    `insert into tandem.scoreboard_opening (org_id, opening_id, membership_id, roles, opened_at, opened_on)
     values ($1, $2, $3, $4, to_timestamp($5::double precision / 1000), $6) on conflict do nothing`,
    [org, row.openingId, row.membershipId, row.roles, row.at, row.on],
  );
}
