import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type NoticeGroup, type NoticeWay, noticeGroups, noticeWays } from '#core/notice/kinds.ts';
import { ErrorState, Loading } from '../ui/states.tsx';
import { toastDone, toastProblem } from '../ui/toast.tsx';
import classes from './notice.module.css';
import { choicesQuery, chooseWay, type Inbox, timeOfMinute } from './notice-data.ts';

const ways = Object.entries(noticeWays).map(([value, { label }]) => ({ value, label }));

/** What leaves by mail: for each group at once, once a day, or not at all. A choice counts as soon as it is made. */
export function Choices(props: { inbox: Inbox }): ReactNode {
  const { inbox } = props;
  const queries = useQueryClient();
  const query = choicesQuery(inbox);
  const choices = useQuery(query);
  const choose = useMutation({
    mutationFn: (choice: { group: NoticeGroup; way: NoticeWay }) =>
      chooseWay(inbox, choice.group, choice.way),
    onSuccess: (_done, { group, way }) =>
      toastDone(`${noticeGroups[group].label}: ${noticeWays[way].label.toLowerCase()}.`),
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: query.queryKey }),
  });
  if (choices.error !== null) {
    return <ErrorState error={choices.error} onRetry={() => void choices.refetch()} />;
  }
  if (choices.data === undefined) return <Loading rows={4} label="Loading your choices" />;
  const { settings, isDemo } = choices.data;
  return (
    <Stack gap="md">
      <Text size="sm">
        Everything stands in the inbox. These are the letters beside it. The digest leaves at{' '}
        {timeOfMinute(settings.digestMinute)} on business days with what you have not read by then, and never
        empty.
      </Text>
      <ul className={classes.list}>
        {choices.data.choices.map(({ group, way }) => (
          <li key={group} className={classes.choice}>
            <div>
              <Text fw={600}>{noticeGroups[group].label}</Text>
              <Text size="sm" c="dimmed">
                {noticeGroups[group].about}
              </Text>
            </div>
            <SegmentedControl
              size="xs"
              aria-label={noticeGroups[group].label}
              disabled={choose.isPending}
              value={choose.isPending && choose.variables.group === group ? choose.variables.way : way}
              onChange={(value) => choose.mutate({ group, way: value as NoticeWay })}
              data={ways}
            />
          </li>
        ))}
      </ul>
      <Text size="sm" c="dimmed">
        {withinText(settings.gatherMinutes)} Whatever you choose counts for what happens from now on.
      </Text>
      {isDemo ? (
        <Text size="sm" c="dimmed">
          This is the demo company: nothing leaves from it, whatever is chosen here.
        </Text>
      ) : null}
    </Stack>
  );
}

function withinText(minutes: number): string {
  if (minutes === 0) return 'At once means a letter for each thing that happens.';
  const within = minutes === 1 ? 'a minute' : `${minutes} minutes`;
  return `At once means within ${within}: what comes together stands in one letter.`;
}
