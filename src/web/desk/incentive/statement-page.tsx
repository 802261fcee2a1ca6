import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { parseCurrencyCode } from '#core/money.ts';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { paths } from '../../paths.ts';
import { LineTable } from '../../statement/line-table.tsx';
import { Card } from '../../ui/card.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormat } from '../../ui/format.tsx';
import { Page } from '../../ui/page.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { todayIn, useDesk, useMay } from '../desk-context.ts';

/** One statement: what a partner is paid for a month, line by deal, and what waits because of a dispute. */
export function StatementPage(): ReactNode {
  const { slug } = useDesk();
  const format = useFormat();
  const mayPay = useMay('statement.issue');
  const { statementId = '' } = useParams({ strict: false }) as { statementId?: string };
  const [isPaying, setPaying] = useState(false);
  const query = useQuery({
    queryKey: ['incentives', slug, 'statement', statementId],
    queryFn: () =>
      take(
        api.GET('/api/v1/o/{org}/statements/{statementId}', {
          params: { path: { org: slug, statementId } },
        }),
      ),
  });
  const up = { label: 'Incentives', href: paths.incentives(slug) };
  if (query.error !== null) {
    return (
      <Page title="Statement" up={up}>
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </Page>
    );
  }
  if (query.data === undefined) return <Loading rows={8} label="Loading the statement" />;
  const statement = query.data;
  const code = parseCurrencyCode(statement.currency);
  const total = format.money(code === null ? null : { minor: statement.totalMinor, currency: code });
  const hrefOf = (line: { opportunityId: string }): string => paths.opportunity(slug, line.opportunityId);
  return (
    <Page
      title={`${statement.partner.name}, ${statement.month}`}
      up={up}
      lead={`Statement ${statement.number}, issued ${format.instant(statement.issuedAt)}. ${
        statement.paidOn === null
          ? 'Not recorded as paid.'
          : `Paid ${format.day(statement.paidOn)}, ${statement.reference ?? ''}.`
      }`}
      actions={
        <>
          <Button
            variant="default"
            component="a"
            href={`/api/v1/o/${encodeURIComponent(slug)}/statements/${encodeURIComponent(statementId)}/file`}
          >
            CSV file
          </Button>
          {mayPay && statement.paidOn === null ? (
            <Button onClick={() => setPaying(true)}>Record the payment</Button>
          ) : null}
        </>
      }
    >
      <Card>
        <Group justify="space-between">
          <Title order={2}>Lines</Title>
          <Text fw={600}>Total {total}</Text>
        </Group>
        {statement.totalMinor < 0 ? (
          <Text size="sm">More was taken back than earned. The partner owes this amount.</Text>
        ) : null}
        <LineTable lines={statement.items} label="Lines of the statement" hrefOf={hrefOf} />
        <Text size="xs" c="dimmed" mt="sm" style={{ overflowWrap: 'anywhere' }}>
          Fingerprint of the lines: {statement.hash}
        </Text>
      </Card>
      {statement.held.length === 0 ? null : (
        <Card>
          <Title order={2}>Waits because of a dispute</Title>
          <Text size="sm" c="dimmed">
            These lines are not part of the statement. When their dispute ends, they stand on the next one.
          </Text>
          <LineTable lines={statement.held} label="Lines that wait" hrefOf={hrefOf} />
        </Card>
      )}
      {isPaying ? <PaymentDialog statementId={statementId} onClose={() => setPaying(false)} /> : null}
    </Page>
  );
}

function PaymentDialog(props: { statementId: string; onClose: () => void }): ReactNode {
  const { slug, timeZone } = useDesk();
  const queries = useQueryClient();
  const [paidOn, setPaidOn] = useState<string>(() => todayIn(timeZone));
  const [reference, setReference] = useState('');
  const pay = useMutation({
    mutationFn: () =>
      take(
        api.POST('/api/v1/o/{org}/statements/{statementId}/payment', {
          params: { path: { org: slug, statementId: props.statementId } },
          body: { paidOn, reference: reference.trim() },
        }),
      ),
    onSuccess: () => {
      toastDone('The payment is recorded.');
      props.onClose();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['incentives', slug] }),
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    pay.mutate();
  };
  return (
    <Dialog opened onClose={props.onClose} title="Record the payment">
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          {pay.error === null ? null : <ErrorState error={pay.error} />}
          <TextInput
            type="date"
            label="Paid on"
            value={paidOn}
            onChange={(event) => setPaidOn(event.currentTarget.value)}
            required
          />
          <TextInput
            label="Reference"
            description="By which the bank knows it."
            value={reference}
            onChange={(event) => setReference(event.currentTarget.value)}
            required
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={pay.isPending} disabled={reference.trim() === '' || paidOn === ''}>
              Record
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
