import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { paths } from '../../../paths.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useDesk } from '../../desk-context.ts';
import classes from './audit.module.css';
import { type NamedLine, namedQuery } from './audit-data.ts';

const namedBy = { crm: 'the CRM', claim: 'its own claim' };

/** Partners that a deal names without one confirmed act: they earn nothing until somebody confirms one. */
export function NamedList(): ReactNode {
  const { slug } = useDesk();
  const format = useFormat();
  const named = useQuery(namedQuery(slug));
  const columns: readonly Column<NamedLine>[] = [
    { key: 'partner', header: 'Partner', cell: ({ partner }) => partner },
    { key: 'deal', header: 'Deal', cell: ({ number, name }) => `#${number} ${name}` },
    {
      key: 'by',
      header: 'Named by',
      cell: ({ by }) => by.map((one) => namedBy[one]).join(' and '),
    },
    { key: 'owner', header: 'Owner', wideOnly: true, cell: ({ owner }) => owner ?? '' },
    {
      key: 'since',
      header: 'Since',
      short: true,
      cell: ({ since, isNew }) => (
        <>
          {format.day(since)}
          {isNew ? <span className={classes.warn}> new this week</span> : null}
        </>
      ),
    },
  ];
  const data = named.data;
  return (
    <section aria-label="Named without an act">
      <Title order={2}>Named, and nothing done</Title>
      <Text size="sm" c="dimmed" mb="xs" maw="44rem">
        {data === undefined
          ? 'Partners that a deal names without one confirmed act.'
          : `${format.count(data.total)} in the week of ${format.day(data.week)}, ${format.count(data.new)} of them new. Each earns no credit until one of us confirms an act, or the name is taken off the deal.`}
      </Text>
      <DataTable
        label="Partners named without an act"
        columns={columns}
        rows={data?.items}
        rowKey={({ opportunityId, partnerId }) => `${opportunityId} ${partnerId}`}
        rowHref={({ opportunityId }) => paths.opportunity(slug, opportunityId)}
        error={named.error}
        onRetry={() => void named.refetch()}
        empty={
          <EmptyState title="Every partner that a deal names has done something">
            When the CRM or a claim names a partner without a confirmed act, the deal is listed here.
          </EmptyState>
        }
      />
    </section>
  );
}
