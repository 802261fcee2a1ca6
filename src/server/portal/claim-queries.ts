import type { OrgId, PartnerId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';

export type ClaimRow = {
  kind: 'touch' | 'introduction';
  claim_id: string;
  opportunity_id: string;
  number: number;
  deal: string;
  person: string | null;
  what: string;
  outcome: string | null;
  evidence: string[];
  occurred_on: string;
  recorded_on: string;
  confirmed: boolean;
  refusal: string | null;
  withdrawal: string | null;
  void: boolean;
};

/** What a partner itself wrote down, newest first. What we wrote down about it is not among it. */
export function claimsOf(tx: Tx, org: OrgId, partner: PartnerId): Promise<ClaimRow[]> {
  return tx.query(
    `select c.*, o.number, o.name as deal, p.name as person, r.reason as refusal, w.reason as withdrawal
     from (
       select 'touch' as kind, t.touch_id as claim_id, t.opportunity_id, t.partner_person_id, t.action as what, t.outcome,
         t.evidence, t.occurred_on, t.recorded_on, t.recorded_at,
         exists (select from tandem.touch_confirmation k
           where k.org_id = t.org_id and k.touch_id = t.touch_id) as confirmed,
         exists (select from tandem.withdrawal v
           where v.org_id = t.org_id and v.fact_kind = 'touch' and v.fact_id = t.touch_id) as void
       from tandem.touch t where t.org_id = $1 and t.partner_id = $2 and t.side = 'partner'
       union all
       select 'introduction', i.introduction_id, i.opportunity_id, i.partner_person_id, i.kind, i.note, i.evidence,
         i.occurred_on, i.recorded_on, i.recorded_at,
         exists (select from tandem.introduction_confirmation k
           where k.org_id = i.org_id and k.introduction_id = i.introduction_id),
         exists (select from tandem.withdrawal v left join tandem.withdrawal_cosignature s
             on s.org_id = v.org_id and s.withdrawal_id = v.withdrawal_id
           where (s.signed_by is not null or not exists (select from tandem.introduction_confirmation k
               where k.org_id = i.org_id and k.introduction_id = i.introduction_id)) and v.org_id = i.org_id and v.fact_kind = 'introduction' and v.fact_id = i.introduction_id)
       from tandem.introduction i where i.org_id = $1 and i.partner_id = $2 and i.side = 'partner') c
     join tandem.opportunity o on o.org_id = $1 and o.opportunity_id = c.opportunity_id and not o.is_withdrawn
     left join tandem.partner_person p on p.org_id = $1 and p.partner_person_id = c.partner_person_id
     left join tandem.claim_refusal r on r.org_id = $1 and r.fact_kind = c.kind and r.fact_id = c.claim_id
     left join tandem.withdrawal w on w.org_id = $1 and w.fact_kind = c.kind and w.fact_id = c.claim_id
     order by c.recorded_at desc, c.claim_id desc limit 500`,
    [org, partner],
  );
}
