import { Alert, Button, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api } from '../api.ts';
import { take } from '../api-client.ts';
import { FrameFields } from '../frame-fields.tsx';
import { paths } from '../paths.ts';
import { fieldError, problemOf } from '../problem.ts';
import { installationQuery } from '../session.ts';
import { browserLocale } from '../ui/provider.tsx';
import { EmptyState, ErrorState } from '../ui/states.tsx';
import { EntryFrame } from './entry-frame.tsx';
import { guessFrame } from './guess-frame.ts';
import { useSecretToken } from './secret-token.ts';

/** Links in letters use this page's own address, unless it is one that only this machine can reach. */
function reachableOrigin(): string | null {
  return /^(?:localhost|127\.|\[::1\])/.test(window.location.hostname) ? null : window.location.origin;
}

/** The first page of a new installation: its organization and the first administrator, in half a minute. */
export function SetUp(): ReactNode {
  const router = useRouter();
  const queries = useQueryClient();
  const printedToken = useSecretToken();
  const installation = useQuery(installationQuery);
  const [fields, setFields] = useState(() => ({
    token: printedToken,
    organizationName: '',
    name: '',
    email: '',
    password: '',
    ...guessFrame(browserLocale().timeZone),
  }));
  const change = (part: Partial<typeof fields>): void => setFields((all) => ({ ...all, ...part }));
  const setUp = useMutation({
    mutationFn: () => take(api.POST('/api/v1/set-up', { body: { ...fields, publicUrl: reachableOrigin() } })),
    onSuccess: async ({ org }) => {
      await queries.invalidateQueries();
      router.history.replace(paths.start(org));
    },
  });
  const problem = setUp.error === null ? null : problemOf(setUp.error);
  const error = (path: string): string | null => fieldError(problem, path);
  const namesAField = (problem?.errors ?? []).some((one) => error(one.path.replace(/^body\./, '')) !== null);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    setUp.mutate();
  };

  if (installation.data?.isSetUp === true && !setUp.isPending) {
    return (
      <EntryFrame title="Tandem is set up">
        <EmptyState title="Nothing to do here" action={{ label: 'Sign in', href: paths.signIn() }}>
          Someone has set this installation up already. If that was not you, ask them for an invitation.
        </EmptyState>
      </EntryFrame>
    );
  }
  return (
    <EntryFrame
      wide
      title="Set up Tandem"
      lead="Half a minute: your organization, and you as its first administrator. Everything can be changed later."
    >
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          {problem === null || namesAField ? null : <ErrorState error={setUp.error} />}
          {printedToken === '' ? (
            <TextInput
              label="Set-up token"
              description="The last start printed it in the log, at the end of the address of this page."
              value={fields.token}
              onChange={(event) => change({ token: event.currentTarget.value })}
              error={error('token')}
              autoComplete="off"
              required
            />
          ) : error('token') === null ? null : (
            <Alert color="red" title="The token in this address is not valid any more">
              {error('token')}
            </Alert>
          )}
          <Title order={2}>Your organization</Title>
          <TextInput
            label="Organization name"
            value={fields.organizationName}
            onChange={(event) => change({ organizationName: event.currentTarget.value })}
            error={error('organizationName')}
            autoComplete="organization"
            required
            data-autofocus
          />
          <FrameFields {...fields} onChange={(part) => change(part as Partial<typeof fields>)} />
          <Title order={2} mt="xs">
            You
          </Title>
          <TextInput
            label="Your name"
            value={fields.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
            error={error('name')}
            autoComplete="name"
            required
          />
          <TextInput
            label="Mail address"
            type="email"
            value={fields.email}
            onChange={(event) => change({ email: event.currentTarget.value })}
            error={error('email')}
            autoComplete="username"
            required
          />
          <PasswordInput
            label="Password"
            description="Ten characters or more. A few unusual words do well."
            value={fields.password}
            onChange={(event) => change({ password: event.currentTarget.value })}
            error={error('password')}
            autoComplete="new-password"
            minLength={10}
            required
          />
          <Button type="submit" loading={setUp.isPending} size="md">
            Create the organization
          </Button>
        </Stack>
      </form>
    </EntryFrame>
  );
}
