import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { PortalLanguage } from '#core/registration/portal-format.ts';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import type { components } from '../../api-schema.d.ts';

export type OwnItem = components['schemas']['OwnRegistrationItem'];
export type OwnRegistration = components['schemas']['OwnRegistration'];
export type Terms = components['schemas']['RegistrationTerms'];

/** Everything about registrations stands below it, so that one change refreshes all. */
export const ownKey = (slug: string) => ['portal', slug, 'registrations'] as const;

/** The partner's registrations: what waits for it first, then the newest. */
export function ownListQuery(slug: string, language: PortalLanguage) {
  return queryOptions({
    queryKey: [...ownKey(slug), 'list', language],
    queryFn: async () =>
      (
        await take(
          api.GET('/api/v1/o/{org}/portal/registrations', {
            params: { path: { org: slug }, query: { language } },
          }),
        )
      ).items,
    placeholderData: keepPreviousData,
  });
}

/** One of them, by its number. */
export function ownQuery(slug: string, number: number, language: PortalLanguage) {
  return queryOptions({
    queryKey: [...ownKey(slug), 'one', number, language],
    queryFn: () =>
      take(
        api.GET('/api/v1/o/{org}/portal/registrations/number/{number}', {
          params: { path: { org: slug, number }, query: { language } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** The form that the signed page asks, and what is known before anybody types. */
export function formQuery(slug: string) {
  return queryOptions({
    queryKey: ['portal', slug, 'registration-form'],
    queryFn: () =>
      take(api.GET('/api/v1/o/{org}/portal/registration-form', { params: { path: { org: slug } } })),
  });
}

/** The terms of the signed page. */
export function termsQuery(slug: string, language: PortalLanguage) {
  return queryOptions({
    queryKey: ['portal', slug, 'registration-terms', language],
    queryFn: () =>
      take(
        api.GET('/api/v1/o/{org}/portal/registration-terms', {
          params: { path: { org: slug }, query: { language } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
}
