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
import { useEntrySpeech } from './entry-speech.ts';
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
  const speech = useEntrySpeech(slug !== null);
  const { words } = speech;
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
    <EntryFrame
      title={words.signInTitle}
      speech={speech}
      before={slug === null ? null : <PortalDoor slug={slug} />}
    >
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          <Refusal error={signIn.error ?? link.error} />
          <TextInput
            label={words.email}
            type="email"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            autoComplete="username"
            required
          />
          <PasswordInput
            label={words.password}
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
            {words.signIn}
          </Button>
          <Anchor href={paths.forgotPassword()} size="sm">
            {words.forgot}
          </Anchor>
          <Divider label={words.withoutPassword} />
          {link.isSuccess ? (
            <Alert color="teal" title={words.lookInMail} role="status">
              {words.linkSent(email)}
            </Alert>
          ) : (
            <Button
              variant="default"
              size="md"
              loading={link.isPending}
              disabled={!email.includes('@')}
              onClick={() => link.mutate()}
            >
              {words.mailMe}
            </Button>
          )}
          {email.includes('@') || link.isSuccess ? null : (
            <Text size="sm" c="dimmed">
              {words.addressFirst}
            </Text>
          )}
        </Stack>
      </form>
    </EntryFrame>
  );
}
