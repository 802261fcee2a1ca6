import { Badge, Button, Group, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { fieldError, problemOf } from '../../problem.ts';
import { meQuery } from '../../session.ts';
import { Card } from '../../ui/card.tsx';
import { Page } from '../../ui/page.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { SecondFactorOff, SecondFactorOn } from './second-factor.tsx';

/** How I sign in: password and second factor. */
export function Security(): ReactNode {
  const me = useQuery(meQuery);
  return (
    <Page
      title="Password and second factor"
      width="narrow"
      lead="How you sign in. It holds for all your organizations."
    >
      <Card>
        <Stack gap="md">
          <Group justify="space-between">
            <Title order={2}>Second factor</Title>
            {me.data === undefined ? null : me.data.secondFactor ? (
              <Badge color="teal">On</Badge>
            ) : (
              <Badge color="gray">Off</Badge>
            )}
          </Group>
          {me.error !== null ? <ErrorState error={me.error} onRetry={() => void me.refetch()} /> : null}
          {me.isPending ? <Loading rows={2} /> : null}
          {me.data === undefined ? null : me.data.secondFactor ? <SecondFactorOn /> : <SecondFactorOff />}
        </Stack>
      </Card>
      <Card>
        <Stack gap="md">
          <Title order={2}>Password</Title>
          <ChangePassword email={me.data?.email ?? ''} />
        </Stack>
      </Card>
    </Page>
  );
}

function ChangePassword(props: { email: string }): ReactNode {
  const queries = useQueryClient();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const change = useMutation({
    mutationFn: () =>
      take(
        api.PUT('/api/v1/me/password', {
          body: currentPassword === '' ? { newPassword } : { currentPassword, newPassword },
        }),
      ),
    onSuccess: async () => {
      toastDone('The password is changed. Your other sessions have ended.');
      setCurrent('');
      setNew('');
      await queries.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  const problem = change.error === null ? null : problemOf(change.error);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="md">
        {problem === null || (problem.errors?.length ?? 0) > 0 ? null : <ErrorState error={change.error} />}
        <input type="hidden" autoComplete="username" value={props.email} readOnly />
        <PasswordInput
          label="Present password"
          description="Leave it empty if you have none and signed in by a link a moment ago."
          value={currentPassword}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          error={fieldError(problem, 'currentPassword')}
          autoComplete="current-password"
        />
        <PasswordInput
          label="New password"
          description="Ten characters or more. A few unusual words do well."
          value={newPassword}
          onChange={(event) => setNew(event.currentTarget.value)}
          error={fieldError(problem, 'newPassword')}
          autoComplete="new-password"
          minLength={10}
          required
        />
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            Your other sessions end when it changes.
          </Text>
          <Button type="submit" loading={change.isPending}>
            Change the password
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
