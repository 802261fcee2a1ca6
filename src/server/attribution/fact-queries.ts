import type { OtherOpportunity } from '#core/attribution/facts.ts';
import type { LocalDate } from '#core/calendar.ts';
import type { OpportunityId, OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';

const rareKinds = [
  'opportunity_end',
  'introduction',
  'cosell_plan',
  'check_in',
  'vendor_contact',
  'dispute',
  'ruling',
  'opportunity_kind',
] as const;

export type RareKind = (typeof rareKinds)[number] | 'touch_at_account';

/** Which kinds of fact there are at all: a young program has few, and what nobody wrote down need not be looked for. */
export async function kindsKept(tx: Tx, org: OrgId): Promise<ReadonlySet<RareKind>> {
  const kinds = rareKinds.map(
    (table) => `select '${table}' as kind where exists (select from tandem.${table} where org_id = $1)`,
  );
  const rows = await tx.prepared<{ kind: RareKind }>(
    `${kinds.join(' union all ')} union all select 'touch_at_account'
       where exists (select from tandem.touch where org_id = $1 and account_id is not null)`,
    [org],
  );
  return new Set(rows.map((row) => row.kind));
}

/** Whose acts count on a deal: its own, and those of deals that were merged into it. */
export type EndRow = {
  opportunity_id: string;
  kind: 'merged' | 'deleted' | 'restored';
  into_opportunity_id: string | null;
  recorded_at: number;
};

/** How these deals ended at their source, and which others were merged into them: of each deal the newest row. */
export function endsOf(tx: Tx, org: OrgId, deals: readonly string[]): Promise<EndRow[]> {
  return tx.query(
    `select distinct on (opportunity_id) opportunity_id, kind, into_opportunity_id, recorded_at
     from tandem.opportunity_end where org_id = $1 and opportunity_id in (
       select opportunity_id from tandem.opportunity_end
       where org_id = $1 and (opportunity_id = any($2::uuid[]) or into_opportunity_id = any($2::uuid[])))
     order by opportunity_id, recorded_at desc, end_id desc`,
    [org, deals],
  );
}

/** What was said to a claim or an act after it was written down. */
export type Answer = {
  side: 'vendor' | 'partner';
  confirmed_by: string | null;
  confirmed_at: number | null;
  refused_at: number | null;
  withdrawn_by: string | null;
  withdrawn_at: number | null;
};

export type IntroductionRow = Answer & {
  introduction_id: string;
  partner_id: string;
  person: string | null;
  account_id: string | null;
  opportunity_id: string | null;
  product: string | null;
  kind: 'introduction' | 'reopening' | 'expansion';
  way: string;
  buyer_meeting_at: number | null;
  occurred_at: number;
  occurred_on: string;
  recorded_at: number;
  recorded_on: string;
  recorded_by: string;
  evidence: string[];
  note: string | null;
  withdrawal_id: string | null;
  withdrawal_reason: string | null;
  cosigned_by: string | null;
  cosigned_at: number | null;
  refusal: string | null;
};

/** Introductions to these deals, or to these accounts before there was a deal. */
export function introductionsFor(
  tx: Tx,
  org: OrgId,
  opportunities: readonly string[],
  accounts: readonly string[],
): Promise<IntroductionRow[]> {
  return tx.query(
    `select i.introduction_id, i.partner_id, p.name as person, i.account_id, i.opportunity_id, i.product, i.kind, i.way,
       i.side, i.buyer_meeting_at, i.occurred_at, i.occurred_on, i.recorded_at, i.recorded_on, i.recorded_by, i.evidence,
       i.note, c.confirmed_by, c.confirmed_at, r.refused_at, r.reason as refusal, w.withdrawal_id, w.withdrawn_by,
       w.withdrawn_at, w.reason as withdrawal_reason, s.signed_by as cosigned_by, s.signed_at as cosigned_at
     from tandem.introduction i
     left join tandem.partner_person p on p.org_id = i.org_id and p.partner_person_id = i.partner_person_id
     left join tandem.introduction_confirmation c on c.org_id = i.org_id and c.introduction_id = i.introduction_id
     left join tandem.claim_refusal r on r.org_id = i.org_id and r.fact_kind = 'introduction' and r.fact_id = i.introduction_id
     left join tandem.withdrawal w on w.org_id = i.org_id and w.fact_kind = 'introduction' and w.fact_id = i.introduction_id
     left join tandem.withdrawal_cosignature s on s.org_id = w.org_id and s.withdrawal_id = w.withdrawal_id
     where i.org_id = $1
       and (i.opportunity_id = any($2::uuid[]) or (i.opportunity_id is null and i.account_id = any($3::uuid[])))
     order by i.occurred_at, i.introduction_id`,
    [org, opportunities, accounts],
  );
}

export type VendorContactRow = {
  vendor_contact_id: string;
  account_id: string;
  kind: 'meeting' | 'outbound';
  occurred_on: string;
  recorded_at: number;
  withdrawn_at: number | null;
};

export function vendorContactsAt(
  tx: Tx,
  org: OrgId,
  accounts: readonly string[],
): Promise<VendorContactRow[]> {
  return tx.query(
    `select v.vendor_contact_id, v.account_id, v.kind, v.occurred_on, v.recorded_at, w.withdrawn_at
     from tandem.vendor_contact v
     left join tandem.withdrawal w
       on w.org_id = v.org_id and w.fact_kind = 'vendor_contact' and w.fact_id = v.vendor_contact_id
     where v.org_id = $1 and v.account_id = any($2::uuid[])`,
    [org, accounts],
  );
}

export type PlanRow = {
  cosell_plan_id: string;
  opportunity_id: string;
  partner_id: string;
  person: string;
  internal_owner: string;
  goal: string;
  evidence: string[];
  active_on: string;
  lapsed_on: string | null;
  lapse_recorded_at: number | null;
  end_reason: string | null;
  recorded_at: number;
  recorded_on: string;
  withdrawn_at: number | null;
};

export function plansOn(tx: Tx, org: OrgId, opportunities: readonly string[]): Promise<PlanRow[]> {
  return tx.query(
    `select c.cosell_plan_id, c.opportunity_id, c.partner_id, p.name as person, c.internal_owner, c.goal, c.evidence,
       c.active_on, e.lapsed_on, e.recorded_at as lapse_recorded_at, e.reason as end_reason, c.recorded_at, c.recorded_on, w.withdrawn_at
     from tandem.cosell_plan c
     join tandem.partner_person p on p.org_id = c.org_id and p.partner_person_id = c.partner_person_id
     left join tandem.cosell_plan_end e on e.org_id = c.org_id and e.cosell_plan_id = c.cosell_plan_id
     left join tandem.withdrawal w on w.org_id = c.org_id and w.fact_kind = 'cosell_plan' and w.fact_id = c.cosell_plan_id
     where c.org_id = $1 and c.opportunity_id = any($2::uuid[])`,
    [org, opportunities],
  );
}

export type CheckInRow = {
  check_in_id: string;
  opportunity_id: string;
  partner_id: string;
  person: string;
  next_step: string;
  occurred_on: string;
  recorded_at: number;
  recorded_on: string;
  withdrawn_at: number | null;
};

export function checkInsOn(tx: Tx, org: OrgId, opportunities: readonly string[]): Promise<CheckInRow[]> {
  return tx.query(
    `select c.check_in_id, c.opportunity_id, c.partner_id, p.name as person, c.next_step, c.occurred_on, c.recorded_at,
       c.recorded_on, w.withdrawn_at
     from tandem.check_in c
     join tandem.partner_person p on p.org_id = c.org_id and p.partner_person_id = c.partner_person_id
     left join tandem.withdrawal w on w.org_id = c.org_id and w.fact_kind = 'check_in' and w.fact_id = c.check_in_id
     where c.org_id = $1 and c.opportunity_id = any($2::uuid[])`,
    [org, opportunities],
  );
}

/** A deal beside others of its account. */
export type Sibling = { readonly product: string | null; readonly deal: OtherOpportunity };

/** All deals of these accounts, by account. */
export async function dealsAt(
  tx: Tx,
  org: OrgId,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, Sibling[]>> {
  const row = await tx.copyOut(
    `select account_id, product, opportunity_id, created_on, closed_on, outcome from tandem.opportunity
     where org_id = $1 and account_id = any((select $2::uuid[])::uuid[]) and not is_withdrawn and created_on is not null`,
    [org, accounts],
  );
  const deals = new Map<string, Sibling[]>();
  while (row.next()) {
    const account = row.id() ?? '';
    const siblings = deals.get(account) ?? [];
    if (siblings.length === 0) deals.set(account, siblings);
    siblings.push({
      product: row.text(),
      deal: {
        opportunityId: row.id() as OpportunityId,
        createdOn: row.day() as LocalDate,
        closedOn: row.day() as LocalDate | null,
        outcome: row.text() as OtherOpportunity['outcome'],
      },
    });
  }
  return deals;
}

export type DisputeTimes = { opportunity_id: string; opened_at: number; closed_at: number | null };

export function disputeTimes(tx: Tx, org: OrgId, deals: readonly string[]): Promise<DisputeTimes[]> {
  return tx.query(
    'select opportunity_id, opened_at, closed_at from tandem.dispute where org_id = $1 and opportunity_id = any($2::uuid[])',
    [org, deals],
  );
}

export type RulingRow = {
  ruling_id: string;
  number: number;
  opportunity_id: string;
  class: 'sourced' | 'co_sold' | 'influenced' | 'assisted' | 'none';
  partner_id: string | null;
  reason: string;
  is_appeal: boolean;
  needs_cfo: boolean;
  signatures: { by: string; seat: string; at: number }[];
};

/** The rulings on these deals with everybody who has signed them, in the order of signing. */
export function rulingsOn(tx: Tx, org: OrgId, deals: readonly string[]): Promise<RulingRow[]> {
  return tx.query(
    `select r.ruling_id, r.number, r.opportunity_id, r.class, r.partner_id, r.reason, r.is_appeal, r.needs_cfo,
       coalesce((select jsonb_agg(jsonb_build_object('by', s.membership_id, 'seat', s.seat,
           'at', (extract(epoch from s.signed_at) * 1000)::bigint) order by s.signed_at, s.seat)
         from tandem.ruling_signature s where s.org_id = r.org_id and s.ruling_id = r.ruling_id), '[]') as signatures
     from tandem.ruling r where r.org_id = $1 and r.opportunity_id = any($2::uuid[]) order by r.number`,
    [org, deals],
  );
}

export type FrameRow = { opportunity_id: string; segment: string | null; cycle_days: number | null };

export function framesOf(tx: Tx, org: OrgId, deals: readonly string[]): Promise<FrameRow[]> {
  return tx.query(
    'select opportunity_id, segment, cycle_days from tandem.deal_frame where org_id = $1 and opportunity_id = any($2::uuid[])',
    [org, deals],
  );
}

/** Fixes what is known at the first decision; a deal that has its frame keeps it. */
export async function insertFrames(
  tx: Tx,
  org: OrgId,
  rows: readonly (FrameRow & { policy_version: number })[],
  now: number,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `insert into tandem.deal_frame (org_id, opportunity_id, segment, cycle_days, policy_version, fixed_at)
     select $1, r.opportunity_id, r.segment, r.cycle_days, r.policy_version, to_timestamp($3::double precision / 1000)
     from jsonb_to_recordset($2::jsonb)
       as r(opportunity_id uuid, segment text, cycle_days integer, policy_version integer)
     on conflict do nothing`,
    [org, JSON.stringify(rows), now],
  );
}

/** As what people have marked these deals: of each the newest mark. */
export function kindsOf(
  tx: Tx,
  org: OrgId,
  deals: readonly string[],
): Promise<{ opportunity_id: string; kind: 'new' | 'renewal' | 'expansion' }[]> {
  return tx.query(
    `select distinct on (opportunity_id) opportunity_id, kind from tandem.opportunity_kind
     where org_id = $1 and opportunity_id = any($2::uuid[]) order by opportunity_id, set_at desc, kind_id desc`,
    [org, deals],
  );
}

export function industriesOf(
  tx: Tx,
  org: OrgId,
  accounts: readonly string[],
): Promise<{ account_id: string; industry: string | null }[]> {
  return tx.query(
    'select account_id, industry from tandem.account where org_id = $1 and account_id = any($2::uuid[])',
    [org, accounts],
  );
}
