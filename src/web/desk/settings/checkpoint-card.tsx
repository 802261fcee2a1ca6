import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Card } from '../../ui/card.tsx';
import { useFormat } from '../../ui/format.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useDesk } from '../desk-context.ts';
import classes from './audit.module.css';
import { type Checkpoint, checkpointFile, readCheckpoint } from './audit-data.ts';

/** Verifies the whole trail and hands its head out as a file. A trail that is broken is said, and not exported. */
export function CheckpointCard(): ReactNode {
  const { slug } = useDesk();
  const verify = useMutation({
    mutationFn: () => readCheckpoint(slug),
    onSuccess: (checkpoint) => {
      if (checkpoint.verified) download(checkpointFile(slug, checkpoint, new Date()));
    },
  });
  return (
    <Card>
      <Group justify="space-between" align="flex-start" gap="md">
        <Stack gap={4} maw="44rem">
          <Title order={2}>Checkpoint</Title>
          <Text size="sm" c="dimmed">
            Each entry carries the hash of the one before it, so a changed, removed or reordered entry shows.
            Only a checkpoint that is kept elsewhere shows a trail whose end was cut off or that was rewritten
            as a whole.
          </Text>
        </Stack>
        <Button variant="default" loading={verify.isPending} onClick={() => verify.mutate()}>
          Verify and export checkpoint
        </Button>
      </Group>
      <div aria-live="polite">
        {verify.error === null ? null : <ErrorState error={verify.error} onRetry={() => verify.mutate()} />}
        {verify.data === undefined ? null : <Result checkpoint={verify.data} />}
      </div>
    </Card>
  );
}

function Result(props: { checkpoint: Checkpoint }): ReactNode {
  const { seq, hash, verified, detail } = props.checkpoint;
  const format = useFormat();
  if (!verified) {
    return (
      <Stack gap={4} mt="sm" role="alert">
        <Text fw={600} c="var(--mantine-color-error)">
          The trail is broken: {detail}.
        </Text>
        <Text size="sm">
          Nothing was exported. Somebody wrote to the database past Tandem, or it was restored in part:
          compare it with a backup and with the last checkpoint that you kept.
        </Text>
      </Stack>
    );
  }
  return (
    <Stack gap={4} mt="sm">
      <Text size="sm" fw={600}>
        Verified: {seq === 1 ? 'the one entry follows' : `all ${format.count(seq)} entries follow`} from the
        first. The checkpoint is downloaded.
      </Text>
      <Text size="sm" className={classes.hash}>
        Entry {format.count(seq)}, {hash}
      </Text>
    </Stack>
  );
}

function download(file: { name: string; text: string }): void {
  const url = URL.createObjectURL(new Blob([file.text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  URL.revokeObjectURL(url);
}
