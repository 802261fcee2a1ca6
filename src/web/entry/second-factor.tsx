import { Anchor, Button, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api } from '../api.ts';
import { take } from '../api-client.ts';
import { paths } from '../paths.ts';
import { useUrlState } from '../ui/url-state.ts';
import { afterSignIn, portalOf } from './after-sign-in.ts';
import { EntryFrame } from './entry-frame.tsx';
import { useEntrySpeech } from './entry-speech.ts';
import { Refusal } from './refusal.tsx';

/** The second step of a sign-in: a code of the authenticator, or a backup code. */
export function SecondFactorStep(): ReactNode {
  const router = useRouter();
  const queries = useQueryClient();
  const then = useUrlState().get('then');
  const speech = useEntrySpeech(portalOf(then) !== null);
  const { words } = speech;
  const [code, setCode] = useState('');
  const verify = useMutation({
    mutationFn: () => take(api.POST('/api/v1/sign-in/second-factor', { body: { code: code.trim() } })),
    onSuccess: async () => {
      await queries.invalidateQueries();
      router.history.replace(afterSignIn(then));
    },
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    verify.mutate();
  };
  return (
    <EntryFrame title={words.oneMoreStep} lead={words.asksCode} speech={speech}>
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          <Refusal error={verify.error} />
          <TextInput
            label={words.code}
            description={words.codeSays}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            autoComplete="one-time-code"
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
            required
          />
          <Button type="submit" size="md" loading={verify.isPending}>
            {words.continue}
          </Button>
          <Anchor href={paths.signIn(then)} size="sm">
            {words.startAgain}
          </Anchor>
        </Stack>
      </form>
    </EntryFrame>
  );
}
