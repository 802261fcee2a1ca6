import { queryOptions } from '@tanstack/react-query';
import { api } from '../api.ts';
import { take } from '../api-client.ts';
import type { components } from '../api-schema.d.ts';

export type Brand = components['schemas']['PortalBrand'];

/** How a company’s portal looks, before anybody has signed in; an error where it has no looks of its own. */
export function publicBrandQuery(slug: string) {
  return queryOptions({
    queryKey: ['portal-brand', slug],
    queryFn: () => take(api.GET('/api/v1/o/{org}/portal/brand', { params: { path: { org: slug } } })),
    retry: false,
    staleTime: 60_000,
  });
}
