/**
 * Reasons for a rejection (DR-16): the closed list of the signed page, and which reason each check of the submission
 * gives.
 *
 * Handbook: docs/handbook/registration.md
 */

import type { PageTest } from './checks.ts';
import type { RegistrationBody } from './registration-page.ts';
import { type RejectionKind, rejectionKinds } from './rejection-kinds.ts';

/** A reason that may be picked: what it is counted as, and its words on the page. */
export type RejectionReason = { readonly kind: RejectionKind; readonly words: string };

/**
 * DR-16: the reasons of the page, in its order. Two rows of one kind stay two reasons. A page of before the kinds holds
 * the words alone, so words that are those of the method count as their kind.
 */
export function rejectionReasons({ reasons }: Pick<RegistrationBody, 'reasons'>): RejectionReason[] {
  return reasons
    .map(({ reason, kind }) => ({ words: reason.trim(), kind: kind === 'other' ? kindOf(reason) : kind }))
    .filter(({ words }) => words !== '');
}

/** The reason that is picked, if it is on the list; null otherwise, and then the rejection is refused. */
export function pickReason(page: Pick<RegistrationBody, 'reasons'>, words: string): RejectionReason | null {
  return rejectionReasons(page).find((reason) => reason.words === words.trim()) ?? null;
}

/** The reason with which a test of the page rejects; the page's own words for it where it has some. */
export function reasonOfTest(page: Pick<RegistrationBody, 'reasons'>, test: PageTest): RejectionReason {
  const own = rejectionReasons(page).find(({ kind }) => kind === test);
  return own ?? { kind: test, words: rejectionKinds[test] };
}

function kindOf(words: string): RejectionKind {
  const known = Object.entries(rejectionKinds).find(
    ([, standard]) => standard.toLowerCase() === words.trim().toLowerCase(),
  );
  return known === undefined ? 'other' : (known[0] as RejectionKind);
}
