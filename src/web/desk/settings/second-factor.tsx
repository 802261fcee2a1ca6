import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { fieldError, problemOf } from '../../problem.ts';
import { meQuery } from '../../session.ts';
import { ErrorState } from '../../ui/states.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { BackupCodes } from './backup-codes.tsx';
import { EnrolAuthenticator } from './enrol-authenticator.tsx';

/** Without a second factor: what it is, and the way to one. */
export function SecondFactorOff(): ReactNode {
  const offer = useMutation({
    mutationFn: (password: string) =>
      take(api.POST('/api/v1/me/second-factor', { body: password === '' ? {} : { password } })),
  });
  if (offer.data !== undefined) return <EnrolAuthenticator {...offer.data} />;
  return (
    <Stack gap="md">
      <Text size="sm">
        With a second factor, signing in also asks for a code from an authenticator on your phone. A stolen
        password is then not enough.
      </Text>
      <ProofForm
        label="Set up an authenticator"
        error={offer.error}
        busy={offer.isPending}
        onProve={offer.mutate}
      />
    </Stack>
  );
}

/** With a second factor: new backup codes, or no second factor any more. */
export function SecondFactorOn(): ReactNode {
  const queries = useQueryClient();
  const [act, setAct] = useState<'replace' | 'disable' | null>(null);
  const replace = useMutation({
    mutationFn: (password: string) =>
      take(api.POST('/api/v1/me/second-factor/backup-codes', { body: password === '' ? {} : { password } })),
    onSuccess: () => setAct(null),
  });
  const disable = useMutation({
    mutationFn: (password: string) =>
      take(api.POST('/api/v1/me/second-factor/disable', { body: password === '' ? {} : { password } })),
    onSuccess: async () => {
      toastDone('The second factor is off.');
      await queries.invalidateQueries({ queryKey: meQuery.queryKey });
    },
  });
  if (replace.data !== undefined) {
    return (
      <Stack gap="md">
        <BackupCodes codes={replace.data.backupCodes} />
        <Group justify="flex-end">
          <Button onClick={() => replace.reset()}>I have kept them</Button>
        </Group>
      </Stack>
    );
  }
  return (
    <Stack gap="md">
      <Text size="sm">
        Signing in asks for a code from your authenticator. Backup codes work when you do not have it.
      </Text>
      {act === null ? (
        <Group>
          <Button variant="default" onClick={() => setAct('replace')}>
            Make new backup codes
          </Button>
          <Button variant="light" color="red" onClick={() => setAct('disable')}>
            Turn it off
          </Button>
        </Group>
      ) : act === 'replace' ? (
        <ProofForm
          label="Make new backup codes"
          error={replace.error}
          busy={replace.isPending}
          onProve={replace.mutate}
          onCancel={() => setAct(null)}
        />
      ) : (
        <ProofForm
          label="Turn the second factor off"
          danger
          error={disable.error}
          busy={disable.isPending}
          onProve={disable.mutate}
          onCancel={() => setAct(null)}
        />
      )}
    </Stack>
  );
}

/** Asks for the present password before a change of how one signs in. */
function ProofForm(props: {
  label: string;
  error: Error | null;
  busy: boolean;
  danger?: boolean;
  onProve: (password: string) => void;
  onCancel?: () => void;
}): ReactNode {
  const [password, setPassword] = useState('');
  const problem = props.error === null ? null : problemOf(props.error);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    props.onProve(password);
  };
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="sm">
        {problem === null || (problem.errors?.length ?? 0) > 0 ? null : <ErrorState error={props.error} />}
        <PasswordInput
          label="Your present password"
          description="Leave it empty if you have none and signed in by a link a moment ago."
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={fieldError(problem, 'password')}
          autoComplete="current-password"
        />
        <Group justify="flex-end">
          {props.onCancel === undefined ? null : (
            <Button variant="default" onClick={props.onCancel}>
              Cancel
            </Button>
          )}
          <Button type="submit" loading={props.busy} {...(props.danger === true ? { color: 'red' } : {})}>
            {props.label}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
