/**
 * Who may sign a version, and for which seat. A seat that waits for its own person has an interim holder who signs for
 * it; the signature says so. Whoever takes the seat later countersigns, or proposes another version.
 *
 * Handbook: docs/handbook/program.md
 */

import { checkPayChosen } from '#core/attribution/attribution-checks.ts';
import type { Check } from '#core/program/check.ts';
import type { PageWord } from '#core/program/page.ts';
import { type InterimAs, isSeat, type Seat } from '#core/program/seat.ts';
import { parsePage } from './parse-body.ts';
import { type VersionStanding, versionLife } from './standing.ts';

/** A seat that somebody holds. `interim`: as what, until its own person comes. */
export type HeldSeat = { readonly seat: Seat; readonly interim: InterimAs | null };

/** A signature on a version, with the person who gave it. */
export type GivenSignature = { readonly seat: string; readonly membershipId: string };

export type SignatureFacts = {
  /** The seats that the page asks for. */
  readonly pageSeats: readonly string[];
  readonly standing: VersionStanding;
  readonly seat: string;
  readonly membershipId: string;
  /** What the person holds today. */
  readonly held: readonly HeldSeat[];
  readonly signatures: readonly GivenSignature[];
  /** What the version leaves to be chosen, each as a failing check. */
  readonly unchosen: readonly Check[];
};

export type SignatureRefusal =
  | { readonly because: 'not_a_seat_of_the_page' }
  | { readonly because: 'not_held' }
  | { readonly because: 'signed_already' }
  | { readonly because: 'not_signed_yet' }
  | { readonly because: 'own_signature' }
  | { readonly because: 'unchosen'; readonly checks: readonly Check[] }
  | { readonly because: 'standing'; readonly why: string };

export type SignatureDecision =
  | { readonly ok: true; readonly interim: InterimAs | null }
  | { readonly ok: false; readonly refusal: SignatureRefusal };

/**
 * What a version leaves open that nobody may sign in silence. Only the first version of the attribution page can: it is
 * taken over from the method, not proposed, and the method has no figure for what joint work and influence pay (IN-1).
 */
export function unchosenIn(word: PageWord, body: unknown): Check[] {
  if (word !== 'attribution') return [];
  const parsed = parsePage('attribution', body);
  return parsed.ok ? checkPayChosen(parsed.body).filter((check) => !check.holds) : [];
}

/**
 * Whether a person may sign a version for a seat (ATT-1). One person may hold several seats and signs for each. A
 * version that leaves a choice open is signed by nobody.
 */
export function decideSignature(facts: SignatureFacts): SignatureDecision {
  const found = seatAndHolder(facts);
  if (!found.ok) return found;
  if (facts.signatures.some(({ seat }) => seat === facts.seat)) return refuse({ because: 'signed_already' });
  const allowed = versionLife[facts.standing].sign;
  if (allowed !== true) return refuse({ because: 'standing', why: allowed });
  return facts.unchosen.length === 0 ? found : refuse({ because: 'unchosen', checks: facts.unchosen });
}

/** Whether a person may countersign a version for their seat: one that somebody else signed for it. */
export function decideCountersignature(facts: SignatureFacts): SignatureDecision {
  const found = seatAndHolder(facts);
  if (!found.ok) return found;
  const allowed = versionLife[facts.standing].countersign;
  if (allowed !== true) return refuse({ because: 'standing', why: allowed });
  const given = facts.signatures.find(({ seat }) => seat === facts.seat);
  if (!given) return refuse({ because: 'not_signed_yet' });
  return given.membershipId === facts.membershipId ? refuse({ because: 'own_signature' }) : found;
}

function seatAndHolder(facts: SignatureFacts): SignatureDecision {
  const { seat, pageSeats, held } = facts;
  if (!isSeat(seat) || !pageSeats.includes(seat)) return refuse({ because: 'not_a_seat_of_the_page' });
  const own = held.find((one) => one.seat === seat);
  return own ? { ok: true, interim: own.interim } : refuse({ because: 'not_held' });
}

function refuse(refusal: SignatureRefusal): SignatureDecision {
  return { ok: false, refusal };
}
