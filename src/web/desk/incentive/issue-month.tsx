import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { parseCurrencyCode } from '#core/money.ts';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { Card } from '../../ui/card.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { useFormat } from '../../ui/format.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { todayIn, useDesk } from '../desk-context.ts';

const monthForm = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Issuing the statements of a month: first what would be issued and what waits, then doing it. */
export function IssueMonth(): ReactNode {
  const { slug, timeZone } = useDesk();
  const format = useFormat();
  const queries = useQueryClient();
  const [month, setMonth] = useState(() => previousMonth(todayIn(timeZone)));
  const isMonth = monthForm.test(month);
  const preview = useQuery({
    queryKey: ['incentives', slug, 'preview', month],
    queryFn: () =>
      take(
        api.GET('/api/v1/o/{org}/statements/preview', {
          params: { path: { org: slug }, query: { month } },
        }),
      ),
    enabled: isMonth,
  });
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
  const would = preview.data;
  const money = (minor: number, currency: string): string => {
    const code = parseCurrencyCode(currency);
    return format.money(code === null ? null : { minor, currency: code });
  };
  return (
    <Card>
      <form onSubmit={onSubmit}>
        <Stack gap="sm">
          <Title order={2}>Issue a month</Title>
          {issue.error === null ? null : <ErrorState error={issue.error} />}
          {preview.error === null ? null : <ErrorState error={preview.error} />}
          <Group align="flex-end">
            <TextInput
              type="month"
              label="Month"
              value={month}
              onChange={(event) => setMonth(event.currentTarget.value)}
              required
            />
            <Button
              type="submit"
              loading={issue.isPending}
              disabled={!isMonth || would === undefined || would.items.length === 0}
            >
              {would === undefined || would.items.length === 0
                ? 'Nothing to issue'
                : would.items.length === 1
                  ? 'Issue one statement'
                  : `Issue ${would.items.length} statements`}
            </Button>
          </Group>
          {would === undefined ? null : (
            <Text size="sm" c="dimmed">
              {would.items.length === 0
                ? would.issuedBefore > 0
                  ? 'The statements of this month are issued. What came since stands on those of the next month.'
                  : 'No line is due for this month.'
                : 'One statement for each partner with lines that are due. Each line stands on one statement.'}
              {would.heldLines === 0
                ? ''
                : ` ${would.heldLines === 1 ? 'One line waits' : `${would.heldLines} lines wait`} because of a dispute.`}
            </Text>
          )}
          {would === undefined || would.items.length === 0 ? null : (
            <DataTable
              label="What would be issued"
              empty={null}
              rows={would.items}
              rowKey={(row) => `${row.partner.id} ${row.currency}`}
              columns={[
                { key: 'partner', header: 'Partner', cell: (row) => row.partner.name },
                { key: 'lines', header: 'Lines', number: true, cell: (row) => format.count(row.lines) },
                {
                  key: 'total',
                  header: 'Total',
                  number: true,
                  cell: (row) => money(row.totalMinor, row.currency),
                },
              ]}
            />
          )}
        </Stack>
      </form>
    </Card>
  );
}

/** The month before a day, as YYYY-MM. */
function previousMonth(today: string): string {
  const [year, month] = today.split('-').map(Number) as [number, number];
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}
