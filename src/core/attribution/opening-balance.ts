/**
 * The opening balance: what an import says about a partner on a deal. History that arrives by import has no
 * evidence behind it, so it is a claim under its own label and never credit. A named person accepts the claims
 * as a whole, on a date; that makes them accepted, not proven.
 *
 * Handbook: docs/handbook/attribution.md
 */

import type { LocalDate } from '#core/calendar.ts';
import type { FactId, PartnerId } from '#core/ids.ts';
import type { CreditDecision } from './credit.ts';
import { byCreditClass, type CreditClass } from './credit-class.ts';
import type { PartnerRole } from './policy.ts';

export type ClaimedClass = Exclude<CreditClass, 'none'>;

/** The role that an import gives a partner on a deal; `unspecified` where it names the partner and no role. */
export type ClaimedRole = Exclude<PartnerRole, 'overlap'> | 'unspecified';

/**
 * The class that a role claims. It follows the highest cell of the role's row on the signed page. A partner
 * named without a role claims influenced: the source says that it took part and nothing more, so sourced would
 * say too much, and assisted, which means help without an event of the deal, would say something else.
 */
const claimedClasses = {
  originator: 'sourced',
  joint_seller: 'co_sold',
  introducer: 'influenced',
  validator: 'influenced',
  objection_remover: 'influenced',
  procurement: 'assisted',
  reference: 'assisted',
  implementer: 'assisted',
  unspecified: 'influenced',
} as const satisfies Record<ClaimedRole, ClaimedClass>;

export type ImportedClaim = {
  readonly id: FactId;
  readonly partnerId: PartnerId;
  readonly role: ClaimedRole;
  /** The source marks this partner as the primary one of the deal. */
  readonly isPrimary: boolean;
  readonly knownAt: number;
};

/** Who accepted the claims of the import as they stand, and when. */
export type Acceptance = { readonly acceptedBy: string; readonly acceptedOn: LocalDate };

export type OpeningBalance = {
  readonly kind: 'opening_balance';
  readonly claimId: FactId;
  readonly claimedClass: ClaimedClass;
  readonly partnerId: PartnerId;
  readonly acceptedBy: string | null;
  readonly acceptedOn: LocalDate | null;
  readonly label: string;
};

/** Where a deal's amount counts: proven credit, an imported claim, or neither. Never in two places. */
export type DealCredit =
  | { readonly kind: 'proven'; readonly class: ClaimedClass; readonly partnerId: PartnerId }
  | OpeningBalance
  | { readonly kind: 'none' };

/** The class that a partner in this role claims. */
export function claimedClass(role: ClaimedRole): ClaimedClass {
  return claimedClasses[role];
}

/** The role that imported text names, whatever its case, spacing and hyphens; null if it names none of ours. */
export function parseClaimedRole(text: string): ClaimedRole | null {
  const key = text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  return Object.hasOwn(claimedClasses, key) ? (key as ClaimedRole) : null;
}

/**
 * The one claim of a deal that counts: the highest class, then the earliest known, then the one that its source
 * calls primary, then the one first entered, which its id gives. Null if there is no claim.
 */
export function headlineClaim(claims: readonly ImportedClaim[]): ImportedClaim | null {
  return claims.toSorted(byPrecedence)[0] ?? null;
}

/** Where the deal counts. Proven credit takes the place of whatever an import claimed. */
export function dealCredit(
  decision: CreditDecision | null,
  claims: readonly ImportedClaim[],
  acceptance: Acceptance | null,
): DealCredit {
  if (decision !== null && decision.class !== 'none' && decision.partnerId !== null) {
    return { kind: 'proven', class: decision.class, partnerId: decision.partnerId };
  }
  const claim = headlineClaim(claims);
  return claim === null ? { kind: 'none' } : openingBalance(claim, acceptance);
}

function openingBalance(claim: ImportedClaim, acceptance: Acceptance | null): OpeningBalance {
  const { acceptedBy, acceptedOn } = acceptance ?? { acceptedBy: null, acceptedOn: null };
  return {
    kind: 'opening_balance',
    claimId: claim.id,
    claimedClass: claimedClass(claim.role),
    partnerId: claim.partnerId,
    acceptedBy,
    acceptedOn,
    label:
      acceptance === null
        ? 'imported, unproven'
        : `imported, unproven, accepted by ${acceptedBy} on ${acceptedOn}`,
  };
}

function byPrecedence(a: ImportedClaim, b: ImportedClaim): number {
  return (
    byCreditClass(claimedClass(a.role), claimedClass(b.role)) ||
    a.knownAt - b.knownAt ||
    Number(b.isPrimary) - Number(a.isPrimary) ||
    (a.id < b.id ? -1 : 1)
  );
}
