import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../api.ts';
import { given, take } from '../../api-client.ts';
import { LineTable } from '../../statement/line-table.tsx';
import { Card } from '../../ui/card.tsx';
import { useDesk, useMay } from '../desk-context.ts';

/** What this deal pays: its lines, and why there is none. */
export function DealPay(props: { opportunityId: string; isWon: boolean }): ReactNode {
  const { slug } = useDesk();
  const mayRead = useMay('accrual.read');
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
  if (items.length === 0 && !props.isWon) return null;
  return (
    <Card>
      <Title order={2}>What it pays</Title>
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
