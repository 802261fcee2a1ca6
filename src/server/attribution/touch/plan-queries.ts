import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';
import type { ActTimes } from './touch-queries.ts';

/** Locks the deal, so that of two plans of one partner at the same time one sees the other. */
export async function lockDeal(tx: Tx, org: OrgId, opportunity: string): Promise<void> {
  await tx.query(
    'select from tandem.opportunity where org_id = $1 and opportunity_id = $2 for no key update',
    [org, opportunity],
  );
}

/** The plan of this partner on this deal that is active on a day or begins later, if there is one. */
export async function planStanding(
  tx: Tx,
  org: OrgId,
  opportunity: string,
  partner: string,
  on: string,
): Promise<{ cosell_plan_id: string; active_on: string } | null> {
  const [row] = await tx.query<{ cosell_plan_id: string; active_on: string }>(
    `select c.cosell_plan_id, c.active_on from tandem.cosell_plan c
     left join tandem.cosell_plan_end e on e.org_id = c.org_id and e.cosell_plan_id = c.cosell_plan_id
     where c.org_id = $1 and c.opportunity_id = $2 and c.partner_id = $3
       and (e.lapsed_on is null or e.lapsed_on > $4::date)
       and not exists (select from tandem.withdrawal w
         where w.org_id = c.org_id and w.fact_kind = 'cosell_plan' and w.fact_id = c.cosell_plan_id)
     order by c.active_on limit 1`,
    [org, opportunity, partner, on],
  );
  return row ?? null;
}

export async function insertPlan(
  tx: Tx,
  org: OrgId,
  row: {
    id: string;
    opportunityId: string;
    partnerId: string;
    partnerPersonId: string;
    internalOwner: string;
    goal: string;
    evidence: readonly string[];
    activeOn: string;
    recordedAt: number;
    recordedOn: string;
    recordedBy: string;
  },
): Promise<void> {
  await tx.query(
    `insert into tandem.cosell_plan (org_id, cosell_plan_id, opportunity_id, partner_id, partner_person_id, internal_owner,
       goal, evidence, active_on, recorded_at, recorded_on, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, to_timestamp($10::double precision / 1000), $11, $12)`,
    [
      org,
      row.id,
      row.opportunityId,
      row.partnerId,
      row.partnerPersonId,
      row.internalOwner,
      row.goal,
      JSON.stringify(row.evidence),
      row.activeOn,
      row.recordedAt,
      row.recordedOn,
      row.recordedBy,
    ],
  );
}

export async function planRow(
  tx: Tx,
  org: OrgId,
  plan: string,
): Promise<{ opportunity_id: string; partner_id: string; active_on: string; withdrawn: boolean } | null> {
  const [row] = await tx.query<{
    opportunity_id: string;
    partner_id: string;
    active_on: string;
    withdrawn: boolean;
  }>(
    `select c.opportunity_id, c.partner_id, c.active_on, exists (select from tandem.withdrawal w
       where w.org_id = c.org_id and w.fact_kind = 'cosell_plan' and w.fact_id = c.cosell_plan_id) as withdrawn
     from tandem.cosell_plan c where c.org_id = $1 and c.cosell_plan_id = $2`,
    [org, plan],
  );
  return row ?? null;
}

export async function insertPlanEnd(
  tx: Tx,
  org: OrgId,
  row: { id: string; lapsedOn: string; reason: string; by: string; now: number },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into tandem.cosell_plan_end (org_id, cosell_plan_id, lapsed_on, reason, recorded_by, recorded_at)
     values ($1, $2, $3, $4, $5, to_timestamp($6::double precision / 1000)) on conflict do nothing
     returning cosell_plan_id`,
    [org, row.id, row.lapsedOn, row.reason, row.by, row.now],
  );
  return rows.length === 1;
}

export async function insertCheckIn(
  tx: Tx,
  org: OrgId,
  row: ActTimes & {
    id: string;
    opportunityId: string;
    partnerId: string;
    partnerPersonId: string;
    nextStep: string;
  },
): Promise<void> {
  await tx.query(
    `insert into tandem.check_in (org_id, check_in_id, opportunity_id, partner_id, partner_person_id, next_step,
       occurred_at, occurred_on, recorded_at, recorded_on, recorded_by)
     values ($1, $2, $3, $4, $5, $6, to_timestamp($7::double precision / 1000), $8,
       to_timestamp($9::double precision / 1000), $10, $11)`,
    [
      org,
      row.id,
      row.opportunityId,
      row.partnerId,
      row.partnerPersonId,
      row.nextStep,
      row.occurredAt,
      row.occurredOn,
      row.recordedAt,
      row.recordedOn,
      row.recordedBy,
    ],
  );
}

export async function insertKind(
  tx: Tx,
  org: OrgId,
  row: { opportunityId: string; id: string; kind: string; by: string; now: number },
): Promise<void> {
  await tx.query(
    `insert into tandem.opportunity_kind (org_id, opportunity_id, kind_id, kind, set_by, set_at)
     values ($1, $2, $3, $4, $5, to_timestamp($6::double precision / 1000))`,
    [org, row.opportunityId, row.id, row.kind, row.by, row.now],
  );
}

/** What somebody last said that the deal is; null where nobody has. */
export async function kindRow(tx: Tx, org: OrgId, opportunity: string): Promise<string | null> {
  const [row] = await tx.query<{ kind: string }>(
    `select kind from tandem.opportunity_kind where org_id = $1 and opportunity_id = $2
     order by set_at desc, kind_id desc limit 1`,
    [org, opportunity],
  );
  return row?.kind ?? null;
}
