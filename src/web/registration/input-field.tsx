import { Checkbox, MultiSelect, NativeSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { countries } from '#core/registration/countries.ts';
import type { PortalLanguage } from '#core/registration/portal-format.ts';
import { portalSay } from '#core/registration/portal-words.ts';
import { AmountField } from './amount-field.tsx';
import { inputLabel, optionLabel } from './form-words.ts';
import type { FormInput } from './typed.ts';

export type InputFieldProps = {
  input: FormInput;
  /** The label that the program wrote for a field of its own. */
  ownLabel: string | null;
  language: PortalLanguage;
  currency: string;
  consent: string;
  value: unknown;
  /** Undefined: nothing is typed. */
  onChange: (value: unknown) => void;
  error: string | null;
  isFixed: boolean;
};

/** One input of the form, in the shape that fits what it takes. */
export function InputField(props: InputFieldProps): ReactNode {
  const { input, language, value, onChange, isFixed } = props;
  const label = inputLabel(language, input.key, props.ownLabel);
  const common = { label, required: input.isRequired, error: props.error, disabled: isFixed };
  const text = typeof value === 'string' ? value : '';
  const typedText = (typed: string): void => onChange(typed === '' ? undefined : typed);
  switch (input.kind) {
    case 'long':
      return (
        <Textarea
          {...common}
          value={text}
          onChange={(event) => typedText(event.currentTarget.value)}
          autosize
          minRows={3}
          maxRows={12}
        />
      );
    case 'links':
      return (
        <Textarea
          {...common}
          description={portalSay(language, 'form.oneALine')}
          value={Array.isArray(value) ? value.join('\n') : ''}
          onChange={(event) => {
            const lines = event.currentTarget.value;
            onChange(lines === '' ? undefined : lines.split('\n'));
          }}
          autosize
          minRows={1}
        />
      );
    case 'country':
      return <CountryField {...common} language={language} value={text} onChange={typedText} />;
    case 'amount':
      return (
        <AmountField
          {...common}
          value={value}
          onChange={onChange}
          currency={props.currency}
          language={language}
        />
      );
    case 'day':
      return (
        <TextInput
          {...common}
          type="date"
          value={text}
          onChange={(event) => typedText(event.currentTarget.value)}
        />
      );
    case 'products':
      return (
        <MultiSelect
          {...common}
          data={[...input.options]}
          value={Array.isArray(value) ? value.map(String) : []}
          onChange={(chosen) => onChange(chosen.length === 0 ? undefined : chosen)}
        />
      );
    case 'choice':
      return (
        <NativeSelect
          {...common}
          data={[
            { value: '', label: '' },
            ...input.options.map((option) => ({
              value: option,
              label: props.ownLabel === null ? optionLabel(language, input.key, option) : option,
            })),
          ]}
          value={text}
          onChange={(event) => typedText(event.currentTarget.value)}
        />
      );
    case 'yes':
      return (
        <Checkbox
          label={input.key === 'consent' && props.ownLabel === null ? props.consent : label}
          required={input.isRequired && input.key === 'consent'}
          error={props.error}
          disabled={isFixed}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'number':
      return (
        <NumberInput
          {...common}
          value={typeof value === 'number' ? value : text}
          onChange={(typed) => onChange(typed === '' ? undefined : typed)}
          hideControls
        />
      );
    default:
      return (
        <TextInput
          {...common}
          type={input.kind === 'mail' ? 'email' : 'text'}
          inputMode={input.kind === 'mail' ? 'email' : keyboardOf(input.kind)}
          autoComplete="off"
          enterKeyHint="next"
          spellCheck={input.kind === 'text'}
          value={text}
          onChange={(event) => typedText(event.currentTarget.value)}
        />
      );
  }
}

function keyboardOf(kind: FormInput['kind']): 'text' | 'url' {
  return kind === 'domain' || kind === 'link' ? 'url' : 'text';
}

function CountryField(props: {
  label: string;
  required: boolean;
  error: string | null;
  disabled: boolean;
  language: PortalLanguage;
  value: string;
  onChange: (code: string) => void;
}): ReactNode {
  const { language, onChange, value, ...common } = props;
  const data = useMemo(() => {
    const names = new Intl.DisplayNames(language, { type: 'region' });
    return [...countries]
      .map((code) => ({ value: code, label: names.of(code) ?? code }))
      .toSorted((a, b) => a.label.localeCompare(b.label, language));
  }, [language]);
  // What was typed before and is no country stays to be seen and mended.
  const shown = value === '' || countries.has(value) ? data : [{ value, label: value }, ...data];
  return (
    <Select
      {...common}
      data={shown}
      value={value === '' ? null : value}
      onChange={(code) => onChange(code ?? '')}
      searchable
      // Choosing again what is chosen already confirms it.
      allowDeselect={false}
      clearable={!props.required}
      nothingFoundMessage={portalSay(language, 'expected.not_a_country')}
    />
  );
}
