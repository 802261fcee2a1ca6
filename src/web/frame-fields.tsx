import { Select, SimpleGrid } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { knownCurrencies } from './known-currencies.ts';

const { language } = navigator;

export type FrameFieldsProps = {
  currency: string;
  timeZone: string;
  fiscalYearStartMonth: number;
  onChange: (change: { currency?: string; timeZone?: string; fiscalYearStartMonth?: number }) => void;
  disabled?: boolean | undefined;
};

/** Currency, time zone and start of the fiscal year: the frame that every figure is read in. */
export function FrameFields(props: FrameFieldsProps): ReactNode {
  const zones = useMemo(
    () => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')],
    [],
  );
  const currencies = useMemo(() => {
    const names = new Intl.DisplayNames(language, { type: 'currency' });
    return knownCurrencies().map((code) => ({ value: code, label: `${code}, ${names.of(code) ?? code}` }));
  }, []);
  const months = useMemo(() => {
    const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, index) => ({
      value: String(index + 1),
      label: format.format(new Date(Date.UTC(2026, index, 1))),
    }));
  }, []);
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
      <Select
        label="Currency"
        data={currencies}
        value={props.currency}
        onChange={(value) => value !== null && props.onChange({ currency: value })}
        searchable
        allowDeselect={false}
        limit={60}
        disabled={props.disabled === true}
      />
      <Select
        label="Time zone"
        data={zones.includes(props.timeZone) ? zones : [props.timeZone, ...zones]}
        value={props.timeZone}
        onChange={(value) => value !== null && props.onChange({ timeZone: value })}
        searchable
        allowDeselect={false}
        limit={60}
        disabled={props.disabled === true}
      />
      <Select
        label="Fiscal year starts in"
        data={months}
        value={String(props.fiscalYearStartMonth)}
        onChange={(value) => value !== null && props.onChange({ fiscalYearStartMonth: Number(value) })}
        allowDeselect={false}
        disabled={props.disabled === true}
      />
    </SimpleGrid>
  );
}
