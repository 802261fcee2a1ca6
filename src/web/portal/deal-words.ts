import { queryOptions } from '@tanstack/react-query';
import { api } from '../api.ts';
import { take } from '../api-client.ts';
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

export type OwnCredit = components['schemas']['CreditExplanation'];

/** What the partner is credited with on a deal, and why. */
export function ownCreditQuery(org: string, opportunityId: string) {
  return queryOptions({
    queryKey: ['portal', org, 'deal', opportunityId, 'credit'],
    queryFn: () =>
      take(
        api.GET('/api/v1/o/{org}/portal/deals/{opportunityId}/credit', {
          params: { path: { org, opportunityId } },
        }),
      ),
  });
}
