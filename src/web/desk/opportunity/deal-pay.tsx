import { Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../api.ts';
import { given, take } from '../../api-client.ts';
import { LineTable } from '../../statement/line-table.tsx';
import { Card } from '../../ui/card.tsx';
import { useDesk, useMay } from '../desk-context.ts';
import { CustomerLeft } from '../incentive/customer-left.tsx';
import { useReadAgain } from './read-again.ts';

/** What this deal pays: its lines, and why there is none. */
export function DealPay(props: { opportunityId: string; isWon: boolean }): ReactNode {
  const { slug } = useDesk();
  const mayRead = useMay('accrual.read');
  const mayTakeBack = useMay('statement.issue');
  const readAgain = useReadAgain();
  const lines = useQuery({
    queryKey: ['opportunity', slug, props.opportunityId, 'lines'],
    queryFn: () =>
      take(
        api.GET('/api/v1/o/{org}/accruals', {
          params: {
            path: { org: slug },
            query: given({ opportunityId: props.opportunityId, limit: 200 }),
          },
        }),
      ),
    enabled: mayRead,
  });
  if (!mayRead || lines.data === undefined) return null;
  const { items } = lines.data;
  const stands = items.some((line) => line.kind === 'accrual' && !line.reversed);
  // Only the newest line tells whether it was the customer who ended the pay.
  const hasLeft = !stands && (items[0]?.cause.startsWith('the customer left') ?? false);
  if (items.length === 0 && !props.isWon) return null;
  return (
    <Card>
      <Group justify="space-between">
        <Title order={2}>What it pays</Title>
        {mayTakeBack && (stands || hasLeft) ? (
          <CustomerLeft
            opportunityId={props.opportunityId}
            isPaying={stands}
            onDone={() => void readAgain()}
          />
        ) : null}
      </Group>
      {items.length === 0 ? (
        <Text size="sm" c="dimmed">
          Nothing: the deal has no credit that pays, or the signed page gives it no amount.
        </Text>
      ) : (
        <LineTable lines={items} label="What this deal pays" />
      )}
    </Card>
  );
}
