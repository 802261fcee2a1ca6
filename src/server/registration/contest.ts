/**
 * Several want one account: the case that people rule on, with what the rules recommend (DR-13 to DR-15). Whoever came
 * later waits in the case; what stands already goes on standing until the ruling.
 *
 * Handbook: docs/handbook/registration.md
 */

import type { LocalDate } from '#core/calendar.ts';
import type { Id, PartnerId } from '#core/ids.ts';
import type { RegistrationCheck } from '#core/registration/checks.ts';
import { rulingDueAt } from '#core/registration/clock.ts';
import { type Claim, type DirectClaim, type Recommendation, recommend } from '#core/registration/conflict.ts';
import { actorId, type Context } from '../access/context.ts';
import type { WriteTx } from '../audit/write.ts';
import { localDateAt } from '../clock.ts';
import { nextNumber } from '../database/next-number.ts';
import type { Tx } from '../database/transaction.ts';
import {
  addParties,
  claimsIn,
  insertConflict,
  openConflictOn,
  updateRecommendation,
} from './conflict-queries.ts';
import { append, type Registration } from './ledger.ts';
import type { PageToday } from './page.ts';
import { tellPanel } from './tell-registration.ts';

/** DR-3, DR-13: other partners' registrations that are surely of the same account and product. */
export function rivalsIn(checks: readonly RegistrationCheck[]): string[] {
  return checks
    .filter(({ check, outcome }) => check === 'otherPartner' && outcome !== 'pass')
    .flatMap(({ collidesWith }) =>
      collidesWith
        .filter(({ kind, likeness }) => kind === 'registration' && likeness.by !== 'near')
        .map(({ id }) => id),
    );
}

/** DR-15: puts a registration into the case of its account, and opens the case if there is none. */
export async function contest(
  tx: WriteTx,
  context: Context,
  registration: Registration,
  rivals: readonly string[],
  page: PageToday,
  by: 'system' | 'decider' = 'system',
): Promise<Registration> {
  const org = context.organization.orgId;
  const after = await append(tx, context, registration, { type: 'contest', by }, page.body);
  const accountKey = after.row.account_key ?? '';
  const known = await openConflictOn(tx, org, accountKey);
  const conflictId = known?.conflict_id ?? context.ports.ids.next<Id<'conflict'>>(context.now);
  const parties = [after.row.registration_id, ...rivals];
  if (known === null) {
    const number = await nextNumber(tx, org, 'conflict');
    await insertConflict(tx, org, {
      conflictId,
      number,
      accountKey,
      recommendation: await recommendation(tx, context, parties, page),
      by: actorId(context.actor),
      now: context.now,
      dueAt: rulingDueAt(after.life, page.body.deciding) ?? context.now,
    });
    tx.record({ action: 'conflict.open', entityId: conflictId, after: { number, accountKey, parties } });
  }
  await addParties(tx, org, conflictId, parties);
  if (known !== null) {
    await updateRecommendation(tx, org, conflictId, await recommendationOf(tx, context, conflictId, page));
    tx.record({ action: 'conflict.join', entityId: conflictId, after: { parties } });
  }
  await tellPanel(tx, context, after);
  return after;
}

/** What the rules say about everybody in a case. */
export async function recommendationOf(
  tx: Tx,
  context: Context,
  conflictId: string,
  page: PageToday,
): Promise<Recommendation> {
  const org = context.organization.orgId;
  const claims = await claimsIn(tx, org, { conflictId });
  return recommend(
    claims.map((row) => claimOf(context, row)),
    directIn(claims),
    null,
    page.body.protection,
  );
}

async function recommendation(
  tx: Tx,
  context: Context,
  parties: readonly string[],
  page: PageToday,
): Promise<Recommendation> {
  const claims = await claimsIn(tx, context.organization.orgId, { parties });
  return recommend(
    claims.map((row) => claimOf(context, row)),
    directIn(claims),
    null,
    page.body.protection,
  );
}

type ClaimRow = Awaited<ReturnType<typeof claimsIn>>[number];

/** DR-13: a registration as a claim on the account. */
export function claimOf({ organization }: Context, row: ClaimRow): Claim {
  return {
    registrationId: row.registration_id,
    partnerId: row.partner_id as PartnerId,
    completeAt: row.complete_at,
    completeOn: row.complete_at === null ? null : localDateAt(row.complete_at, organization.timeZone),
    isEligible: row.is_eligible,
    buyerMeetingAt: null,
  };
}

/** DR-14: our own open deals that the checks put beside the registrations. */
function directIn(rows: readonly ClaimRow[]): DirectClaim[] {
  const deals = new Map(rows.flatMap((row) => row.direct_deals).map((deal) => [deal.id, deal]));
  return [...deals.values()].map((deal) => ({
    opportunityId: deal.id,
    openedAt: deal.openedAt,
    openedOn: deal.openedOn as LocalDate,
  }));
}
