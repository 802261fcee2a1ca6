/**
 * What a partner may learn of the checks: a closed list, made of the partner's own entries and the signed page alone. For
 * everything else the partner sees the same whether we know the account or not, so that a registration is no way to ask
 * for our customer list.
 *
 * Handbook: docs/handbook/registration.md
 */

import type { ReasonParams } from '#core/decision.ts';
import type { AccountKeys, AccountSign } from '#core/ecosystem/account-key.ts';
import { isPageTest, type PageTest, type RegistrationCheck } from './checks.ts';
import type { RegistrationBody } from './registration-page.ts';

/** What a partner can be told, by code; the sentences are in `portal-words.ts`. */
export type PartnerNote = {
  readonly code: `told.${PageTest}` | 'told.page' | 'told.suspended' | 'told.ownDuplicate' | 'told.limit';
  readonly params: ReasonParams;
};

/**
 * DR-1, DR-16: the notes for the partner. A test of the page is told only where the page says so, and only what is
 * certain: that another record merely resembles the account is never told.
 */
export function partnerView(
  checks: readonly RegistrationCheck[],
  { tests, checks: limits }: Pick<RegistrationBody, 'tests' | 'checks'>,
): PartnerNote[] {
  return checks.flatMap(({ check, outcome, reason }): PartnerNote[] => {
    if (outcome === 'pass' || reason.code === `${check}.unknown`) return [];
    if (isPageTest(check, tests)) {
      const isTold = tests[check].told === 'reason' && reason.params.isOnlyNear !== true;
      const params = check === 'belowMinimum' ? { minimumMinor: limits.minimumValue } : {};
      return isTold ? [{ code: `told.${check}`, params }] : [];
    }
    if (check === 'abuse') {
      const { limit, most = null } = reason.params;
      return outcome === 'stop' ? [{ code: 'told.limit', params: { limit: limit ?? null, most } }] : [];
    }
    // What is odd about the typed domain is told as one types; a colleague's registration is the partner's own.
    if (check === 'domain') return [];
    return [{ code: `told.${check}`, params: check === 'ownDuplicate' ? reason.params : {} }];
  });
}

/**
 * What the form says about a domain while it is typed. It is made of the text alone: nothing that we know of the account
 * comes in, so nothing can come out.
 */
export type DomainHint = { readonly domain: string | null; readonly sign: AccountSign | null };

/** DR-3: the domain as it will be compared, and what is odd about it. */
export function domainHint({ domain, signs }: AccountKeys): DomainHint {
  return { domain, sign: signs[0] ?? null };
}
