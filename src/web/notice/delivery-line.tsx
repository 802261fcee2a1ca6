import { Badge, Text } from '@mantine/core';
import { type ReactNode, useContext } from 'react';
import { useFormat } from '../ui/format.tsx';
import classes from './notice.module.css';
import type { Delivery } from './notice-data.ts';
import { NoticeTextsContext } from './notice-texts.ts';

const colors = {
  queued: 'gray',
  sending: 'gray',
  waiting: 'amber',
  sent: 'teal',
  failed: 'red',
  dropped: 'gray',
} as const;

/**
 * One letter or post, in the reader's language: to whom, whether it arrived. What it told is in the language in which it
 * left, and what the server said is the server's own.
 */
export function DeliveryLine(props: {
  delivery: Delivery;
  showsWhom: boolean;
  action?: ReactNode;
}): ReactNode {
  const { delivery, showsWhom } = props;
  const format = useFormat();
  const said = useContext(NoticeTextsContext).delivery;
  const { to, state, kind, notices } = delivery;
  const what = kind === 'digest' ? said.digestOf(format.day(delivery.digestOn)) : said.kinds[kind];
  const whom = [to.person, to.partner].filter((part) => part !== null).join(', ');
  return (
    <div className={classes.delivery}>
      <div>
        <Text fw={600}>{showsWhom && whom !== '' ? said.to(what, whom) : what}</Text>
        <Text size="sm" c="dimmed">
          {to.address === null ? '' : `${to.address} · `}
          {format.instant(delivery.endedAt ?? delivery.queuedAt)}
          {delivery.tries > 1 ? ` · ${said.tries(format.count(delivery.tries))}` : ''}
        </Text>
      </div>
      <Badge color={colors[state]}>{said.states[state]}</Badge>
      {notices.length === 0 ? null : (
        <ul className={classes.told}>
          {notices.map((one) => (
            <li key={`${one.link} ${one.sentence}`} className={one.leftOut ? classes.leftOut : undefined}>
              {one.leftOut ? <span className={classes.forReaders}>{said.leftOut} </span> : null}
              <span lang={one.language}>{format.sentence(one.sentence)}</span>
            </li>
          ))}
        </ul>
      )}
      <div>
        {delivery.answer === null ? null : (
          <Text
            lang="en"
            size="sm"
            {...(state === 'failed' ? { c: 'var(--mantine-color-error)' } : { c: 'dimmed' })}
          >
            {delivery.answer}
          </Text>
        )}
        {delivery.nextTryAt === null || state !== 'waiting' ? null : (
          <Text size="sm" c="dimmed">
            {said.triedAgain(format.instant(delivery.nextTryAt))}
          </Text>
        )}
      </div>
      {props.action}
    </div>
  );
}
