import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { given, take } from '../../api-client.ts';

/** How long to wait before asking again how far it is. */
const againMs = 1000;

type Wanted = { readonly asOf?: string | undefined; readonly scope?: 'openingBalance' | undefined };

/** What partners are associated with. While the server works it out, it is asked again every second. */
export function liftQuery(org: string, wanted: Wanted) {
  return queryOptions({
    queryKey: ['lift', org, wanted.asOf ?? 'today', wanted.scope ?? 'proven'],
    queryFn: () => take(api.GET('/api/v1/o/{org}/lift', { params: { path: { org }, query: given(wanted) } })),
    refetchInterval: ({ state }) => (state.data?.state === 'working' ? againMs : false),
  });
}

export type LiftReply = Awaited<ReturnType<NonNullable<ReturnType<typeof liftQuery>['queryFn']>>>;
export type LiftReport = Extract<LiftReply, { state: 'ready' }>;
export type Comparison = LiftReport['comparisons'][number];
