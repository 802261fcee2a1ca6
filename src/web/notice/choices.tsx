import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useContext } from 'react';
import { type NoticeGroup, type NoticeWay, noticeWays } from '#core/notice/kinds.ts';
import { ErrorState, Loading } from '../ui/states.tsx';
import { useToast } from '../ui/toast.tsx';
import classes from './notice.module.css';
import { choicesQuery, chooseWay, type Inbox, timeOfMinute } from './notice-data.ts';
import { NoticeTextsContext } from './notice-texts.ts';

/** What leaves by mail: for each group at once, once a day, or not at all. A choice counts as soon as it is made. */
export function Choices(props: { inbox: Inbox }): ReactNode {
  const { inbox } = props;
  const said = useContext(NoticeTextsContext);
  const toast = useToast();
  const ways = (Object.keys(noticeWays) as NoticeWay[]).map((value) => ({ value, label: said.way[value] }));
  const queries = useQueryClient();
  const query = choicesQuery(inbox);
  const choices = useQuery(query);
  const choose = useMutation({
    mutationFn: (choice: { group: NoticeGroup; way: NoticeWay }) =>
      chooseWay(inbox, choice.group, choice.way),
    onSuccess: (_done, { group, way }) => toast.done(`${said.group[group]}: ${said.way[way].toLowerCase()}.`),
    onError: toast.problem,
    onSettled: () => queries.invalidateQueries({ queryKey: query.queryKey }),
  });
  if (choices.error !== null) {
    return <ErrorState error={choices.error} onRetry={() => void choices.refetch()} />;
  }
  if (choices.data === undefined) return <Loading rows={4} label={said.parts.choices} />;
  const { settings, isDemo } = choices.data;
  return (
    <Stack gap="md">
      <Text size="sm">{said.choicesSay(timeOfMinute(settings.digestMinute))}</Text>
      <ul className={classes.list}>
        {choices.data.choices.map(({ group, way }) => (
          <li key={group} className={classes.choice}>
            <div>
              <Text fw={600}>{said.group[group]}</Text>
              <Text size="sm" c="dimmed">
                {said.groupSays[group]}
              </Text>
            </div>
            <SegmentedControl
              size="xs"
              aria-label={said.group[group]}
              disabled={choose.isPending}
              value={choose.isPending && choose.variables.group === group ? choose.variables.way : way}
              onChange={(value) => choose.mutate({ group, way: value as NoticeWay })}
              data={ways}
            />
          </li>
        ))}
      </ul>
      <Text size="sm" c="dimmed">
        {settings.gatherMinutes === 0 ? said.eachAtOnce : said.within(settings.gatherMinutes)} {said.fromNow}
      </Text>
      {isDemo ? (
        <Text size="sm" c="dimmed">
          {said.demo}
        </Text>
      ) : null}
    </Stack>
  );
}
