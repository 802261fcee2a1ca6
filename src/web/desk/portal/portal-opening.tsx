import { Text } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { paths } from '../../paths.ts';
import { useDesk } from '../desk-context.ts';

/** Whether people of partners can be invited into the portal; if not, the gate that it waits for. */
function portalOpeningQuery(org: string) {
  return queryOptions({
    queryKey: ['portal-opening', org],
    queryFn: () => take(api.GET('/api/v1/o/{org}/portal-opening', { params: { path: { org } } })),
  });
}

export function usePortalOpening() {
  return useQuery(portalOpeningQuery(useDesk().slug));
}

type Opening = NonNullable<ReturnType<typeof usePortalOpening>['data']>;

/** Why nobody of a partner can be invited yet, where that can be mended, and what works meanwhile. */
export function PortalClosedNote(props: {
  id?: string;
  opening: Extract<Opening, { state: 'closed' }>;
}): ReactNode {
  const { gate, missing } = props.opening;
  const { slug } = useDesk();
  const lacks = missing.length === 1 ? 'one point is missing' : `${missing.length} points are missing`;
  return (
    <div id={props.id}>
      <Text size="sm">
        The portal is closed: it waits for gate {gate.name}, “{gate.title}”. Up to there {lacks}.{' '}
        <a href={paths.programGates(slug, gate.key)}>See what {gate.name} lacks</a>
      </Text>
      <Text size="sm" c="dimmed" mt={4}>
        Until then partners register by their secret link and are answered by mail and Slack.
      </Text>
    </div>
  );
}

/** What taking the override back would do to the portal; nothing where it has not opened it. */
export function PortalByOverrideNote(): ReactNode {
  const opening = usePortalOpening().data;
  if (opening?.state !== 'open' || !opening.byOverride || opening.openedAt === null) return null;
  return (
    <Text size="sm" c="dimmed">
      The portal is open by this override. Taking it back shuts out the people of partners until the gate
      opens or is overridden again.
    </Text>
  );
}
