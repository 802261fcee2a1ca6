import type { LocalDate } from '#core/calendar.ts';
import type { OrgId } from '#core/ids.ts';
import { isProtectedOn, registrationAfter } from '#core/registration/life.ts';
import { claimsMeet, lastProtectedDay, type ProtectionClaim } from '#core/registration/protection.ts';
import { heldStates, type RegistrationState } from '#core/registration/state.ts';
import type { Tx } from '../../database/transaction.ts';
import type { PastAct } from './registration-acts.ts';
import { protectedAccounts } from './registration-queries.ts';
import type { Fault } from './touch-problems.ts';

type Claim = ProtectionClaim & { readonly row: number | null; readonly who: string };
type Found = [row: number, fault: Fault];

/**
 * DR-8, DR-13: rows that would protect an account and a product which another row, or a registration that is here, protects
 * on the same days; and rows that would stand on a deal on which another one stands. Both sides are named: who of them owns
 * the account is for people to say.
 */
export async function collisions(
  tx: Tx,
  org: OrgId,
  acts: readonly PastAct[],
  today: LocalDate,
): Promise<Found[]> {
  return [...(await protectedTwice(tx, org, acts, today)), ...dealsTaken(acts)];
}

async function protectedTwice(
  tx: Tx,
  org: OrgId,
  acts: readonly PastAct[],
  today: LocalDate,
): Promise<Found[]> {
  const claims = acts.flatMap((act): (Claim & { row: number })[] => {
    const life = registrationAfter(act.events);
    if (life.protection === null || !isProtectedOn(life, today)) return [];
    const { row } = act.record;
    const { accountKey, products } = act.sent;
    return [{ row, who: `row ${row} (${act.partner.name})`, accountKey, products, window: life.protection }];
  });
  const keys = [...new Set(claims.map(({ accountKey }) => accountKey))];
  const there = (keys.length === 0 ? [] : await protectedAccounts(tx, org, keys)).map(
    (one): Claim => ({
      row: null,
      who: `registration R-${one.number} (${one.partner})`,
      accountKey: one.account_key,
      products: one.products,
      window: { from: one.protected_from, until: one.protected_until },
    }),
  );
  const byAccount = Map.groupBy([...claims, ...there], ({ accountKey }) => accountKey);
  const names = new Map(acts.map(({ record }) => [record.row, record.account]));
  return claims.flatMap((claim): Found[] => {
    const others = (byAccount.get(claim.accountKey) ?? []).filter(
      (other) => other.row !== claim.row && claimsMeet(claim, other),
    );
    if (others.length === 0) return [];
    const said = others.slice(0, 3).map(({ who, window }) => {
      const last = lastProtectedDay(window);
      return `${who} protects it from ${window.from} ${last === null ? 'on' : `to ${last}`}`;
    });
    const fault: Fault = {
      field: 'accountDomain',
      code: 'protected-twice',
      expected: 'one protection of an account and product at a time',
      found: `${names.get(claim.row)}, and ${said.join(', ')}`,
      repair: 'Say who owns it: end one of them, or correct its days or its products.',
    };
    return [[claim.row, fault]];
  });
}

/** One deal stands for one registration. */
function dealsTaken(acts: readonly PastAct[]): Found[] {
  const standing = acts.filter(
    ({ deal, events }) => deal !== null && standsOnDeal(registrationAfter(events).state),
  );
  const byDeal = Map.groupBy(standing, ({ deal }) => deal?.opportunity_id ?? '');
  return standing.flatMap((act): Found[] => {
    const others = (byDeal.get(act.deal?.opportunity_id ?? '') ?? [])
      .filter((other) => other !== act)
      .map((other) => `row ${other.record.row} (${other.partner.name})`);
    const there = act.deal?.standing ?? null;
    if (there !== null) others.push(`registration R-${there}`);
    if (others.length === 0) return [];
    const fault: Fault = {
      field: 'opportunityId',
      code: 'deal-taken',
      expected: 'a deal on which no other registration stands',
      found: `${act.record.opportunityId}, on which ${others.slice(0, 3).join(', ')} stands as well`,
      repair: 'Name the deal on one of them only.',
    };
    return [[act.record.row, fault]];
  });
}

function standsOnDeal(state: RegistrationState): boolean {
  return state === 'won' || (heldStates as readonly RegistrationState[]).includes(state);
}
