import { queryOptions } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { createContext, useContext } from 'react';
import { api, type Capability } from '../api.ts';
import { take } from '../api-client.ts';

/** Whose program this is, for which partner, and who of it is known by name. */
export function portalQuery(org: string) {
  return queryOptions({
    queryKey: ['portal', org],
    queryFn: () => take(api.GET('/api/v1/o/{org}/portal', { params: { path: { org } } })),
    staleTime: 60_000,
  });
}

export type Portal = Awaited<ReturnType<NonNullable<ReturnType<typeof portalQuery>['queryFn']>>> & {
  readonly slug: string;
  /** The company by its own name, where that counts more than how it calls itself here. */
  readonly payer: string;
};

export const PortalContext = createContext<Portal | null>(null);

/** The frame that the signed-in partner works in. */
export function usePortal(): Portal {
  const portal = useContext(PortalContext);
  if (portal === null) throw new Error('this page stands outside PortalFrame');
  return portal;
}

/** Whether the signed-in person may do this. The server asks the same table again. */
export function useMayInPortal(capability: Capability): boolean {
  return usePortal().me.capabilities.includes(capability);
}

/** The `{org}` of the address. */
export function usePortalSlug(): string {
  const { org } = useParams({ strict: false }) as { org?: string };
  return org ?? '';
}
