import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PortalLanguage } from '#core/registration/portal-format.ts';
import { api } from '../../api.ts';
import { given, take } from '../../api-client.ts';
import { useUrlState } from '../../ui/url-state.ts';
import type { Sending } from '../registration/draft-keeper.ts';
import type { FormKind, FormPorts, Submitted } from '../registration/form-ports.ts';
import type { PartnerMove } from '../registration/move-dialog.tsx';

/** Whose program and which partner a link is for, and its form. */
export function linkQuery(slug: string, secret: string) {
  return queryOptions({
    queryKey: ['form', slug, secret],
    queryFn: () =>
      take(api.GET('/api/v1/o/{org}/form/{secret}', { params: { path: { org: slug, secret } } })),
    retry: false,
  });
}

const heldKey = (slug: string, pass: string) => ['own-deal', slug, pass] as const;

/** The one registration of a secret. */
export function heldQuery(slug: string, pass: string, language: PortalLanguage) {
  return queryOptions({
    queryKey: [...heldKey(slug, pass), language],
    queryFn: () =>
      take(
        api.GET('/api/v1/o/{org}/own-deal/{pass}', {
          params: { path: { org: slug, pass }, query: { language } },
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export type Held = Awaited<ReturnType<NonNullable<ReturnType<typeof heldQuery>['queryFn']>>>;

/** The form of a registration whose secret the reader holds. */
export function useHeldPorts(
  slug: string,
  pass: string,
  organization: Held['organization'] | undefined,
): FormPorts {
  const queries = useQueryClient();
  const url = useUrlState();
  const { set } = url;
  return useMemo(() => {
    const path = { org: slug, pass };
    return {
      organization: organization ?? { name: '', currency: 'EUR', timeZone: 'UTC' },
      place: `form ${slug}`,
      key: heldKey(slug, pass),
      sending: (language, kind) => sendingOf(path, language, kind),
      hint: (domain, language) =>
        take(
          api.GET('/api/v1/o/{org}/own-deal/{pass}/domain-hint', {
            params: { path, query: { domain, language } },
          }),
        ),
      outlook: (typed) =>
        take(api.GET('/api/v1/o/{org}/own-deal/{pass}/outlook', { params: { path, query: given(typed) } })),
      termsHref: null,
      onSent: async (_number, kind) => {
        await queries.invalidateQueries({ queryKey: heldKey(slug, pass) });
        set({ sent: kind, write: undefined }, true);
      },
    };
  }, [slug, pass, organization, queries, set]);
}

type Path = { readonly org: string; readonly pass: string };

/** The draft is begun already: the secret of the address stands for its id. */
function sendingOf(path: Path, language: PortalLanguage, kind: FormKind): Sending<Submitted> {
  return {
    begin: () => Promise.reject(new Error('a draft of a link is begun before it is typed')),
    save: (_id, typed) =>
      take(api.PUT('/api/v1/o/{org}/own-deal/{pass}/draft', { params: { path }, body: { typed } })),
    send: async (_id, words, key) => {
      const params = { path, header: { 'idempotency-key': key } };
      if (kind === 'registration') {
        return take(api.POST('/api/v1/o/{org}/own-deal/{pass}/submission', { params, body: { language } }));
      }
      const { state } = await take(
        api.POST('/api/v1/o/{org}/own-deal/{pass}/answer', { params, body: { words } }),
      );
      return { state, notes: [] };
    },
  };
}

/** Does a move on a registration whose secret the reader holds, and reads it anew. */
export function useHeldMove(slug: string, pass: string) {
  const queries = useQueryClient();
  return async (move: PartnerMove, words: string): Promise<void> => {
    const options = { params: { path: { org: slug, pass } }, body: { words } };
    await take(call(move, options));
    await queries.invalidateQueries({ queryKey: heldKey(slug, pass) });
  };
}

function call(move: PartnerMove, options: { params: { path: Path }; body: { words: string } }) {
  switch (move) {
    case 'update':
      return api.POST('/api/v1/o/{org}/own-deal/{pass}/update', options);
    case 'ask_extension':
      return api.POST('/api/v1/o/{org}/own-deal/{pass}/extension', options);
    case 'appeal':
      return api.POST('/api/v1/o/{org}/own-deal/{pass}/appeal', options);
    case 'withdraw':
      return api.POST('/api/v1/o/{org}/own-deal/{pass}/withdrawal', options);
  }
}
