import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { counted } from '#core/gates/phrase.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import { toastDone } from '../../../ui/toast.tsx';
import { useDesk } from '../../desk-context.ts';
import { membersQuery } from '../../settings/members-data.ts';
import { useHandOver } from './seats-data.ts';

/** When a holder leaves: seats, numbers, partners and tasks pass to a successor in one act. */
export function HandOver(props: { onClose: () => void }): ReactNode {
  const { slug } = useDesk();
  const members = useQuery(membersQuery(slug));
  const handOver = useHandOver(slug);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const people = members.data?.items ?? [];
  const options = (except: string) => [
    { value: '', label: 'Choose a person' },
    ...people
      .filter((member) => member.membershipId !== except)
      .map((member) => ({
        value: member.membershipId,
        label: member.suspended ? `${member.name} (suspended)` : member.name,
      })),
  ];
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    handOver.mutate(
      { fromMembershipId: from, toMembershipId: to },
      {
        onSuccess: ({ seats, partners, tasks }) => {
          const passed = [counted(seats, 'seat'), counted(partners, 'partner'), counted(tasks, 'task')];
          toastDone(`Passed on: ${passed.join(', ')}.`);
          props.onClose();
        },
      },
    );
  };
  return (
    <Dialog opened onClose={props.onClose} title="Hand over everything that a person holds">
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          {handOver.error === null ? null : <ErrorState error={handOver.error} />}
          <Text size="sm">
            A program must outlive its leader. Every seat, the number of that seat, every partner and every
            open task of the one passes to the other at once. What was signed stays as it was signed. Roles do
            not pass: take them away under Members when somebody leaves.
          </Text>
          <NativeSelect
            label="From"
            data={options('')}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
            data-autofocus
          />
          <NativeSelect
            label="To"
            data={options(from)}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              Cancel
            </Button>
            <Button
              type="submit"
              loading={handOver.isPending}
              disabled={from === '' || to === '' || from === to}
            >
              Hand over
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
