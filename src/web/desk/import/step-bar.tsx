import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './import.module.css';

export type StepBarProps = {
  label: string;
  onNext: () => void;
  busy?: boolean | undefined;
  /** Why one cannot go on yet; null if one can. */
  blocked?: string | null | undefined;
  children?: ReactNode;
};

/** The way on from a step. Where it is closed, it says why. */
export function StepBar(props: StepBarProps): ReactNode {
  const blocked = props.blocked ?? null;
  return (
    <div className={classes.bar}>
      <Button
        onClick={props.onNext}
        loading={props.busy === true}
        disabled={blocked !== null}
        aria-describedby={blocked === null ? undefined : 'step-blocked'}
      >
        {props.label}
      </Button>
      {props.children}
      {blocked === null ? null : (
        <Text size="sm" c="dimmed" id="step-blocked">
          {blocked}
        </Text>
      )}
    </div>
  );
}
