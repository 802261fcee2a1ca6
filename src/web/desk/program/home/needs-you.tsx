import { Text, Title, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { Card } from '../../../ui/card.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { useDesk, useMay } from '../../desk-context.ts';
import type { ProgramState, Watch } from '../program-state.ts';
import classes from './home.module.css';
import { needsOf } from './needs.ts';

/** At most this many stand in the list; the rest is counted. */
const most = 8;

/** What waits for the person who looks, the first thing first. */
export function NeedsYou(props: {
  state: ProgramState;
  watch: Watch | undefined;
  onSetClock: () => void;
}): ReactNode {
  const { slug } = useDesk();
  const format = useFormat();
  const who = { slug, mayEdit: useMay('program.edit'), maySeat: useMay('program.seat') };
  const needs = needsOf(props.state, props.watch, who);
  return (
    <Card className={classes.needsYou ?? ''}>
      <Title order={2}>What needs you</Title>
      {needs.length === 0 ? (
        <Text size="sm" c="dimmed">
          Nothing waits for you here.
        </Text>
      ) : (
        <ol className={classes.needs}>
          {needs.slice(0, most).map((need) => (
            <li key={need.key}>
              {need.href === null ? (
                <UnstyledButton className={classes.act} onClick={props.onSetClock}>
                  {need.says}
                </UnstyledButton>
              ) : (
                <a href={need.href}>{format.sentence(need.says)}</a>
              )}
            </li>
          ))}
        </ol>
      )}
      {needs.length > most ? (
        <Text size="xs" c="dimmed" mt={4}>
          And {needs.length - most} more.
        </Text>
      ) : null}
    </Card>
  );
}
