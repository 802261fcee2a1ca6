import type { OrgId } from '#core/ids.ts';
import type { Role } from '#core/program/roles.ts';
import type { Tx } from '../../database/transaction.ts';

export type DisputeRow = {
  dispute_id: string;
  number: number;
  opportunity_id: string;
  deal_number: number;
  deal: string;
  owner: string | null;
  amount_minor: number | null;
  currency: string | null;
  created_on: string | null;
  side: 'vendor' | 'partner';
  partner_id: string | null;
  claimed_class: string | null;
  claim: string;
  state: 'open' | 'answered' | 'ruled' | 'appealed' | 'closed' | 'withdrawn';
  opened_by: string;
  opened_at: number;
  answer_due_at: number | null;
  ruling_due_at: number | null;
  answered_at: number | null;
  ruled_at: number | null;
  appeal_due_at: number | null;
  appealed_at: number | null;
  closed_at: number | null;
  outcome: string | null;
  credit_class: string;
  credit_partner_id: string | null;
};

const columns = `d.dispute_id, d.number, d.opportunity_id, o.number as deal_number, o.name as deal, o.owner, o.amount_minor,
  o.currency, o.created_on, d.side, d.partner_id, d.claimed_class, d.claim, d.state, d.opened_by, d.opened_at, d.answer_due_at,
  d.ruling_due_at, d.answered_at, d.ruled_at, d.appeal_due_at, d.appealed_at, d.closed_at, d.outcome, o.credit_class,
  o.credit_partner_id`;
const from = `from tandem.dispute d
  join tandem.opportunity o on o.org_id = d.org_id and o.opportunity_id = d.opportunity_id`;

export async function insertDispute(
  tx: Tx,
  org: OrgId,
  row: {
    id: string;
    number: number;
    opportunityId: string;
    side: 'vendor' | 'partner';
    partnerId: string | null;
    claimedClass: string | null;
    claim: string;
    by: string;
    now: number;
    answerDueAt: number;
    rulingDueAt: number;
  },
): Promise<void> {
  await tx.query(
    `insert into tandem.dispute (org_id, dispute_id, number, opportunity_id, side, partner_id, claimed_class, claim,
       opened_by, opened_at, answer_due_at, ruling_due_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, to_timestamp($10::double precision / 1000),
       to_timestamp($11::double precision / 1000), to_timestamp($12::double precision / 1000))`,
    [
      org,
      row.id,
      row.number,
      row.opportunityId,
      row.side,
      row.partnerId,
      row.claimedClass,
      row.claim,
      row.by,
      row.now,
      row.answerDueAt,
      row.rulingDueAt,
    ],
  );
}

/** One case, locked where it is about to change: what two people do to it at once happens one after the other. */
export async function disputeRow(
  tx: Tx,
  org: OrgId,
  dispute: string,
  lock = false,
): Promise<DisputeRow | null> {
  const [row] = await tx.query<DisputeRow>(
    `select ${columns} ${from} where d.org_id = $1 and (d.dispute_id::text = $2 or d.number::text = $2)
     ${lock ? 'for update of d' : ''}`,
    [org, dispute],
  );
  return row ?? null;
}

/** The number of the case that is open on a deal; null if there is none. */
export async function openCaseOf(tx: Tx, org: OrgId, opportunity: string): Promise<number | null> {
  const [row] = await tx.query<{ number: number }>(
    `select number from tandem.dispute where org_id = $1 and opportunity_id = $2 and closed_at is null`,
    [org, opportunity],
  );
  return row?.number ?? null;
}

/** The cases of an organization or of one partner, newest first; those that are not over, the most urgent first. */
export function disputeRows(
  tx: Tx,
  org: OrgId,
  filter: {
    readonly partner: string | null;
    readonly isOpen: boolean;
    readonly after: number | null;
    readonly limit: number;
  },
): Promise<DisputeRow[]> {
  return tx.query(
    `select ${columns} ${from} where d.org_id = $1 and ($2::uuid is null or (d.partner_id = $2 and d.side = 'partner'))
       and ($3::bigint is null or d.number < $3) and (not $5::boolean or d.closed_at is null)
     order by case when $5 then case d.state when 'open' then d.answer_due_at when 'ruled' then d.appeal_due_at
       else d.ruling_due_at end end nulls last, d.number desc limit $4`,
    [org, filter.partner, filter.after, filter.limit, filter.isOpen],
  );
}

export type StatementRow = {
  statement_id: string;
  kind: 'claim' | 'answer' | 'counter_claim' | 'evidence' | 'appeal' | 'withdrawal';
  side: 'vendor' | 'partner';
  partner_id: string | null;
  body: string;
  links: string[];
  made_by: string;
  made_at: number;
};

export async function insertStatement(
  tx: Tx,
  org: OrgId,
  row: Omit<StatementRow, 'made_at'> & { dispute_id: string; now: number },
): Promise<void> {
  await tx.query(
    `insert into tandem.dispute_statement (org_id, dispute_id, statement_id, kind, side, partner_id, body, links, made_by,
       made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, to_timestamp($10::double precision / 1000))`,
    [
      org,
      row.dispute_id,
      row.statement_id,
      row.kind,
      row.side,
      row.partner_id,
      row.body,
      JSON.stringify(row.links),
      row.made_by,
      row.now,
    ],
  );
}

export function statementsOf(tx: Tx, org: OrgId, dispute: string): Promise<StatementRow[]> {
  return tx.query(
    `select statement_id, kind, side, partner_id, body, links, made_by, made_at from tandem.dispute_statement
     where org_id = $1 and dispute_id = $2 order by made_at, statement_id`,
    [org, dispute],
  );
}

/** Moves a case on; what is not given stays. */
export async function moveDispute(
  tx: Tx,
  org: OrgId,
  dispute: string,
  change: {
    state: string;
    answeredAt?: number;
    ruledAt?: number;
    appealDueAt?: number;
    appealedAt?: number;
    rulingDueAt?: number;
    closed?: { by: string; at: number; outcome: string };
  },
): Promise<void> {
  await tx.query(
    `update tandem.dispute set state = $3,
       answered_at = coalesce(to_timestamp($4::double precision / 1000), answered_at),
       ruled_at = coalesce(to_timestamp($5::double precision / 1000), ruled_at),
       appeal_due_at = coalesce(to_timestamp($6::double precision / 1000), appeal_due_at),
       appealed_at = coalesce(to_timestamp($7::double precision / 1000), appealed_at),
       ruling_due_at = coalesce(to_timestamp($8::double precision / 1000), ruling_due_at),
       closed_by = coalesce($9, closed_by), closed_at = coalesce(to_timestamp($10::double precision / 1000), closed_at),
       outcome = coalesce($11, outcome)
     where org_id = $1 and dispute_id = $2`,
    [
      org,
      dispute,
      change.state,
      change.answeredAt ?? null,
      change.ruledAt ?? null,
      change.appealDueAt ?? null,
      change.appealedAt ?? null,
      change.rulingDueAt ?? null,
      change.closed?.by ?? null,
      change.closed?.at ?? null,
      change.closed?.outcome ?? null,
    ],
  );
}

/** Ruled cases whose time to appeal is over. */
export function expiredCases(tx: Tx, org: OrgId, now: number): Promise<{ dispute_id: string }[]> {
  return tx.query(
    `select dispute_id from tandem.dispute where org_id = $1 and state = 'ruled'
       and appeal_due_at < to_timestamp($2::double precision / 1000) order by number for update`,
    [org, now],
  );
}

/**
 * Who is concerned by the credit of a deal: the managers of these partners (of every partner that acted on the deal,
 * where no case says which it is about), everybody of ours who recorded or confirmed what was done on it, and who spoke
 * for a side of the case.
 */
export async function partiesOf(
  tx: Tx,
  org: OrgId,
  of: { readonly opportunity: string; readonly dispute: string | null; readonly partners: readonly string[] },
): Promise<{ managers: string[]; recorders: string[]; speakers: string[] }> {
  const managers = await tx.query<{ manager_id: string }>(
    `select manager_id from tandem.partner p where org_id = $1 and manager_id is not null
       and (partner_id = any($2::uuid[]) or ($3::uuid is null and exists (select from tandem.partner_deal d
         where d.org_id = p.org_id and d.partner_id = p.partner_id and d.opportunity_id = $4)))`,
    [org, of.partners, of.dispute, of.opportunity],
  );
  const recorders = await tx.query<{ by: string }>(
    `select recorded_by as by from tandem.touch where org_id = $1 and opportunity_id = $2 and side = 'vendor'
     union select recorded_by from tandem.introduction where org_id = $1 and opportunity_id = $2 and side = 'vendor'
     union select c.confirmed_by from tandem.touch_confirmation c
       join tandem.touch t on t.org_id = c.org_id and t.touch_id = c.touch_id
       where c.org_id = $1 and t.opportunity_id = $2
     union select c.confirmed_by from tandem.introduction_confirmation c
       join tandem.introduction i on i.org_id = c.org_id and i.introduction_id = c.introduction_id
       where c.org_id = $1 and i.opportunity_id = $2`,
    [org, of.opportunity],
  );
  const speakers = await tx.query<{ by: string }>(
    `select distinct made_by as by from tandem.dispute_statement where org_id = $1 and dispute_id = $2
       and kind in ('claim', 'answer', 'counter_claim', 'appeal')`,
    [org, of.dispute],
  );
  return {
    managers: managers.map((row) => row.manager_id),
    recorders: recorders.map((row) => row.by),
    speakers: speakers.map((row) => row.by),
  };
}

/** Everybody of the organization who has one of these roles. */
export function membersWith(
  tx: Tx,
  org: OrgId,
  roles: readonly string[],
  on: string,
): Promise<{ id: string; name: string; roles: Role[] }[]> {
  return tx.query(
    `select membership_id as id, display_name as name, roles from tandem.membership
     where org_id = $1 and partner_id is null and suspended_at is null and roles && $2::text[]
       and (access_ends_on is null or access_ends_on >= $3::date) order by display_name, membership_id`,
    [org, roles, on],
  );
}

/** Who answers for a deal: its owner, the managers of the credited and of the claiming partner, and the Heads of Partnerships. */
export async function concernedBy(
  tx: Tx,
  org: OrgId,
  opportunity: string,
  partner: string | null,
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select distinct m.membership_id as id from tandem.opportunity o
     join tandem.membership m on m.org_id = o.org_id and m.partner_id is null and m.suspended_at is null
     where o.org_id = $1 and o.opportunity_id = $2 and (m.display_name = o.owner
       or 'head_of_partnerships' = any(m.roles)
       or exists (select from tandem.partner p where p.org_id = o.org_id and p.manager_id = m.membership_id
         and (p.partner_id = o.credit_partner_id or p.partner_id = $3::uuid)))`,
    [org, opportunity, partner],
  );
  return rows.map(({ id }) => id);
}
