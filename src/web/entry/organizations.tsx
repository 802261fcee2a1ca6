import { Badge, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { roles } from '#core/program/roles.ts';
import { meQuery } from '../session.ts';
import { LinkCard } from '../ui/card.tsx';
import { EmptyState, ErrorState, Loading } from '../ui/states.tsx';
import { EntryFrame } from './entry-frame.tsx';
import { firstPage } from './first-page.ts';

/** The organizations of the signed-in person, to choose one. */
export function Organizations(): ReactNode {
  const me = useQuery(meQuery);
  return (
    <EntryFrame title="Your organizations">
      {me.error !== null ? <ErrorState error={me.error} onRetry={() => void me.refetch()} /> : null}
      {me.isPending ? <Loading rows={3} /> : null}
      {me.data?.organizations.length === 0 ? (
        <EmptyState title="No organization yet">
          You are signed in as {me.data.email}, but belong to no organization. Ask its administrator for an
          invitation.
        </EmptyState>
      ) : null}
      <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {me.data?.organizations.map((organization) => (
          <li key={organization.slug}>
            <LinkCard href={firstPage(organization.slug, organization.roles)}>
              <Group justify="space-between">
                <Text fw={600}>{organization.name}</Text>
                {organization.isDemo ? <Badge>Sample data</Badge> : null}
              </Group>
              <Text size="sm" c="dimmed">
                {organization.roles.map((role) => roles[role].label).join(', ')}
              </Text>
            </LinkCard>
          </li>
        ))}
      </Stack>
    </EntryFrame>
  );
}
