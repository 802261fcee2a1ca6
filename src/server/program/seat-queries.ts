import type { OrgId } from '#core/ids.ts';
import type { InterimAs, Seat } from '#core/program/seat.ts';
import type { Tx } from '../database/transaction.ts';

export type HoldingRow = {
  holding_id: string;
  seat: Seat;
  membership_id: string;
  interim: InterimAs | null;
  started_on: string;
};

/** Who holds which seat by an entry of their own, in the order in which they came. */
export function openHoldings(tx: Tx, org: OrgId): Promise<HoldingRow[]> {
  return tx.query(
    `select holding_id, seat, membership_id, interim, started_on from tandem.seat_holding
     where org_id = $1 and ended_on is null order by started_on, holding_id`,
    [org],
  );
}

export async function insertHolding(
  tx: Tx,
  org: OrgId,
  row: HoldingRow & { started_by: string },
): Promise<void> {
  await tx.query(
    `insert into tandem.seat_holding (org_id, holding_id, seat, membership_id, interim, started_on, started_by)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [org, row.holding_id, row.seat, row.membership_id, row.interim, row.started_on, row.started_by],
  );
}

/** Ends holdings on a day; one that began later (the clock was moved) ends on the day it began. */
export async function endHoldings(
  tx: Tx,
  org: OrgId,
  holdings: readonly string[],
  on: string,
  by: string,
): Promise<void> {
  await tx.query(
    `update tandem.seat_holding set ended_on = greatest($3::date, started_on), ended_by = $4
     where org_id = $1 and holding_id = any($2::uuid[]) and ended_on is null`,
    [org, holdings, on, by],
  );
}

export type SeatMemberRow = {
  membership_id: string;
  user_id: string;
  display_name: string;
  roles: string[];
  created_at: number;
  access_ends_on: string | null;
  suspended_at: number | null;
};

/** The people of the organization's own side, in the order in which they came. */
export function seatMembers(tx: Tx, org: OrgId): Promise<SeatMemberRow[]> {
  return tx.query(
    `select membership_id, user_id, display_name, roles, created_at, access_ends_on, suspended_at
     from tandem.membership where org_id = $1 and partner_id is null order by created_at, membership_id`,
    [org],
  );
}

/** Whether somebody can sign in on a day: not suspended, and their access has not ended. */
export function maySignIn(
  member: Pick<SeatMemberRow, 'suspended_at' | 'access_ends_on'>,
  today: string,
): boolean {
  return member.suspended_at === null && (member.access_ends_on === null || member.access_ends_on >= today);
}
