import { Badge, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { parseCurrencyCode } from '#core/money.ts';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import type { components } from '../../api-schema.d.ts';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { useFormat } from '../../ui/format.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { useDesk } from '../desk-context.ts';

type Rules = components['schemas']['PayRules'];

/** What a deal that is won today pays, archetype by archetype and class by class, by which version of which page. */
export function RulesCard(): ReactNode {
  const { slug } = useDesk();
  const format = useFormat();
  const query = useQuery({
    queryKey: ['incentives', slug, 'rules'],
    queryFn: () => take(api.GET('/api/v1/o/{org}/pay-rules', { params: { path: { org: slug } } })),
  });
  if (query.error !== null) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <Loading rows={4} label="Loading the rules" />;
  const rules: Rules = query.data;
  const code = parseCurrencyCode(rules.currency);
  const money = (minor: number): string => format.money(code === null ? null : { minor, currency: code });
  const flat = (minor: number | null): string =>
    minor === null ? 'not chosen' : minor === 0 ? 'nothing' : `${money(minor)} per won deal`;
  const sourced = (row: Rules['items'][number]): string => {
    switch (row.sourcedPays) {
      case 'margin':
        return 'its margin, no line';
      case 'nothing':
        return 'nothing';
      case 'flat':
        return flat(row.sourcedMinor);
      default:
        return row.sourcedShare === null
          ? 'no commission agreed'
          : `${format.share(row.sourcedShare)} of the deal`;
    }
  };
  const influenced = (minor: number | null): string =>
    rules.influencedPays === 'points' ? 'points, no money' : flat(minor);
  return (
    <Card>
      <Group justify="space-between">
        <Title order={2}>Rules in force</Title>
        {rules.isDraft ? <Badge color="amber">draft: pays nothing</Badge> : null}
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        By <a href={paths.programPage(slug, 'attribution')}>attribution page {rules.policyVersion}</a>
        {rules.ratesVersion === null ? (
          ', and no signed commission yet'
        ) : (
          <>
            {' and '}
            <a href={paths.programPage(slug, 'archetypes')}>archetypes page {rules.ratesVersion}</a>
          </>
        )}
        . A deal is paid by the page of the day on which it was created.{' '}
        {rules.clawbackDays === 0
          ? 'Nothing is taken back when a customer leaves.'
          : `Taken back if the customer leaves within ${rules.clawbackDays} days.`}
      </Text>
      <DataTable
        label="What each archetype is paid"
        empty={null}
        rows={rules.items}
        rowKey={(row) => row.archetype}
        columns={[
          { key: 'archetype', header: 'Archetype', cell: (row) => row.label, short: true },
          { key: 'sourced', header: 'Sourced', cell: sourced },
          { key: 'co_sold', header: 'Co-sold', cell: (row) => flat(row.coSoldMinor) },
          { key: 'influenced', header: 'Influenced', cell: (row) => influenced(row.influencedMinor) },
        ]}
      />
    </Card>
  );
}
