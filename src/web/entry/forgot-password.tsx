import { Alert, Anchor, Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api } from '../api.ts';
import { take } from '../api-client.ts';
import { paths } from '../paths.ts';
import { EntryFrame } from './entry-frame.tsx';
import { useEntrySpeech } from './entry-speech.ts';
import { Refusal } from './refusal.tsx';

/** Asking for a link to choose a new password. */
export function ForgotPassword(): ReactNode {
  const speech = useEntrySpeech();
  const { words } = speech;
  const [email, setEmail] = useState('');
  const ask = useMutation({
    mutationFn: () => take(api.POST('/api/v1/password/reset/request', { body: { email } })),
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    ask.mutate();
  };
  return (
    <EntryFrame title={words.choosePassword} lead={words.weMail} speech={speech}>
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          <Refusal error={ask.error} />
          {ask.isSuccess ? (
            <Alert color="teal" title={words.lookInMail} role="status">
              {words.passwordLinkSent(email)}
            </Alert>
          ) : (
            <>
              <TextInput
                label={words.email}
                type="email"
                value={email}
                onChange={(event) => setEmail(event.currentTarget.value)}
                autoComplete="username"
                required
              />
              <Button type="submit" size="md" loading={ask.isPending}>
                {words.mailMe}
              </Button>
            </>
          )}
          <Anchor href={paths.signIn()} size="sm">
            {words.backToSignIn}
          </Anchor>
        </Stack>
      </form>
    </EntryFrame>
  );
}
