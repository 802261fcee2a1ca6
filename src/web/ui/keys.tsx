import { Group, Kbd } from '@mantine/core';
import type { ReactNode } from 'react';

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** A shortcut's keys as they are printed on this machine's keyboard. */
export function Keys(props: { keys: string }): ReactNode {
  return (
    <Group gap={4} wrap="nowrap" component="span">
      {props.keys.split(' ').map((key) => (
        <Kbd key={key} size="xs">
          {key
            .replace('mod+', isMac ? '⌘ ' : 'Ctrl ')
            .replace(/\w+$/, (word) => word.charAt(0).toUpperCase() + word.slice(1))}
        </Kbd>
      ))}
    </Group>
  );
}
