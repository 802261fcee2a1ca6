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

export async function insertIntroduction(
  tx: Tx,
  org: OrgId,
  row: ActTimes & {
    id: string;
    partnerId: string;
    personId: string | null;
    accountId: string | null;
    opportunityId: string | null;
    product: string | null;
    evidence: readonly string[];
    note: string | null;
  },
): Promise<void> {
  await tx.query(
    `insert into tandem.introduction (org_id, introduction_id, partner_id, partner_person_id, account_id, opportunity_id,
       product, occurred_at, occurred_on, recorded_at, recorded_on, recorded_by, evidence, note)
     values ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8::double precision / 1000), $9,
       to_timestamp($10::double precision / 1000), $11, $12, $13, $14)`,
    [
      org,
      row.id,
      row.partnerId,
      row.personId,
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
    ],
  );
}

export async function insertTouch(
  tx: Tx,
  org: OrgId,
  row: ActTimes & {
    id: string;
    opportunityId: string;
    partnerId: string;
    personId: string;
    internalOwner: string;
    role: string;
    action: string;
    stageOrder: number | null;
    outcome: string | null;
    evidence: readonly string[];
  },
): Promise<void> {
  await tx.query(
    `insert into tandem.touch (org_id, touch_id, opportunity_id, partner_id, partner_person_id, internal_owner, role,
       action, stage_order, outcome, evidence, occurred_at, occurred_on, recorded_at, recorded_on, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, to_timestamp($12::double precision / 1000), $13,
       to_timestamp($14::double precision / 1000), $15, $16)`,
    [
      org,
      row.id,
      row.opportunityId,
      row.partnerId,
      row.personId,
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
    ],
  );
}

/** The deal of a touch that is there and was not withdrawn. */
export async function touchForConfirmation(
  tx: Tx,
  org: OrgId,
  touch: string,
): Promise<{ opportunity_id: string } | null> {
  const [row] = await tx.query<{ opportunity_id: string }>(
    `select opportunity_id from tandem.touch t where org_id = $1 and touch_id = $2
       and not exists (select from tandem.withdrawal w
         where w.org_id = t.org_id and w.fact_kind = 'touch' and w.fact_id = t.touch_id)`,
    [org, touch],
  );
  return row ?? null;
}

export async function insertConfirmation(
  tx: Tx,
  org: OrgId,
  touch: string,
  by: string,
  now: number,
): Promise<boolean> {
  const rows = await tx.query(
    `insert into tandem.touch_confirmation (org_id, touch_id, confirmed_by, confirmed_at)
     values ($1, $2, $3, to_timestamp($4::double precision / 1000)) on conflict do nothing returning touch_id`,
    [org, touch, by, now],
  );
  return rows.length === 1;
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

/** The account and deal that a fact is about, or null when there is no such fact. */
export async function subjectOfFact(
  tx: Tx,
  org: OrgId,
  kind: 'introduction' | 'touch' | 'vendor_contact',
  fact: string,
): Promise<{ opportunity_id: string | null; account_id: string | null } | null> {
  const text = {
    introduction:
      'select opportunity_id, account_id from tandem.introduction where org_id = $1 and introduction_id = $2',
    touch:
      'select opportunity_id, null::uuid as account_id from tandem.touch where org_id = $1 and touch_id = $2',
    vendor_contact:
      'select null::uuid as opportunity_id, account_id from tandem.vendor_contact where org_id = $1 and vendor_contact_id = $2',
  }[kind];
  const [row] = await tx.query<{ opportunity_id: string | null; account_id: string | null }>(text, [
    org,
    fact,
  ]);
  return row ?? null;
}

export async function insertWithdrawal(
  tx: Tx,
  org: OrgId,
  row: { id: string; kind: string; factId: string; reason: string; by: string; now: number },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into tandem.withdrawal (org_id, withdrawal_id, fact_kind, fact_id, reason, withdrawn_by, withdrawn_at)
     values ($1, $2, $3, $4, $5, $6, to_timestamp($7::double precision / 1000)) on conflict do nothing
     returning withdrawal_id`,
    [org, row.id, row.kind, row.factId, row.reason, row.by, row.now],
  );
  return rows.length === 1;
}
