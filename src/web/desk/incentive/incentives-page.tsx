import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { parseCurrencyCode } from '#core/money.ts';
import { api } from '../../api.ts';
import { given, take } from '../../api-client.ts';
import { paths } from '../../paths.ts';
import { LineTable } from '../../statement/line-table.tsx';
import { Card } from '../../ui/card.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { useFormat } from '../../ui/format.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { todayIn, useDesk, useMay } from '../desk-context.ts';

/** What credit pays: due, held, stated and paid, partner by partner; every figure is a sum of the lines below it. */
export function IncentivesPage(): ReactNode {
  const { slug, currency } = useDesk();
  const format = useFormat();
  const mayIssue = useMay('statement.issue');
  const [partner, setPartner] = useState<{ id: string; name: string } | null>(null);
  const balances = useQuery({
    queryKey: ['incentives', slug, 'balances'],
    queryFn: () => take(api.GET('/api/v1/o/{org}/balances', { params: { path: { org: slug } } })),
  });
  const items = balances.data?.items ?? [];
  const code = parseCurrencyCode(currency);
  const money = (minor: number): string => format.money(code === null ? null : { minor, currency: code });
  type Balance = (typeof items)[number];
  const amount = (
    key: 'dueMinor' | 'heldMinor' | 'statedMinor' | 'paidMinor',
    label: string,
  ): Column<Balance> => ({
    key,
    header: label,
    number: true,
    cell: (row) => money(row[key]),
  });
  return (
    <Page
      title="Incentives"
      lead={
        <>
          What won deals pay by the <a href={paths.programPage(slug, 'attribution')}>signed page</a>. A line
          is never changed: it is taken back by another one.
        </>
      }
    >
      {balances.error === null ? null : (
        <ErrorState error={balances.error} onRetry={() => void balances.refetch()} />
      )}
      {balances.isPending ? <Loading rows={4} label="Loading what is due" /> : null}
      {balances.data !== undefined && items.length === 0 ? (
        <EmptyState title="No deal pays anything yet">
          A line is written when a deal with a partner’s credit is won, and the attribution page is signed by
          all three seats. Commissions stand on the archetypes page; what joint selling and influence pay is
          for you to choose.
        </EmptyState>
      ) : null}
      {items.length === 0 ? null : (
        <Card>
          <DataTable
            label="What each partner is due"
            empty={null}
            rows={items}
            rowKey={(row) => row.partner.id}
            columns={[
              {
                key: 'partner',
                header: 'Partner',
                cell: (row) => (
                  <Button variant="subtle" size="compact-sm" onClick={() => setPartner(row.partner)}>
                    {row.partner.name}
                  </Button>
                ),
              },
              amount('dueMinor', 'Due'),
              amount('heldMinor', 'Held'),
              amount('statedMinor', 'On statements'),
              amount('paidMinor', 'Paid'),
            ]}
          />
        </Card>
      )}
      {mayIssue ? <IssueMonth /> : null}
      <Lines partner={partner} onAll={() => setPartner(null)} />
    </Page>
  );
}

function IssueMonth(): ReactNode {
  const { slug, timeZone } = useDesk();
  const queries = useQueryClient();
  const [month, setMonth] = useState(() => previousMonth(todayIn(timeZone)));
  const issue = useMutation({
    mutationFn: () =>
      take(api.POST('/api/v1/o/{org}/statements', { params: { path: { org: slug } }, body: { month } })),
    onSuccess: ({ statements }) =>
      toastDone(statements === 1 ? 'One statement is issued.' : `${statements} statements are issued.`),
    onSettled: () => queries.invalidateQueries({ queryKey: ['incentives', slug] }),
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    issue.mutate();
  };
  return (
    <Card>
      <form onSubmit={onSubmit}>
        <Stack gap="sm">
          <Title order={2}>Monthly statements</Title>
          {issue.error === null ? null : <ErrorState error={issue.error} />}
          <Text size="sm" c="dimmed">
            One for each partner with lines that are due. Lines of disputed deals wait; each line stands on
            one statement.
          </Text>
          <Group align="flex-end">
            <TextInput
              type="month"
              label="Month"
              value={month}
              onChange={(event) => setMonth(event.currentTarget.value)}
              required
            />
            <Button type="submit" loading={issue.isPending} disabled={!/^\d{4}-\d{2}$/.test(month)}>
              Issue
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}

function Lines(props: { partner: { id: string; name: string } | null; onAll: () => void }): ReactNode {
  const { slug } = useDesk();
  const { partner } = props;
  const lines = useQuery({
    queryKey: ['incentives', slug, 'lines', partner?.id ?? ''],
    queryFn: () =>
      take(
        api.GET('/api/v1/o/{org}/accruals', {
          params: { path: { org: slug }, query: given({ partnerId: partner?.id, limit: 200 }) },
        }),
      ),
    placeholderData: (before) => before,
  });
  if (lines.error !== null) return <ErrorState error={lines.error} onRetry={() => void lines.refetch()} />;
  if (lines.data === undefined || lines.data.items.length === 0) return null;
  return (
    <Card>
      <Group justify="space-between">
        <Title order={2}>{partner === null ? 'All lines' : `Lines of ${partner.name}`}</Title>
        {partner === null ? null : (
          <Button variant="subtle" size="compact-sm" onClick={props.onAll}>
            All partners
          </Button>
        )}
      </Group>
      <LineTable
        lines={lines.data.items}
        label="Lines"
        hrefOf={(line) => paths.opportunity(slug, line.opportunityId)}
      />
    </Card>
  );
}

/** The month before a day, as YYYY-MM. */
function previousMonth(today: string): string {
  const [year, month] = today.split('-').map(Number) as [number, number];
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}
