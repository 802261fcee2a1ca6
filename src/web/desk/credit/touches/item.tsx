import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useShortcut } from '../../../ui/shortcuts.tsx';
import classes from './waiting.module.css';

/** One thing that waits for an answer. Its two buttons are what the keys y and n press. */
export function Item(props: {
  label: string;
  yes: { label: string; onClick: () => void; isPending: boolean; disabled?: boolean; why?: string } | null;
  no: { label: string; onClick: () => void } | null;
  children: ReactNode;
}): ReactNode {
  const { yes, no } = props;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys j and k move between these
    <article className={classes.item} tabIndex={0} aria-label={props.label} data-waiting="">
      <div>{props.children}</div>
      <Group gap="xs" wrap="nowrap" justify="flex-end">
        {no === null ? null : (
          <Button size="compact-sm" variant="default" onClick={no.onClick} data-answer="no">
            {no.label}
          </Button>
        )}
        {yes === null ? null : (
          <Button
            size="compact-sm"
            onClick={yes.onClick}
            loading={yes.isPending}
            disabled={yes.disabled === true}
            title={yes.disabled === true ? yes.why : undefined}
            data-answer="yes"
          >
            {yes.label}
          </Button>
        )}
      </Group>
    </article>
  );
}

const items = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-waiting]')];
const present = (): HTMLElement | null | undefined =>
  document.activeElement?.closest<HTMLElement>('[data-waiting]');

/** Moves between what waits by j and k, and answers it by y and n. Registered once, by the page. */
export function useAnswerKeys(): void {
  const move = (by: 1 | -1) => {
    const all = items();
    const here = present();
    const at = here ? all.indexOf(here) : -1;
    const next = at === -1 ? (by === 1 ? 0 : all.length - 1) : at + by;
    all[Math.min(Math.max(next, 0), all.length - 1)]?.focus();
    return all.length > 0;
  };
  const answer = (word: 'yes' | 'no') => {
    const button = present()?.querySelector<HTMLButtonElement>(`[data-answer="${word}"]`);
    if (!button) return false;
    button.click();
    return true;
  };
  useShortcut('j', 'Next that waits', 'Waiting for you', () => move(1));
  useShortcut('k', 'The one before', 'Waiting for you', () => move(-1));
  useShortcut('y', 'Yes: confirm, sign or accept', 'Waiting for you', () => answer('yes'));
  useShortcut('n', 'No: refuse or dismiss', 'Waiting for you', () => answer('no'));
}

/** After an answer its item goes: the next one takes the focus, so that one key after the other answers all. */
export function focusNext(): void {
  const all = items();
  const here = present();
  const at = here ? all.indexOf(here) : -1;
  (all[at + 1] ?? all[at - 1])?.focus();
}
