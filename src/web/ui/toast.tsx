import { Button, Group, Text } from '@mantine/core';
import { hideNotification, showNotification } from '@mantine/notifications';
import { problemOf } from '../problem.ts';
import { failureIn, type UiTexts, uiEnglish, useUiTexts } from './texts.ts';

/** An undo stays on offer this long. */
const undoMs = 10_000;

const look = (texts: UiTexts) => ({
  withBorder: true,
  closeButtonProps: { 'aria-label': texts.closeMessage },
});

let lastUndo: { readonly id: string; readonly run: () => void } | null = null;

/** Says that something is done. */
export function toastDone(message: string): void {
  showDone(message, uiEnglish);
}

function showDone(message: string, texts: UiTexts): void {
  showNotification({ message, autoClose: 4000, ...look(texts) });
}

/** Says that something failed, and why. Stays until it is closed. */
export function toastProblem(error: unknown): void {
  showProblem(error, uiEnglish);
}

function showProblem(error: unknown, texts: UiTexts): void {
  const { title, says } = failureIn(texts, problemOf(error));
  showNotification({
    title,
    message: says,
    color: 'red',
    autoClose: false,
    ...look(texts),
    role: 'alert',
  });
}

/** The same in the language of the page, for what both faces show. */
export function useToast(): { done: (message: string) => void; problem: (error: unknown) => void } {
  const texts = useUiTexts();
  return {
    done: (message) => showDone(message, texts),
    problem: (error) => showProblem(error, texts),
  };
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
    ...look(uiEnglish),
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
