/**
 * What waits for somebody of ours: claims to confirm or refuse, withdrawals to sign as the second person.
 *
 * Handbook: docs/handbook/touches.md
 */

import { lockDate } from '#core/attribution/origin.ts';
import { policyFor } from '#core/attribution/policy.ts';
import { addBusinessDays, daysBetween, type LocalDate } from '#core/calendar.ts';
import { businessCalendar } from '../../access/business-calendar.ts';
import { actorId, type Context, may, requireCapability } from '../../access/context.ts';
import { memberNames } from '../../access/member-names.ts';
import { localDateAt } from '../../clock.ts';
import { readTransaction } from '../../database/transaction.ts';
import { attributionPolicies } from '../../program/policies.ts';
import { proposedWithdrawals, type WaitingRow, waitingClaims } from './waiting-queries.ts';

/** A partner that wrote something down hears an answer within two business days; after that it waits too long. */
const answerDays = 2;
const most = 200;

export type Waiting = Omit<WaitingRow, 'cycle_days' | 'recorded_at'> & {
  /** The last day on which a claim to have sourced the deal may be written down; null where there is no deal. */
  readonly lockOn: LocalDate | null;
  readonly daysToLock: number | null;
  readonly waitsSinceDays: number;
  readonly isLate: boolean;
  readonly recordedByName: string | null;
};

/**
 * Claims in the order in which they should be answered: those of a partner that has waited too long, then those whose
 * deal locks soonest, then the oldest. A claim loses nothing by waiting for us; a partner whose claim is refused after
 * the lock cannot make a better one.
 */
export async function listWaiting(context: Context) {
  requireCapability(context, 'opportunity.read');
  const { organization, now, actor, ports } = context;
  const org = organization.orgId;
  const today = localDateAt(now, organization.timeZone);
  const calendar = businessCalendar(organization);
  return readTransaction(ports.pool, { org }, async (tx) => {
    const rows = await waitingClaims(tx, org, most + 1);
    const proposed = await proposedWithdrawals(tx, org, most);
    const policies = await attributionPolicies(tx, organization);
    const names = await memberNames(tx, org);
    const claims = rows.slice(0, most).map(({ cycle_days, recorded_at: _, ...row }): Waiting => {
      const createdOn = row.created_on as LocalDate | null;
      const settings = createdOn === null ? null : policyFor(policies, createdOn)?.settings;
      const lockOn =
        createdOn === null || !settings ? null : lockDate({ createdOn, cycleDays: cycle_days }, settings);
      const recordedOn = row.recorded_on as LocalDate;
      const dueOn = addBusinessDays(recordedOn, answerDays, calendar);
      return {
        ...row,
        lockOn,
        daysToLock: lockOn === null ? null : daysBetween(today, lockOn),
        waitsSinceDays: daysBetween(recordedOn, today),
        isLate: row.side === 'partner' && today > dueOn,
        recordedByName: names.get(row.recorded_by) ?? null,
      };
    });
    const self = actorId(actor);
    return {
      claims: claims.toSorted(byUrgency),
      isMore: rows.length > most,
      withdrawals: proposed.map((row) => ({
        ...row,
        withdrawnOn: localDateAt(row.withdrawn_at, organization.timeZone),
        proposedBy: names.get(row.withdrawn_by) ?? row.withdrawn_by,
        isMine: row.withdrawn_by === self,
        maySign: row.withdrawn_by !== self && may(actor, 'withdrawal.sign'),
      })),
    };
  });
}

function byUrgency(a: Waiting, b: Waiting): number {
  const left = (one: Waiting) =>
    one.daysToLock === null || one.daysToLock < 0 ? Number.MAX_SAFE_INTEGER : one.daysToLock;
  return (
    Number(b.isLate) - Number(a.isLate) ||
    Number(b.side === 'partner') - Number(a.side === 'partner') ||
    left(a) - left(b) ||
    b.waitsSinceDays - a.waitsSinceDays
  );
}
