import { Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';

export type PageProps = {
  title: string;
  /** One sentence below the title: what this page answers. */
  lead?: ReactNode;
  actions?: ReactNode;
  /** The way back up, for pages that stand below another. */
  up?: { readonly label: string; readonly href: string } | undefined;
  /** Narrow for forms and reading; wide for tables and figures. */
  width?: 'narrow' | 'wide' | undefined;
  children: ReactNode;
};

/** A page with its one h1, its lead and its actions. Sets the title of the browser's tab. */
export function Page(props: PageProps): ReactNode {
  useEffect(() => {
    document.title = `${props.title} · Tandem`;
  }, [props.title]);
  return (
    <Stack gap="md" maw={props.width === 'narrow' ? '44rem' : undefined}>
      <Group component="header" justify="space-between" align="flex-end" gap="sm">
        <div>
          {props.up === undefined ? null : (
            <Text size="sm" component="a" href={props.up.href} c="dimmed">
              ← {props.up.label}
            </Text>
          )}
          <Title order={1}>{props.title}</Title>
          {props.lead === undefined ? null : (
            <Text c="dimmed" maw="44rem" component="div">
              {props.lead}
            </Text>
          )}
        </div>
        {props.actions === undefined ? null : <Group gap="xs">{props.actions}</Group>}
      </Group>
      {props.children}
    </Stack>
  );
}
