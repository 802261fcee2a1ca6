import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type CurrencyCode, parseCurrencyCode } from '#core/money.ts';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormat } from '../../ui/format.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { useDesk, useMay } from '../desk-context.ts';
import { type OpeningBalance, openingBalanceQuery } from './import-data.ts';
import { classLabel } from './partner-roles.ts';

/** What imports claim for partners without proof, and its acceptance by a named person. Nothing while none do. */
export function OpeningBalanceCard(): ReactNode {
  const { slug, me } = useDesk();
  const mayRead = useMay('scoreboard.read');
  const mayInvite = useMay('member.change');
  const mayAccept = useMay('opening_balance.accept');
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const balance = useQuery({ ...openingBalanceQuery(slug), enabled: mayRead });
  if (balance.error !== null)
    return <ErrorState error={balance.error} onRetry={() => void balance.refetch()} />;
  if (balance.data === undefined || balance.data.claims === 0) return null;
  const { claims, acceptances, throughImport } = balance.data;
  const [latest] = acceptances;
  const isCovered = latest !== undefined && latest.throughImport >= throughImport;
  return (
    <Card>
      <Stack gap="sm">
        <div>
          <Title order={2}>Opening balance: imported, unproven</Title>
          <Text size="sm" c="dimmed" maw="44rem">
            {format.count(claims)} {claims === 1 ? 'deal comes' : 'deals come'} with a partner because a file
            says so. Nothing proves it yet, so {claims === 1 ? 'it stands' : 'they stand'} apart from proven
            credit on every screen. A named person may accept them as a whole as the balance to begin with;
            they stay unproven.
          </Text>
        </div>
        <Totals label="What the imports claim" amounts={balance.data.amounts} />
        {latest === undefined ? null : (
          <Text size="sm">
            Accepted by {latest.acceptedByName ?? 'a former member'} on {format.day(latest.acceptedOn)}:{' '}
            {format.count(latest.claims)} {latest.claims === 1 ? 'claim' : 'claims'}, up to import{' '}
            {latest.throughImport}.{isCovered ? '' : ' Later imports claim more, which is not accepted yet.'}
          </Text>
        )}
        {isCovered ? null : mayAccept ? (
          <Group>
            <Button onClick={() => setAsking(true)}>Accept as {me.name}</Button>
          </Group>
        ) : (
          <Text size="sm" c="dimmed">
            The CRO, the CFO or the Head of Partnerships can accept it.{' '}
            {mayInvite ? <a href={paths.members(slug)}>Give somebody that seat</a> : null}
          </Text>
        )}
      </Stack>
      <AcceptDialog opened={asking} onClose={() => setAsking(false)} balance={balance.data} />
    </Card>
  );
}

const outcomes: Readonly<Record<string, string>> = { open: 'open', won: 'won', lost: 'lost' };

function Totals(props: { label: string; amounts: OpeningBalance['amounts'] }): ReactNode {
  const format = useFormat();
  const money = (minor: number, currency: string | null): string => {
    const code: CurrencyCode | null = currency === null ? null : parseCurrencyCode(currency);
    return format.money(code === null ? null : { minor, currency: code });
  };
  return (
    <DataTable
      label={props.label}
      rows={props.amounts}
      rowKey={(total) => `${total.class} ${total.outcome} ${total.currency}`}
      empty={null}
      columns={[
        { key: 'class', header: 'Claimed as', cell: (total) => classLabel(total.class) },
        { key: 'outcome', header: 'Deals that are', cell: (total) => outcomes[total.outcome] ?? 'not known' },
        { key: 'deals', header: 'Deals', number: true, cell: (total) => format.count(total.deals) },
        {
          key: 'amount',
          header: 'Amount',
          number: true,
          cell: (total) => money(total.amountMinor, total.currency),
        },
      ]}
    />
  );
}

function AcceptDialog(props: { opened: boolean; onClose: () => void; balance: OpeningBalance }): ReactNode {
  const { slug, me } = useDesk();
  const format = useFormat();
  const queries = useQueryClient();
  const { claims, throughImport, amounts } = props.balance;
  const accept = useMutation({
    mutationFn: () => take(api.POST('/api/v1/o/{org}/opening-balance', { params: { path: { org: slug } } })),
    onSuccess: async () => {
      toastDone('The opening balance is accepted.');
      props.onClose();
      await queries.invalidateQueries();
    },
  });
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title="Accept the opening balance?" size="lg">
      <Stack gap="sm">
        {accept.error === null ? null : <ErrorState error={accept.error} />}
        <Text size="sm">
          You, {me.name}, accept today what the imports up to number {throughImport} claim:{' '}
          {format.count(claims)} {claims === 1 ? 'deal' : 'deals'}. It stays labelled “imported, unproven”,
          now with your name and the date. Proof that arrives later takes its place deal by deal. An
          acceptance cannot be taken back.
        </Text>
        <Totals label="What you accept" amounts={amounts} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={props.onClose} data-autofocus>
            Not now
          </Button>
          <Button loading={accept.isPending} onClick={() => accept.mutate()}>
            Accept in my name
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
