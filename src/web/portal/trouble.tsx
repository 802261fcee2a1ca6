import { Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ApiProblem, problemOf } from '../problem.ts';
import { EmptyState } from '../ui/states.tsx';
import { useWords } from './language.ts';
import classes from './portal.module.css';
import { usePortal } from './portal-context.ts';

/** Whether registrations are not taken in yet: the page that says how is not signed. */
export function isNotOpen(error: unknown): boolean {
  return error instanceof ApiProblem && error.problem.status === 409;
}

/** A failure in the reader's language. What the server adds stands below it in the server's own words. */
export function Trouble(props: { error: unknown; onRetry?: (() => void) | undefined }): ReactNode {
  const words = useWords();
  const { status, detail } = problemOf(props.error);
  const [title, says] =
    status === 0
      ? [words.trouble.offline, words.trouble.offlineSays]
      : status === 404
        ? [words.trouble.gone, words.trouble.goneSays]
        : [status === 403 ? words.trouble.notAllowed : words.trouble.other, null];
  return (
    <div role="alert" className={classes.trouble}>
      <Stack gap="xs" align="flex-start">
        <Text fw={600} c="var(--mantine-color-error)">
          {title}
        </Text>
        <Text size="sm" {...(says === null ? { lang: 'en' } : {})}>
          {says ?? detail}
        </Text>
        {props.onRetry === undefined ? null : (
          <Button size="xs" variant="default" onClick={props.onRetry}>
            {words.tryAgain}
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
