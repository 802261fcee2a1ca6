import { Badge, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { deliveryStates } from '#core/notice/delivery.ts';
import { useFormat } from '../ui/format.tsx';
import classes from './notice.module.css';
import type { Delivery } from './notice-data.ts';

const kinds = {
  at_once: 'Letter',
  digest: 'Daily digest',
  post: 'Slack post',
  test: 'Slack test',
  rep: 'Letter to a rep',
} as const;

const colors = {
  queued: 'gray',
  sending: 'gray',
  waiting: 'amber',
  sent: 'teal',
  failed: 'red',
  dropped: 'gray',
} as const;

/** One letter or post: to whom, what it told, whether it arrived and what the server said. */
export function DeliveryLine(props: {
  delivery: Delivery;
  showsWhom: boolean;
  action?: ReactNode;
}): ReactNode {
  const { delivery, showsWhom } = props;
  const format = useFormat();
  const { to, state, kind, notices } = delivery;
  const what = kind === 'digest' ? `${kinds.digest} of ${format.day(delivery.digestOn)}` : kinds[kind];
  const whom = [to.person, to.partner].filter((part) => part !== null).join(', ');
  return (
    <div className={classes.delivery}>
      <div>
        <Text fw={600}>{showsWhom && whom !== '' ? `${what} to ${whom}` : what}</Text>
        <Text size="sm" c="dimmed">
          {to.address === null ? '' : `${to.address} · `}
          {format.instant(delivery.endedAt ?? delivery.queuedAt)}
          {delivery.tries > 1 ? ` · ${format.count(delivery.tries)} tries` : ''}
        </Text>
      </div>
      <Badge color={colors[state]}>{deliveryStates[state].label}</Badge>
      {notices.length === 0 ? null : (
        <ul className={classes.told}>
          {notices.map((one) => (
            <li key={`${one.link} ${one.sentence}`} className={one.leftOut ? classes.leftOut : undefined}>
              {one.leftOut ? <span className={classes.forReaders}>Left out: </span> : null}
              {format.sentence(one.sentence)}
            </li>
          ))}
        </ul>
      )}
      <div>
        {delivery.answer === null ? null : (
          <Text size="sm" {...(state === 'failed' ? { c: 'var(--mantine-color-error)' } : { c: 'dimmed' })}>
            {delivery.answer}
          </Text>
        )}
        {delivery.nextTryAt === null || state !== 'waiting' ? null : (
          <Text size="sm" c="dimmed">
            Tried again {format.instant(delivery.nextTryAt)}
          </Text>
        )}
      </div>
      {props.action}
    </div>
  );
}
