import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { ConfirmDanger } from '../../ui/confirm-danger.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { toastDone, toastProblem } from '../../ui/toast.tsx';
import { useDesk } from '../desk-context.ts';
import { demoQuery } from './import-data.ts';

/** The company to try things on: load it, open it, take it away again. */
export function DemoCompany(): ReactNode {
  const { slug } = useDesk();
  const queries = useQueryClient();
  const [wasAsked, setAsked] = useState(false);
  const [removing, setRemoving] = useState(false);
  const demo = useQuery(demoQuery(slug, wasAsked));
  const path = { params: { path: { org: slug } } };
  const load = useMutation({
    mutationFn: () => take(api.POST('/api/v1/o/{org}/demo', path)),
    onSuccess: () => setAsked(true),
    onSettled: () => queries.invalidateQueries({ queryKey: ['demo', slug] }),
  });
  const remove = useMutation({
    mutationFn: () => take(api.DELETE('/api/v1/o/{org}/demo', path)),
    onSuccess: () => toastDone('The demo company is gone.'),
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries(),
  });
  const state = demo.data?.state;
  const isComing = load.isPending || state === 'loading' || (wasAsked && state === 'none');
  return (
    <Stack gap="sm">
      <Title order={2}>A company to try things on</Title>
      <Card>
        <Stack gap="sm" align="flex-start">
          <Text size="sm">
            A software company with two years of deals, twelve partners of one archetype, then a second one, a
            disputed credit and partners that went quiet. It is an organization of its own: it never mixes
            with yours, and goes away whole.
          </Text>
          {demo.error === null ? null : <ErrorState error={demo.error} onRetry={() => void demo.refetch()} />}
          {load.error === null ? null : <ErrorState error={load.error} onRetry={() => load.mutate()} />}
          {state === 'ready' ? (
            <Group gap="sm">
              <Button component="a" variant="default" href={paths.scoreboard(demo.data?.org ?? '')}>
                Open the demo company
              </Button>
              <Button variant="subtle" onClick={() => setRemoving(true)}>
                Remove it
              </Button>
            </Group>
          ) : (
            <Button variant="default" loading={isComing} onClick={() => load.mutate()}>
              Load the demo company
            </Button>
          )}
          {isComing ? (
            <Text size="sm" c="dimmed" role="status">
              It is being made, in about a minute. You can go on meanwhile.
            </Text>
          ) : null}
        </Stack>
      </Card>
      <ConfirmDanger
        opened={removing}
        onClose={() => setRemoving(false)}
        onConfirm={async () => {
          setAsked(false);
          await remove.mutateAsync().catch(() => undefined);
        }}
        title="Remove the demo company?"
        confirmLabel="Remove it"
      >
        Everything in it goes, also what you changed there. Your own organization is not touched, and the demo
        company can be loaded again.
      </ConfirmDanger>
    </Stack>
  );
}
