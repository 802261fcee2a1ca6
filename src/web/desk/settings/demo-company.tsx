import { Badge, Button, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { paths } from '../../paths.ts';
import { meQuery } from '../../session.ts';
import { Card } from '../../ui/card.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { useDesk } from '../desk-context.ts';
import { demoQuery } from '../import/import-data.ts';
import { RemoveDemo } from '../remove-demo.tsx';

/** Loading takes about a minute; after this long something is wrong. */
const patienceMs = 180_000;
const askEveryMs = 1500;

/** The demo company from a real organization: load it, open it, remove it. */
export function DemoCompany(): ReactNode {
  const { slug } = useDesk();
  const queries = useQueryClient();
  const [askedAt, setAskedAt] = useState<number | null>(null);
  const [openedAt] = useState(() => Date.now());
  const [removing, setRemoving] = useState(false);
  const demo = useQuery({
    ...demoQuery(slug),
    // Right after the wish the job may not have begun, and the answer still be "none".
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'loading' || (askedAt !== null && data?.state !== 'ready') ? askEveryMs : false,
  });
  const load = useMutation({
    mutationFn: () => take(api.POST('/api/v1/o/{org}/demo', { params: { path: { org: slug } } })),
    onSuccess: () => setAskedAt(Date.now()),
    onSettled: () => queries.invalidateQueries({ queryKey: demoQuery(slug).queryKey }),
  });
  const state = demoStanding(demo.data?.state, askedAt);
  useEffect(() => {
    if (state !== 'ready' || askedAt === null) return;
    setAskedAt(null);
    void queries.invalidateQueries({ queryKey: meQuery.queryKey });
  }, [state, askedAt, queries]);
  const isLate = state === 'loading' && demo.dataUpdatedAt - (askedAt ?? openedAt) > patienceMs;
  return (
    <Card>
      <Stack gap="sm">
        <Group gap="xs">
          <Title order={2}>Demo company</Title>
          {state === 'ready' ? <Badge color="teal">Loaded</Badge> : null}
        </Group>
        <Text size="sm" c="dimmed">
          An invented software company with two years of deals and partners, to try things on. It is an
          organization of its own and never mixes with this one; whoever is an administrator when it is loaded
          can enter it.
        </Text>
        {demo.error === null ? null : <ErrorState error={demo.error} onRetry={() => void demo.refetch()} />}
        {load.error === null ? null : <ErrorState error={load.error} onRetry={() => load.mutate()} />}
        {state === undefined && demo.error === null ? <Loading rows={1} /> : null}
        {state === 'none' ? (
          <div>
            <Button variant="default" loading={load.isPending} onClick={() => load.mutate()}>
              Load the demo company
            </Button>
          </div>
        ) : null}
        {state === 'loading' ? <Progress isLate={isLate} onRemove={() => setRemoving(true)} /> : null}
        {state === 'ready' ? (
          <Group gap="sm">
            <Button component="a" variant="default" href={paths.scoreboard(demo.data?.org ?? '')}>
              Open the demo company
            </Button>
            <Button variant="default" onClick={() => setRemoving(true)}>
              Remove it
            </Button>
          </Group>
        ) : null}
      </Stack>
      <RemoveDemo
        opened={removing}
        onClose={() => setRemoving(false)}
        onRemoved={async () => {
          setAskedAt(null);
          toastDone('The demo company is removed.');
          await Promise.all([
            queries.invalidateQueries({ queryKey: demoQuery(slug).queryKey }),
            queries.invalidateQueries({ queryKey: meQuery.queryKey }),
          ]);
        }}
      />
    </Card>
  );
}

type DemoState = 'none' | 'loading' | 'ready';

/** How the demo company stands for the reader: from the wish on it is loading, also before the job has begun. */
export function demoStanding(answered: DemoState | undefined, askedAt: number | null): DemoState | undefined {
  return answered === 'none' && askedAt !== null ? 'loading' : answered;
}

function Progress(props: { isLate: boolean; onRemove: () => void }): ReactNode {
  return (
    <Stack gap="xs">
      <Group gap="sm" role="status">
        <Loader size="xs" aria-hidden="true" />
        <Text size="sm">It is being made; about a minute. You can go on meanwhile.</Text>
      </Group>
      {props.isLate ? (
        <Group gap="sm">
          <Text size="sm">This takes longer than it should. The log of the server says why.</Text>
          <Button size="compact-sm" variant="default" onClick={props.onRemove}>
            Remove what is there
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
}
