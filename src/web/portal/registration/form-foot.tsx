import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../language.ts';
import type { KeeperState } from './draft-keeper.ts';
import classes from './registration.module.css';

/** How the draft stands, and the button that sends it. It stays in sight. */
export function FormFoot(props: { draft: KeeperState; act: string }): ReactNode {
  const { saving, sending } = props.draft;
  const words = useWords();
  const isHeld = sending === 'waiting' || saving === 'offline' || saving === 'refused';
  const text =
    sending === 'waiting'
      ? words.form.waiting
      : sending === 'sending'
        ? words.form.sending
        : words.form[saving];
  return (
    <div className={classes.foot}>
      {/* Only what stands in the way is announced; “saved” after every word would drown the form. */}
      <Text size="sm" c={isHeld ? 'var(--tandem-warn)' : 'dimmed'} role={isHeld ? 'status' : undefined}>
        {text}
      </Text>
      <Button type="submit" size="md" loading={sending === 'sending'} disabled={sending === 'waiting'}>
        {props.act}
      </Button>
    </div>
  );
}
