import { queryOptions } from '@tanstack/react-query';
import type { CrmSystem } from '#core/attribution/crm-fields.ts';
import { api } from '../../api.ts';
import { given, take } from '../../api-client.ts';
import type { components } from '../../api-schema.d.ts';

type Schemas = components['schemas'];
export type CrmMap = Schemas['ShownCrmMap'];
export type CrmExport = Schemas['CrmExport'];
export type CrmCheck = Schemas['CrmCheck'];
export type CrmDifference = Schemas['CrmDifference'];

/** Which field of each CRM carries what. */
export function crmMapsQuery(org: string) {
  return queryOptions({
    queryKey: ['crm', org, 'fields'],
    queryFn: () => take(api.GET('/api/v1/o/{org}/crm/fields', { params: { path: { org } } })),
  });
}

/** What would go to a CRM now. */
export function crmExportQuery(org: string, system: CrmSystem) {
  return queryOptions({
    queryKey: ['crm', org, 'export', system],
    queryFn: () =>
      take(api.GET('/api/v1/o/{org}/crm/export', { params: { path: { org }, query: { system } } })),
  });
}

/** The address of one file of what goes to a CRM. */
export function crmFileAddress(org: string, system: CrmSystem, path: string): string {
  const query = new URLSearchParams({ system, path });
  return `/api/v1/o/${encodeURIComponent(org)}/crm/export/file?${query}`;
}

export function crmChecksQuery(org: string, cursor: string | undefined) {
  return queryOptions({
    queryKey: ['crm', org, 'checks', cursor ?? ''],
    queryFn: () =>
      take(
        api.GET('/api/v1/o/{org}/crm/checks', {
          params: { path: { org }, query: given({ limit: 20, cursor }) },
        }),
      ),
  });
}

export function crmCheckQuery(org: string, checkId: string) {
  return queryOptions({
    queryKey: ['crm', org, 'check', checkId],
    queryFn: () =>
      take(api.GET('/api/v1/o/{org}/crm/checks/{checkId}', { params: { path: { org, checkId } } })),
  });
}

export function crmDifferencesQuery(
  org: string,
  checkId: string,
  page: { readonly kind: CrmDifference['kind'] | undefined; readonly cursor: number | undefined },
) {
  return queryOptions({
    queryKey: ['crm', org, 'differences', checkId, page.kind ?? '', page.cursor ?? 0],
    queryFn: () =>
      take(
        api.GET('/api/v1/o/{org}/crm/checks/{checkId}/differences', {
          params: { path: { org, checkId }, query: given({ ...page, limit: 50 }) },
        }),
      ),
  });
}
