import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams, useRouter } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { roles } from '#core/program/roles.ts';
import { api } from '../api.ts';
import { take } from '../api-client.ts';
import { paths } from '../paths.ts';
import { fieldError, problemOf } from '../problem.ts';
import { meQuery } from '../session.ts';
import { EmptyState, ErrorState, Loading } from '../ui/states.tsx';
import { EntryFrame } from './entry-frame.tsx';
import { useSecretToken } from './secret-token.ts';

/** The page behind a mailed invitation: what it is for, then one press (or a name and a password) to accept. */
export function Invitation(): ReactNode {
  const { org = '' } = useParams({ strict: false }) as { org?: string };
  const token = useSecretToken();
  const me = useQuery({ ...meQuery, retry: false });
  const invitation = useQuery({
    queryKey: ['invitation', org, token],
    queryFn: () =>
      take(api.POST('/api/v1/o/{org}/invitation/read', { params: { path: { org } }, body: { token } })),
    enabled: token !== '',
    retry: false,
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
  });

  if (token === '' || invitation.error !== null) {
    return (
      <EntryFrame title="This invitation cannot be used">
        {invitation.error === null ? null : <ErrorState error={invitation.error} />}
        <EmptyState title="Ask for a new one" action={{ label: 'Sign in', href: paths.signIn() }}>
          An invitation works once, for seven days, with the whole address of the letter. If you accepted it
          before, sign in instead.
        </EmptyState>
      </EntryFrame>
    );
  }
  if (invitation.data === undefined || me.isPending) {
    return (
      <EntryFrame title="Invitation">
        <Loading rows={3} />
      </EntryFrame>
    );
  }
  const { organization, email } = invitation.data;
  return (
    <EntryFrame
      title={`Join ${organization}`}
      lead={
        <>
          You are invited as {invitation.data.roles.map((role) => roles[role].label).join(', ')}, with the
          address {email}.
        </>
      }
    >
      <Accept org={org} token={token} email={email} signedInAs={me.data?.email ?? null} />
    </EntryFrame>
  );
}

function Accept(props: { org: string; token: string; email: string; signedInAs: string | null }): ReactNode {
  const router = useRouter();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const isThemselves = props.signedInAs?.toLowerCase() === props.email.toLowerCase();
  const accept = useMutation({
    mutationFn: () =>
      take(
        api.POST('/api/v1/o/{org}/invitation/accept', {
          params: { path: { org: props.org } },
          body: isThemselves ? { token: props.token } : { token: props.token, name, password },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: meQuery.queryKey });
      router.history.replace(paths.desk(props.org));
    },
  });
  const problem = accept.error === null ? null : problemOf(accept.error);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    accept.mutate();
  };
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="md">
        {problem === null || (problem.errors?.length ?? 0) > 0 ? null : <ErrorState error={accept.error} />}
        {isThemselves ? (
          <Text>You are signed in with this address.</Text>
        ) : (
          <>
            {props.signedInAs === null ? null : (
              <Text size="sm" c="dimmed">
                You are signed in as {props.signedInAs}, which is another address. Accepting makes a new
                sign-in for {props.email}.
              </Text>
            )}
            <TextInput label="Mail address" value={props.email} autoComplete="username" readOnly />
            <TextInput
              label="Your name"
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              error={fieldError(problem, 'name')}
              autoComplete="name"
              required
            />
            <PasswordInput
              label="Choose a password"
              description="Ten characters or more. A few unusual words do well."
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              error={fieldError(problem, 'password')}
              autoComplete="new-password"
              minLength={10}
              required
            />
          </>
        )}
        <Button type="submit" size="md" loading={accept.isPending}>
          Accept and go on
        </Button>
        {isThemselves ? null : (
          <Text size="sm" c="dimmed">
            Do you have a sign-in for {props.email} already? <a href={paths.signIn()}>Sign in first</a>, then
            open the link in the letter again.
          </Text>
        )}
      </Stack>
    </form>
  );
}
