import { Badge, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { counted } from '#core/gates/phrase.ts';
import { seatLabel } from '#core/program/seat.ts';
import { paths } from '../../../paths.ts';
import { Card } from '../../../ui/card.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { useDesk } from '../../desk-context.ts';
import type { Watch } from '../program-state.ts';
import classes from './running.module.css';
import { runningQuery } from './running.tsx';

/** What a program that runs already still owes: each closed gate with its day, its owner and what is missing. */
export function CatchUp(props: { plan: NonNullable<Watch['catchUp']> }): ReactNode {
  const { slug } = useDesk();
  const format = useFormat();
  const counts = useQuery(runningQuery(slug)).data?.counts;
  return (
    <Card>
      <Title order={2}>The partners you have, and what is missing</Title>
      {counts === undefined ? null : (
        <p className={classes.counts}>
          <a href={paths.programRunning(slug, { sort: 'producing' })}>{counts.producing} producing</a>
          <a href={paths.programRunning(slug, { sort: 'active' })}>{counts.active} active</a>
          <a href={paths.programRunning(slug, { sort: 'dormant' })}>{counts.dormant} dormant</a>
          {counts.unknown === 0 ? null : (
            <a href={paths.programRunning(slug, { sort: 'unknown' })}>{counts.unknown} not known</a>
          )}
        </p>
      )}
      <Text size="sm" c="dimmed">
        Partners and deals that are here keep working; new recruiting and new tiers stay closed until their
        gate is open. <a href={paths.programRunning(slug)}>See whom to keep, to cure and to part with</a>
      </Text>
      <ol className={classes.items}>
        {props.plan.items.map((item) => (
          <li key={item.gate}>
            <div className={classes.head}>
              <a href={paths.programGates(slug, item.gate)}>
                {item.name} · {item.title}
              </a>
              <span>
                {item.isLate ? <Badge color="red">Late</Badge> : null} by {format.day(item.dueOn)} ·{' '}
                {item.holders.length === 0 ? `${seatLabel(item.owner)}: nobody` : item.holders.join(', ')}
              </span>
            </div>
            <details className={classes.missing}>
              <summary>{counted(item.missing.length, 'thing is', 'things are')} missing</summary>
              <ul>
                {item.missing.map((one, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two conditions may say the same
                  <li key={index}>{format.sentence(one)}</li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ol>
    </Card>
  );
}
