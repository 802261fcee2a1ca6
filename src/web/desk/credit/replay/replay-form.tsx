import { Button, Group, NumberInput, Radio, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { attributionPage } from '#core/attribution/attribution-page.ts';
import { addDays, addQuarters, type LocalDate, quarterOf } from '#core/calendar.ts';
import { paths } from '../../../paths.ts';
import { fieldError, problemOf } from '../../../problem.ts';
import { Card } from '../../../ui/card.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import { useDesk } from '../../desk-context.ts';
import { bodyOf, type ProgramState } from '../../program/program-state.ts';
import classes from './replay.module.css';
import type { ReplayWish } from './replay-data.ts';

/** The numbers that one may change right here; everything else is as the attribution page is written now. */
const fields = attributionPage.fields.settings.fields;
const tried = Object.keys(fields) as (keyof typeof fields)[];
const choices = ['here', 'draft', 'proposed', 'past'] as const;
type Choice = (typeof choices)[number];

export type ReplayFormProps = {
  state: ProgramState;
  /** What the address asks for first. */
  first: string | undefined;
  isStarting: boolean;
  error: Error | null;
  onStart: (wish: ReplayWish) => void;
};

/** Which page is tried: the draft, the proposed one, or this one with other numbers; or which past day is explained. */
export function ReplayForm(props: ReplayFormProps): ReactNode {
  const { slug, fiscalYearStartMonth } = useDesk();
  const page = props.state.pages.find(({ word }) => word === 'attribution');
  const body = bodyOf(props.state, 'attribution');
  const today = props.state.today as LocalDate;
  const fiscal = { yearStartMonth: fiscalYearStartMonth };
  const lastQuarter = addQuarters(quarterOf(today, fiscal), -1, fiscal).end;
  const can: Readonly<Record<Choice, boolean>> = {
    ...{ here: true, past: true },
    draft: page?.draft !== null && page?.draft !== undefined,
    proposed: page?.proposed !== null && page?.proposed !== undefined,
  };
  const wanted = choices.find((one) => one === props.first && can[one]);
  const [choice, setChoice] = useState<Choice>(wanted ?? 'here');
  const [knownOn, setKnownOn] = useState<string>(lastQuarter);
  const [numbers, setNumbers] = useState(() =>
    Object.fromEntries(tried.map((key) => [key, body.settings[key] as number])),
  );
  const wrongDay = fieldError(props.error && problemOf(props.error), 'knownOn');
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (choice === 'past') props.onStart({ knownOn });
    else if (choice === 'here') {
      props.onStart({ page: { ...body, settings: { ...body.settings, ...numbers } } });
    } else props.onStart({ from: choice });
  };
  return (
    <Card>
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          {props.error === null || wrongDay !== null ? null : <ErrorState error={props.error} />}
          <Radio.Group label="What to try" value={choice} onChange={(value) => setChoice(value as Choice)}>
            <Stack gap={6} mt={6}>
              <Radio value="here" label="The attribution page with other numbers" />
              <Radio
                value="draft"
                label="The draft of the attribution page"
                description={can.draft ? undefined : 'There is no draft.'}
                disabled={!can.draft}
              />
              <Radio
                value="proposed"
                label={
                  can.proposed
                    ? `The proposed version ${page?.proposed?.version ?? ''}`
                    : 'The proposed version'
                }
                description={can.proposed ? undefined : 'No version waits for signatures.'}
                disabled={!can.proposed}
              />
              <Radio value="past" label="No other page: explain a past number" />
            </Stack>
          </Radio.Group>
          {choice === 'here' ? (
            <>
              <Text size="sm" c="dimmed">
                As the <a href={paths.programPage(slug, 'attribution')}>attribution page</a> is written now,
                with these numbers. To try another role table, write it there; it is a draft until it is
                signed.
              </Text>
              <div className={classes.numbers}>
                {tried.map((key) => (
                  <NumberInput
                    key={key}
                    label={`${fields[key].label}${fields[key].unit === 'days' ? ' (days)' : ''}`}
                    description={fields[key].rule}
                    value={numbers[key] ?? 0}
                    onChange={(value) => setNumbers((before) => ({ ...before, [key]: Number(value) }))}
                    min={0}
                    max={1000}
                    allowDecimal={false}
                  />
                ))}
              </div>
            </>
          ) : null}
          {choice === 'past' ? (
            <TextInput
              label="The number is of the end of"
              description="The deals of the four quarters before it, by what was known then and by what is known today."
              type="date"
              required
              styles={{ input: { maxWidth: '14rem' } }}
              max={addDays(today, -1)}
              value={knownOn}
              error={wrongDay}
              onChange={(event) => setKnownOn(event.currentTarget.value)}
            />
          ) : null}
          <Group>
            <Button type="submit" loading={props.isStarting}>
              {choice === 'past' ? 'Explain it' : 'Replay four quarters'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
