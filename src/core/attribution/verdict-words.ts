/**
 * The verdict on a deal in each language of the portal. In German every partner stands in the dative, so that a name
 * and what is said instead of one fit alike.
 *
 * Handbook: docs/handbook/portal.md
 */

import type { PortalLanguage } from '#core/registration/portal-format.ts';
import type { CreditClass } from './credit-class.ts';

type VerdictWords = {
  readonly nobody: string;
  readonly credited: Readonly<
    Record<Exclude<CreditClass, 'none'>, (partner: string, coSold: boolean) => string>
  >;
  readonly ruled: string;
  readonly disputed: string;
  /** ATT-12: equal claims, and what the deal carries until a panel rules. */
  readonly tied: (claimants: readonly string[], until: string) => string;
  /** What a partner reads in a sentence instead of the name of another one, and of itself where it has no name. */
  readonly another: string;
  readonly you: string;
};

export const verdictWords: Readonly<Record<PortalLanguage, VerdictWords>> = {
  en: {
    nobody: 'No partner is credited.',
    credited: {
      sourced: (partner, coSold) => `Sourced by ${partner}${coSold ? ', and co-sold' : ''}.`,
      co_sold: (partner) => `Co-sold with ${partner}.`,
      influenced: (partner) => `Influenced by ${partner}.`,
      assisted: (partner) => `Assisted by ${partner}.`,
    },
    ruled: ' Decided by a ruling.',
    disputed: ' The credit is disputed; its commission waits.',
    tied: (claimants, until) =>
      `${claimants.join(' and ')} have equal claims to have sourced this deal; a panel decides. Until then: ${until}`,
    another: 'another partner',
    you: 'you',
  },
  de: {
    nobody: 'Keinem Partner gutgeschrieben.',
    credited: {
      sourced: (partner, coSold) => `Von ${partner} gebracht${coSold ? ' und gemeinsam verkauft' : ''}.`,
      co_sold: (partner) => `Gemeinsam mit ${partner} verkauft.`,
      influenced: (partner) => `Von ${partner} beeinflusst.`,
      assisted: (partner) => `Von ${partner} unterstützt.`,
    },
    ruled: ' So wurde entschieden.',
    disputed: ' Die Gutschrift ist strittig; ihre Provision wartet.',
    tied: (claimants, until) =>
      `Von ${claimants.join(' und von ')} liegen gleichwertige Ansprüche vor, dieses Geschäft gebracht zu haben; ein Gremium entscheidet. Bis dahin: ${until}`,
    another: 'einem anderen Partner',
    you: 'Ihnen',
  },
};
