import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../api.ts';
import { take } from '../../../api-client.ts';
import type { components, operations } from '../../../api-schema.d.ts';
import { useDesk } from '../../desk-context.ts';

type Json<Name extends keyof operations> = operations[Name] extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;

export type AuditItem = components['schemas']['AuditItem'];
export type SampleLine = Json<'listAuditSamples'>['items'][number];
export type Sample = Json<'readAuditSample'>;
export type NamedLine = Json<'listNamedWithoutAct'>['items'][number];
export type Completeness = Json<'readCreditCompleteness'>;

const key = (org: string, ...rest: string[]) => ['credit-audit', org, ...rest];

/** The monthly samples, and whether the figures are unaudited. */
export function samplesQuery(org: string) {
  return queryOptions({
    queryKey: key(org, 'samples'),
    queryFn: () => take(api.GET('/api/v1/o/{org}/credit-audit/samples', { params: { path: { org } } })),
  });
}

/** One sample with every deal in it. */
export function sampleQuery(org: string, month: string) {
  return queryOptions({
    queryKey: key(org, 'sample', month),
    queryFn: () =>
      take(api.GET('/api/v1/o/{org}/credit-audit/samples/{month}', { params: { path: { org, month } } })),
  });
}

/** Partners that a deal names without one confirmed act. */
export function namedQuery(org: string) {
  return queryOptions({
    queryKey: key(org, 'named'),
    queryFn: () =>
      take(api.GET('/api/v1/o/{org}/credit-audit/named-without-act', { params: { path: { org } } })),
  });
}

/** How complete the credit of partner deals is. */
export function completenessQuery(org: string) {
  return queryOptions({
    queryKey: key(org, 'completeness'),
    queryFn: () => take(api.GET('/api/v1/o/{org}/credit-audit/completeness', { params: { path: { org } } })),
  });
}

function useReadAudit(): () => Promise<void> {
  const { slug } = useDesk();
  const queries = useQueryClient();
  return async () => {
    const words = ['credit-audit', 'scoreboard', 'quarters'];
    await Promise.all(words.map((word) => queries.invalidateQueries({ queryKey: [word, slug] })));
  };
}

/** Draws the sample of a month. */
export function useDraw() {
  const { slug: org } = useDesk();
  const again = useReadAudit();
  return useMutation({
    mutationFn: (month: string) =>
      take(api.POST('/api/v1/o/{org}/credit-audit/samples', { params: { path: { org } }, body: { month } })),
    onSuccess: again,
  });
}

/** Writes what was found about a deal of the sample. */
export function useFind(month: string) {
  const { slug: org } = useDesk();
  const again = useReadAudit();
  return useMutation({
    mutationFn: (found: { findingDealId: string; finding: 'sound' | 'error'; note: string | null }) => {
      const { findingDealId, finding, note } = found;
      return take(
        api.POST('/api/v1/o/{org}/credit-audit/samples/{month}/deals/{findingDealId}/findings', {
          params: { path: { org, month, findingDealId } },
          body: { finding, note },
        }),
      );
    },
    onSuccess: again,
  });
}
