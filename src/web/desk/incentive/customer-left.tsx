import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { todayIn, useDesk } from '../desk-context.ts';

/**
 * Says that the customer of a won deal left, or that saying so was an error. What the deal paid is taken back, or
 * given again, by lines of its own.
 */
export function CustomerLeft(props: {
  opportunityId: string;
  /** What the deal pays now is taken back. */
  isPaying: boolean;
  onDone: () => void;
}): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
        {props.isPaying ? 'The customer left' : 'Pay it again'}
      </Button>
      {isOpen ? <LeftDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function LeftDialog(props: {
  opportunityId: string;
  isPaying: boolean;
  onDone: () => void;
  onClose: () => void;
}): ReactNode {
  const { slug, timeZone } = useDesk();
  const { isPaying } = props;
  const [leftOn, setLeftOn] = useState<string>(() => todayIn(timeZone));
  const [reason, setReason] = useState('');
  const params = { path: { org: slug, opportunityId: props.opportunityId } };
  const save = useMutation({
    mutationFn: () =>
      isPaying
        ? take(
            api.POST('/api/v1/o/{org}/opportunities/{opportunityId}/clawback', {
              params,
              body: { leftOn, reason: reason.trim() },
            }),
          )
        : take(
            api.POST('/api/v1/o/{org}/opportunities/{opportunityId}/clawback/undo', {
              params,
              body: { reason: reason.trim() },
            }),
          ),
    onSuccess: () => {
      toastDone(isPaying ? 'The lines of the deal are taken back.' : 'The deal pays again.');
      props.onClose();
    },
    onSettled: props.onDone,
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Dialog opened onClose={props.onClose} title={isPaying ? 'The customer left' : 'Pay it again'}>
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          {save.error === null ? null : <ErrorState error={save.error} />}
          <Text size="sm">
            {isPaying
              ? 'What the deal paid is taken back by lines of its own, if the customer left within the days of the signed page.'
              : 'Say why the customer did not leave after all. The deal is paid again by new lines.'}
          </Text>
          {isPaying ? (
            <TextInput
              type="date"
              label="Left on"
              value={leftOn}
              onChange={(event) => setLeftOn(event.currentTarget.value)}
              required
            />
          ) : null}
          <Textarea
            label="Why"
            description="The partner reads it on its statement."
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={500}
            required
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={save.isPending} disabled={reason.trim() === ''}>
              {isPaying ? 'Take it back' : 'Pay it again'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
