import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api } from '../../api.ts';
import { given, take } from '../../api-client.ts';
import { paths } from '../../paths.ts';
import { goTo } from '../../ui/url-state.ts';
import { usePortal } from '../portal-context.ts';
import type { Sending } from './draft-keeper.ts';
import type { FormKind, FormPorts, Submitted } from './form-ports.ts';
import { ownKey } from './own-data.ts';

type Path = { readonly org: string; readonly registrationId: string };
const header = (key: string) => ({ 'idempotency-key': key });

/** The form of the partner that is signed in. */
export function usePortalPorts(): FormPorts {
  const { slug, organization, partner, me } = usePortal();
  const queries = useQueryClient();
  const router = useRouter();
  return useMemo(
    () => ({
      organization,
      place: `${slug} ${partner.partnerId} ${me.name}`,
      key: ['portal', slug],
      sending: (language, kind) => sendingOf(slug, language, kind),
      hint: (domain, language) =>
        take(
          api.GET('/api/v1/o/{org}/portal/domain-hint', {
            params: { path: { org: slug }, query: { domain, language } },
          }),
        ),
      outlook: (typed) =>
        take(
          api.GET('/api/v1/o/{org}/portal/registration-outlook', {
            params: { path: { org: slug }, query: given(typed) },
          }),
        ),
      termsHref: paths.portalTerms(slug),
      onSent: async (number, kind) => {
        await queries.invalidateQueries({ queryKey: ownKey(slug) });
        goTo(router, paths.portalRegistration(slug, String(number), { sent: kind }));
      },
    }),
    [slug, organization, partner.partnerId, me.name, queries, router],
  );
}

/** The calls of a form that registers a deal, or that answers a question on one. */
function sendingOf(org: string, language: 'en' | 'de', kind: FormKind): Sending<Submitted> {
  return {
    begin: (typed, key) =>
      take(
        api.POST('/api/v1/o/{org}/portal/registrations', {
          params: { path: { org }, header: header(key) },
          body: { typed },
        }),
      ),
    save: (registrationId, typed) =>
      take(
        api.PUT('/api/v1/o/{org}/portal/registrations/{registrationId}/draft', {
          params: { path: { org, registrationId } },
          body: { typed },
        }),
      ),
    send: (registrationId, words, key) => {
      const path = { org, registrationId };
      return kind === 'answer' ? answer(path, words, key) : submit(path, language, key);
    },
  };
}

function submit(path: Path, language: 'en' | 'de', key: string): Promise<Submitted> {
  return take(
    api.POST('/api/v1/o/{org}/portal/registrations/{registrationId}/submission', {
      params: { path, header: header(key) },
      body: { language },
    }),
  );
}

async function answer(path: Path, words: string, key: string): Promise<Submitted> {
  const { state } = await take(
    api.POST('/api/v1/o/{org}/portal/registrations/{registrationId}/answer', {
      params: { path, header: header(key) },
      body: { words },
    }),
  );
  return { state, notes: [] };
}
