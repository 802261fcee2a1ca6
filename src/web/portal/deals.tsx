import { Badge, Button, Group, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../api.ts';
import { given, take } from '../api-client.ts';
import { paths } from '../paths.ts';
import { LinkCard } from '../ui/card.tsx';
import { useFormat } from '../ui/format.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState, Loading } from '../ui/states.tsx';
import { creditWords, type PortalDeal } from './deal-words.ts';
import { useWords } from './language.ts';
import classes from './portal.module.css';
import { usePortal } from './portal-context.ts';
import { Trouble } from './trouble.tsx';

/** The partner's deals: what each is credited with, and what still runs. */
export function PortalDeals(): ReactNode {
  const { slug, organization } = usePortal();
  const words = useWords();
  const said = words.credit.list;
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
    <Page title={said.title} lead={said.lead(organization.name)}>
      {deals.error === null ? null : <Trouble error={deals.error} onRetry={() => void deals.refetch()} />}
      {deals.isPending ? <Loading rows={4} label={words.ui.loading} /> : null}
      {deals.data !== undefined && items.length === 0 ? (
        <EmptyState title={said.none}>{said.noneSays(organization.name)}</EmptyState>
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
            {said.more}
          </Button>
        </Group>
      ) : null}
    </Page>
  );
}

function DealCard(props: { deal: PortalDeal; href: string }): ReactNode {
  const { deal } = props;
  const format = useFormat();
  const { credit } = useWords();
  const said = credit.list;
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
          {deal.disputed ? <Badge color="amber">{said.disputed}</Badge> : null}
          <Badge color={deal.isCredited ? 'teal' : 'gray'}>{creditWords(deal, credit.yours)}</Badge>
        </Group>
      </Group>
      <Text size="sm" mt={4}>
        {deal.outcome === 'won'
          ? said.won(format.day(deal.closedOn))
          : deal.outcome === 'lost'
            ? said.lost(format.day(deal.closedOn))
            : deal.lockOn === null
              ? said.open
              : said.openUntil(format.day(deal.lockOn))}
      </Text>
    </LinkCard>
  );
}
