import { queryOptions } from '@tanstack/react-query';
import { api } from './api.ts';
import { take } from './api-client.ts';

/** Who is signed in, and the organizations they belong to. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => take(api.GET('/api/v1/me')),
  staleTime: 60_000,
});

/** Whether this installation is set up. */
export const installationQuery = queryOptions({
  queryKey: ['installation'],
  queryFn: () => take(api.GET('/api/v1/installation')),
});

/** The frame of one organization, and what the signed-in person may do in it. */
export function organizationQuery(org: string) {
  return queryOptions({
    queryKey: ['organization', org],
    queryFn: () => take(api.GET('/api/v1/o/{org}', { params: { path: { org } } })),
    staleTime: 60_000,
  });
}
