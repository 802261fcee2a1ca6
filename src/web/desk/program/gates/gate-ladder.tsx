import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { paths } from '../../../paths.ts';
import { useFormat } from '../../../ui/format.tsx';
import { useDesk } from '../../desk-context.ts';
import type { Watch } from '../program-state.ts';
import classes from './gates.module.css';

type Gate = Watch['gates'][number];

/** What stands beside the name of a gate. */
const marks = { open: '✓', overridden: '!', closed: '' } as const;

/** The eight gates as a ladder: which are open, which one is next and what it misses. */
export function GateLadder(props: { gates: readonly Gate[] }): ReactNode {
  const { slug } = useDesk();
  const next = props.gates.find((gate) => gate.state === 'closed');
  return (
    <ol className={classes.ladder}>
      {props.gates.map((gate) => (
        <li key={gate.key} className={classes.rung} data-state={gate.state}>
          <span className={classes.mark} aria-hidden="true">
            {marks[gate.state]}
          </span>
          <div>
            <a href={paths.programGates(slug, gate.key)} className={classes.rungTitle}>
              {gate.name} · {gate.title}
            </a>
            <RungState gate={gate} isNext={gate.key === next?.key} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function RungState(props: { gate: Gate; isNext: boolean }): ReactNode {
  const { gate } = props;
  const format = useFormat();
  const missing = gate.conditions.filter((one) => one.state !== 'met');
  if (gate.state === 'open') {
    return (
      <Text size="xs" c="dimmed">
        {gate.openedOn === null ? 'Open' : `Open since ${format.day(gate.openedOn)}`}
      </Text>
    );
  }
  if (gate.state === 'overridden') {
    return (
      <Text size="xs">
        Opened by override of {gate.override?.by} on {format.day(gate.override?.on ?? null)}:{' '}
        {gate.override?.reason}
      </Text>
    );
  }
  if (!props.isNext) {
    return (
      <Text size="xs" c="dimmed">
        {missing.length === 0 ? 'Ready, waits for the gate before it' : `${missing.length} to do`}
      </Text>
    );
  }
  return (
    <ul className={classes.missing}>
      {missing.map((one) => (
        <li key={one.code}>{format.sentence(one.says)}</li>
      ))}
    </ul>
  );
}
