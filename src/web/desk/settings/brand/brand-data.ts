import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../api.ts';
import { take } from '../../../api-client.ts';

export const brandKey = (slug: string) => ['brand', slug] as const;

/** How the company looks in its portal. */
export function brandQuery(slug: string) {
  return queryOptions({
    queryKey: brandKey(slug),
    queryFn: async () =>
      (await take(api.GET('/api/v1/o/{org}/brand', { params: { path: { org: slug } } }))).brand,
  });
}

/** Sends the bytes of a logo. */
export function sendLogo(org: string, file: File): Promise<unknown> {
  return take(
    api.PUT('/api/v1/o/{org}/brand/logo', {
      params: { path: { org } },
      fetch: (request) => {
        const sending = new Request(request, { body: file });
        sending.headers.set('content-type', 'application/octet-stream');
        return fetch(sending);
      },
    }),
  );
}
