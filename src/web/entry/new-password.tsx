import { Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api } from '../api.ts';
import { take } from '../api-client.ts';
import { paths } from '../paths.ts';
import { fieldError, problemOf } from '../problem.ts';
import { EmptyState } from '../ui/states.tsx';
import { EntryFrame } from './entry-frame.tsx';
import { useEntrySpeech } from './entry-speech.ts';
import { Refusal } from './refusal.tsx';
import { useSecretToken } from './secret-token.ts';

/** Where the mailed link for a new password leads. */
export function NewPassword(): ReactNode {
  const token = useSecretToken();
  const speech = useEntrySpeech();
  const { words } = speech;
  const [newPassword, setNewPassword] = useState('');
  const reset = useMutation({
    mutationFn: () => take(api.POST('/api/v1/password/reset', { body: { token, newPassword } })),
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    reset.mutate();
  };
  if (reset.isSuccess) {
    return (
      <EntryFrame title={words.passwordChanged} speech={speech}>
        <EmptyState title={words.signInWithIt} action={{ label: words.signIn, href: paths.signIn() }}>
          {words.signedOutElsewhere}
        </EmptyState>
      </EntryFrame>
    );
  }
  const fieldText = reset.error === null ? null : fieldError(problemOf(reset.error), 'newPassword');
  return (
    <EntryFrame title={words.choosePassword} speech={speech}>
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          {fieldText === null ? <Refusal error={reset.error} /> : null}
          <PasswordInput
            label={words.newPassword}
            description={words.passwordSays}
            value={newPassword}
            onChange={(event) => setNewPassword(event.currentTarget.value)}
            error={fieldText}
            autoComplete="new-password"
            minLength={10}
            required
          />
          <Button type="submit" size="md" loading={reset.isPending} disabled={token === ''}>
            {words.changePassword}
          </Button>
        </Stack>
      </form>
    </EntryFrame>
  );
}
