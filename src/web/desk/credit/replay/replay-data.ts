import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../api.ts';
import { take } from '../../../api-client.ts';
import type { components } from '../../../api-schema.d.ts';

export type CreditReplay = components['schemas']['CreditReplay'];
export type ReplayResult = NonNullable<CreditReplay['result']>;
export type MovedDeal = components['schemas']['MovedDeal'];
export type CreditClass = MovedDeal['after']['class'];
export type ReplayWish =
  | { readonly page: Record<string, unknown> }
  | { readonly from: 'draft' | 'proposed' }
  | { readonly knownOn: string };

export function isOver({ state }: Pick<CreditReplay, 'state'>): boolean {
  return state !== 'waiting' && state !== 'running';
}

/** One replay, asked again twice a second until it is over. */
export function replayQuery(org: string, replayId: string) {
  return queryOptions({
    queryKey: ['replay', org, replayId],
    queryFn: () =>
      take(api.GET('/api/v1/o/{org}/credit/replays/{replayId}', { params: { path: { org, replayId } } })),
    refetchInterval: ({ state }) => (state.data !== undefined && isOver(state.data) ? false : 500),
  });
}

export function replaysQuery(org: string) {
  return queryOptions({
    queryKey: ['replays', org],
    queryFn: () =>
      take(api.GET('/api/v1/o/{org}/credit/replays', { params: { path: { org }, query: { limit: 10 } } })),
  });
}

export type MovedFilter = {
  readonly from?: CreditClass | undefined;
  readonly to?: CreditClass | undefined;
  readonly partner?: string | undefined;
  readonly cursor?: number | undefined;
};

export function movedQuery(org: string, replayId: string, filter: MovedFilter) {
  return queryOptions({
    queryKey: ['replay', org, replayId, 'deals', filter],
    queryFn: () =>
      take(
        api.GET('/api/v1/o/{org}/credit/replays/{replayId}/deals', {
          params: { path: { org, replayId }, query: { limit: 20, ...given(filter) } },
        }),
      ),
  });
}

/** Only what is asked: what is undefined is left out. */
function given({ from, to, partner, cursor }: MovedFilter) {
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(partner === undefined ? {} : { partner }),
    ...(cursor === undefined ? {} : { cursor }),
  };
}

export function useStartReplay(org: string, onStarted: (replayId: string) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: ReplayWish) =>
      take(api.POST('/api/v1/o/{org}/credit/replays', { params: { path: { org } }, body: wish })),
    onSuccess: ({ replayId }) => {
      void client.invalidateQueries({ queryKey: ['replays', org] });
      onStarted(replayId);
    },
  });
}

export function useStopReplay(org: string, replayId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      take(
        api.POST('/api/v1/o/{org}/credit/replays/{replayId}/discard', {
          params: { path: { org, replayId } },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['replay', org, replayId] }),
  });
}

/** What a replay is about, in words. */
export function aboutWords(about: CreditReplay['about'], day: string): string {
  if (about === 'then') return `What was known on ${day}`;
  if (about === 'draft') return 'The draft of the attribution page';
  if (about === 'proposed') return 'The proposed attribution page';
  return 'An attribution page with changed numbers';
}

export const stateWords = {
  waiting: 'waits to begin',
  running: 'runs',
  done: 'done',
  failed: 'failed',
  stopped: 'stopped',
} as const satisfies Record<CreditReplay['state'], string>;
