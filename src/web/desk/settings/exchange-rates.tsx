import { Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { parseDecimalRate } from '#core/money.ts';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { knownCurrencies } from '../../known-currencies.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { useFormat } from '../../ui/format.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { useDesk, useMay } from '../desk-context.ts';

/** Rates into the organization's currency, by the date from which each counts. */
export function ExchangeRates(): ReactNode {
  const { slug, currency } = useDesk();
  const mayChange = useMay('organization.change');
  const format = useFormat();
  const rates = useQuery({
    queryKey: ['exchange-rates', slug],
    queryFn: () => take(api.GET('/api/v1/o/{org}/exchange-rates', { params: { path: { org: slug } } })),
  });
  return (
    <Stack gap="sm">
      <Title order={2}>Exchange rates</Title>
      <Text c="dimmed" size="sm">
        How much {currency} one unit of another currency buys. Open deals use the newest rate at the date of
        the view, closed ones that of their close.
      </Text>
      {mayChange ? <RateForm /> : null}
      <DataTable
        label="Exchange rates"
        rows={rates.data?.items}
        error={rates.error}
        onRetry={() => void rates.refetch()}
        rowKey={(rate) => `${rate.currency} ${rate.effectiveOn}`}
        empty={
          <EmptyState title="No rates yet">
            They are needed once a deal is in another currency than {currency}. Until then its amount is shown
            as missing, never as zero.
          </EmptyState>
        }
        columns={[
          { key: 'currency', header: 'Currency', cell: (rate) => rate.currency },
          { key: 'from', header: 'From', cell: (rate) => format.day(rate.effectiveOn) },
          { key: 'rate', header: `Rate into ${currency}`, number: true, cell: (rate) => rate.rate },
        ]}
      />
    </Stack>
  );
}

function RateForm(): ReactNode {
  const { slug, currency } = useDesk();
  const queries = useQueryClient();
  const [fields, setFields] = useState({ currency: '', effectiveOn: '', rate: '' });
  const record = useMutation({
    mutationFn: () =>
      take(api.POST('/api/v1/o/{org}/exchange-rates', { params: { path: { org: slug } }, body: fields })),
    onSuccess: async () => {
      toastDone('The rate is recorded.');
      setFields({ currency: '', effectiveOn: '', rate: '' });
      await queries.invalidateQueries();
    },
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    record.mutate();
  };
  const rateIsWrong = fields.rate !== '' && parseDecimalRate(fields.rate) === null;
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="sm">
        {record.error === null ? null : <ErrorState error={record.error} />}
        <Group align="flex-end" gap="sm">
          <Select
            label="Currency"
            w={120}
            data={knownCurrencies().filter((code) => code !== currency)}
            value={fields.currency === '' ? null : fields.currency}
            onChange={(value) => setFields({ ...fields, currency: value ?? '' })}
            searchable
            limit={60}
          />
          <TextInput
            label="From"
            type="date"
            value={fields.effectiveOn}
            onChange={(event) => setFields({ ...fields, effectiveOn: event.currentTarget.value })}
          />
          <TextInput
            label={`One buys this much ${currency}`}
            placeholder="0.9200"
            inputMode="decimal"
            value={fields.rate}
            onChange={(event) => setFields({ ...fields, rate: event.currentTarget.value.trim() })}
            error={rateIsWrong ? 'A decimal number such as 0.92' : null}
          />
          <Button
            type="submit"
            variant="default"
            loading={record.isPending}
            disabled={
              fields.currency === '' || fields.effectiveOn === '' || fields.rate === '' || rateIsWrong
            }
          >
            Record the rate
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
