import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { problemOf } from '../../problem.ts';
import { Card } from '../../ui/card.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { useFormat } from '../../ui/format.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useDesk } from '../desk-context.ts';
import { type UploadItem, useUpload } from './use-upload.ts';

const taken = '.csv,.tsv,.txt,.xlsx';

/** Drop or choose exports; when they are understood, the wizard opens. */
export function UploadPanel(props: { label?: string; hint?: string }): ReactNode {
  const { slug } = useDesk();
  const upload = useUpload(slug);
  const ready = upload.items.filter((item) => item.state === 'ready').length;
  const stuck = !upload.busy && ready > 0 && upload.items.some((item) => item.state === 'failed');
  return (
    <Stack gap="sm">
      <FileDrop
        label={props.label ?? 'Drop your exports here, or choose files'}
        hint={props.hint ?? 'CSV, TSV or Excel (.xlsx), one or several at once, up to 512 MB each.'}
        accept={taken}
        multiple
        disabled={upload.busy}
        onFiles={upload.add}
      />
      {upload.items.map((item) => (
        <UploadRow key={item.id} item={item} onRetry={() => upload.retry(item.id)} />
      ))}
      {stuck ? (
        <Group>
          <Button onClick={upload.proceed}>
            {ready === 1 ? 'Go on with the other file' : `Go on with the other ${ready} files`}
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
}

function UploadRow(props: { item: UploadItem; onRetry: () => void }): ReactNode {
  const format = useFormat();
  const { file, state, error } = props.item;
  const said = {
    sending: 'Uploading',
    reading: 'Finding out what it is',
    ready: 'Understood',
    failed: 'Not understood',
  }[state];
  return (
    <Card p="sm">
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
            {file.name}
          </Text>
          <Text size="sm" c="dimmed" role="status">
            {said} · {format.bytes(file.size)}
          </Text>
        </Group>
        {state === 'sending' || state === 'reading' ? (
          <Progress value={100} animated size="sm" aria-label={`${said}: ${file.name}`} />
        ) : null}
        {state === 'failed' ? (
          <>
            <ErrorState error={error} onRetry={props.onRetry} />
            {problemOf(error).status === 400 || problemOf(error).status === 422 ? (
              <Text size="sm" c="dimmed">
                Correct the file or export it again, then drop it once more.
              </Text>
            ) : null}
          </>
        ) : null}
      </Stack>
    </Card>
  );
}
