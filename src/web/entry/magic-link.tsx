import { Button, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api } from '../api.ts';
import { take } from '../api-client.ts';
import { paths } from '../paths.ts';
import { EmptyState } from '../ui/states.tsx';
import { EntryFrame } from './entry-frame.tsx';
import { useEntrySpeech } from './entry-speech.ts';
import { Refusal } from './refusal.tsx';
import { useSecretToken } from './secret-token.ts';

/** Where a mailed link leads. A press spends the link, so that a scanner which only opens it spends nothing. */
export function MagicLink(): ReactNode {
  const router = useRouter();
  const queries = useQueryClient();
  const token = useSecretToken();
  const speech = useEntrySpeech();
  const { words } = speech;
  const redeem = useMutation({
    mutationFn: () => take(api.POST('/api/v1/sign-in/link', { body: { token } })),
    onSuccess: async ({ outcome }) => {
      if (outcome === 'second_factor_needed') {
        router.history.replace(paths.secondFactor());
        return;
      }
      await queries.invalidateQueries();
      router.history.replace(paths.home());
    },
  });
  if (token === '' || redeem.isError) {
    return (
      <EntryFrame title={words.badLink} speech={speech}>
        <Refusal error={redeem.error} />
        <EmptyState title={words.newLink} action={{ label: words.toSignIn, href: paths.signIn() }}>
          {words.linkWorks}
        </EmptyState>
      </EntryFrame>
    );
  }
  return (
    <EntryFrame title={words.signInTitle} lead={words.linkReady} speech={speech}>
      <Stack>
        <Button size="md" loading={redeem.isPending} onClick={() => redeem.mutate()} data-autofocus>
          {words.signInNow}
        </Button>
      </Stack>
    </EntryFrame>
  );
}
