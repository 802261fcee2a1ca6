import { Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api } from '../../../api.ts';
import { take } from '../../../api-client.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import { toastDone } from '../../../ui/toast.tsx';
import { useDesk } from '../../desk-context.ts';

type Clock = { readonly kickoffOn: string | null; readonly mode: 'new' | 'running' };

/** Sets the day from which the weeks count, and whether partners were there before the program was written down. */
export function SetClock(props: { clock: Clock; today: string; onClose: () => void }): ReactNode {
  const { slug } = useDesk();
  const queries = useQueryClient();
  const [kickoffOn, setKickoffOn] = useState(props.clock.kickoffOn ?? props.today);
  const [mode, setMode] = useState(props.clock.mode);
  const save = useMutation({
    mutationFn: () =>
      take(
        api.PUT('/api/v1/o/{org}/program/clock', {
          params: { path: { org: slug } },
          body: { kickoffOn, mode },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries();
      toastDone('The weeks count from that day.');
      props.onClose();
    },
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Dialog opened onClose={props.onClose} title="When does the program begin?">
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          {save.error === null ? null : <ErrorState error={save.error} />}
          <TextInput
            label="Kickoff"
            description="Week 0: the day on which work on the design begins. Every gate and milestone counts from it."
            type="date"
            required
            value={kickoffOn}
            onChange={(event) => setKickoffOn(event.currentTarget.value)}
            data-autofocus
          />
          <Radio.Group label="Partners" value={mode} onChange={(value) => setMode(value as Clock['mode'])}>
            <Stack gap="xs" mt="xs">
              <Radio value="new" label="We have none yet: the program is designed first" />
              <Radio
                value="running"
                label="We have partners already: they come in as they are, and what is missing becomes a catch-up plan"
              />
            </Stack>
          </Radio.Group>
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={save.isPending} disabled={kickoffOn === ''}>
              Set the clock
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
