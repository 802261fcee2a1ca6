import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { given, take } from '../../api-client.ts';

/** A page of the trail, newest first. */
export function auditQuery(org: string, cursor: string | undefined) {
  return queryOptions({
    queryKey: ['audit', org, cursor ?? ''],
    queryFn: () =>
      take(
        api.GET('/api/v1/o/{org}/audit', { params: { path: { org }, query: given({ cursor, limit: 50 }) } }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** Walks the whole trail on the server and returns its head. */
export function readCheckpoint(org: string) {
  return take(api.GET('/api/v1/o/{org}/audit/checkpoint', { params: { path: { org } } }));
}

export type Checkpoint = Awaited<ReturnType<typeof readCheckpoint>>;

/** The checkpoint as a file to keep elsewhere: what it is, of which organization, and when it was taken. */
export function checkpointFile(
  org: string,
  checkpoint: Checkpoint,
  takenAt: Date,
): { name: string; text: string } {
  const content = {
    kind: 'tandem-audit-checkpoint',
    organization: org,
    org: checkpoint.org,
    seq: checkpoint.seq,
    hash: checkpoint.hash,
    verified: checkpoint.verified,
    takenAt: takenAt.toISOString(),
  };
  return {
    name: `audit-checkpoint-${org}-${checkpoint.seq}.json`,
    text: `${JSON.stringify(content, null, 2)}\n`,
  };
}
