import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import { problemOf } from '../problem.ts';

/** Why the last attempt did not work, in one sentence. Nothing while there is no error. */
export function Refusal(props: { error: unknown }): ReactNode {
  if (props.error === null || props.error === undefined) return null;
  const problem = problemOf(props.error);
  return (
    <Alert color="red" role="alert">
      {problem.errors?.[0]?.repair ?? problem.detail ?? problem.title}
    </Alert>
  );
}
