import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { fieldError, problemOf } from '../../../problem.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { ErrorState, Loading } from '../../../ui/states.tsx';
import { toastDone } from '../../../ui/toast.tsx';
import { useDesk } from '../../desk-context.ts';
import { FiguresTable } from './figures-table.tsx';
import { openMatters } from './quarter-words.ts';
import classes from './quarters.module.css';
import { previewQuery, useCloseQuarter } from './quarters-data.ts';

/** Closing a quarter: what it would be booked at, what is not settled, and the CFO’s own sign-in again. */
export function CloseDialog(props: { startsOn: string; label: string; onClose: () => void }): ReactNode {
  const { slug } = useDesk();
  const format = useFormat();
  const preview = useQuery(previewQuery(slug, props.startsOn));
  const close = useCloseQuarter();
  const [password, setPassword] = useState('');
  const refused = fieldError(close.error && problemOf(close.error), 'password');
  const wrongPassword =
    refused !== null && close.variables?.password
      ? 'This is not your password. Type the one that you sign in with.'
      : refused;
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    close.mutate(
      { startsOn: props.startsOn, password },
      {
        onSuccess: ({ deals }) => {
          toastDone(`${props.label} is closed with ${deals} ${deals === 1 ? 'deal' : 'deals'}.`);
          props.onClose();
        },
      },
    );
  };
  const open =
    preview.data === undefined
      ? []
      : openMatters(preview.data.open, (on) => format.day(on).replace(/^\d+ /, ''));
  return (
    <Dialog opened onClose={props.onClose} title={`Close ${props.label}`} size="lg">
      {preview.error === null ? null : <ErrorState error={preview.error} />}
      {preview.data === undefined ? (
        preview.error === null && <Loading rows={5} label="Reading the quarter" />
      ) : (
        <form onSubmit={onSubmit}>
          <Stack gap="md">
            <Text size="sm">
              The figures are frozen as they are known now. A later fact changes none of them: it makes a
              restatement, which you accept or refuse. A close cannot be taken back.
            </Text>
            <FiguresTable figures={preview.data.figures} currency={preview.data.currency} isPreview />
            {preview.data.withoutAmount === 0 ? null : (
              <Text size="sm">
                {format.count(preview.data.withoutAmount)} without a known amount: counted, and not in the
                sum.
              </Text>
            )}
            {open.length === 0 ? (
              <Text size="sm" c="dimmed">
                Nothing is open in this quarter.
              </Text>
            ) : (
              <div>
                <Text size="sm" fw={600}>
                  Not settled yet
                </Text>
                <ul className={classes.list}>
                  {open.map((line) => (
                    <li key={line}>
                      <Text size="sm">{line}</Text>
                    </li>
                  ))}
                </ul>
                <Text size="sm" c="dimmed">
                  You may close all the same. What is settled later restates the quarter.
                </Text>
              </div>
            )}
            {close.error === null || wrongPassword !== null ? null : <ErrorState error={close.error} />}
            <PasswordInput
              label="Your password"
              description="A close asks for your own sign-in again. If you sign in without a password, leave this empty and close within fifteen minutes of signing in."
              autoComplete="current-password"
              value={password}
              error={wrongPassword}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={props.onClose}>
                Not now
              </Button>
              <Button type="submit" loading={close.isPending} disabled={preview.data.refusal !== null}>
                Close {props.label}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Dialog>
  );
}
