import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Role } from '../../api.ts';
import { take } from '../../api-client.ts';
import type { PolicyWord } from './policy-values.ts';
import type { Definitions } from './proposal.ts';

/** Every version of a signed page, newest first. */
export function policyQuery(org: string, word: PolicyWord) {
  return queryOptions({
    queryKey: ['policy', org, word],
    queryFn: () => take(api.GET('/api/v1/o/{org}/policies/{word}', { params: { path: { org, word } } })),
  });
}

/** Signs a version for a seat. Afterwards everything is read again: figures lose their draft mark. */
export function useSign(org: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ word, version, seat }: { word: PolicyWord; version: number; seat: Role }) =>
      take(
        api.POST('/api/v1/o/{org}/policies/{word}/{version}/signatures', {
          params: { path: { org, word, version } },
          body: { seat },
        }),
      ),
    onSettled: () => queries.invalidateQueries(),
  });
}

/** Proposes the next version of the scoreboard's definitions. */
export function usePropose(org: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { definitions: Definitions; inForceFrom: string }) =>
      take(api.POST('/api/v1/o/{org}/policies/scoreboard', { params: { path: { org } }, body })),
    onSuccess: () => queries.invalidateQueries(),
  });
}
