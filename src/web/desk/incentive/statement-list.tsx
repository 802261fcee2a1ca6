import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { parseCurrencyCode } from '#core/money.ts';
import { api } from '../../api.ts';
import { given, take } from '../../api-client.ts';
import { paths } from '../../paths.ts';
import { PaidBadge } from '../../statement/statement-view.tsx';
import { Card } from '../../ui/card.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { useFormat } from '../../ui/format.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useDesk } from '../desk-context.ts';

/** The statements, newest first, each leading to its lines. */
export function StatementList(): ReactNode {
  const { slug } = useDesk();
  const format = useFormat();
  const query = useQuery({
    queryKey: ['incentives', slug, 'statements'],
    queryFn: () =>
      take(
        api.GET('/api/v1/o/{org}/statements', {
          params: { path: { org: slug }, query: given({ limit: 200 }) },
        }),
      ),
  });
  if (query.error !== null) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const items = query.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Card>
      <Title order={2} mb="sm">
        Statements
      </Title>
      <DataTable
        label="Statements"
        empty={null}
        rows={items}
        rowKey={(row) => row.id}
        rowHref={(row) => paths.statement(slug, row.id)}
        columns={[
          { key: 'number', header: 'Statement', cell: (row) => String(row.number), short: true },
          { key: 'month', header: 'Month', cell: (row) => format.month(row.month), short: true },
          { key: 'partner', header: 'Partner', cell: (row) => row.partner.name },
          {
            key: 'lines',
            header: 'Lines',
            number: true,
            wideOnly: true,
            cell: (row) => format.count(row.lines),
          },
          {
            key: 'total',
            header: 'Total',
            number: true,
            cell: (row) => {
              const code = parseCurrencyCode(row.currency);
              return format.money(code === null ? null : { minor: row.totalMinor, currency: code });
            },
          },
          {
            key: 'paid',
            header: 'Paid',
            short: true,
            cell: (row) => <PaidBadge paidOn={row.paidOn} />,
          },
        ]}
      />
    </Card>
  );
}
