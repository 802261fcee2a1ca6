import type { Id } from '#core/ids.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { memberNames } from '../access/member-names.ts';
import { write } from '../audit/write.ts';
import { localDateAt } from '../clock.ts';
import type { Tx } from '../database/transaction.ts';
import { readTransaction } from '../database/transaction.ts';
import { ProblemError } from '../problem.ts';
import { lockImports } from './load/queries.ts';
import {
  type ClaimSum,
  claimSums,
  insertOpeningBalance,
  lastImportNumber,
  type OpeningBalanceRow,
  openingBalances,
} from './queries.ts';

/** Claims of one class and outcome in one currency; deals without a currency stand apart. */
export type ClaimTotal = {
  readonly class: string;
  readonly outcome: string;
  readonly currency: string | null;
  readonly deals: number;
  readonly amountMinor: number;
};

export type Acceptance = {
  readonly openingBalanceId: string;
  readonly acceptedBy: string;
  readonly acceptedByName: string | null;
  readonly acceptedOn: string;
  /** The number of the latest import that the acceptance covers. */
  readonly throughImport: number;
  readonly claims: number;
  readonly amounts: readonly ClaimTotal[];
};

export type OpeningBalance = {
  /** What stands as claimed by imports now. */
  readonly claims: number;
  readonly amounts: readonly ClaimTotal[];
  readonly throughImport: number;
  /** Who accepted such claims, and when; the newest first. */
  readonly acceptances: readonly Acceptance[];
};

/** What imports claim for partners and nobody has proven, and who accepted it. */
export async function getOpeningBalance(context: Context): Promise<OpeningBalance> {
  requireCapability(context, 'scoreboard.read');
  const org = context.organization.orgId;
  return await readTransaction(context.ports.pool, { org }, async (tx) => {
    const names = await memberNames(tx, org);
    const standing = await standingClaims(tx, context);
    return { ...standing, acceptances: (await openingBalances(tx, org)).map((row) => shown(row, names)) };
  });
}

/**
 * Accepts the claims of the imports as they stand, as a whole, in the name of a person and on today's date. The
 * claims stay unproven and apart; what later imports claim is not covered.
 */
export async function acceptOpeningBalance(context: Context): Promise<Acceptance> {
  requireCapability(context, 'opening_balance.accept');
  const { actor, organization, ports, now } = context;
  if (actor.kind !== 'member')
    throw new ProblemError('not-allowed', 'An opening balance is accepted by a person, in their own name.');
  const org = organization.orgId;
  return await write(context, async (tx) => {
    // An import that commits between the two readings would be accepted unseen.
    await lockImports(tx, org);
    const { claims, throughImport } = await standingClaims(tx, context);
    if (claims === 0) throw new ProblemError('conflict', 'No import claims anything for a partner.');
    const row: OpeningBalanceRow = {
      opening_balance_id: ports.ids.next<Id<'opening balance'>>(now),
      accepted_by: actor.membershipId,
      accepted_at: now,
      accepted_on: localDateAt(now, organization.timeZone),
      through_import: throughImport,
      claims,
      amounts: await claimSums(tx, org),
    };
    await insertOpeningBalance(tx, org, row);
    const acceptance = shown(row, new Map([[actor.membershipId, actor.name]]));
    tx.record({
      action: 'opening_balance.accept',
      entityId: row.opening_balance_id,
      after: { claims, throughImport, amounts: acceptance.amounts },
      movesFigures: true,
    });
    return acceptance;
  });
}

async function standingClaims(
  tx: Tx,
  context: Context,
): Promise<{ claims: number; throughImport: number; amounts: ClaimTotal[] }> {
  const org = context.organization.orgId;
  const sums = await claimSums(tx, org);
  const claims = sums.reduce((total, sum) => total + sum.deals, 0);
  return { claims, throughImport: await lastImportNumber(tx, org), amounts: sums.map(totalOf) };
}

function totalOf(sum: ClaimSum): ClaimTotal {
  return {
    class: sum.claim_class,
    outcome: sum.outcome,
    currency: sum.currency,
    deals: sum.deals,
    amountMinor: sum.amount_minor,
  };
}

function shown(row: OpeningBalanceRow, names: ReadonlyMap<string, string>): Acceptance {
  return {
    openingBalanceId: row.opening_balance_id,
    acceptedBy: row.accepted_by,
    acceptedByName: names.get(row.accepted_by) ?? null,
    acceptedOn: row.accepted_on,
    throughImport: row.through_import,
    claims: row.claims,
    amounts: row.amounts.map(totalOf),
  };
}
