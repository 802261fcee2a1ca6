import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../api.ts';
import { take } from '../../../api-client.ts';
import type { components } from '../../../api-schema.d.ts';
import { useDesk } from '../../desk-context.ts';

export type WaitingClaim = components['schemas']['WaitingClaim'];
export type ProposedWithdrawal = components['schemas']['ProposedWithdrawal'];
export type TouchSuggestion = components['schemas']['TouchSuggestion'];
export type KeptTouch = components['schemas']['KeptTouch'];

/** What waits to be confirmed or refused, and withdrawals that wait for a second signature. */
export function claimsQuery(org: string) {
  return queryOptions({
    queryKey: ['waiting', org, 'claims'],
    queryFn: () => take(api.GET('/api/v1/o/{org}/claims', { params: { path: { org } } })),
  });
}

/** Touches that could be confirmed with one click, on one's own deals or on all. */
export function suggestionsQuery(org: string, whose: 'mine' | 'all') {
  return queryOptions({
    queryKey: ['waiting', org, 'suggestions', whose],
    queryFn: () =>
      take(api.GET('/api/v1/o/{org}/suggestions', { params: { path: { org }, query: { whose } } })),
    placeholderData: (before) => before,
  });
}

/** The same on one deal. */
export function dealSuggestionsQuery(org: string, opportunity: string) {
  return queryOptions({
    queryKey: ['waiting', org, 'suggestions of', opportunity],
    queryFn: () =>
      take(
        api.GET('/api/v1/o/{org}/opportunities/{opportunity}/suggestions', {
          params: { path: { org, opportunity } },
        }),
      ),
  });
}

/** Reads again what an answer changes: what waits, the deal, its credit, the lists and the scoreboard. */
export function useReadWaiting(): () => Promise<void> {
  const { slug } = useDesk();
  const queries = useQueryClient();
  return async () => {
    const words = ['waiting', 'opportunity', 'opportunities', 'scoreboard'];
    await Promise.all(words.map((word) => queries.invalidateQueries({ queryKey: [word, slug] })));
  };
}
