import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Dialog } from './dialog.tsx';

export type ConfirmDangerProps = {
  opened: boolean;
  onClose: () => void;
  onConfirm: () => Promise<void> | void;
  title: string;
  /** What will happen, and what cannot be brought back. */
  children: ReactNode;
  /** The act in words: "End access". Never "OK". */
  confirmLabel: string;
  /** For the gravest acts: a word that must be typed first. */
  typeToConfirm?: string | undefined;
};

/** A question before an act that cannot be undone. The safe answer has the focus. */
export function ConfirmDanger(props: ConfirmDangerProps): ReactNode {
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const ready = props.typeToConfirm === undefined || typed.trim() === props.typeToConfirm;
  const confirm = async (): Promise<void> => {
    setBusy(true);
    try {
      await props.onConfirm();
      props.onClose();
    } finally {
      setBusy(false);
      setTyped('');
    }
  };
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={props.title}>
      <Stack gap="md">
        <Text size="sm" component="div">
          {props.children}
        </Text>
        {props.typeToConfirm === undefined ? null : (
          <TextInput
            label={`Type ${props.typeToConfirm} to confirm`}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
          />
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={props.onClose} data-autofocus>
            Keep it
          </Button>
          <Button color="red" loading={busy} disabled={!ready} onClick={() => void confirm()}>
            {props.confirmLabel}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
