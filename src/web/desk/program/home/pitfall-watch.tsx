import { Badge, Button, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { seatLabel } from '#core/program/seat.ts';
import { useFormat } from '../../../ui/format.tsx';
import type { Watch } from '../program-state.ts';
import classes from './home.module.css';

type Pitfall = Watch['pitfalls'][number];

const words = {
  blocked: { label: 'Stop', color: 'red' },
  warning: { label: 'Watch out', color: 'amber' },
  not_measured: { label: 'Not measured yet', color: 'gray' },
  clear: { label: 'Clear', color: 'teal' },
} as const;

const order: readonly Pitfall['state'][] = ['blocked', 'warning', 'not_measured', 'clear'];

/** The pitfalls with something to say first; the clear ones and those that nobody can measure yet on demand. */
export function PitfallWatch(props: { pitfalls: readonly Pitfall[] }): ReactNode {
  const [all, setAll] = useState(false);
  const sorted = order.flatMap((state) => props.pitfalls.filter((one) => one.state === state));
  const loud = sorted.filter((one) => one.state === 'blocked' || one.state === 'warning');
  const quiet = sorted.length - loud.length;
  return (
    <>
      {loud.length === 0 ? <Text size="sm">{quietText(props.pitfalls)}</Text> : null}
      <ul className={classes.pitfalls}>
        {(all ? sorted : loud).map((pitfall) => (
          <PitfallLine key={pitfall.key} pitfall={pitfall} />
        ))}
      </ul>
      {quiet === 0 ? null : (
        <Button size="compact-sm" variant="default" mt="sm" onClick={() => setAll(!all)} aria-expanded={all}>
          {all
            ? 'Show only what needs attention'
            : loud.length === 0
              ? `Show all ${quiet}`
              : `Show the other ${quiet}`}
        </Button>
      )}
    </>
  );
}

/** What cannot be measured yet is not clear. */
function quietText(pitfalls: readonly Pitfall[]): string {
  const unknown = pitfalls.filter((one) => one.state === 'not_measured').length;
  const clear = `Of ${pitfalls.length} pitfalls, none shows.`;
  return unknown === 0 ? clear : `${clear} ${unknown} cannot be measured yet.`;
}

function PitfallLine(props: { pitfall: Pitfall }): ReactNode {
  const { pitfall } = props;
  const format = useFormat();
  const { label, color } = words[pitfall.state];
  return (
    <li className={classes.pitfall}>
      <Badge color={color}>{label}</Badge>
      <div>
        <Text size="sm" fw={600}>
          {pitfall.title}
        </Text>
        <Text size="sm">{format.sentence(pitfall.says)}</Text>
        {pitfall.action === null ? null : <Text size="sm">{format.sentence(pitfall.action)}</Text>}
        <Text size="xs" c="dimmed">
          {pitfall.evidence === null ? '' : `${format.sentence(pitfall.evidence)} `}
          {pitfall.on === null ? '' : `${format.day(pitfall.on)} · `}
          {seatLabel(pitfall.owner)}
        </Text>
      </div>
    </li>
  );
}
