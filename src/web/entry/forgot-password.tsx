import { Alert, Anchor, Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api } from '../api.ts';
import { take } from '../api-client.ts';
import { paths } from '../paths.ts';
import { EntryFrame } from './entry-frame.tsx';
import { Refusal } from './refusal.tsx';

/** Asking for a link to choose a new password. */
export function ForgotPassword(): ReactNode {
  const [email, setEmail] = useState('');
  const ask = useMutation({
    mutationFn: () => take(api.POST('/api/v1/password/reset/request', { body: { email } })),
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    ask.mutate();
  };
  return (
    <EntryFrame title="Choose a new password" lead="We mail you a link that lets you choose a new one.">
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          <Refusal error={ask.error} />
          {ask.isSuccess ? (
            <Alert color="teal" title="Look in your mail" role="status">
              If {email} belongs to a person here, the link is on its way. It works once, for an hour.
            </Alert>
          ) : (
            <>
              <TextInput
                label="Mail address"
                type="email"
                value={email}
                onChange={(event) => setEmail(event.currentTarget.value)}
                autoComplete="username"
                required
              />
              <Button type="submit" size="md" loading={ask.isPending}>
                Mail me a link
              </Button>
            </>
          )}
          <Anchor href={paths.signIn()} size="sm">
            Back to sign-in
          </Anchor>
        </Stack>
      </form>
    </EntryFrame>
  );
}
