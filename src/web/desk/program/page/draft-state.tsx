import { Alert, Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormat } from '../../../ui/format.tsx';
import type { PageDraft } from './use-page-draft.ts';

/** Whether what stands here is saved; after a conflict, whose text goes on. */
export function DraftState(props: {
  draft: PageDraft;
  mayEdit: boolean;
  /** Why some fields hold a text that cannot be read. */
  unread: readonly string[];
}): ReactNode {
  const { draft } = props;
  const { saving } = draft;
  if (!props.mayEdit) {
    return (
      <Text size="sm" c="dimmed">
        You can read this page. Who leads the program writes it.
      </Text>
    );
  }
  if (saving.state === 'conflict') {
    return (
      <Alert color="red" title="This page was saved elsewhere meanwhile" role="alert">
        <Text size="sm">{saving.problem.detail} Nothing of yours is lost: it stands here still.</Text>
        <Group gap="sm" mt="sm">
          <Button size="compact-sm" variant="default" onClick={draft.loadTheirs}>
            Load theirs
          </Button>
          <Button size="compact-sm" onClick={draft.keepMine}>
            Put mine over it
          </Button>
        </Group>
      </Alert>
    );
  }
  if (saving.state === 'failed') {
    return (
      <Alert color="red" title="Not saved" role="alert">
        <Text size="sm">
          {saving.problem.detail ?? saving.problem.title} What you wrote is kept in this browser.
        </Text>
        <Button size="compact-sm" variant="default" mt="sm" onClick={draft.saveNow}>
          Try again
        </Button>
      </Alert>
    );
  }
  return (
    <div role="status">
      <SavedWords saving={saving} />
      {props.unread.length === 0 ? null : (
        <Text size="sm" c="var(--mantine-color-error)">
          {props.unread.length === 1 ? 'One field holds' : `${props.unread.length} fields hold`} a text that
          cannot be read. The page keeps the value before it.
        </Text>
      )}
    </div>
  );
}

function SavedWords(props: { saving: PageDraft['saving'] }): ReactNode {
  const { saving } = props;
  const format = useFormat();
  const words =
    saving.state === 'saving' || saving.state === 'waiting'
      ? 'Saving…'
      : saving.state === 'saved'
        ? `Saved ${format.clock(saving.at)}`
        : 'Everything you write is saved as a draft.';
  return (
    <Text size="sm" c="dimmed">
      {words}
    </Text>
  );
}
