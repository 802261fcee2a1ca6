import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { inputLabel, optionLabel } from '../../registration/form-words.ts';
import { answerAt, type FormInput, pathOf } from '../../registration/typed.ts';
import { Card } from '../../ui/card.tsx';
import { useFormat } from '../../ui/format.tsx';
import { MoneyText } from '../../ui/values.tsx';
import { moneyOf } from '../opportunity/opportunity-words.ts';
import classes from './registration.module.css';
import type { Registration } from './registration-data.ts';

/** What was sent, under the labels of the form. What was left empty is not shown. */
export function SentSheet(props: { registration: Registration }): ReactNode {
  const { form, submission, submittedAt, completeAt, pageVersion } = props.registration;
  const format = useFormat();
  const answers = form.fields.flatMap((field) =>
    field.inputs.map((input) => ({
      path: pathOf(field, input),
      input,
      isOwn: field.ownLabel !== null,
      label: inputLabel('en', input.key, field.ownLabel),
      value: answerAt(submission, pathOf(field, input)),
    })),
  );
  const given = answers.filter(({ value, input }) => !isEmpty(value) && input.key !== 'consent');
  const consent = answers.find(({ path }) => path === 'consent');
  return (
    <Card>
      <Title order={2}>What was sent</Title>
      <dl className={classes.sheet}>
        {given.map(({ path, label, input, value, isOwn }) => (
          <div key={path} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>
              <Answer input={input} value={value} isOwn={isOwn} />
            </dd>
          </div>
        ))}
      </dl>
      <Text size="sm" c="dimmed" mt="sm">
        Sent {format.instant(submittedAt)}
        {completeAt !== null && completeAt !== submittedAt
          ? `; complete since ${format.instant(completeAt)}`
          : ''}
        {pageVersion === null || pageVersion === 0
          ? ''
          : `, by version ${pageVersion} of the registration page`}
        .{consent?.value === true ? ` Confirmed: “${form.consent}”` : ''}
      </Text>
    </Card>
  );
}

function Answer(props: { input: FormInput; value: unknown; isOwn: boolean }): ReactNode {
  const { input, value } = props;
  const format = useFormat();
  switch (input.kind) {
    case 'amount': {
      const { minor, currency } = value as { minor: number; currency: string };
      return <MoneyText value={moneyOf(minor, currency)} />;
    }
    case 'day':
      return format.day(String(value));
    case 'country':
      return new Intl.DisplayNames(format.language, { type: 'region' }).of(String(value)) ?? String(value);
    case 'products':
      return (value as string[]).join(', ');
    case 'links':
      return (value as string[]).map((link) => <OutsideLink key={link} href={link} />);
    case 'link':
      return <OutsideLink href={String(value)} />;
    case 'yes':
      return value === true ? 'Yes' : 'No';
    case 'choice':
      return props.isOwn ? String(value) : optionLabel('en', input.key, String(value));
    default:
      return String(value);
  }
}

/** A link that a partner gave: it opens beside Tandem and learns nothing of where it was pressed. */
function OutsideLink(props: { href: string }): ReactNode {
  return (
    <a href={props.href} target="_blank" rel="noreferrer noopener nofollow" style={{ display: 'block' }}>
      {props.href}
    </a>
  );
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}
