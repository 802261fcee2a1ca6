import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useWords } from '../language.ts';
import { Trouble } from '../trouble.tsx';
import { type Colleague, useTeamAct } from './team-data.ts';

/** What ends, and for whom somebody takes over. */
export type Succession = { readonly kind: 'end' | 'handOver'; readonly from: Colleague };

/** Ends an access, or only hands over; either way it is named who goes on with what is not over. */
export function SuccessorDialog(props: {
  succession: Succession;
  members: readonly Colleague[];
  onClose: () => void;
}): ReactNode {
  const { succession, members, onClose } = props;
  const { from, kind } = succession;
  const words = useWords();
  const toast = useToast();
  const { end, handOver } = words.team;
  const act = useTeamAct();
  const [successor, setSuccessor] = useState('');
  const others = members.filter((one) => one.isOpen && one.colleagueId !== from.colleagueId);
  const asks = from.registrations > 0;
  const ready = !asks || successor !== '';
  const isEnd = kind === 'end';
  const title = !isEnd ? handOver.title(from.name) : from.isMe ? end.titleOwn : end.title(from.name);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (!ready) return;
    const { colleagueId } = from;
    const name = others.find((one) => one.colleagueId === successor)?.name ?? '';
    act.mutate(
      isEnd
        ? { kind: 'end', colleagueId, successorId: asks ? successor : null }
        : { kind: 'handOver', colleagueId, successorId: successor },
      {
        onSuccess: () => {
          toast.done(isEnd ? end.done(from.name, from.registrations) : handOver.done(name));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog opened onClose={onClose} title={title}>
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          {isEnd ? <Text size="sm">{from.isMe ? end.saysOwn : end.says}</Text> : null}
          <Text size="sm">{asks ? handOver.says(from.registrations) : end.none}</Text>
          {act.error === null ? null : <Trouble error={act.error} />}
          {!asks ? null : others.length === 0 ? (
            <Text size="sm" c="var(--mantine-color-error)">
              {handOver.nobody}
            </Text>
          ) : (
            <NativeSelect
              label={handOver.to}
              value={successor}
              onChange={(event) => setSuccessor(event.currentTarget.value)}
              data={[
                { value: '', label: handOver.choose },
                ...others.map((one) => ({ value: one.colleagueId, label: one.name })),
              ]}
              required
              data-autofocus
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {words.ui.cancel}
            </Button>
            <Button
              type="submit"
              {...(isEnd ? { color: 'red' } : {})}
              loading={act.isPending}
              disabled={!ready}
            >
              {isEnd ? end.act : handOver.act}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
