import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { paths } from '../../paths.ts';
import { StatementFiles, StatementView } from '../../statement/statement-view.tsx';
import { Card } from '../../ui/card.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormat } from '../../ui/format.tsx';
import { Page } from '../../ui/page.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { todayIn, useDesk, useMay } from '../desk-context.ts';

/** One statement: what a partner is paid for a month, line by deal, and what waits because of a dispute. */
export function StatementPage(): ReactNode {
  const { slug, name } = useDesk();
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
  const address = `/api/v1/o/${encodeURIComponent(slug)}/statements/${encodeURIComponent(statementId)}`;
  const isOpen = statement.paidOn === null;
  return (
    <Page
      title={`${statement.partner.name}, ${format.month(statement.month)}`}
      up={up}
      lead={
        <>
          Statement {statement.number}, issued {format.instant(statement.issuedAt)}.{' '}
          {isOpen
            ? 'Not recorded as paid.'
            : `Paid ${format.day(statement.paidOn)}, ${statement.reference ?? ''}.`}
        </>
      }
      actions={
        <>
          <StatementFiles number={statement.number} address={address} />
          {mayPay && isOpen ? <Button onClick={() => setPaying(true)}>Record the payment</Button> : null}
        </>
      }
    >
      <Card>
        <StatementView
          statement={statement}
          payer={name}
          partner={statement.partner.name}
          order={2}
          hrefOf={(line) => paths.opportunity(slug, line.opportunityId)}
        />
      </Card>
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
