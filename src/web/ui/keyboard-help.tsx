import { Group, Kbd, Stack, Switch, Text, Title } from '@mantine/core';
import { Fragment, type ReactNode, useState } from 'react';
import { Dialog } from './dialog.tsx';
import { useShortcut, useShortcuts } from './shortcuts.tsx';

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** A shortcut's keys as they are printed on this machine's keyboard. */
export function Keys(props: { keys: string }): ReactNode {
  return (
    <Group gap={4} wrap="nowrap" component="span">
      {props.keys.split(' ').map((key) => (
        <Kbd key={key} size="xs">
          {key.replace('mod+', isMac ? '⌘ ' : 'Ctrl ').replace(/(\w)$/, (letter) => letter.toUpperCase())}
        </Kbd>
      ))}
    </Group>
  );
}

/** The dialog behind `?`: every shortcut of this page, and the switch that turns single letters off. */
export function KeyboardHelp(): ReactNode {
  const [opened, setOpened] = useState(false);
  const { shortcuts, singleKeys, setSingleKeys } = useShortcuts();
  useShortcut('?', 'Show this help', 'General', () => setOpened(true));
  const newest = new Map(shortcuts.map((shortcut) => [shortcut.keys, shortcut]));
  const groups = Map.groupBy(newest.values(), (shortcut) => shortcut.group);
  return (
    <Dialog opened={opened} onClose={() => setOpened(false)} title="Keyboard">
      <Stack gap="md">
        {[...groups].map(([group, members]) => (
          <Fragment key={group}>
            <Title order={3}>{group}</Title>
            <Stack gap={6} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
              {members.map((shortcut) => (
                <Group key={shortcut.keys} justify="space-between" component="li">
                  <Text size="sm">{shortcut.label}</Text>
                  <Keys keys={shortcut.keys} />
                </Group>
              ))}
            </Stack>
          </Fragment>
        ))}
        <Switch
          label="Single-letter shortcuts"
          description="Turn them off if you dictate, or if they get in your way."
          checked={singleKeys}
          onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        />
      </Stack>
    </Dialog>
  );
}
