/**
 * The decision about one opportunity: who gets the credit, of which class, and why. It carries everything that
 * a person needs to check it, and the version of the signed page, so that it can be replayed.
 *
 * Handbook: docs/handbook/attribution.md
 */

import type { LocalDate } from '#core/calendar.ts';
import type { FactId, PartnerId } from '#core/ids.ts';
import type { PortalLanguage } from '#core/registration/portal-format.ts';
import type { CreditClass } from './credit-class.ts';
import type { PartnerRole } from './policy.ts';
import type { CreditReason } from './reasons.ts';
import { verdictWords } from './verdict-words.ts';

/** One partner on the deal: the credited one has the class of the headline, any other what its work earns. */
export type PartnerStanding = {
  readonly partnerId: PartnerId;
  readonly class: CreditClass;
  /** The role in which it earned that: originator of a sourced deal, else the highest (ATT-13); null if it earned nothing. */
  readonly role: PartnerRole | null;
  /** All of this partner's tests: T1 to T5 if it claims to have sourced the deal, then its touches and plan. */
  readonly reasons: readonly CreditReason[];
  /** The facts that earned the class. */
  readonly evidence: readonly FactId[];
};

type DecisionBase = {
  readonly policyVersion: number;
  readonly decidedAt: number;
  /** The last day on which a claim to have sourced the deal could be recorded (ATT-4), and whether it is past. */
  readonly lockOn: LocalDate;
  readonly locked: boolean;
  /**
   * 5.2: the credited partner also worked the deal jointly under an active plan. A sourced deal keeps its class and can
   * pay the SPIF. What other partners co-sold stands beside their names in `considered`.
   */
  readonly coSold: boolean;
  /** A touch fell outside the signed page (ATT-16); the deal belongs in the review queue. */
  readonly grayArea: boolean;
  readonly disputed: boolean;
  /** The ruling that decided instead of the page; null if the page did. */
  readonly rulingId: FactId | null;
  readonly reasons: readonly CreditReason[];
  readonly evidence: readonly FactId[];
  /** Every partner that acted on the deal, the credited one first. */
  readonly considered: readonly PartnerStanding[];
};

/**
 * - `credited`: one partner holds the headline.
 * - `none`: no partner does.
 * - `needs_panel`: two partners have equal claims to have sourced the deal (ATT-12). Until a panel rules, the
 *   deal carries what its touches earn, which may be nothing.
 */
export type CreditDecision = DecisionBase &
  (
    | {
        readonly kind: 'credited';
        readonly class: Exclude<CreditClass, 'none'>;
        readonly partnerId: PartnerId;
      }
    | { readonly kind: 'none'; readonly class: 'none'; readonly partnerId: null }
    | {
        readonly kind: 'needs_panel';
        readonly class: CreditClass;
        readonly partnerId: PartnerId | null;
        readonly claimants: readonly PartnerId[];
      }
  );

/**
 * The decision in one sentence for the top of a page. `nameOf` gives the name of a partner as it stands in a sentence;
 * the audience sees only partners that it may see, so the caller decides.
 */
export function verdictSentence(
  decision: CreditDecision,
  nameOf: (partner: PartnerId) => string,
  language: PortalLanguage = 'en',
): string {
  const words = verdictWords[language];
  const { class: creditClass, partnerId, coSold } = decision;
  const credit =
    partnerId === null || creditClass === 'none'
      ? words.nobody
      : words.credited[creditClass](nameOf(partnerId), coSold);
  const ruled = decision.rulingId === null ? '' : words.ruled;
  const disputed = decision.disputed ? words.disputed : '';
  if (decision.kind !== 'needs_panel') return credit + ruled + disputed;
  return words.tied(decision.claimants.map(nameOf), credit + disputed);
}
