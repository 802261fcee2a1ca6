import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../api.ts';
import { take } from '../../../api-client.ts';
import type { components, operations } from '../../../api-schema.d.ts';
import { useDesk } from '../../desk-context.ts';

export type Restatement = components['schemas']['Restatement'];
export type FrozenFigure = components['schemas']['FrozenFigure'];

type Listed = operations['listQuarters']['responses'][200]['content']['application/json'];
export type QuarterLine = Listed['items'][number];
type Read = operations['readQuarter']['responses'][200]['content']['application/json'];
export type FrozenDeal = Read['deals'][number];

/** The quarters, newest first, with what waits. */
export function quartersQuery(org: string) {
  return queryOptions({
    queryKey: ['quarters', org],
    queryFn: () => take(api.GET('/api/v1/o/{org}/quarters', { params: { path: { org } } })),
  });
}

/** A closed quarter with everything behind it. */
export function quarterQuery(org: string, startsOn: string) {
  return queryOptions({
    queryKey: ['quarters', org, startsOn],
    queryFn: () =>
      take(api.GET('/api/v1/o/{org}/quarters/{startsOn}', { params: { path: { org, startsOn } } })),
  });
}

/** What a quarter would be closed at. Read anew each time it is looked at. */
export function previewQuery(org: string, startsOn: string) {
  return queryOptions({
    queryKey: ['quarters', org, startsOn, 'preview'],
    queryFn: () =>
      take(api.GET('/api/v1/o/{org}/quarters/{startsOn}/preview', { params: { path: { org, startsOn } } })),
    staleTime: 0,
  });
}

function useReadQuarters(): () => Promise<void> {
  const { slug } = useDesk();
  const queries = useQueryClient();
  return async () => {
    const words = ['quarters', 'scoreboard'];
    await Promise.all(words.map((word) => queries.invalidateQueries({ queryKey: [word, slug] })));
  };
}

/** Closes a quarter in the name of the CFO. */
export function useCloseQuarter() {
  const { slug: org } = useDesk();
  const again = useReadQuarters();
  return useMutation({
    mutationFn: ({ startsOn, password }: { startsOn: string; password: string }) =>
      take(
        api.POST('/api/v1/o/{org}/quarters', {
          params: { path: { org } },
          body: { startsOn, ...(password === '' ? {} : { password }) },
        }),
      ),
    onSuccess: again,
  });
}

/** Accepts a restatement or refuses it. */
export function useDecideRestatement() {
  const { slug: org } = useDesk();
  const again = useReadQuarters();
  return useMutation({
    mutationFn: async (given: { restatementId: string; accept: boolean; note: string }) => {
      const { restatementId, accept, note } = given;
      const call = { params: { path: { org, restatementId } }, body: { note } };
      const done = accept
        ? api.POST('/api/v1/o/{org}/restatements/{restatementId}/acceptance', call)
        : api.POST('/api/v1/o/{org}/restatements/{restatementId}/refusal', call);
      await take(done);
    },
    onSuccess: again,
  });
}
