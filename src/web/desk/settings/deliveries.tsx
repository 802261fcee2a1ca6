import { Button, SegmentedControl } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../api.ts';
import { given, take } from '../../api-client.ts';
import { DeliveryLine } from '../../notice/delivery-line.tsx';
import classes from '../../notice/notice.module.css';
import { Page } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx';
import { toastDone, toastProblem } from '../../ui/toast.tsx';
import { useUrlState } from '../../ui/url-state.ts';
import { useDesk } from '../desk-context.ts';

function deliveriesQuery(slug: string, failed: boolean, cursor: string | undefined) {
  const query = given({ failed: failed ? ('true' as const) : undefined, cursor, limit: 50 });
  return queryOptions({
    queryKey: ['deliveries', slug, failed, cursor ?? ''],
    queryFn: () => take(api.GET('/api/v1/o/{org}/deliveries', { params: { path: { org: slug }, query } })),
  });
}

/** Settings: what left for whom, whether it arrived, and what to do about what did not. */
export function Deliveries(): ReactNode {
  const { slug } = useDesk();
  const url = useUrlState();
  const queries = useQueryClient();
  const failedOnly = url.get('failed') === 'true';
  const list = useQuery({ ...deliveriesQuery(slug, failedOnly, url.get('cursor')), refetchInterval: 30_000 });
  const renew = useMutation({
    mutationFn: (deliveryId: string) =>
      take(
        api.POST('/api/v1/o/{org}/deliveries/{deliveryId}/renewal', {
          params: { path: { org: slug, deliveryId } },
        }),
      ),
    onSuccess: () => toastDone('It is sent again.'),
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: ['deliveries', slug] }),
  });
  const items = list.data?.items ?? [];
  const failed = list.data?.failed ?? 0;
  return (
    <Page
      title="Deliveries"
      width="narrow"
      lead="Letters and Slack posts that tell people what happened: to whom, what, and whether they arrived."
    >
      <div>
        <SegmentedControl
          size="xs"
          aria-label="Which deliveries"
          value={failedOnly ? 'failed' : 'all'}
          onChange={(value) =>
            url.set({ failed: value === 'failed' ? 'true' : undefined, cursor: undefined })
          }
          data={[
            { value: 'all', label: 'All' },
            { value: 'failed', label: failed === 0 ? 'Failed' : `Failed (${failed})` },
          ]}
        />
      </div>
      {list.error === null ? null : <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending ? <Loading rows={8} label="Loading the deliveries" /> : null}
      {list.data !== undefined && items.length === 0 ? (
        failedOnly ? (
          <EmptyState title="Nothing has failed">
            What a mail server or Slack refuses for good stands here, with its answer.
          </EmptyState>
        ) : (
          <EmptyState title="Nothing has left yet">
            When people are told something, their letters and the posts to Slack stand here.
          </EmptyState>
        )
      ) : null}
      {items.length === 0 ? null : (
        <>
          <ul className={classes.list}>
            {items.map((one) => (
              <li key={one.id}>
                <DeliveryLine
                  delivery={one}
                  showsWhom
                  action={
                    one.mayRenew ? (
                      <Button
                        size="compact-sm"
                        variant="default"
                        loading={renew.isPending && renew.variables === one.id}
                        onClick={() => renew.mutate(one.id)}
                      >
                        Send again
                      </Button>
                    ) : null
                  }
                />
              </li>
            ))}
          </ul>
          <Pager shown={items.length} nextCursor={list.data?.nextCursor ?? null} />
        </>
      )}
    </Page>
  );
}
