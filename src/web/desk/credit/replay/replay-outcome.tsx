import { Button, Group, Progress, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Card } from '../../../ui/card.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { EmptyState, ErrorState, Loading } from '../../../ui/states.tsx';
import { useDesk } from '../../desk-context.ts';
import { MovedDeals } from './moved-deals.tsx';
import { type CreditReplay, isOver, replayQuery, useStopReplay } from './replay-data.ts';
import { ReplaySums } from './replay-sums.tsx';

/** A replay on its way, and what it found once it is done. */
export function ReplayOutcome(props: { replayId: string }): ReactNode {
  const { slug } = useDesk();
  const format = useFormat();
  const replay = useQuery(replayQuery(slug, props.replayId));
  if (replay.error !== null) return <ErrorState error={replay.error} onRetry={() => void replay.refetch()} />;
  const { data } = replay;
  if (data === undefined) return <Loading rows={4} label="Loading the replay" />;
  if (!isOver(data)) return <Running replay={data} />;
  if (data.state === 'failed') {
    return <EmptyState title="The replay failed">A fault of ours stopped it. Start it again.</EmptyState>;
  }
  if (data.state === 'stopped' || data.result === null) {
    return <EmptyState title="The replay was stopped">Nothing was kept of it. Start it again.</EmptyState>;
  }
  if (data.result.deals === 0) {
    return (
      <EmptyState title="There is nothing to replay">
        No deal that a partner acted on was created from {format.day(data.fromOn)} to {format.day(data.toOn)}.
        Once acts of partners are recorded, their deals can be tried under another page.
      </EmptyState>
    );
  }
  return (
    <>
      <ReplaySums replay={data} result={data.result} />
      {data.result.movedDeals === 0 ? null : <MovedDeals replay={data} total={data.result.movedDeals} />}
    </>
  );
}

function Running(props: { replay: CreditReplay }): ReactNode {
  const { slug } = useDesk();
  const format = useFormat();
  const stop = useStopReplay(slug, props.replay.id);
  const { done, all } = props.replay.progress ?? { done: 0, all: 0 };
  return (
    <Card>
      <Group justify="space-between">
        <Text size="sm" role="status">
          {props.replay.state === 'waiting'
            ? 'Waits to begin'
            : `${format.count(done)} of ${format.count(all)} deals decided`}
        </Text>
        <Button variant="default" size="xs" loading={stop.isPending} onClick={() => stop.mutate()}>
          Stop
        </Button>
      </Group>
      {stop.error === null ? null : <ErrorState error={stop.error} />}
      <Progress value={all === 0 ? 0 : (done / all) * 100} mt="xs" aria-label="Progress of the replay" />
    </Card>
  );
}
