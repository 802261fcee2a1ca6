import { ActionIcon, Indicator, Popover, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useContext } from 'react';
import { useFormat } from '../ui/format.tsx';
import classes from './notice.module.css';
import { faceOf, type Inbox, logReading, noticesKey, noticesQuery } from './notice-data.ts';
import { NoticeSentence } from './notice-sentence.tsx';
import { NoticeTextsContext } from './notice-texts.ts';

/** What the person was told since they last looked; opening it is reading it. */
export function NoticeMenu(props: { inbox: Inbox }): ReactNode {
  const { inbox } = props;
  const format = useFormat();
  const said = useContext(NoticeTextsContext);
  const queries = useQueryClient();
  const notices = useQuery({ ...noticesQuery(inbox), refetchInterval: 60_000 });
  const read = useMutation({
    mutationFn: (until: number) => logReading(inbox, { until }),
    onSettled: () => queries.invalidateQueries({ queryKey: noticesKey(inbox) }),
  });
  const items = notices.data?.items ?? [];
  const unread = notices.data?.unread ?? 0;
  const newest = items[0]?.madeAt;
  const base = faceOf(inbox);
  return (
    <Popover
      position="bottom-end"
      width="min(22.5rem, calc(100vw - 2rem))"
      onOpen={() => {
        if (unread > 0 && newest !== undefined) read.mutate(newest);
      }}
    >
      <Indicator disabled={unread === 0} label={unread > 9 ? '9+' : unread} size={16} offset={4}>
        <Popover.Target>
          <ActionIcon
            variant="default"
            size={32}
            aria-label={unread === 0 ? said.title : said.bellNew(unread)}
          >
            <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
              <path
                d="M8 1.8a4 4 0 0 0-4 4v2.6L2.8 11h10.4L12 8.4V5.8a4 4 0 0 0-4-4ZM6.5 12.6a1.5 1.5 0 0 0 3 0"
                fill="none"
                stroke="currentColor"
                strokeWidth="1.4"
                strokeLinejoin="round"
              />
            </svg>
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown>
        {items.length === 0 ? (
          <Text size="sm" c="dimmed">
            {said.noneSays}
          </Text>
        ) : (
          <ul className={classes.menu}>
            {items.map((one) => (
              <li key={one.id}>
                <a href={`${base}${one.link}`}>
                  <NoticeSentence notice={one} />
                </a>
                <span>{format.instant(one.madeAt)}</span>
              </li>
            ))}
          </ul>
        )}
        <a className={classes.all} href={`${base}/notices`}>
          {said.all}
        </a>
      </Popover.Dropdown>
    </Popover>
  );
}
