import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { given, take } from '../../api-client.ts';
import type { paths } from '../../api-schema.d.ts';

type ListQuery = NonNullable<paths['/api/v1/o/{org}/opportunities']['get']['parameters']['query']>;

/** What a list may be narrowed by, as it stands in the address and in the API. */
export const filterNames = [
  'q',
  'outcome',
  'credit',
  'claim',
  'partnerId',
  'accountId',
  'owner',
  'stage',
] as const;

export type FilterName = (typeof filterNames)[number];
export type Filter = Readonly<Partial<Record<FilterName, string>>>;

/** The filter of an address; whatever else stands there is left out. */
export function filterOf(all: Readonly<Record<string, string>>): Filter {
  return Object.fromEntries(filterNames.flatMap((name) => (all[name] ? [[name, all[name]]] : [])));
}

/** A page of the list. An address with a word that the API does not know is answered by the API, in words. */
export function opportunitiesQuery(
  org: string,
  list: { filter: Filter; sort: string | undefined; cursor: string | undefined },
) {
  const query = given({ ...list.filter, sort: list.sort, cursor: list.cursor }) as ListQuery;
  return queryOptions({
    queryKey: ['opportunities', org, query],
    queryFn: () => take(api.GET('/api/v1/o/{org}/opportunities', { params: { path: { org }, query } })),
    placeholderData: (before) => before,
  });
}

/** How many deals the filter finds, counted apart so that the list need not wait for it. */
export function countQuery(org: string, filter: Filter) {
  const query = filter as ListQuery;
  return queryOptions({
    queryKey: ['opportunities', org, 'count', query],
    queryFn: () => take(api.GET('/api/v1/o/{org}/opportunities/count', { params: { path: { org }, query } })),
  });
}

/** One deal with all that is known of it. */
export function opportunityQuery(org: string, opportunity: string) {
  return queryOptions({
    queryKey: ['opportunity', org, opportunity],
    queryFn: () =>
      take(
        api.GET('/api/v1/o/{org}/opportunities/{opportunity}', { params: { path: { org, opportunity } } }),
      ),
  });
}

/** Why the credit of a deal is as it is. */
export function creditQuery(org: string, opportunity: string) {
  return queryOptions({
    queryKey: ['opportunity', org, opportunity, 'credit'],
    queryFn: () =>
      take(
        api.GET('/api/v1/o/{org}/opportunities/{opportunity}/credit', {
          params: { path: { org, opportunity } },
        }),
      ),
  });
}

type Answer<Query extends { queryFn?: unknown }> =
  NonNullable<Query['queryFn']> extends (...args: never[]) => infer Result ? Awaited<Result> : never;

export type ListedOpportunity = Answer<ReturnType<typeof opportunitiesQuery>>['items'][number];
export type Opportunity = Answer<ReturnType<typeof opportunityQuery>>;
export type Credit = Answer<ReturnType<typeof creditQuery>>;
