import { Badge, Group, Menu, Text, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { paths } from '../paths.ts';
import { meQuery } from '../session.ts';
import { ChevronIcon } from '../ui/icons.tsx';

export type OtherOrganization = { readonly slug: string; readonly name: string; readonly isDemo: boolean };

/** The organizations that the signed-in person belongs to, besides this one. */
export function useOtherOrganizations(slug: string): readonly OtherOrganization[] {
  const me = useQuery(meQuery);
  return (me.data?.organizations ?? []).filter((one) => one.slug !== slug);
}

/** The name of the organization, as a menu of the others. */
export function OrganizationMenu(props: { name: string; others: readonly OtherOrganization[] }): ReactNode {
  return (
    <Menu position="bottom-start" width={320}>
      <Menu.Target>
        <UnstyledButton mih={32} miw={0} fw={640} aria-label={`${props.name}. Change organization`}>
          <Group gap={6} wrap="nowrap" component="span">
            <Text span inherit truncate>
              {props.name}
            </Text>
            <ChevronIcon size={12} to="down" />
          </Group>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Change organization</Menu.Label>
        {props.others.map((other) => (
          <Menu.Item
            key={other.slug}
            component="a"
            href={paths.desk(other.slug)}
            rightSection={other.isDemo ? <Badge size="sm">Sample data</Badge> : null}
          >
            {other.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
