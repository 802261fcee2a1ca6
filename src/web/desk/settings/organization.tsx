import { Button, Checkbox, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useMemo, useState } from 'react';
import { parseLocalDate } from '#core/calendar.ts';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { FrameFields } from '../../frame-fields.tsx';
import { fieldError, problemOf } from '../../problem.ts';
import { Card } from '../../ui/card.tsx';
import { Page } from '../../ui/page.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { useDesk, useMay } from '../desk-context.ts';
import { SlackChannel } from '../notice/slack-channel.tsx';
import { DemoCompany } from './demo-company.tsx';
import { ExchangeRates } from './exchange-rates.tsx';
import { LetterHour } from './letter-hour.tsx';

/** Settings: the frame that every date and amount of the organization is read in. */
export function OrganizationSettings(): ReactNode {
  const { isDemo } = useDesk();
  const mayDemo = useMay('demo.change');
  const mayChannel = useMay('organization.change');
  return (
    <Page
      title="Organization"
      width="narrow"
      lead="The calendar, the currency and the rates that every figure is read in. A change is written to the audit."
    >
      <FrameForm />
      <LetterHour />
      {mayChannel ? <SlackChannel partnerId={null} /> : null}
      <ExchangeRates />
      {mayDemo && !isDemo ? <DemoCompany /> : null}
    </Page>
  );
}

/** The dates of a text, one per line; what is no date is named in `wrong`. */
export function parseHolidays(text: string): { dates: string[]; wrong: string[] } {
  const lines = text.split(/[\s,;]+/).filter((line) => line !== '');
  const dates = lines.filter((line) => parseLocalDate(line) !== null);
  return { dates: [...new Set(dates)].sort(), wrong: lines.filter((line) => parseLocalDate(line) === null) };
}

function FrameForm(): ReactNode {
  const desk = useDesk();
  const mayChange = useMay('organization.change');
  const queries = useQueryClient();
  const [fields, setFields] = useState(() => ({
    name: desk.name,
    currency: desk.currency,
    timeZone: desk.timeZone,
    fiscalYearStartMonth: desk.fiscalYearStartMonth,
    workingDays: [...desk.workingDays],
    holidays: desk.holidays.join('\n'),
  }));
  const change = (part: Partial<typeof fields>): void => setFields((all) => ({ ...all, ...part }));
  const { dates, wrong } = parseHolidays(fields.holidays);
  const save = useMutation({
    mutationFn: () =>
      take(
        api.PATCH('/api/v1/o/{org}', {
          params: { path: { org: desk.slug } },
          body: { ...fields, holidays: dates },
        }),
      ),
    onSuccess: async () => {
      toastDone('Saved.');
      await queries.invalidateQueries();
    },
  });
  const problem = save.error === null ? null : problemOf(save.error);
  const days = useMemo(() => {
    const format = new Intl.DateTimeFormat(navigator.language, { weekday: 'short', timeZone: 'UTC' });
    // 5 January 2026 is a Monday, day 1 of the week.
    return [1, 2, 3, 4, 5, 6, 7].map((day) => ({
      day,
      label: format.format(new Date(Date.UTC(2026, 0, 4 + day))),
    }));
  }, []);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Card>
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          {problem === null ? null : <ErrorState error={save.error} />}
          <TextInput
            label="Name"
            value={fields.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
            error={fieldError(problem, 'name')}
            disabled={!mayChange}
            required
          />
          <FrameFields {...fields} onChange={change} disabled={!mayChange} />
          <Checkbox.Group
            label="Working days"
            description="Deadlines in business days count these, except the holidays below."
            value={fields.workingDays.map(String)}
            onChange={(value) => change({ workingDays: value.map(Number).sort() })}
          >
            <Group gap="md" mt="xs">
              {days.map(({ day, label }) => (
                <Checkbox key={day} value={String(day)} label={label} disabled={!mayChange} />
              ))}
            </Group>
          </Checkbox.Group>
          <Textarea
            label="Holidays"
            description="One date per line, as YYYY-MM-DD."
            value={fields.holidays}
            onChange={(event) => change({ holidays: event.currentTarget.value })}
            error={wrong.length === 0 ? null : `Not a date: ${wrong.slice(0, 3).join(', ')}`}
            disabled={!mayChange}
            autosize
            minRows={2}
            maxRows={10}
          />
          {mayChange ? (
            <Group justify="flex-end">
              <Button
                type="submit"
                loading={save.isPending}
                disabled={wrong.length > 0 || fields.workingDays.length === 0}
              >
                Save
              </Button>
            </Group>
          ) : (
            <Text c="dimmed" size="sm">
              Only an administrator can change this.
            </Text>
          )}
        </Stack>
      </form>
    </Card>
  );
}
