/**
 * Who an account belongs to when two want it (DR-13 to DR-15). The earliest complete registration wins; what lies within
 * the same instant goes by the first meeting with the buyer (ATT-12), and then to a panel. The customer may choose, in
 * writing, by a ruling. Nothing is decided here: the conflict case gets a recommendation with its reason.
 *
 * Handbook: docs/handbook/registration.md
 */

import type { LocalDate } from '#core/calendar.ts';
import type { Reason } from '#core/decision.ts';
import type { PartnerId } from '#core/ids.ts';
import type { RegistrationBody } from './registration-page.ts';

/** A claim on an account and product. `completeAt` null: something required is missing, so it cannot win. */
export type Claim = {
  readonly registrationId: string;
  readonly partnerId: PartnerId;
  readonly completeAt: number | null;
  readonly completeOn: LocalDate | null;
  /** Whether the checks let it stand: signed, inside the territory, at or above the minimum. */
  readonly isEligible: boolean;
  readonly buyerMeetingAt: number | null;
};

/** An open direct deal at the account. */
export type DirectClaim = {
  readonly opportunityId: string;
  readonly openedAt: number;
  readonly openedOn: LocalDate;
};

/** What a customer wrote about whom it wants. `evidence` links to it. */
export type CustomerChoice = {
  readonly registrationId: string;
  readonly on: LocalDate;
  readonly evidence: string;
};

export type ConflictCode =
  | 'earliest'
  | 'first_meeting'
  | 'only_one'
  | 'direct_first'
  | 'customer_choice'
  | 'tied'
  | 'none_complete';

export type Recommendation =
  | { readonly for: 'registration'; readonly registrationId: string; readonly reason: Reason<ConflictCode> }
  | { readonly for: 'direct'; readonly opportunityId: string; readonly reason: Reason<ConflictCode> }
  /** Nobody wins by rule: a panel decides. */
  | { readonly for: 'panel'; readonly reason: Reason<ConflictCode> };

/**
 * DR-13, DR-14: what the rules say about the claims on one account and product. The order in which they are given is of
 * no account.
 */
export function recommend(
  claims: readonly Claim[],
  direct: readonly DirectClaim[],
  choice: CustomerChoice | null,
  { customerMayChoose }: Pick<RegistrationBody['protection'], 'customerMayChoose'>,
): Recommendation {
  const eligible = claims
    .filter(isComplete)
    .toSorted((a, b) => a.completeAt - b.completeAt || compare(a.registrationId, b.registrationId));
  const chosen = eligible.find(({ registrationId }) => registrationId === choice?.registrationId);
  if (chosen !== undefined && choice !== null && customerMayChoose && choice.evidence.trim() !== '') {
    return won(chosen, 'DR-13', 'customer_choice', { on: choice.on });
  }
  const [first] = eligible;
  if (first === undefined) return panel('DR-13', 'none_complete', {});
  const older = direct
    .filter(({ openedAt }) => openedAt < first.completeAt)
    .toSorted((a, b) => a.openedAt - b.openedAt || compare(a.opportunityId, b.opportunityId))[0];
  if (older !== undefined) {
    const params = { openedOn: older.openedOn, completeOn: first.completeOn };
    return {
      for: 'direct',
      opportunityId: older.opportunityId,
      reason: { rule: 'DR-14', code: 'direct_first', holds: true, params },
    };
  }
  const atOnce = eligible.filter(({ completeAt }) => completeAt === first.completeAt);
  if (atOnce.length === 1) {
    const code = eligible.length === 1 ? 'only_one' : 'earliest';
    return won(first, 'DR-13', code, { completeOn: first.completeOn, claims: claims.length });
  }
  const meetings = atOnce
    .filter(({ buyerMeetingAt }) => buyerMeetingAt !== null)
    .toSorted((a, b) => (a.buyerMeetingAt ?? 0) - (b.buyerMeetingAt ?? 0));
  const [met, next] = meetings;
  if (met !== undefined && met.buyerMeetingAt !== next?.buyerMeetingAt) {
    return won(met, 'ATT-12', 'first_meeting', { completeOn: first.completeOn });
  }
  return panel('ATT-12', 'tied', { completeOn: first.completeOn, claims: atOnce.length });
}

type CompleteClaim = Claim & { readonly completeAt: number; readonly completeOn: LocalDate };

function isComplete(claim: Claim): claim is CompleteClaim {
  return claim.isEligible && claim.completeAt !== null && claim.completeOn !== null;
}

function won(
  { registrationId }: Claim,
  rule: string,
  code: ConflictCode,
  params: Reason['params'],
): Recommendation {
  return { for: 'registration', registrationId, reason: { rule, code, holds: true, params } };
}

function panel(rule: string, code: ConflictCode, params: Reason['params']): Recommendation {
  return { for: 'panel', reason: { rule, code, holds: false, params } };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The states of a conflict case. */
export const conflictStates = {
  open: 'waits for a ruling',
  ruled: 'ruled; an appeal is possible',
  appealed: 'waits for the CRO',
  closed: 'closed',
} as const;
export type ConflictState = keyof typeof conflictStates;

type ConflictStep = {
  readonly by: readonly ('panel' | 'partner' | 'cro' | 'system')[];
  readonly moves: Readonly<Partial<Record<ConflictState, ConflictState>>>;
  readonly refused: string;
};

/** DR-15: what can be done with a conflict case in which state. */
export const conflictMoves = {
  rule: { by: ['panel'], moves: { open: 'ruled' }, refused: 'The conflict has been ruled on already.' },
  dismiss: { by: ['panel'], moves: { open: 'closed' }, refused: 'Only an open conflict can be dismissed.' },
  appeal: { by: ['partner'], moves: { ruled: 'appealed' }, refused: 'Only a ruling can be appealed.' },
  rule_finally: { by: ['cro'], moves: { appealed: 'closed' }, refused: 'There is no appeal to decide.' },
  settle: {
    by: ['system'],
    moves: { ruled: 'closed' },
    refused: 'There is no ruling that could become final.',
  },
} as const satisfies Record<string, ConflictStep>;
export type ConflictMove = keyof typeof conflictMoves;

/** DR-15: the state after a step, or why it is not possible. */
export function conflictAfter(
  state: ConflictState,
  move: ConflictMove,
): { readonly ok: true; readonly state: ConflictState } | { readonly ok: false; readonly why: string } {
  const { moves, refused }: ConflictStep = conflictMoves[move];
  const to = moves[state];
  return to === undefined ? { ok: false, why: refused } : { ok: true, state: to };
}

/** On what a ruling stands. All but `customer_choice` may need no more than the facts of the case. */
export const rulingGrounds = {
  earliest: 'The earliest complete registration',
  direct_first: 'Our own deal was there before',
  customer_choice: 'The customer chose its partner in writing',
  disproved: 'What was registered is not true',
  panel: 'The panel weighed what no rule decides',
} as const;
export type RulingGround = keyof typeof rulingGrounds;

export type ConflictRuling = {
  readonly ground: RulingGround;
  /** The registration that gets the account; null: none, our own deal does. */
  readonly winner: string | null;
  /** One paragraph that stands for later cases. */
  readonly words: string;
  /** Links to what proves it; a customer's choice needs one. */
  readonly evidence: readonly string[];
};

/** DR-15: what is missing from a ruling; empty when it can be given. */
export function rulingLacks(
  { ground, winner, words, evidence }: ConflictRuling,
  claims: readonly Claim[],
  { customerMayChoose }: Pick<RegistrationBody['protection'], 'customerMayChoose'>,
): ('words' | 'evidence' | 'not_a_party' | 'not_allowed' | 'winner')[] {
  const lacks: ('words' | 'evidence' | 'not_a_party' | 'not_allowed' | 'winner')[] = [];
  if (words.trim() === '') lacks.push('words');
  if (ground === 'customer_choice' && !customerMayChoose) lacks.push('not_allowed');
  const needsEvidence = ground === 'customer_choice' || ground === 'disproved';
  if (needsEvidence && evidence.every((link) => link.trim() === '')) lacks.push('evidence');
  if (winner === null ? ground === 'customer_choice' || ground === 'earliest' : ground === 'direct_first') {
    lacks.push('winner');
  }
  if (winner !== null && claims.every(({ registrationId }) => registrationId !== winner)) {
    lacks.push('not_a_party');
  }
  return lacks;
}

/** An earlier ruling that may stand as precedent. */
export type Precedent = {
  readonly caseId: string;
  readonly ground: RulingGround;
  /** What was against what: two partners, or a partner and our own sales. */
  readonly between: 'partners' | 'direct';
  readonly ruledAt: number;
};

/** DR-15, ATT-17: earlier rulings for a case of this kind: those on the recommended ground first, then the latest. */
export function precedentsFor(
  recommendation: Recommendation,
  between: Precedent['between'],
  precedents: readonly Precedent[],
  most: number,
): Precedent[] {
  const ground = groundOf(recommendation);
  return precedents
    .filter((precedent) => precedent.between === between)
    .toSorted(
      (a, b) =>
        Number(b.ground === ground) - Number(a.ground === ground) ||
        b.ruledAt - a.ruledAt ||
        compare(a.caseId, b.caseId),
    )
    .slice(0, most);
}

function groundOf({ reason }: Recommendation): RulingGround {
  switch (reason.code) {
    case 'direct_first':
    case 'customer_choice':
      return reason.code;
    case 'earliest':
    case 'only_one':
      return 'earliest';
    default:
      return 'panel';
  }
}

/** The recommendation in one English sentence for the desk. */
export function recommendationSentence({ rule, code, params }: Reason): string {
  const sentences: Readonly<Record<ConflictCode, string>> = {
    earliest: `It was complete first, on ${params.completeOn}.`,
    only_one: `It is the only complete and eligible registration, of ${params.completeOn}.`,
    first_meeting: 'Both were complete at the same moment; this partner met the buyer first.',
    direct_first: `Our own deal of ${params.openedOn} was there before the registration was complete on ${params.completeOn}.`,
    customer_choice: `The customer chose this partner in writing on ${params.on}.`,
    tied: `${params.claims} registrations were complete at the same moment and no meeting came first: a panel decides.`,
    none_complete: 'No registration is complete and eligible: a panel decides.',
  };
  return Object.hasOwn(sentences, code) ? sentences[code as ConflictCode] : `${rule}: ${code}.`;
}
