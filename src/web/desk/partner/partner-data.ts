import { queryOptions } from '@tanstack/react-query';
import { journeyStages } from '#core/journey/journey-stage.ts';
import { api } from '../../api.ts';
import { given, take } from '../../api-client.ts';
import type { paths } from '../../api-schema.d.ts';

type ListQuery = NonNullable<paths['/api/v1/o/{org}/partners']['get']['parameters']['query']>;

/** Partners in order of name, a page at a time. */
export function partnersQuery(
  org: string,
  list: {
    q?: string | undefined;
    archetype?: string | undefined;
    signed?: string | undefined;
    cursor?: string | undefined;
    limit?: number | undefined;
  },
) {
  const query = given(list) as ListQuery;
  return queryOptions({
    queryKey: ['partners', org, query],
    queryFn: () => take(api.GET('/api/v1/o/{org}/partners', { params: { path: { org }, query } })),
    placeholderData: (before) => before,
  });
}

/** One partner and its people. */
export function partnerQuery(org: string, partnerId: string) {
  return queryOptions({
    queryKey: ['partner', org, partnerId],
    queryFn: () =>
      take(api.GET('/api/v1/o/{org}/partners/{partnerId}', { params: { path: { org, partnerId } } })),
  });
}

type Answer<Query extends { queryFn?: unknown }> =
  NonNullable<Query['queryFn']> extends (...args: never[]) => infer Result ? Awaited<Result> : never;

export type Partner = Answer<ReturnType<typeof partnerQuery>>;
export type Archetype = NonNullable<ListQuery['archetype']>;

/** The archetypes of partners, in words. */
export const archetypeLabels = {
  reseller: 'Reseller',
  msp: 'MSP',
  si: 'SI',
  isv: 'ISV',
  referral: 'Referral',
  agency: 'Agency',
} as const satisfies Record<Archetype, string>;

/** An archetype as it is said; null is a partner whose archetype nobody has entered. */
export function archetypeLabel(archetype: string | null): string {
  if (archetype === null) return 'No archetype';
  return Object.entries(archetypeLabels).find(([name]) => name === archetype)?.[1] ?? archetype;
}

/** A stage of the partner journey as it is said. */
export function journeyStageLabel(stage: string): string {
  return Object.entries(journeyStages).find(([name]) => name === stage)?.[1] ?? stage;
}
