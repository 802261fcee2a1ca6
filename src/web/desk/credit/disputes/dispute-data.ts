import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../api.ts';
import { given, take } from '../../../api-client.ts';

/** The cases of the organization. */
export function disputesQuery(org: string) {
  return queryOptions({
    queryKey: ['disputes', org],
    queryFn: () =>
      take(api.GET('/api/v1/o/{org}/disputes', { params: { path: { org }, query: given({ limit: 200 }) } })),
  });
}

/** One case by its number. */
export function disputeQuery(org: string, dispute: string) {
  return queryOptions({
    queryKey: ['disputes', org, dispute],
    queryFn: () =>
      take(api.GET('/api/v1/o/{org}/disputes/{dispute}', { params: { path: { org, dispute } } })),
  });
}

/** The deals on which the page is silent. */
export function reviewsQuery(org: string) {
  return queryOptions({
    queryKey: ['disputes', org, 'reviews'],
    queryFn: () => take(api.GET('/api/v1/o/{org}/reviews', { params: { path: { org } } })),
  });
}

/** Rulings of the past that have these words. */
export function precedentsQuery(org: string, q: string) {
  return queryOptions({
    queryKey: ['disputes', org, 'precedents', q],
    queryFn: () =>
      take(
        api.GET('/api/v1/o/{org}/precedents', {
          params: { path: { org }, query: given({ q: q.trim() === '' ? undefined : q.trim() }) },
        }),
      ),
    placeholderData: (before) => before,
  });
}
