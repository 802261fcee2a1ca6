import { Alert, Anchor, Button, Divider, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type FormEvent, lazy, type ReactNode, useEffect, useState } from 'react';
import { api } from '../api.ts';
import { take } from '../api-client.ts';
import { paths } from '../paths.ts';
import { installationQuery } from '../session.ts';
import { useUrlState } from '../ui/url-state.ts';
import { afterSignIn, portalOf } from './after-sign-in.ts';
import { EntryFrame } from './entry-frame.tsx';
import { Refusal } from './refusal.tsx';

/** Loaded for people of a partner alone. */
const PortalDoor = lazy(() =>
  import('../portal/brand/portal-door.tsx').then((module) => ({ default: module.PortalDoor })),
);

/** Signing in by password, or by a link that is mailed. */
export function SignIn(): ReactNode {
  const router = useRouter();
  const queries = useQueryClient();
  const then = useUrlState().get('then');
  const slug = portalOf(then);
  const installation = useQuery(installationQuery);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => take(api.POST('/api/v1/sign-in/password', { body: { email, password } })),
    onSuccess: async ({ outcome }) => {
      if (outcome === 'second_factor_needed') {
        router.history.push(paths.secondFactor(then));
        return;
      }
      await queries.invalidateQueries();
      router.history.replace(afterSignIn(then));
    },
  });
  const link = useMutation({
    mutationFn: () => take(api.POST('/api/v1/sign-in/link/request', { body: { email } })),
  });
  useEffect(() => {
    if (installation.data?.isSetUp === false) router.history.replace(paths.setUp());
  }, [installation.data, router]);

  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    signIn.mutate();
  };
  return (
    <EntryFrame title="Sign in" before={slug === null ? null : <PortalDoor slug={slug} />}>
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          <Refusal error={signIn.error ?? link.error} />
          <TextInput
            label="Mail address"
            type="email"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            autoComplete="username"
            required
          />
          <PasswordInput
            label="Password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="current-password"
          />
          <Button
            type="submit"
            size="md"
            loading={signIn.isPending}
            disabled={email === '' || password === ''}
          >
            Sign in
          </Button>
          <Anchor href={paths.forgotPassword()} size="sm">
            Forgot the password?
          </Anchor>
          <Divider label="or without a password" />
          {link.isSuccess ? (
            <Alert color="teal" title="Look in your mail" role="status">
              If {email} belongs to a person here, a link to sign in is on its way. It works once, for fifteen
              minutes. Where no mail server is set up, the letter is in the mail folder of the data folder.
            </Alert>
          ) : (
            <Button
              variant="default"
              size="md"
              loading={link.isPending}
              disabled={!email.includes('@')}
              onClick={() => link.mutate()}
            >
              Mail me a link
            </Button>
          )}
          {email.includes('@') || link.isSuccess ? null : (
            <Text size="sm" c="dimmed">
              Write your mail address above first.
            </Text>
          )}
        </Stack>
      </form>
    </EntryFrame>
  );
}
