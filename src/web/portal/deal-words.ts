import { queryOptions } from '@tanstack/react-query';
import type { PortalLanguage } from '#core/registration/portal-format.ts';
import { nameIn } from '../any-language.ts';
import { api } from '../api.ts';
import { take } from '../api-client.ts';
import type { components } from '../api-schema.d.ts';
import type { PortalWords } from './words.ts';

export type PortalDeal = components['schemas']['PortalDeal'];

/** What the deal is credited with, from where the partner stands. */
export function creditWords(
  deal: Pick<PortalDeal, 'class' | 'isCredited' | 'isCreditedToAnother'>,
  said: PortalWords['credit']['yours'],
): string {
  if (deal.isCredited) return nameIn(said, deal.class);
  return deal.isCreditedToAnother ? said.another : said.none;
}

export type OwnCredit = components['schemas']['CreditExplanation'];

/** What the partner is credited with on a deal, and why, in the reader's language. */
export function ownCreditQuery(org: string, opportunityId: string, language: PortalLanguage) {
  return queryOptions({
    queryKey: ['portal', org, 'deal', opportunityId, 'credit', language],
    queryFn: () =>
      take(
        api.GET('/api/v1/o/{org}/portal/deals/{opportunityId}/credit', {
          params: { path: { org, opportunityId }, query: { language } },
        }),
      ),
    // Another language of the same deal; another deal's credit must not stand under this one's name.
    placeholderData: (before, query) => (query?.queryKey[3] === opportunityId ? before : undefined),
  });
}
