import { Button, Group, Text } from '@mantine/core';
import { hideNotification, showNotification } from '@mantine/notifications';
import { problemOf } from '../problem.ts';

/** An undo stays on offer this long. */
const undoMs = 10_000;

const look = { withBorder: true, closeButtonProps: { 'aria-label': 'Close this message' } };

let lastUndo: { readonly id: string; readonly run: () => void } | null = null;

/** Says that something is done. */
export function toastDone(message: string): void {
  showNotification({ message, autoClose: 4000, ...look });
}

/** Says that something failed, and why. Stays until it is closed. */
export function toastProblem(error: unknown): void {
  const problem = problemOf(error);
  showNotification({
    title: problem.title,
    message: problem.detail ?? '',
    color: 'red',
    autoClose: false,
    ...look,
    role: 'alert',
  });
}

/** Says that something is done and offers to take it back for ten seconds, by the button or by Mod-Z. */
export function toastUndo(message: string, onUndo: () => void): void {
  const id = crypto.randomUUID();
  const run = (): void => {
    lastUndo = null;
    hideNotification(id);
    onUndo();
  };
  lastUndo = { id, run };
  showNotification({
    id,
    autoClose: undoMs,
    ...look,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button size="compact-sm" variant="default" onClick={run}>
          Undo
        </Button>
      </Group>
    ),
    onClose: () => {
      if (lastUndo?.id === id) lastUndo = null;
    },
  });
}

/** Takes back the newest act that still offers it; false if there is none (the key keeps its usual meaning). */
export function undoLast(): boolean {
  if (lastUndo === null) return false;
  lastUndo.run();
  return true;
}
