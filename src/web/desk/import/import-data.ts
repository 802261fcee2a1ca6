import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import type { components } from '../../api-schema.d.ts';

type Schemas = components['schemas'];
export type ImportKind = Schemas['ImportKind'];
export type ImportDraft = Schemas['ImportDraft'];
export type ImportMapping = Schemas['ImportMapping'];
export type Understanding = Schemas['ImportUnderstanding'];
export type ImportQuestion = Understanding['questions'][number];
export type PartnerCandidate = Schemas['PartnerCandidate'];
export type FileChoice = Schemas['ImportFileChoice'];
export type TryResult = NonNullable<ImportDraft['result']>;
export type RejectGroup = TryResult['groups'][number];
export type Import = Schemas['Import'];
export type OpeningBalance = Schemas['OpeningBalance'];

/** While a run goes on, the draft is asked this often how far it is. */
const askEveryMs = 600;

export function draftKey(org: string, draftId: string): readonly string[] {
  return ['import-draft', org, draftId];
}

/** A file on its way in, asked again and again while it is read or written. */
export function draftQuery(org: string, draftId: string) {
  return queryOptions({
    queryKey: draftKey(org, draftId),
    queryFn: () =>
      take(
        api.GET('/api/v1/o/{org}/import-drafts/{draftId}', { params: { path: { org, draftId } } }),
      ) as Promise<ImportDraft>,
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? askEveryMs : false),
  });
}

export function importsQuery(org: string, cursor: string | undefined) {
  const query = { limit: 50, ...(cursor === undefined ? {} : { cursor }) };
  return queryOptions({
    queryKey: ['imports', org, cursor ?? ''],
    queryFn: () => take(api.GET('/api/v1/o/{org}/imports', { params: { path: { org }, query } })),
  });
}

export function importQuery(org: string, importId: string) {
  return queryOptions({
    queryKey: ['imports', org, 'one', importId],
    queryFn: () =>
      take(api.GET('/api/v1/o/{org}/imports/{importId}', { params: { path: { org, importId } } })),
  });
}

export function openingBalanceQuery(org: string) {
  return queryOptions({
    queryKey: ['opening-balance', org],
    queryFn: () => take(api.GET('/api/v1/o/{org}/opening-balance', { params: { path: { org } } })),
  });
}

/** The demo company; asked again and again while it is being made, or was just asked for. */
export function demoQuery(org: string, wasAsked = false) {
  return queryOptions({
    queryKey: ['demo', org],
    queryFn: () => take(api.GET('/api/v1/o/{org}/demo', { params: { path: { org } } })),
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'loading' || (wasAsked && data?.state === 'none') ? 1500 : false,
  });
}

/** Sends the bytes of a file. The same bytes twice are one file. */
export async function uploadFile(org: string, file: File): Promise<string> {
  const stored = await take(
    api.POST('/api/v1/o/{org}/files', {
      params: { path: { org }, query: { name: file.name.slice(0, 200) } },
      fetch: (request) => {
        const sending = new Request(request, { body: file });
        sending.headers.set('content-type', 'application/octet-stream');
        return fetch(sending);
      },
    }),
  );
  return stored.fileId;
}

export type NewDraft = {
  readonly fileId: string;
  readonly fileName: string;
  readonly kind?: ImportKind;
  readonly source?: string;
  readonly file?: FileChoice;
};

/** Has the server understand a file; the draft that comes back is not yet anything imported. */
export function openDraft(org: string, body: NewDraft): Promise<ImportDraft> {
  return take(
    api.POST('/api/v1/o/{org}/import-drafts', { params: { path: { org } }, body }),
  ) as Promise<ImportDraft>;
}

export function saveMapping(org: string, draftId: string, mapping: ImportMapping): Promise<ImportDraft> {
  return take(
    api.PUT('/api/v1/o/{org}/import-drafts/{draftId}/mapping', {
      params: { path: { org, draftId } },
      body: { mapping },
    }),
  ) as Promise<ImportDraft>;
}

export function startTry(org: string, draftId: string): Promise<ImportDraft> {
  return take(
    api.POST('/api/v1/o/{org}/import-drafts/{draftId}/try', { params: { path: { org, draftId } } }),
  ) as Promise<ImportDraft>;
}

export function startCommit(org: string, draftId: string, leaveOutRejected: boolean): Promise<ImportDraft> {
  return take(
    api.POST('/api/v1/o/{org}/import-drafts/{draftId}/commit', {
      params: { path: { org, draftId } },
      body: { leaveOutRejected },
    }),
  ) as Promise<ImportDraft>;
}

export async function previewPartners(
  org: string,
  draftId: string,
  names: readonly string[],
): Promise<PartnerCandidate[]> {
  const { items } = await take(
    api.POST('/api/v1/o/{org}/import-drafts/{draftId}/partner-preview', {
      params: { path: { org, draftId } },
      body: { names: [...names] },
    }),
  );
  return items;
}

/** Where the rejected rows of a draft can be downloaded. */
export function rejectsHref(org: string, draftId: string): string {
  return `/api/v1/o/${encodeURIComponent(org)}/import-drafts/${encodeURIComponent(draftId)}/rejects.csv`;
}
