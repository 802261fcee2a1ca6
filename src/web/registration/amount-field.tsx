import { Group, NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type CurrencyCode, parseCurrencyCode } from '#core/money.ts';
import type { PortalLanguage } from '#core/registration/portal-format.ts';
import { portalSay } from '#core/registration/portal-words.ts';
import { knownCurrencies } from '../known-currencies.ts';
import { readAmount, writeAmount } from '../ui/amount-text.ts';
import { useFormat } from '../ui/format.tsx';

export type AmountFieldProps = {
  label: string;
  required: boolean;
  error: string | null;
  disabled: boolean;
  /** `{ amountMinor, currency }`; the amount is a text while it cannot be read. */
  value: unknown;
  onChange: (value: unknown) => void;
  /** The currency that is chosen before anybody chooses. */
  currency: string;
  language: PortalLanguage;
};

/** An amount as people write it, beside its currency. What cannot be read is kept as it was typed. */
export function AmountField(props: AmountFieldProps): ReactNode {
  const { language } = props;
  // The language of the figures may be another one than that of the labels: 1,000 to some is 1.000 to others.
  const { language: figures } = useFormat();
  const given = (props.value ?? {}) as { amountMinor?: unknown; currency?: unknown };
  const currency = parseCurrencyCode(String(given.currency ?? props.currency)) ?? ('EUR' as CurrencyCode);
  const [text, setText] = useState(() =>
    typeof given.amountMinor === 'number'
      ? writeAmount(given.amountMinor, currency, figures)
      : String(given.amountMinor ?? ''),
  );
  const change = (typed: string, into: CurrencyCode): void => {
    setText(typed);
    const amountMinor = readAmount(typed, into, figures) ?? typed;
    props.onChange(typed.trim() === '' ? undefined : { amountMinor, currency: into });
  };
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <TextInput
        label={props.label}
        required={props.required}
        error={props.error}
        disabled={props.disabled}
        inputMode="decimal"
        enterKeyHint="next"
        autoComplete="off"
        style={{ flex: 1, minWidth: 0 }}
        value={text}
        onChange={(event) => change(event.currentTarget.value, currency)}
      />
      <NativeSelect
        aria-label={portalSay(language, 'form.currency')}
        disabled={props.disabled}
        data={knownCurrencies()}
        value={currency}
        onChange={(event) => change(text, event.currentTarget.value as CurrencyCode)}
        w="6.5rem"
      />
    </Group>
  );
}
