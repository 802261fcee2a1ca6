import { Group, Stack, Switch, Text, Title } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { Dialog } from './dialog.tsx';
import { Keys } from './keys.tsx';
import { useShortcuts } from './shortcuts.tsx';

/** The dialog behind `?`: every shortcut of this page, and the switch that turns single letters off. */
export function KeyboardHelp(props: { opened: boolean; onClose: () => void }): ReactNode {
  const { shortcuts, singleKeys, setSingleKeys } = useShortcuts();
  const newest = new Map(shortcuts.map((shortcut) => [shortcut.keys, shortcut]));
  const groups = Map.groupBy(newest.values(), (shortcut) => shortcut.group);
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title="Keyboard">
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
