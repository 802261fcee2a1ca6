import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';

export type WaitingRow = {
  kind: 'touch' | 'introduction';
  claim_id: string;
  side: 'vendor' | 'partner';
  way: string;
  partner_id: string;
  partner: string;
  person: string | null;
  opportunity_id: string | null;
  number: number | null;
  deal: string | null;
  owner: string | null;
  account: string | null;
  created_on: string | null;
  closed_on: string | null;
  cycle_days: number | null;
  what: string;
  role: string | null;
  stage_order: number | null;
  internal_owner: string | null;
  outcome: string | null;
  evidence: string[];
  occurred_on: string;
  recorded_at: number;
  recorded_on: string;
  recorded_by: string;
};

/** Every act that waits for somebody of ours to say yes or no, the oldest first. */
export function waitingClaims(tx: Tx, org: OrgId, limit: number): Promise<WaitingRow[]> {
  return tx.query(
    `select c.kind, c.claim_id, c.side, c.way, c.partner_id, p.name as partner, h.name as person, c.opportunity_id,
       o.number, o.name as deal, o.owner, a.name as account, o.created_on, o.closed_on, f.cycle_days, c.what, c.role,
       c.stage_order, c.internal_owner, c.outcome, c.evidence, c.occurred_on, c.recorded_at, c.recorded_on, c.recorded_by
     from (
       select 'touch' as kind, t.touch_id as claim_id, t.side, t.way, t.partner_id, t.partner_person_id,
         t.opportunity_id, t.account_id, t.action as what, t.role, t.stage_order, t.internal_owner, t.outcome, t.evidence,
         t.occurred_on, t.recorded_at, t.recorded_on, t.recorded_by
       from tandem.touch t
       left join tandem.import m on m.org_id = t.org_id and m.import_id = t.import_id
       where t.org_id = $1 and m.withdrawn_at is null
         and not exists (select from tandem.touch_confirmation k where k.org_id = t.org_id and k.touch_id = t.touch_id)
       union all
       select 'introduction', i.introduction_id, i.side, i.way, i.partner_id, i.partner_person_id, i.opportunity_id,
         i.account_id, i.kind, null, null, null, i.note, i.evidence, i.occurred_on, i.recorded_at, i.recorded_on,
         i.recorded_by
       from tandem.introduction i where i.org_id = $1 and i.side = 'partner'
         and not exists (select from tandem.introduction_confirmation k
           where k.org_id = i.org_id and k.introduction_id = i.introduction_id)) c
     join tandem.partner p on p.org_id = $1 and p.partner_id = c.partner_id
     left join tandem.partner_person h on h.org_id = $1 and h.partner_person_id = c.partner_person_id
     left join tandem.opportunity o on o.org_id = $1 and o.opportunity_id = c.opportunity_id
     left join tandem.deal_frame f on f.org_id = $1 and f.opportunity_id = c.opportunity_id
     left join tandem.account a on a.org_id = $1 and a.account_id = coalesce(c.account_id, o.account_id)
     where coalesce(not o.is_withdrawn, true)
       and not exists (select from tandem.claim_refusal r
         where r.org_id = $1 and r.fact_kind = c.kind and r.fact_id = c.claim_id)
       and not exists (select from tandem.withdrawal w
         where w.org_id = $1 and w.fact_kind = c.kind and w.fact_id = c.claim_id)
     order by (c.side = 'partner') desc, c.recorded_at, c.claim_id limit $2`,
    [org, limit],
  );
}

export type ProposedRow = {
  withdrawal_id: string;
  introduction_id: string;
  reason: string;
  withdrawn_by: string;
  withdrawn_at: number;
  partner_id: string;
  partner: string;
  person: string | null;
  opportunity_id: string | null;
  number: number | null;
  deal: string | null;
  account: string | null;
  occurred_on: string;
};

/** Withdrawals of introductions that wait for their second signature, the oldest first. */
export function proposedWithdrawals(tx: Tx, org: OrgId, limit: number): Promise<ProposedRow[]> {
  return tx.query(
    `select w.withdrawal_id, i.introduction_id, w.reason, w.withdrawn_by, w.withdrawn_at, i.partner_id, p.name as partner,
       h.name as person, i.opportunity_id, o.number, o.name as deal, a.name as account, i.occurred_on
     from tandem.withdrawal w
     join tandem.introduction i on i.org_id = w.org_id and i.introduction_id = w.fact_id
     join tandem.partner p on p.org_id = i.org_id and p.partner_id = i.partner_id
     left join tandem.partner_person h on h.org_id = i.org_id and h.partner_person_id = i.partner_person_id
     left join tandem.opportunity o on o.org_id = i.org_id and o.opportunity_id = i.opportunity_id
     left join tandem.account a on a.org_id = i.org_id and a.account_id = coalesce(i.account_id, o.account_id)
     where w.org_id = $1 and w.fact_kind = 'introduction' and (i.side = 'vendor'
       or exists (select from tandem.introduction_confirmation k
         where k.org_id = i.org_id and k.introduction_id = i.introduction_id))
       and not exists (select from tandem.withdrawal_cosignature s
         where s.org_id = w.org_id and s.withdrawal_id = w.withdrawal_id)
     order by w.withdrawn_at, w.withdrawal_id limit $2`,
    [org, limit],
  );
}
