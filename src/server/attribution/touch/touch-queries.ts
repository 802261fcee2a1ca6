import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';

/** An act as it is stored, with both of its clocks: when it happened and when it was written down. */
export type ActTimes = {
  occurredAt: number;
  occurredOn: string;
  recordedAt: number;
  recordedOn: string;
  recordedBy: string;
};

export type ActOrigin = { side: 'vendor' | 'partner'; way: string };

/** Whoever answers a fact waits here, so that it is confirmed, refused or withdrawn one after the other. */
export async function lockFact(tx: Tx, fact: string): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtext('tandem.fact'), hashtext($1))", [fact]);
}

export async function insertIntroduction(
  tx: Tx,
  org: OrgId,
  row: ActTimes &
    ActOrigin & {
      id: string;
      partnerId: string;
      partnerPersonId: string | null;
      accountId: string | null;
      opportunityId: string | null;
      product: string | null;
      kind: string;
      buyerMeetingAt: number | null;
      evidence: readonly string[];
      note: string | null;
    },
): Promise<void> {
  await tx.query(
    `insert into tandem.introduction (org_id, introduction_id, partner_id, partner_person_id, account_id, opportunity_id,
       product, occurred_at, occurred_on, recorded_at, recorded_on, recorded_by, evidence, note, kind, side, way,
       buyer_meeting_at)
     values ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8::double precision / 1000), $9,
       to_timestamp($10::double precision / 1000), $11, $12, $13, $14, $15, $16, $17,
       to_timestamp($18::double precision / 1000))`,
    [
      org,
      row.id,
      row.partnerId,
      row.partnerPersonId,
      row.accountId,
      row.opportunityId,
      row.product,
      row.occurredAt,
      row.occurredOn,
      row.recordedAt,
      row.recordedOn,
      row.recordedBy,
      JSON.stringify(row.evidence),
      row.note,
      row.kind,
      row.side,
      row.way,
      row.buyerMeetingAt,
    ],
  );
}

/** Adds the touch. nth counts the same act before it that was withdrawn or refused: those do not stand in its way. */
export async function insertTouch(
  tx: Tx,
  org: OrgId,
  row: ActTimes &
    ActOrigin & {
      id: string;
      opportunityId: string | null;
      accountId: string | null;
      partnerId: string;
      partnerPersonId: string;
      internalOwner: string;
      role: string;
      action: string;
      stageOrder: number | null;
      outcome: string | null;
      evidence: readonly string[];
      importId: string | null;
    },
): Promise<void> {
  await tx.query(
    `insert into tandem.touch (org_id, touch_id, opportunity_id, account_id, partner_id, partner_person_id, internal_owner,
       role, action, stage_order, outcome, evidence, occurred_at, occurred_on, recorded_at, recorded_on, recorded_by, side,
       way, import_id, nth)
     select $1, $2, $3::uuid, $4::uuid, $5, $6::uuid, $7, $8, $9::text, $10, $11, $12,
       to_timestamp($13::double precision / 1000), $14::date, to_timestamp($15::double precision / 1000), $16, $17, $18,
       $19, $20::uuid, count(*)
     from tandem.touch t
     where t.org_id = $1 and t.opportunity_id is not distinct from $3::uuid and t.account_id is not distinct from $4::uuid
       and t.partner_person_id = $6::uuid and t.action = $9::text and t.occurred_on = $14::date
       and (exists (select from tandem.withdrawal w
           where w.org_id = t.org_id and w.fact_kind = 'touch' and w.fact_id = t.touch_id)
         or exists (select from tandem.claim_refusal r
           where r.org_id = t.org_id and r.fact_kind = 'touch' and r.fact_id = t.touch_id)
         or exists (select from tandem.import i
           where i.org_id = t.org_id and i.import_id = t.import_id and i.withdrawn_at is not null))`,
    [
      org,
      row.id,
      row.opportunityId,
      row.accountId,
      row.partnerId,
      row.partnerPersonId,
      row.internalOwner,
      row.role,
      row.action,
      row.stageOrder,
      row.outcome,
      JSON.stringify(row.evidence),
      row.occurredAt,
      row.occurredOn,
      row.recordedAt,
      row.recordedOn,
      row.recordedBy,
      row.side,
      row.way,
      row.importId,
    ],
  );
}

/** The same act, where it is there and stands: of this person, this kind, this day, on this deal or account. */
export async function sameTouch(
  tx: Tx,
  org: OrgId,
  act: {
    opportunityId: string | null;
    accountId: string | null;
    partnerPersonId: string;
    action: string;
    occurredOn: string;
  },
): Promise<{ touch_id: string; person: string; recorded_on: string; side: 'vendor' | 'partner' } | null> {
  const [row] = await tx.query<{
    touch_id: string;
    person: string;
    recorded_on: string;
    side: 'vendor' | 'partner';
  }>(
    `select t.touch_id, p.name as person, t.recorded_on, t.side from tandem.touch t
     join tandem.partner_person p on p.org_id = t.org_id and p.partner_person_id = t.partner_person_id
     where t.org_id = $1 and t.opportunity_id is not distinct from $2::uuid
       and t.account_id is not distinct from $3::uuid and t.partner_person_id = $4 and t.action = $5
       and t.occurred_on = $6 order by t.nth desc limit 1`,
    [org, act.opportunityId, act.accountId, act.partnerPersonId, act.action, act.occurredOn],
  );
  return row ?? null;
}

export async function insertVendorContact(
  tx: Tx,
  org: OrgId,
  row: { id: string; accountId: string; kind: 'meeting' | 'outbound' } & Omit<ActTimes, 'recordedOn'>,
): Promise<void> {
  await tx.query(
    `insert into tandem.vendor_contact (org_id, vendor_contact_id, account_id, kind, occurred_at, occurred_on,
       recorded_at, recorded_by)
     values ($1, $2, $3, $4, to_timestamp($5::double precision / 1000), $6, to_timestamp($7::double precision / 1000), $8)`,
    [org, row.id, row.accountId, row.kind, row.occurredAt, row.occurredOn, row.recordedAt, row.recordedBy],
  );
}
