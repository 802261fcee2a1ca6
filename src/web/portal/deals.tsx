import { Badge, Button, Group, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../api.ts';
import { given, take } from '../api-client.ts';
import { paths } from '../paths.ts';
import { LinkCard } from '../ui/card.tsx';
import { useFormat } from '../ui/format.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState, ErrorState, Loading } from '../ui/states.tsx';
import { creditWords, type PortalDeal } from './deal-words.ts';
import classes from './portal.module.css';
import { usePortal } from './portal-context.ts';

/** The partner's deals: what each is credited with, and what still runs. */
export function PortalDeals(): ReactNode {
  const { slug, organization } = usePortal();
  const deals = useInfiniteQuery({
    queryKey: ['portal', slug, 'deals'],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/api/v1/o/{org}/portal/deals', {
          params: { path: { org: slug }, query: given({ cursor: pageParam }) },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const items = deals.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title="Credit"
      lead={`The deals of ${organization.name} in which you have a part, and what each is credited with.`}
    >
      {deals.error === null ? null : <ErrorState error={deals.error} onRetry={() => void deals.refetch()} />}
      {deals.isPending ? <Loading rows={4} label="Loading your deals" /> : null}
      {deals.data !== undefined && items.length === 0 ? (
        <EmptyState title="No deal yet">
          A deal stands here as soon as you have introduced {organization.name} to it or worked on it. Ask
          your partner manager if one is missing.
        </EmptyState>
      ) : null}
      <ul className={classes.cards}>
        {items.map((deal) => (
          <li key={deal.opportunityId}>
            <DealCard deal={deal} href={paths.portalDeal(slug, deal.opportunityId)} />
          </li>
        ))}
      </ul>
      {deals.hasNextPage ? (
        <Group>
          <Button
            variant="default"
            loading={deals.isFetchingNextPage}
            onClick={() => void deals.fetchNextPage()}
          >
            Show more
          </Button>
        </Group>
      ) : null}
    </Page>
  );
}

function DealCard(props: { deal: PortalDeal; href: string }): ReactNode {
  const { deal } = props;
  const format = useFormat();
  return (
    <LinkCard href={props.href}>
      <Group justify="space-between" gap="xs" align="flex-start">
        <div>
          <Text fw={600}>{deal.name}</Text>
          <Text size="sm" c="dimmed">
            {[`#${deal.number}`, deal.account].filter(Boolean).join(' · ')}
          </Text>
        </div>
        <Group gap="xs">
          {deal.disputed ? <Badge color="amber">Disputed</Badge> : null}
          <Badge color={deal.isCredited ? 'teal' : 'gray'}>{creditWords(deal)}</Badge>
        </Group>
      </Group>
      <Text size="sm" mt={4}>
        {deal.outcome === 'won'
          ? `Won on ${format.day(deal.closedOn)}.`
          : deal.outcome === 'lost'
            ? `Lost on ${format.day(deal.closedOn)}.`
            : deal.lockOn === null
              ? 'Open.'
              : `Open. A claim to have brought it can be written down until ${format.day(deal.lockOn)}.`}
      </Text>
    </LinkCard>
  );
}
