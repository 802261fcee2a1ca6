import { Button, Menu, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from './api.ts';
import { take } from './api-client.ts';
import { paths } from './paths.ts';
import { PersonIcon } from './ui/icons.tsx';
import { useUiTexts } from './ui/texts.ts';

type Link = { readonly label: string; readonly href: string };

/** The menu of the person signed in. `own` stands above the change of organization, `more` below it. */
export function AccountMenu(props: {
  name: string;
  own?: readonly Link[];
  more?: readonly Link[];
}): ReactNode {
  const texts = useUiTexts();
  const queries = useQueryClient();
  const signOut = useMutation({
    mutationFn: () => take(api.POST('/api/v1/sign-out')),
    onSuccess: () => {
      queries.clear();
      window.location.assign(paths.signIn());
    },
  });
  const links: readonly Link[] = [
    ...(props.own ?? []),
    { label: texts.changeOrganization, href: paths.organizations() },
    ...(props.more ?? []),
  ];
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button variant="default" size="xs" h={32} px="xs" aria-label={texts.account(props.name)}>
          <PersonIcon />
          <Text span inherit visibleFrom="sm" ml="xs">
            {props.name}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {links.map((link) => (
          <Menu.Item key={link.href} component="a" href={link.href}>
            {link.label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => signOut.mutate()}>{texts.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
