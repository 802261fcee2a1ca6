import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { GateKey } from '#core/gates/facts.ts';
import { api } from '../../../api.ts';
import { take } from '../../../api-client.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import { toastDone } from '../../../ui/toast.tsx';
import { useDesk } from '../../desk-context.ts';

/** Fewer characters than this give no reason. */
const shortestReason = 10;

/** The CRO opens a closed gate all the same, with a reason that everybody sees. */
export function OverrideGate(props: {
  gate: { readonly key: GateKey; readonly name: string; readonly unlocks: string };
  onClose: () => void;
}): ReactNode {
  const { gate } = props;
  const { slug } = useDesk();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const override = useMutation({
    mutationFn: () =>
      take(
        api.POST('/api/v1/o/{org}/program/gates/{gate}/overrides', {
          params: { path: { org: slug, gate: gate.key } },
          body: { reason },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries();
      toastDone(`${gate.name} is open by override.`);
      props.onClose();
    },
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    override.mutate();
  };
  return (
    <Dialog opened onClose={props.onClose} title={`Open ${gate.name} all the same?`}>
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          {override.error === null ? null : <ErrorState error={override.error} />}
          <Text size="sm">
            This unlocks: {gate.unlocks.toLowerCase()}. What the gate misses stays on the list, and your name,
            the day and the reason stay beside it for everybody to see.
          </Text>
          <Textarea
            label="Reason"
            description="Why it cannot wait, and what you accept by it."
            autosize
            minRows={3}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              Keep it closed
            </Button>
            <Button
              type="submit"
              color="red"
              loading={override.isPending}
              disabled={reason.trim().length < shortestReason}
            >
              Open it by override
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
