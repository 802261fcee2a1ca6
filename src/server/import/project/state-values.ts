import {
  claimedClass,
  headlineClaim,
  type ImportedClaim,
  parseClaimedRole,
} from '#core/attribution/opening-balance.ts';
import type { FactId, PartnerId } from '#core/ids.ts';
import { sortKey } from '#core/opportunity/account-name.ts';
import type { OpportunityState } from '#core/opportunity/state.ts';
import { type CopyValue, copyInstant } from '../load/copy-text.ts';

/** A partner on a deal as an import claims it. */
export type Claim = {
  readonly claimId: string;
  readonly partnerId: string;
  readonly role: string | null;
  readonly isPrimary: boolean;
  readonly knownAt: number;
};

/** The projected columns of an opportunity, in the order in which they are staged. */
export function stateValues(
  state: OpportunityState,
  also: {
    readonly recordId: string;
    readonly claims: readonly Claim[];
    readonly fingerprint: string | null;
    readonly lastKnownAt: number;
  },
): CopyValue[] {
  const name = state.name ?? also.recordId;
  const claim = also.claims.length === 0 ? null : headlineClaim(also.claims.map(importedClaim));
  return [
    name,
    sortKey(name),
    state.accountId,
    state.stage,
    state.stageOrder,
    state.outcome,
    state.amountMinor,
    state.currency,
    state.createdOn,
    state.enteredOn,
    state.enteredAssumed,
    state.entryAmountMinor,
    state.entryCurrency,
    state.expectedCloseOn,
    state.closedOn,
    state.closedAssumed,
    state.owner,
    state.product,
    state.leadSource,
    state.lateEvents,
    claim === null ? null : claimedClass(claim.role),
    claim?.partnerId ?? null,
    also.fingerprint === null ? null : { hex: also.fingerprint },
    copyInstant(also.lastKnownAt),
  ];
}

function importedClaim(claim: Claim): ImportedClaim {
  return {
    id: claim.claimId as FactId,
    partnerId: claim.partnerId as PartnerId,
    role: parseClaimedRole(claim.role ?? '') ?? 'unspecified',
    isPrimary: claim.isPrimary,
    knownAt: claim.knownAt,
  };
}
