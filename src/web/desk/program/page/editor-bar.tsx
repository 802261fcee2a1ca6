import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { sayCheck } from '#core/blueprint/check-document.ts';
import type { Check } from '#core/program/check.ts';
import { Keys } from '../../../ui/keys.tsx';
import { sortChecks } from './check-list.tsx';
import classes from './editor.module.css';

/** The line that stays in view below a long form: whether it is saved, what is missing next, and the way on. */
export function EditorBar(props: {
  saved: ReactNode;
  /** It could not be saved: what happened and what to do stands above the line. */
  isTrouble: boolean;
  checks: readonly Check[];
  onGo: (path: string) => void;
  onPropose: () => void;
  /** Leads to the signatures, where what stands here waits for the reader's own. */
  onSign: (() => void) | null;
}): ReactNode {
  const { blocking, advisory } = sortChecks(props.checks);
  const [next] = blocking;
  return (
    <div className={classes.bar}>
      <div className={props.isTrouble ? classes.barTrouble : classes.barSaved}>{props.saved}</div>
      <div className={classes.barNext}>
        {next === undefined ? (
          <Text size="sm" c="dimmed">
            {advisory.length === 0
              ? 'Every check holds.'
              : `Nothing is missing; ${advisory.length} ${advisory.length === 1 ? 'thing' : 'things'} to think about.`}
          </Text>
        ) : (
          <>
            <Text size="sm" className={classes.barText}>
              <strong>{blocking.length} to settle.</strong> {sayCheck(next)}
            </Text>
            {next.path === '' ? null : (
              <Button size="compact-sm" variant="default" onClick={() => props.onGo(next.path)}>
                Go there
              </Button>
            )}
          </>
        )}
      </div>
      {props.onSign === null ? null : <Button onClick={props.onSign}>Go to the signatures</Button>}
      <Button
        variant={props.onSign === null ? 'filled' : 'default'}
        onClick={props.onPropose}
        rightSection={
          <span className={classes.barKeys}>
            <Keys keys="mod+enter" />
          </span>
        }
      >
        Propose
      </Button>
    </div>
  );
}
