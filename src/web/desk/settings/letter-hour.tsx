import { Button, Group, NumberInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { choicesQuery, minuteOfTime, timeOfMinute } from '../../notice/notice-data.ts';
import { Card } from '../../ui/card.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { useDesk, useMay } from '../desk-context.ts';

/** When the daily digest leaves, and how long notices of the same minutes are gathered into one letter. */
export function LetterHour(): ReactNode {
  const { slug } = useDesk();
  const choices = useQuery(choicesQuery({ slug, face: 'desk' }));
  if (choices.error !== null) {
    return <ErrorState error={choices.error} onRetry={() => void choices.refetch()} />;
  }
  return (
    <Card>
      <Title order={2}>Letters</Title>
      {choices.data === undefined ? <Loading rows={3} /> : <HourForm {...choices.data.settings} />}
    </Card>
  );
}

function HourForm(props: { digestMinute: number; gatherMinutes: number }): ReactNode {
  const { slug, timeZone } = useDesk();
  const mayChange = useMay('organization.change');
  const queries = useQueryClient();
  const [time, setTime] = useState(timeOfMinute(props.digestMinute));
  const [gather, setGather] = useState<number | string>(props.gatherMinutes);
  const digestMinute = minuteOfTime(time);
  const isGatherRight = typeof gather === 'number' && Number.isInteger(gather) && gather >= 0 && gather <= 60;
  const save = useMutation({
    mutationFn: () =>
      take(
        api.PUT('/api/v1/o/{org}/notice-settings', {
          params: { path: { org: slug } },
          body: { digestMinute: digestMinute ?? 0, gatherMinutes: Number(gather) },
        }),
      ),
    onSuccess: async () => {
      toastDone('Saved.');
      await queries.invalidateQueries({ queryKey: ['notice-choices', slug] });
    },
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="sm" mt="xs">
        <Text size="sm" c="dimmed">
          Each person chooses under Notices what is mailed to them at once, and what once a day.
        </Text>
        {save.error === null ? null : <ErrorState error={save.error} />}
        <Group gap="md" align="flex-start">
          <TextInput
            type="time"
            label="The digest leaves at"
            description={`On business days, ${timeZone}`}
            value={time}
            onChange={(event) => setTime(event.currentTarget.value)}
            error={digestMinute === null ? 'A time of day' : null}
            disabled={!mayChange}
          />
          <NumberInput
            label="Gather for, minutes"
            description="What comes together is one letter"
            value={gather}
            onChange={setGather}
            min={0}
            max={60}
            error={isGatherRight ? null : '0 to 60'}
            disabled={!mayChange}
          />
        </Group>
        {mayChange ? (
          <Group justify="flex-end">
            <Button
              type="submit"
              variant="default"
              loading={save.isPending}
              disabled={digestMinute === null || !isGatherRight}
            >
              Save
            </Button>
          </Group>
        ) : null}
      </Stack>
    </form>
  );
}
