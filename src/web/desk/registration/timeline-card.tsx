import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Card } from '../../ui/card.tsx';
import { useFormat } from '../../ui/format.tsx';
import classes from './registration.module.css';
import type { Registration } from './registration-data.ts';
import { eventWords } from './registration-words.ts';

/** Everything that happened, the newest first, with what was said. */
export function TimelineCard(props: { registration: Registration }): ReactNode {
  const format = useFormat();
  const events = props.registration.timeline.map((event, nth) => ({ ...event, nth })).toReversed();
  return (
    <Card>
      <Title order={2}>What happened</Title>
      <ol className={classes.list}>
        {events.map((event) => (
          <li key={event.nth}>
            <Text size="xs" c="dimmed">
              {format.instant(event.at)}
            </Text>
            <strong>{event.who}</strong> {eventWords[event.type]}
            {event.said === null ? null : <p className={classes.told}>{format.sentence(event.said)}</p>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
