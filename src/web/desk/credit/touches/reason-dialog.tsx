import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorState } from '../../../ui/states.tsx';

/** Asks why not. Who is told, and what happens then, stands above the field. */
export function ReasonDialog(props: {
  title: string;
  says: string;
  label: string;
  act: string;
  error: Error | null;
  isPending: boolean;
  onSubmit: (reason: string) => void;
  onClose: () => void;
}): ReactNode {
  const [reason, setReason] = useState('');
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    props.onSubmit(reason.trim());
  };
  return (
    <Dialog opened onClose={props.onClose} title={props.title}>
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          {props.error === null ? null : <ErrorState error={props.error} />}
          <Text size="sm">{props.says}</Text>
          <Textarea
            label={props.label}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={2000}
            autosize
            minRows={2}
            required
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={props.isPending} disabled={reason.trim() === ''}>
              {props.act}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
