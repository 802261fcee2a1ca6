import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { parseCurrencyCode } from '#core/money.ts';
import { portalFormat } from '#core/registration/portal-format.ts';
import { inputLabel, optionLabel } from '../../registration/form-words.ts';
import {
  answerAt,
  type FormInput,
  pathOf,
  type RegistrationForm,
  typedAgain,
} from '../../registration/typed.ts';
import { Card } from '../../ui/card.tsx';
import { useFormat } from '../../ui/format.tsx';
import { usePortalLanguage, useWords } from '../language.ts';
import type { OwnRegistration } from './own-data.ts';
import classes from './registration.module.css';

/** What was written into the form, folded away. */
export function Answers(props: { one: OwnRegistration; form: RegistrationForm | undefined }): ReactNode {
  const { language } = usePortalLanguage();
  const words = useWords();
  const show = useShown();
  const { form } = props;
  if (form === undefined) return null;
  const { submission, typed } = props.one;
  const written = submission === null ? typed : typedAgain(form, submission);
  const rows = form.fields.flatMap((field) =>
    field.inputs.flatMap((input) => {
      const path = pathOf(field, input);
      const text = show(input, answerAt(written, path), field.ownLabel !== null);
      return text === '' ? [] : [{ path, label: inputLabel(language, input.key, field.ownLabel), text }];
    }),
  );
  if (rows.length === 0) return null;
  return (
    <Card>
      <details>
        <summary className={classes.summary}>
          <Title order={2} display="inline">
            {words.deal.what}
          </Title>
        </summary>
        <dl className={classes.answers}>
          {rows.map(({ path, label, text }) => (
            <div key={path}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </details>
    </Card>
  );
}

/** An answer as the reader's language writes it; empty where there is none. */
function useShown(): (input: FormInput, value: unknown, isOwn: boolean) => string {
  const { language } = usePortalLanguage();
  const words = useWords();
  const format = useFormat();
  return (input, value, isOwn) => {
    if (value === undefined || value === null || value === '') return '';
    if (Array.isArray(value)) return value.join('\n');
    if (typeof value === 'boolean') return value ? words.deal.yes : words.deal.no;
    if (input.kind === 'amount') return amountShown(value, format);
    const text = String(value);
    if (input.kind === 'day') return portalFormat(language).day(text);
    if (input.kind === 'choice' && !isOwn) return optionLabel(language, input.key, text);
    if (input.kind !== 'country') return text;
    return new Intl.DisplayNames(language, { type: 'region', fallback: 'code' }).of(text) ?? text;
  };
}

function amountShown(value: unknown, format: ReturnType<typeof useFormat>): string {
  const { amountMinor, currency } = value as { amountMinor?: unknown; currency?: unknown };
  const code = parseCurrencyCode(String(currency));
  if (typeof amountMinor !== 'number' || code === null) return String(amountMinor ?? '');
  return format.money({ minor: amountMinor, currency: code });
}
