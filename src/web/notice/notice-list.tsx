import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useContext, useRef } from 'react';
import { groupsOf, isNoticeKind, type NoticeGroup, noticeKinds } from '#core/notice/kinds.ts';
import { useFormat } from '../ui/format.tsx';
import { Keys } from '../ui/keys.tsx';
import { Pager } from '../ui/pager.tsx';
import { useShortcut } from '../ui/shortcuts.tsx';
import { EmptyState, ErrorState, Loading } from '../ui/states.tsx';
import { useToast } from '../ui/toast.tsx';
import { useUrlState } from '../ui/url-state.ts';
import classes from './notice.module.css';
import { faceOf, type Inbox, logReading, type Notice, noticesKey, noticesQuery } from './notice-data.ts';
import { NoticeSentence } from './notice-sentence.tsx';
import { NoticeTextsContext } from './notice-texts.ts';

/** All notices: filtered by what is unread and by group, marked as read one by one or all at once, also by keyboard. */
export function NoticeList(props: { inbox: Inbox }): ReactNode {
  const { inbox } = props;
  const said = useContext(NoticeTextsContext);
  const toast = useToast();
  const url = useUrlState();
  const queries = useQueryClient();
  const unread = url.get('unread') === 'true';
  const group = groupOf(inbox, url.get('group'));
  const list = useRef<HTMLDivElement>(null);
  const notices = useQuery(noticesQuery(inbox, { unread, group, cursor: url.get('cursor') }));
  const read = useMutation({
    mutationFn: (what: { until: number } | { ids: string[] }) => logReading(inbox, what),
    onError: toast.problem,
    onSettled: () => queries.invalidateQueries({ queryKey: noticesKey(inbox) }),
  });
  const items = notices.data?.items ?? [];
  const links = () => [...(list.current?.querySelectorAll<HTMLAnchorElement>('a[data-notice]') ?? [])];
  const step = (by: number) => {
    const all = links();
    const here = all.indexOf(document.activeElement as HTMLAnchorElement);
    all[Math.min(Math.max(here + by, 0), all.length - 1)]?.focus();
  };
  useShortcut('j', 'The next notice', 'Notices', () => step(1));
  useShortcut('k', 'The notice before', 'Notices', () => step(-1));
  useShortcut('m', 'Mark the notice as read', 'Notices', () => {
    const id = links().find((link) => link === document.activeElement)?.dataset.notice;
    if (id === undefined) return false;
    read.mutate({ ids: [id] });
    step(1);
    return true;
  });
  const count = notices.data?.unread ?? 0;
  return (
    <>
      <Group justify="space-between" gap="sm">
        <Group gap="sm">
          <SegmentedControl
            size="xs"
            aria-label={said.which}
            value={unread ? 'unread' : 'all'}
            onChange={(value) =>
              url.set({ unread: value === 'unread' ? 'true' : undefined, cursor: undefined })
            }
            data={[
              { value: 'all', label: said.every },
              { value: 'unread', label: count === 0 ? said.unread : said.unreadCount(count) },
            ]}
          />
          {groupsOf(inbox.face).length < 2 ? null : (
            <SegmentedControl
              size="xs"
              aria-label={said.about}
              value={group ?? 'everything'}
              onChange={(value) =>
                url.set({ group: value === 'everything' ? undefined : value, cursor: undefined })
              }
              data={[
                { value: 'everything', label: said.everything },
                ...groupsOf(inbox.face).map((one) => ({ value: one, label: said.short[one] })),
              ]}
            />
          )}
        </Group>
        <Button
          size="xs"
          variant="default"
          disabled={count === 0}
          loading={read.isPending && 'until' in (read.variables ?? {})}
          // The clock of this machine may be behind that of the server.
          onClick={() => read.mutate({ until: Math.max(Date.now(), items[0]?.madeAt ?? 0) })}
        >
          {said.markAll}
        </Button>
      </Group>
      {notices.error === null ? null : (
        <ErrorState error={notices.error} onRetry={() => void notices.refetch()} />
      )}
      {notices.isPending ? <Loading rows={8} label={said.title} /> : null}
      {notices.data !== undefined && items.length === 0 ? (
        <Nothing isFiltered={unread || group !== undefined} unread={unread} />
      ) : null}
      {items.length === 0 ? null : (
        <>
          <div ref={list}>
            <Days inbox={inbox} items={items} onRead={(id) => read.mutate({ ids: [id] })} />
          </div>
          <Group gap={6} visibleFrom="sm">
            <Keys keys="j" />
            <Keys keys="k" />
            <Text size="xs" c="dimmed" component="span">
              {said.step}
            </Text>
            <Keys keys="m" />
            <Text size="xs" c="dimmed" component="span">
              {said.mark}
            </Text>
          </Group>
          <Pager shown={items.length} nextCursor={notices.data?.nextCursor ?? null} />
        </>
      )}
    </>
  );
}

function groupOf(inbox: Inbox, text: string | undefined): NoticeGroup | undefined {
  return groupsOf(inbox.face).find((one) => one === text);
}

function Days(props: { inbox: Inbox; items: readonly Notice[]; onRead: (id: string) => void }): ReactNode {
  const format = useFormat();
  const said = useContext(NoticeTextsContext);
  const days = Map.groupBy(props.items, (one) => format.instantDay(one.madeAt));
  return [...days].map(([day, items]) => (
    <section key={day} aria-label={day}>
      <h2 className={classes.day}>{day}</h2>
      <ul className={classes.list}>
        {items.map((one) => (
          <li key={one.id} className={`${classes.notice} ${one.isRead ? '' : classes.isUnread}`}>
            <span className={classes.dot} aria-hidden="true" />
            <a
              href={`${faceOf(props.inbox)}${one.link}`}
              data-notice={one.id}
              onClick={() => {
                if (!one.isRead) props.onRead(one.id);
              }}
            >
              {one.isRead ? null : <span className={classes.forReaders}>{said.unreadMark} </span>}
              <NoticeSentence notice={one} />
            </a>
            <span className={classes.meta}>
              {isNoticeKind(one.kind) ? `${said.group[noticeKinds[one.kind].group]} · ` : ''}
              {format.clock(one.madeAt)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  ));
}

function Nothing(props: { isFiltered: boolean; unread: boolean }): ReactNode {
  const said = useContext(NoticeTextsContext);
  if (props.isFiltered) {
    return (
      <EmptyState title={props.unread ? said.allRead : said.noneOfKind}>
        {props.unread ? said.allReadSays : said.noneOfKindSays}
      </EmptyState>
    );
  }
  return <EmptyState title={said.none}>{said.noneSays}</EmptyState>;
}
