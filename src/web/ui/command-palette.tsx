import { Group, Text } from '@mantine/core';
import { Spotlight } from '@mantine/spotlight';
import { type ReactNode, useState } from 'react';
import { SearchIcon } from './icons.tsx';
import { Keys } from './keys.tsx';

export type Command = {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly hint?: string | undefined;
  readonly keys?: string | undefined;
  readonly run: () => void;
};

export type CommandPaletteProps = {
  commands: readonly Command[];
  /** Called as the person types; its results stand below the commands that match. */
  onQuery?: ((query: string) => void) | undefined;
  found?: readonly Command[] | undefined;
  searching?: boolean | undefined;
};

const shownAtMost = 8;

/** The commands whose words start with what was typed, in their order. Every typed word must match one. */
export function matchCommands(commands: readonly Command[], query: string): readonly Command[] {
  const typed = query.toLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter((command) => {
    const words = `${command.label} ${command.group}`.toLowerCase().split(/\s+/);
    return typed.every((part) => words.some((word) => word.startsWith(part)));
  });
}

/** Mod-K anywhere: go somewhere, find a record, act. Shows each command's own shortcut. */
export function CommandPalette(props: CommandPaletteProps): ReactNode {
  const [query, setQuery] = useState('');
  const commands = [...matchCommands(props.commands, query).slice(0, shownAtMost), ...(props.found ?? [])];
  const groups = Map.groupBy(commands, (command) => command.group);
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={(next) => {
        setQuery(next);
        props.onQuery?.(next.trim());
      }}
      shortcut={null}
      attributes={{ content: { 'aria-label': 'Command palette' } }}
      scrollable
      maxHeight={420}
    >
      <Spotlight.Search
        placeholder="Go to, find or do …"
        aria-label="Go to, find or do"
        leftSection={<SearchIcon />}
      />
      <Spotlight.ActionsList aria-label="Results">
        {[...groups].map(([group, members]) => (
          <Spotlight.ActionsGroup key={group} label={group}>
            {members.map((command) => (
              <Spotlight.Action key={command.id} onClick={command.run}>
                <Group justify="space-between" wrap="nowrap" w="100%">
                  <div>
                    <Text size="sm">{command.label}</Text>
                    {command.hint === undefined ? null : (
                      <Text size="xs" c="dimmed">
                        {command.hint}
                      </Text>
                    )}
                  </div>
                  {command.keys === undefined ? null : <Keys keys={command.keys} />}
                </Group>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {commands.length > 0 ? null : (
          <Spotlight.Empty>
            {props.searching === true ? 'Searching …' : 'Nothing found. Try a name or a number.'}
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
