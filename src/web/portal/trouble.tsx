import { Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ApiProblem, problemOf } from '../problem.ts';
import { EmptyState } from '../ui/states.tsx';
import { failureIn } from '../ui/texts.ts';
import { useWords } from './language.ts';
import classes from './portal.module.css';
import { usePortal } from './portal-context.ts';

/** Whether registrations are not taken in yet: the page that says how is not signed. */
export function isNotOpen(error: unknown): boolean {
  return error instanceof ApiProblem && error.problem.status === 409;
}

/** A failure in the reader's language. What the server says is in it too, where the server knows it in it. */
export function Trouble(props: { error: unknown; onRetry?: (() => void) | undefined }): ReactNode {
  const words = useWords();
  const { title, says, language } = failureIn(words.ui, problemOf(props.error));
  return (
    <div role="alert" className={classes.trouble}>
      <Stack gap="xs" align="flex-start">
        <Text fw={600} c="var(--mantine-color-error)">
          {title}
        </Text>
        <Text size="sm" lang={language}>
          {says}
        </Text>
        {props.onRetry === undefined ? null : (
          <Button size="xs" variant="default" onClick={props.onRetry}>
            {words.ui.tryAgain}
          </Button>
        )}
      </Stack>
    </div>
  );
}

/** In place of a page about registrations, while none are taken in. */
export function NotOpen(): ReactNode {
  const { organization } = usePortal();
  const words = useWords();
  return <EmptyState title={words.notOpen.title}>{words.notOpen.says(organization.name)}</EmptyState>;
}
