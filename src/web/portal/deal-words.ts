import type { components } from '../api-schema.d.ts';

export type PortalDeal = components['schemas']['PortalDeal'];

const words: Readonly<Record<string, string>> = {
  sourced: 'Sourced by you',
  co_sold: 'Co-sold with you',
  influenced: 'Influenced by you',
  assisted: 'Assisted by you',
};

/** What the deal is credited with, from where the partner stands. */
export function creditWords(deal: Pick<PortalDeal, 'class' | 'isCredited' | 'isCreditedToAnother'>): string {
  if (deal.isCredited) return words[deal.class] ?? deal.class;
  return deal.isCreditedToAnother ? 'Credited to another partner' : 'No credit yet';
}
