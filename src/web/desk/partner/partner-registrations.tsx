import { Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { paths } from '../../paths.ts';
import { useDesk, useMay } from '../desk-context.ts';
import { QueueTable } from '../registration/queue-table.tsx';
import { queueQuery } from '../registration/registration-data.ts';
import type { Partner } from './partner-data.ts';

const shown = 10;

/** What of a partner waits for a decision, with the way to the rest of its registrations. */
export function PartnerRegistrations(props: { partner: Partner }): ReactNode {
  const { partnerId } = props.partner;
  const { slug } = useDesk();
  const mayRecord = useMay('registration.record');
  const queue = useQuery(queueQuery(slug, { group: 'waiting', partner: partnerId, limit: shown }));
  const { counts, isOpen } = queue.data ?? {};
  return (
    <>
      <Group justify="space-between" align="baseline">
        <Title order={2}>Registrations that wait</Title>
        <Group gap="md">
          {mayRecord && isOpen === true ? (
            <a href={paths.registerFor(slug, { partner: partnerId })}>Register in its name</a>
          ) : null}
          <a href={paths.registrations(slug, { partner: partnerId, group: 'protected' })}>
            {counts === undefined ? 'Protected' : `${counts.protected} protected`}
          </a>
          <a href={paths.registrations(slug, { partner: partnerId, group: 'over' })}>
            {counts === undefined ? 'Over' : `${counts.over} over`}
          </a>
        </Group>
      </Group>
      <QueueTable
        group="waiting"
        rows={queue.data?.items}
        error={queue.error}
        onRetry={() => void queue.refetch()}
        selected={null}
        ofOnePartner
        empty={
          <Text size="sm" c="dimmed">
            {isOpen === true
              ? 'Nothing of this partner waits for a decision.'
              : 'Deals cannot be registered before the registration page of the program is signed.'}
          </Text>
        }
      />
    </>
  );
}
