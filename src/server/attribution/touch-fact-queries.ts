import type { Signed, Touch, TouchAction } from '#core/attribution/facts.ts';
import type { PartnerRole } from '#core/attribution/policy.ts';
import type { LocalDate } from '#core/calendar.ts';
import type { FactId, OrgId, PartnerId } from '#core/ids.ts';
import type { CopiedRows } from '../database/copied.ts';
import type { Tx } from '../database/transaction.ts';

/** The touches of one place, a deal or an account. Each is made when it is asked for: a batch holds tens of thousands. */
export type TouchesAt = (place: string) => Touch[];

export const noTouches: TouchesAt = () => [];

/** The touches on these deals, by deal. Those of an undone import are not there. */
export function touchesOn(tx: Tx, org: OrgId, deals: readonly string[]): Promise<TouchesAt> {
  return read(tx, org, 'opportunity_id', deals);
}

/** The touches at these accounts before there was a deal, by account. Those of an undone import are not there. */
export function touchesAt(tx: Tx, org: OrgId, accounts: readonly string[]): Promise<TouchesAt> {
  return read(tx, org, 'account_id', accounts);
}

/**
 * The touches with who did them and what was said to them. Answers are found by a list of ids and only then put beside
 * their touches (`offset 0` keeps the two apart), and names are looked up here: joined outright, PostgreSQL would now
 * and then read all people, or the answers of all touches, for each batch or even for each touch; and a million touches
 * are decided in many batches.
 */
async function read(
  tx: Tx,
  org: OrgId,
  place: 'opportunity_id' | 'account_id',
  ids: readonly string[],
): Promise<TouchesAt> {
  const ofThese = `org_id = $1 and ${place} = any($2::uuid[])`;
  const isOwn = '= any((select ids from own)::uuid[])';
  const rows = await tx.copyOut(
    `with own as materialized (select array_agg(touch_id) as ids from tandem.touch where ${ofThese})
     select t.${place}, t.partner_person_id, t.touch_id::text, t.partner_id, t.occurred_at, t.occurred_on, t.recorded_at,
       t.recorded_on, t.side, c.confirmed_by, c.confirmed_at, r.refused_at, t.evidence, t.role, t.action,
       t.internal_owner, t.stage_order, t.outcome, w.withdrawn_at
     from (select * from tandem.touch where ${ofThese} and (import_id is null or import_id not in (
         select import_id from tandem.import where org_id = $1 and withdrawn_at is not null))) as t
     left join (select touch_id, confirmed_by, confirmed_at from tandem.touch_confirmation
       where org_id = $1 and touch_id ${isOwn} offset 0) as c on c.touch_id = t.touch_id
     left join (select fact_id, refused_at from tandem.claim_refusal
       where org_id = $1 and fact_kind = 'touch' and fact_id ${isOwn} offset 0) as r on r.fact_id = t.touch_id
     left join (select fact_id, withdrawn_at from tandem.withdrawal
       where org_id = $1 and fact_kind = 'touch' and fact_id ${isOwn} offset 0) as w on w.fact_id = t.touch_id`,
    [org, ids],
  );
  const { begins, seconds } = rows.byFirstId();
  const nameOf = await namesOf(tx, org, [...seconds]);
  return (at) =>
    (begins.get(at) ?? []).map((begin) => {
      rows.goTo(begin);
      return touchOf(rows, nameOf, place === 'account_id');
    });
}

/** What these people are called, by the id of the person. */
async function namesOf(
  tx: Tx,
  org: OrgId,
  people: readonly string[],
): Promise<ReadonlyMap<string | null, string>> {
  if (people.length === 0) return new Map();
  const rows = await tx.query<{ partner_person_id: string; name: string }>(
    'select partner_person_id, name from tandem.partner_person where org_id = $1 and partner_person_id = any($2::uuid[])',
    [org, people],
  );
  return new Map(rows.map((row) => [row.partner_person_id, row.name]));
}

/** A touch from the cells of its row, which are read in their order; the first is where it was done. */
function touchOf(row: CopiedRows, nameOf: ReadonlyMap<string | null, string>, onAccount: boolean): Touch {
  row.skip();
  const partnerPerson = nameOf.get(row.id()) ?? null;
  return {
    id: row.text() as FactId,
    partnerId: row.id() as PartnerId,
    partnerPerson,
    occurredAt: row.instant() ?? 0,
    occurredOn: row.day() as LocalDate,
    recordedAt: row.instant() ?? 0,
    recordedOn: row.day() as LocalDate,
    side: row.text() as Touch['side'],
    confirmation: signed(row.text(), row.instant()),
    refusedAt: row.instant(),
    evidence: row.json() as string[],
    role: row.text() as PartnerRole,
    action: row.text() as TouchAction,
    internalOwner: row.text(),
    stageOrder: stageOf(row.integer(), onAccount),
    onAccount,
    outcome: row.text(),
    withdrawnAt: row.instant(),
  };
}

function signed(by: string | null, at: number | null): Signed | null {
  return by === null || at === null ? null : { by, at };
}

/** Before there was a deal an act is at stage 0. */
function stageOf(order: number | null, onAccount: boolean): number | null {
  return onAccount ? 0 : order;
}

/** What is told of a touch and not judged. */
export type TouchNote = {
  readonly touch_id: string;
  readonly way: string;
  readonly import_number: number | null;
  readonly refusal: string | null;
  readonly withdrawn_by: string | null;
  readonly withdrawal_reason: string | null;
};

/** How the touches on a deal, and at its account, came to be known, and the words in which they were answered. */
export function touchNotes(tx: Tx, org: OrgId, deal: string, account: string | null): Promise<TouchNote[]> {
  return tx.query(
    `select t.touch_id, t.way, i.number as import_number, r.reason as refusal, w.withdrawn_by,
       w.reason as withdrawal_reason
     from tandem.touch t
     left join tandem.import i on i.org_id = t.org_id and i.import_id = t.import_id
     left join tandem.claim_refusal r on r.org_id = t.org_id and r.fact_kind = 'touch' and r.fact_id = t.touch_id
     left join tandem.withdrawal w on w.org_id = t.org_id and w.fact_kind = 'touch' and w.fact_id = t.touch_id
     where t.org_id = $1 and (t.opportunity_id = $2 or t.account_id = $3)`,
    [org, deal, account],
  );
}
