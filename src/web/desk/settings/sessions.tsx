import { Badge, Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Page } from '../../ui/page.tsx';
import { toastDone, toastProblem } from '../../ui/toast.tsx';
import { RelativeTime, Unknown } from '../../ui/values.tsx';
import { deviceName } from './device-name.ts';

/** Where I am signed in, and the way to end any of it. */
export function Sessions(): ReactNode {
  const queries = useQueryClient();
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: () => take(api.GET('/api/v1/me/sessions')) });
  const readAgain = () => queries.invalidateQueries({ queryKey: ['sessions'] });
  const end = useMutation({
    mutationFn: (sessionId: string) =>
      take(api.DELETE('/api/v1/me/sessions/{sessionId}', { params: { path: { sessionId } } })),
    onSuccess: () => toastDone('The session is ended.'),
    onError: toastProblem,
    onSettled: readAgain,
  });
  const endOthers = useMutation({
    mutationFn: () => take(api.POST('/api/v1/me/sessions/end-others')),
    onSuccess: ({ ended }) =>
      toastDone(ended === 1 ? 'One other session is ended.' : `${ended} other sessions are ended.`),
    onError: toastProblem,
    onSettled: readAgain,
  });
  const hasOthers = (sessions.data?.items.length ?? 0) > 1;
  return (
    <Page
      title="My sessions"
      lead="Where you are signed in. An ended session is refused at its next request."
      actions={
        <Button
          variant="default"
          disabled={!hasOthers}
          loading={endOthers.isPending}
          onClick={() => endOthers.mutate()}
        >
          End all others
        </Button>
      }
    >
      <DataTable
        label="My sessions"
        rows={sessions.data?.items}
        error={sessions.error}
        onRetry={() => void sessions.refetch()}
        rowKey={(session) => session.sessionId}
        empty={null}
        columns={[
          { key: 'device', header: 'Device', cell: (session) => deviceName(session.userAgent) },
          {
            key: 'address',
            header: 'Address',
            cell: (session) => session.address ?? <Unknown />,
            wideOnly: true,
          },
          { key: 'used', header: 'Last used', cell: (session) => <RelativeTime at={session.lastUsedAt} /> },
          {
            key: 'started',
            header: 'Signed in',
            cell: (session) => <RelativeTime at={session.startedAt} />,
            wideOnly: true,
          },
          {
            key: 'actions',
            header: 'Actions',
            cell: (session) =>
              session.current ? (
                <Badge color="teal">This one</Badge>
              ) : (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`End the session of ${deviceName(session.userAgent)}`}
                  loading={end.isPending && end.variables === session.sessionId}
                  onClick={() => end.mutate(session.sessionId)}
                >
                  End
                </Button>
              ),
          },
        ]}
      />
    </Page>
  );
}
